// Room 6, entities. Noun groups that name nobody (`an Iranian delegation`, `both sides`) and pronouns, as mentions; then groups:
// names and nouns with their offices, coordinated or alone.
#pragma once

#include <cstdint>

#include "entities/mention_layer.h"
#include "rules/analysis.h"

namespace copydesk {

// What the pack calls things; looked up once.
struct NounRules {
  explicit NounRules(const Language& language);

  ClassMask premodifier = 0, opener = 0, noun = 0, nominal = 0, plural = 0, clitic = 0, verbal = 0, conjunction = 0,
            numeral = 0, preposition = 0,
            predicative = 0;  // before what somebody is
  Label time = 0, referring = 0, numeral_list = 0, noun_label = 0, stand_in = 0, unit = 0, joined = 0, named = 0,
        shared_office = 0;
  Kind definite = 0, two = 0, number_two = 0;
  std::uint16_t refers = 0, number = 0, gender = 0, sort = 0, pronoun_case = 0;  // fields
  std::uint16_t member = 0, office = 0, acronym = 0, served = 0;                 // captures
};

// Adds the noun groups and pronouns that annotations from `first` on give the heads of, and sorts all mentions by place.
void add_nouns(const Analysis& analysis, const NounRules& rules, std::size_t first, MentionLayer& layer);

// Adds the groups that annotations from `first` on give, and their edges; fills in offices and affiliations.
void add_groups(const Analysis& analysis, const NounRules& rules, std::size_t first, Label label, MentionLayer& layer);

// Of each token the mention that holds it, names before nouns; kNoIndex: none.
void map_mentions(const Analysis& analysis, MentionLayer& layer);

}  // namespace copydesk
