// Room 7, coref. Whom a pronoun (`he`), a definite noun (`the company`) or a plural one (`the two countries`) stands for: the most
// recent entity that fits, and none rather than a wrong one.
#pragma once

#include "coref/entity_layer.h"
#include "entities/mention_layer.h"
#include "rules/analysis.h"

namespace copydesk {

void link_stand_ins(const Analysis& analysis, const MentionLayer& mentions, EntityLayer& layer);

}  // namespace copydesk
