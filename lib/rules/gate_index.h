// Room 4, rules. Which words, labels and kinds open the gates of which rules. See gates.h for what a gate is.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rules/rule.h"
#include "rules/test_tables.h"

namespace copydesk {

struct Cascade;

// Gates of up to 64 rules that something opens: a bit for each rule, and the cell of RoomGates::shut that they stand in.
struct Opening {
  std::uint32_t cell;
  std::uint64_t rules;
};

// What each of some ids opens, one after the other.
struct Openings {
  std::vector<std::uint32_t> begin;
  std::vector<Opening> openings;

  std::span<const Opening> of(std::uint32_t id) const {
    return {openings.data() + begin[id], openings.data() + begin[id + 1]};
  }
};

// What opens gates of the rules of one room. Of every 64 rules, a cell holds their first gates, the next their second.
struct RoomGates {
  std::uint8_t bit = 0;             // of the room in rooms_of_literal; 0: it has no rules
  std::uint32_t first_word = 0;     // its first rule by 64
  std::vector<std::uint64_t> shut;  // the gates of all rules, kMostGates cells for every 64
  Openings by_literal;
  Openings by_slot;  // of the ConditionTable, which knows the labels and kinds
};

struct GateIndex {
  std::vector<RoomGates> rooms;                // by the name of the room
  std::vector<std::uint8_t> rooms_of_literal;  // in which each opens gates, a bit for each room
  std::uint32_t digit = 0;                     // a digit counts as one more literal
};

inline constexpr std::size_t kMostRooms = 8;  // that have rules

GateIndex index_gates(const std::vector<Cascade>& cascades, const std::vector<Rule>& rules, TestTables& tables,
                      std::size_t literals, std::size_t names);

}  // namespace copydesk
