// Room 7, coref. Names to entities: the same words, surnames, acronyms, short forms, misprints, countries by their code.
#pragma once

#include "coref/entity_layer.h"
#include "entities/key_map.h"
#include "entities/mention_layer.h"
#include "rules/analysis.h"

namespace copydesk {

// Working space, kept from document to document.
struct LinkWork {
  // Keys of names, of their ends, of single words inside them, of firms without their legal form, of initials, to entities.
  KeyMap full, last, middle, firms, initials;
  std::vector<std::uint32_t> order;  // mentions, longer names first
  std::vector<TokenRange> fullest;   // of each entity: the tokens of its fullest name
};

// Makes the entities of all names and demonyms.
void link_names(const Analysis& analysis, const MentionLayer& mentions, EntityLayer& layer);

// Sorts mentions, and fills in the name, office and affiliation of entities.
void finish_entities(const Analysis& analysis, const MentionLayer& mentions, EntityLayer& layer);

}  // namespace copydesk
