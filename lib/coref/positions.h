// Room 7, coref. How a mention stands in its sentence.
#pragma once

#include "coref/stand_ins.h"

namespace copydesk {

// `With Kimani`, `Kimani's`: not the subject of its clause.
bool stands_aside(const Analysis& analysis, const StandInRules& rules, const std::vector<Group>& groups,
                  const EntityMention& mention);

// `(Zorblatt is) a small company`.
bool says_what_it_is(const Analysis& analysis, const StandInRules& rules, const EntityMention& mention);

// `A Portuguese builder`: names no side.
bool is_indefinite(const Analysis& analysis, const StandInRules& rules, const EntityMention& demonym);

// Of entities told of, the last first: those named most often, so many of them.
std::vector<std::uint32_t> most_told(const std::vector<std::uint32_t>& told, std::size_t most);

}  // namespace copydesk
