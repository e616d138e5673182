// Room 4, rules. Which words, labels and kinds open the gates of which rules. See gates.h for what a gate is.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rules/rule.h"
#include "rules/test_tables.h"

namespace copydesk {

struct Cascade;

// A gate of a rule that something opens.
struct GateRef {
  std::uint32_t rule;
  std::uint8_t bit;
  std::uint8_t all;  // the bits of all gates of the rule
};

// The gates that each of some ids opens, one after the other.
struct Openings {
  std::vector<std::uint32_t> begin;
  std::vector<GateRef> gates;

  std::span<const GateRef> of(std::uint32_t id) const {
    return {gates.data() + begin[id], gates.data() + begin[id + 1]};
  }
};

// What opens gates of the rules of one room.
struct RoomGates {
  std::uint8_t bit = 0;  // of the room in rooms_of_literal; 0: it has no rules
  Openings by_literal, by_name;
  std::vector<std::uint64_t> opening_names;  // a bit for each name that opens gates
  std::vector<std::uint64_t> ungated;        // a bit for each rule that nothing need open
};

struct GateIndex {
  std::vector<RoomGates> rooms;                // by the name of the room
  std::vector<std::uint8_t> rooms_of_literal;  // in which each opens gates, a bit for each room
  std::uint32_t digit = 0;                     // a digit counts as one more literal
};

inline constexpr std::size_t kMostRooms = 8;  // that have rules

GateIndex index_gates(const std::vector<Cascade>& cascades, const std::vector<Rule>& rules, const TestTables& tables,
                      std::size_t literals, std::size_t names);

}  // namespace copydesk
