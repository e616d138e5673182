// Room 7, coref. Whom a noun in the plural calls by what they are: `the two ministers`, `the leaders`.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "coref/entity_layer.h"
#include "coref/office_words.h"

namespace copydesk {

class Holders {
 public:
  Holders(const Analysis& analysis, const StandInRules& rules, const std::vector<EntityMention>& mentions,
          const EntityLayer& entities)
      : analysis_(analysis), offices_(analysis, rules, mentions), mentions_(mentions), entities_(entities) {}

  // Whether somebody is a minister where the noun is `ministers`.
  bool is_one(std::uint32_t entity, std::uint32_t noun) const;

  // The two who are, or are called so (presidents are `the two leaders`), of the nearest sentence before that names just two; none else. `first`: the mention where the item begins.
  std::vector<std::uint32_t> last_two(std::uint32_t noun, std::uint32_t first) const;

  // All who hold any office in the nearest sentence that names one.
  std::vector<std::uint32_t> last_in_office(std::uint32_t noun, std::uint32_t first) const;

 private:
  std::string_view word_of(std::uint32_t noun) const;
  bool is_called(std::uint32_t entity, std::uint32_t noun) const;
  bool serves_a_firm(std::uint32_t entity) const;

  const Analysis& analysis_;
  const OfficeWords offices_;
  const std::vector<EntityMention>& mentions_;
  const EntityLayer& entities_;
};

}  // namespace copydesk
