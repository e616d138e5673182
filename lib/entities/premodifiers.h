// Room 6, entities. What stands before the head of a noun group and belongs to it: articles, adjectives, and the countries and
// owners whose adjectives or names they are (`two senior Chilean and other American`).
#pragma once

#include "entities/noun_groups.h"

namespace copydesk {

inline bool is_noun(const EntityMention& mention) {
  return (mention.form == MentionForm::nominal || mention.form == MentionForm::pronoun) && !mention.demonym;
}

// Tokens before a head that belong to its group.
struct Premodifiers {
  std::uint32_t begin = 0;  // of the whole group
  std::uint32_t core = 0;   // behind the last name or possessive in it
  bool definite = false;
  bool two = false;
  std::uint8_t count = 0;  // `three`
  IndexList sides;
};

Premodifiers read_premodifiers(const Analysis& analysis, const NounRules& rules, const MentionLayer& layer,
                               std::uint32_t head, std::uint32_t sentence);

}  // namespace copydesk
