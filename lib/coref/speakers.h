// Room 7, coref. Whom `we` and `I` stand for within marks of speech: whoever is quoted, or for whom that person speaks.
#pragma once

#include "coref/stand_ins.h"

namespace copydesk {

// Last, since a speaker may be told by another pronoun: `"We met," she said.`
void link_speakers(const Analysis& analysis, const StandInRules& rules, const MentionLayer& mentions,
                   EntityLayer& layer);

}  // namespace copydesk
