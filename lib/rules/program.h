// Room 4, rules. A pattern as steps for the matcher.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "rules/pattern.h"

namespace copydesk {

enum class Op : std::uint8_t { token, edge, split, jump, save, sentence_start, sentence_end, match };

inline constexpr std::uint16_t kNoMark = 0xFFFF;

// Steps and tests are small, since what costs most is to fetch them from memory.
struct Step {
  Op op = Op::match;
  bool may_end = true;           // a match may end here without looking at another token
  std::uint16_t arg = 0;         // of token and edge: how many tests; of save: the slot
  std::uint16_t x = 0;           // the next step; of split the one to try first
  std::uint16_t y = 0;           // of split: the other; of token and edge: index of the first test
  std::uint16_t mark = kNoMark;  // where several ways lead here: number of the mark that it failed
  std::uint16_t first = 0;       // signature that the next token must share for a match to come of it; see signature.h
};

// A condition of pattern.h without what only the compiler needs.
struct StepTest {
  TestKind kind = TestKind::any;
  bool negated = false;
  std::uint16_t b = 0;
  std::uint32_t a = 0;
};

// A word, set of words, label or kind of a label, or digit that a sentence must hold.
struct GateAtom {
  TestKind kind = TestKind::any;  // word, words, edge, or regex: a token that begins with a digit
  std::uint32_t id = 0;           // of edge: its kind where the test names one, else its label
  friend auto operator<=>(const GateAtom&, const GateAtom&) = default;  // NOLINT(modernize-use-nullptr): <=> asks for 0
};

// One of these must be in the sentence; sorted, none twice.
using Gate = std::vector<GateAtom>;

// One op of a filter; see filter.h. `now`: the positions at which the rest of the pattern may begin.
struct FilterOp {
  // clang-format off
  enum class Kind : std::uint8_t {
    token, any, edge,           // one token, or the edge over some, before `now`
    also, without,              // what more must or must not hold at `now`
    sentence_start, sentence_end,
    fork,                       // alternatives, each of one op or several
    or_token, or_any, or_edge,
    may_token, may_edge,        // a part of one op that may be left out
    other,                      // ends one of several
    join,
    up_to, once_more,           // a part repeated up to `arg` times
    times, again,               // a part repeated `arg` times
    stretch,                    // from `also` to `arg` tokens of any sort
  };
  // clang-format on
  // Where the set of tokens stands that the op asks for.
  enum class From : std::uint8_t {
    slot,  // of a form of tokens (Forms), or of those at which edges of a label or kind begin: slot of ConditionTable
    literal,    // of a word
    condition,  // of those on which a condition of ConditionTable holds
  };
  Kind kind = Kind::any;
  From from = From::condition;
  std::uint16_t arg = 0;   // what to ask for, or how often
  std::uint16_t also = 0;  // of an edge: the slot of what more it must be; of a stretch: its least length
  std::uint16_t skip = 0;  // ops up to the end of the part that the op stands in, for when `now` is empty
};

// A program as the matcher runs it: a view.
struct Code {
  const Step* steps = nullptr;
  const StepTest* tests = nullptr;
  std::uint32_t marks = 0;
  std::uint32_t slots = 0;
  std::span<const std::uint16_t> captures;  // names
  std::uint16_t only_step = kNoMark;        // of programs that look at one token or edge: the step that does
};

// Where a program is tried: one of the alternatives that its pattern is made of; see branches.h.
struct Branch {
  std::vector<Gate> gates;        // all of them must open; none: it may match anywhere; see gates.h
  std::vector<FilterOp> filter;   // where it may match; see filter.h
  std::vector<FilterOp> outline;  // that of its outline, where the filter is much longer; see outline.h
};

struct Program {
  std::vector<Step> steps;
  std::vector<StepTest> tests;
  std::vector<std::uint16_t> captures;  // name of each capture; its slots are 2 i and 2 i + 1
  std::vector<Branch> branches;
  std::uint32_t marks = 0;  // steps that have a mark

  std::uint16_t only_step = kNoMark;  // of programs that look at one token or edge: the step that does

  Code code() const {
    return {steps.data(), tests.data(), marks, static_cast<std::uint32_t>(2 * captures.size()), captures, only_step};
  }
};

inline constexpr std::size_t kMostSteps = 6000;
inline constexpr std::size_t kMostStepTests = 0xFFFF;
inline constexpr std::size_t kMostGates = 8;  // the narrowest of a pattern

// `reversed`: for contexts, which are read backwards from the begin of a match. Adds to `signatures`, which all programs share.
// Problem: a pattern of too many steps.
Program compile(const Pattern& pattern, bool reversed, SignatureTable& signatures, std::string& problem);

// Whether the pattern can match no token at all.
bool may_be_empty(const Program& program);

}  // namespace copydesk
