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

// Steps a token of one run over `tokens` words and then `end`.
double steps_for(RuleBench& bench, std::string_view word, int tokens, std::string_view end = "") {
  bench.state.matcher.steps_taken = 0;
  bench.matches(repeated(word, tokens).append(end));
  return static_cast<double>(bench.state.matcher.steps_taken) / tokens;
}

// A pattern that a backtracking matcher would take for ever over costs a bounded number of steps a token, whatever the length.
// All that a filter sees of it stands at the end of the text; a form of letters, of which filters know nothing, is not there.
TEST(Steps, HostilePatternsAreLinear) {
  const std::string patterns[] = {"(a*)* b",          "(a|a)* b",        "(a?){50} a{50} b", nested(20),
                                  "(a|a a|a a a)* b", "x:(a*) y:(a*) b", "(.*)* b ..50 b"};
  for (const std::string& pattern : patterns) {
    RuleBench bench(rule_of(pattern + " /z/"));
    ASSERT_EQ(bench.errors(), "") << pattern;
    const double few = steps_for(bench, "a", 79, "b c b c"), many = steps_for(bench, "a", 399, "b c b c");
    EXPECT_LT(many, 2 * few + 20) << pattern << ": steps a token " << few << " over 80 tokens, " << many << " over 400";
    EXPECT_GT(many, 1) << pattern;
  }
}

TEST(Steps, AMatchAtEveryTokenIsCheap) {
  RuleBench bench(rule_of("a"));
  EXPECT_LE(steps_for(bench, "a", 400), 3);
}

TEST(Steps, NothingIsTriedWhereNothingCanBegin) {
  RuleBench bench(rule_of("a b|c d"));
  EXPECT_EQ(steps_for(bench, "z", 400), 0);
  RuleBench two(rule_of("a b"));
  EXPECT_EQ(steps_for(two, "a", 400), 0) << "without a b the gate is shut";
}

// A match begins only where what it needs comes soon enough, in this block of tokens or in the next.
TEST(Steps, NothingIsTriedFarFromWhatAMatchNeeds) {
  const struct {
    const char *pattern, *text_end, *matches;
    double most;  // steps a token
  } cases[] = {
      {"<word> <word> c", "c", "hit[398,401)", 0.1},
      {"<word> <word> c", "c z z z", "hit[398,401)", 0.1},
      {"(<word>){1,14} c", "c", "hit[386,401)", 0.5},
      {"(<word>){1,49} c", "c", "hit[351,401)", 60},  // farther than filters see in a long sentence
      {"<word> (<word>|<city>){0,3} c", "c", "hit[396,401)", 0.2},
      {"^ <word> <word> c", "c", "", 0.1},
      {"<word>* c <digits>", "c", "", 0.1},
      {"c (<word>)* c", "c a c", "hit[400,403)", 0.1},
  };
  for (const auto& one : cases) {
    RuleBench bench(rule_of(one.pattern));
    ASSERT_EQ(bench.errors(), "") << one.pattern;
    EXPECT_EQ(bench.matches(repeated("z", 400) + one.text_end), one.matches) << one.pattern;
    EXPECT_LE(static_cast<double>(bench.state.matcher.steps_taken) / 400, one.most) << one.pattern;
  }
}

}  // namespace
}  // namespace copydesk::testing
