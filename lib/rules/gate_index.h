// Room 4, rules. Which words, labels and kinds open the gates of which branches of rules. See gates.h for what a gate is.
//
// Branches are numbered in the order of their rules.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rules/rule.h"
#include "rules/test_tables.h"

namespace copydesk {

struct Cascade;

// Numbers in rows, one row after the other.
struct Rows {
  std::vector<std::uint32_t> begin{0};
  std::vector<std::uint32_t> numbers;

  std::span<const std::uint32_t> of(std::uint32_t row) const {
    return {numbers.data() + begin[row], numbers.data() + begin[row + 1]};
  }
  // Fetches what of() looks at.
  void fetch(std::uint32_t row) const { __builtin_prefetch(&begin[row]); }
};

inline constexpr std::uint32_t kOpenGate = 0;  // is always open

// The gates of the branches of the rules of one room. Branches that have the same gate share it.
struct RoomGates {
  std::uint8_t bit = 0;  // of the room in rooms_of_literal; 0: it has no rules
  std::uint32_t gates = 0;
  std::uint32_t first_gates = 0;  // those of them that are the first of some branch, which have the lowest numbers
  Rows by_literal;                // the gates that each opens
  Rows by_slot;                   // of the ConditionTable, which knows the labels and kinds
  Rows first_of;                  // of each gate the branches that have it as their first
};

struct GateIndex {
  std::vector<RoomGates> rooms;                // by the name of the room
  std::vector<std::uint8_t> rooms_of_literal;  // in which each opens gates, a bit for each room
  Rows of_branch;                              // the gates of each but the first
  std::vector<std::uint32_t> first_of_branch;  // kOpenGate where it has none
  std::uint32_t digit = 0;                     // a digit counts as one more literal
};

inline constexpr std::size_t kMostRooms = 8;  // that have rules

// Of each rule the number of its first branch, and of the end.
std::vector<std::uint32_t> number_branches(const std::vector<Rule>& rules);

GateIndex index_gates(const std::vector<Cascade>& cascades, const std::vector<Rule>& rules, TestTables& tables,
                      std::size_t literals, std::size_t names);

}  // namespace copydesk
