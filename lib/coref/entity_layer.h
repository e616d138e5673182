// Room 7, coref: what it adds. Entities, each with the mentions that name it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/entity.h"
#include "entities/index_list.h"
#include "entities/mention_layer.h"

namespace copydesk {

enum class Gender : std::uint8_t { unknown, masculine, feminine };

struct EntityRecord {
  EntityType type = EntityType::person;
  std::string name;                      // the fullest name
  IndexList mentions;                    // into MentionLayer::mentions, in the order of the text
  std::uint32_t affiliation = kNoIndex;  // another entity
  std::string office, acronym;
  std::string_view country;
  Gender gender = Gender::unknown;  // of a person, by title or given name
  bool named = false;               // some mention is a name, acronym or alias
};

// Those by which it is made known: where a text tells of somebody first it names them in full. Whoever asks what an entity is called
// reads these alone, so that a report of any length is read in linear time.
inline std::span<const std::uint32_t> first_mentions(const EntityRecord& entity, std::size_t most = 32) {
  return std::span<const std::uint32_t>(entity.mentions).first(std::min(most, entity.mentions.size()));
}

struct LinkWork;

struct EntityLayer {
  std::vector<EntityRecord> entities;
  std::vector<std::uint32_t> entity_of;  // of each mention; kNoIndex: none
  std::vector<std::vector<std::uint32_t>>
      several;  // of each mention: entities that a plural one stands for (`the two countries`)

  std::shared_ptr<LinkWork> work;  // working space, kept for the next document

  void clear() {
    entities.clear();
    entity_of.clear();
    several.clear();
  }
};

// Whether an entity is of one of the types, bits of `Refers`.
inline bool is_of(const EntityLayer& layer, std::uint32_t entity, std::uint8_t types) {
  static constexpr std::uint8_t kBits[] = {Refers::kPerson, Refers::kOrganisation, Refers::kPlace,
                                           Refers::kCountry};  // by EntityType
  return entity != kNoIndex && (kBits[static_cast<std::size_t>(layer.entities[entity].type)] & types) != 0;
}

inline bool holds(const std::vector<std::uint32_t>& list, std::uint32_t value) {
  return std::ranges::find(list, value) != list.end();
}

// Whether two short lists have a value in common.
inline bool share(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  return std::ranges::any_of(a, [&](std::uint32_t one) { return holds(b, one); });
}

// Adds an index to a short list that holds none twice.
inline void add_unique(std::vector<std::uint32_t>& list, std::uint32_t value) {
  if (!holds(list, value)) list.push_back(value);
}

}  // namespace copydesk
