// Room 4, rules. Where a match may begin, told of all tokens of a sentence at once.
//
// A filter is a pattern read from its end to its begin over sets of positions, a bit for each: every op turns the positions at
// which the rest of the pattern may begin into those at which one part more may. It looks at each token by itself and takes an
// edge to be of any length up to the longest of its label, so it lets through what is no match, but it hides none.
// Runs: see token_sets.h.
#pragma once

#include <cstdint>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "rules/pattern.h"
#include "rules/program.h"

namespace copydesk {

// Forms of tokens, a number for each: classes of words from 0, then shapes and kinds of tokens and what else a token shows.
struct Forms {
  static constexpr std::uint16_t kShape = 32, kKind = 40, kDigit = 48, kGlued = 49, kInside = 50;
  static constexpr std::uint16_t kAll = 51;  // every position
  static constexpr std::uint16_t kMost = 52;
};

// What filters ask for beyond forms and words, so that a sentence answers each once: conditions on words of several forms, and
// labels and kinds, which have the slots behind those of forms.
class ConditionTable {
 public:
  std::uint16_t add(const StepTest& test);
  std::uint16_t add_name(std::uint16_t name);
  bool full() const { return conditions_.size() > 0xFFFF; }
  std::size_t size() const { return conditions_.size(); }
  const StepTest& operator[](std::size_t index) const { return conditions_[index]; }

  // 0: no filter asks for it.
  std::uint16_t slot_of(std::uint16_t name) const { return name < slots_.size() ? slots_[name] : 0; }
  std::size_t slots() const { return slots_in_use_; }

  // What the image of a pack keeps, to which nothing is added; see rules/archive.h.
  static auto archived(auto& self) { return std::tie(self.conditions_, self.slots_, self.slots_in_use_); }

 private:
  std::vector<StepTest> conditions_;
  std::map<std::pair<TestKind, std::uint32_t>, std::uint16_t> known_;
  std::vector<std::uint16_t> slots_;  // by name
  std::uint16_t slots_in_use_ = Forms::kMost;
};

inline constexpr std::size_t kDeepestFilter = 100;  // alternatives and loops in each other

// Empty: a match may begin anywhere.
std::vector<FilterOp> filter_of(const Pattern& pattern, ConditionTable& conditions);

}  // namespace copydesk
