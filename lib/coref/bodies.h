// Room 7, coref. Which body or state a noun in the singular stands for by where it is from, or by who sent it: `the Thai bank`,
// `its Thai partner`, `the delegation`.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "coref/entity_layer.h"
#include "coref/pairs.h"

namespace copydesk {

class Bodies {
 public:
  Bodies(const Analysis& analysis, const Pairs& pairs, const MentionLayer& layer, const EntityLayer& entities)
      : analysis_(analysis), pairs_(pairs), mentions_(layer.mentions), groups_(layer.groups), entities_(entities) {}

  // The body of that country that was named last: of several, one whose name holds the noun; else the only one whose name holds
  // it. `first`: the mention where the item begins; `but`: an entity that it is not.
  std::uint32_t of_country(std::uint32_t noun, std::string_view country, std::uint32_t first, std::uint32_t but) const;

  // A name or adjective of a country within a noun group: `Greek` of `the Greek company`. They stand behind it in the layer.
  std::uint32_t inside(std::uint32_t noun) const;

  // Who sent those whom the text told of last: of `the delegation`, `Velora` where `a Velora delegation` came; of `the Greek
  // delegation`, if it is not known to be of another country.
  std::uint32_t sender(std::uint32_t noun, std::uint32_t first) const;

 private:
  bool is_body(std::uint32_t mention) const;
  bool sends(std::uint32_t mention) const;
  std::uint32_t last_sender(std::uint32_t noun, std::uint32_t first) const;
  std::uint32_t named_with(std::uint32_t noun) const;

  const Analysis& analysis_;
  const Pairs& pairs_;
  const std::vector<EntityMention>& mentions_;
  const std::vector<Group>& groups_;
  const EntityLayer& entities_;
};

}  // namespace copydesk
