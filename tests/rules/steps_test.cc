#include <gtest/gtest.h>

#include "support/rule_bench.h"

namespace copydesk::testing {
namespace {

std::string repeated(std::string_view word, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text.append(word).append(" ");
  return text;
}

std::string nested(int depth) {
  std::string pattern = "a";
  for (int i = 0; i < depth; ++i) pattern = "(" + pattern + ")*";
  return pattern + " b";
}

// Steps a token of one run over `begin` and then `tokens` words.
double steps_for(RuleBench& bench, std::string begin, std::string_view word, int tokens) {
  bench.state.matcher.steps_taken = 0;
  bench.matches(begin + repeated(word, tokens));
  return static_cast<double>(bench.state.matcher.steps_taken) / tokens;
}

// A pattern that a backtracking matcher would take for ever over costs a bounded number of steps a token, whatever the length.
TEST(Steps, HostilePatternsAreLinear) {
  const std::string patterns[] = {"(a*)* b",          "(a|a)* b",        "(a?){50} a{50} b", nested(20),
                                  "(a|a a|a a a)* b", "x:(a*) y:(a*) b", "(.*)* b ..50 b"};
  for (const std::string& pattern : patterns) {
    RuleBench bench(rule_of(pattern));
    ASSERT_EQ(bench.errors(), "") << pattern;
    const double few = steps_for(bench, "b ", "a", 39), many = steps_for(bench, "b ", "a", 399);
    EXPECT_LT(many, 2 * few + 20) << pattern << ": steps a token " << few << " over 40 tokens, " << many << " over 400";
    EXPECT_GT(many, 1) << pattern;
  }
}

TEST(Steps, AMatchAtEveryTokenIsCheap) {
  RuleBench bench(rule_of("a"));
  EXPECT_LE(steps_for(bench, "", "a", 400), 3);
}

TEST(Steps, NothingIsTriedWhereNothingCanBegin) {
  RuleBench bench(rule_of("a b|c d"));
  EXPECT_EQ(steps_for(bench, "", "z", 400), 0);
  RuleBench two(rule_of("a b"));
  EXPECT_EQ(steps_for(two, "", "a", 400), 0) << "without a b the gate is shut";
}

}  // namespace
}  // namespace copydesk::testing
