// Room 4, rules. A pattern as steps for the matcher, with what must be in a sentence for it to match at all.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/pattern.h"

namespace copydesk {

enum class Op : std::uint8_t { tests, split, jump, save, sentence_start, sentence_end, match };

struct Step {
  Op op = Op::match;
  std::uint16_t arg = 0;  // of tests: how many; of save: the slot
  std::uint32_t x = 0;    // the next step; of split the one to try first
  std::uint32_t y = 0;    // of split: the other; of tests: index of the first test
};

// A word or a label that a sentence must hold.
struct GateAtom {
  TestKind kind = TestKind::any;  // word, lemma or edge
  std::uint32_t id = 0;
  friend bool operator==(const GateAtom&, const GateAtom&) = default;
};

struct Program {
  std::vector<Step> steps;
  std::vector<Test> tests;
  std::vector<std::uint16_t> captures;  // name of each capture; its slots are 2 i and 2 i + 1
  std::vector<GateAtom> gate;           // one of these must be in the sentence; empty: it may match anywhere
  std::uint64_t first = ~0ull;          // signature of what a match may begin with; see signature.h
};

inline constexpr std::size_t kMostSteps = 6000;

// `reversed`: for contexts that are read backwards from the begin of a match. Errors: a pattern of too many steps, or one that
// can match nothing at all without being a context.
Program compile(const Pattern& pattern, bool reversed, std::string& problem);

}  // namespace copydesk
