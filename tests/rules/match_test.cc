#include <gtest/gtest.h>

#include "support/rule_bench.h"

namespace copydesk::testing {
namespace {

struct Case {
  const char* pattern;
  const char* text;
  const char* matches;
  const char* more = "";
};

// Every construct of the notation, on texts where it holds and where it does not.
TEST(Match, Notation) {
  const Case cases[] = {
      {"b", "a b b", "hit[1,2); hit[2,3)"},
      {"b", "B", "hit[0,1)"},
      {"a b", "a b a", "hit[0,2)"},
      {"\"a b\" c", "a b c", "hit[0,3)"},
      {"a|b c", "b c a", "hit[0,2); hit[2,3)"},
      {"(a|a b) c", "a b c", "hit[0,3)"},
      {"a?b", "b a b", "hit[0,1); hit[1,3)"},
      {"a* b", "a a b", "hit[0,3)"},
      {"a+", "a a b a", "hit[0,2); hit[3,4)"},
      {"a{2}", "a a a", "hit[0,2)"},
      {"a{2,}", "a a a", "hit[0,3)"},
      {"a{1,2}", "a a a", "hit[0,2); hit[2,3)"},
      {".", "a", "hit[0,1)"},
      {"a . b", "a x b", "hit[0,3)"},
      {"a ..2 b", "a x y b", "hit[0,4)"},
      {"a ..2 b", "a x y z b", ""},
      {"a ..2 b", "a b x b", "hit[0,2)"},
      {"a ..2 b", "a ; b", ""},
      {"^ a", "a a", "hit[0,1)"},
      {"a $", "a a", "hit[1,2)"},
      {"<Capitalised>", "Ab ab AB", "hit[0,1); hit[2,3)"},
      {"<UPPER>", "Ab ab AB", "hit[2,3)"},
      {"<lower>", "Ab ab AB", "hit[1,2)"},
      {"<digits>", "ab 12", "hit[1,2)"},
      {"<punctuation>", "ab ,", "hit[1,2)"},
      {"<word>&!<lower>", "ab Ab", "hit[1,2)"},
      {"<glued>&\",\"", "a, b ,", "hit[1,2)"},
      {"/[ab]+/", "ab ca ba", "hit[0,1); hit[2,3)"},
      {"/x\\d/&!x1", "x1 x2", "hit[1,2)"},
      {"<noun>", "plan zzz", "hit[0,1)"},
      {"sign/past", "sign signed", "hit[1,2)"},
      {"Sign/any_verb", "signed", "hit[0,1)"},
      {"<city>", "in Oslo", "hit[1,2)"},
      {"<city>", "in oslo", ""},
      {"<city>", "in New Oslo", "hit[1,3)"},
      {"<city:town>", "Oslo New Oslo", "hit[1,3)"},
      {"!<city>", "Oslo a", "hit[1,2)"},
      {"!a", "a b", "hit[1,2)"},
      {"(a|b)&!<UPPER>", "A b", "hit[1,2)"},
      {"x:a y:(b c)", "a b c", "hit[0,3) x[0,1) y[1,3)"},
      {"x:a? b", "b", "hit[0,1)"},
      {"(x:a)* b", "a a b", "hit[0,3) x[1,2)"},
      {"(x:a){2} b", "a a b", "hit[0,3) x[0,1) x[1,2)"},
      {"a this:b c", "a b c", "hit[1,2) this[1,2)"},
      {"a this:(b?) c", "a c", ""},
      {"<noun>|the big|sign", "the big plan", "hit[0,2); hit[2,3)"},
      {"b", "a b", "hit[1,2)", "before = '''a'''"},
      {"b", "b a", "", "before = '''a'''"},
      {"b", "a b c b", "hit[3,4)", "not_before = '''a'''"},
      {"b", "x a b", "hit[2,3)", "before = '''x a'''"},
      {"b", "a b", "", "before = '''x a'''"},
      {"b", "b b a", "hit[1,2)", "after = '''a'''"},
      {"b", "b b a", "hit[0,1)", "not_after = '''a'''"},
      {"b", "b a", "hit[0,1)", "after = '''. $'''"},
      {"b", "a b", "hit[1,2)", "before = '''^ .'''"},
  };
  for (const Case& one : cases) {
    RuleBench bench(rule_of(one.pattern, one.more));
    ASSERT_EQ(bench.errors(), "") << one.pattern;
    EXPECT_EQ(bench.matches(one.text), one.matches) << one.pattern << " " << one.more << "\n  on: " << one.text;
  }
}

TEST(Match, SubPatternsAndCascadesOfRules) {
  RuleBench bench("[[pattern]]\nname = \"ab\"\nis = '''a|b'''\n" + rule_of("<ab> x:<ab>"));
  EXPECT_EQ(bench.matches("a b"), "hit[0,2) x[1,2)");
}

TEST(Match, LongestThenFirstRule) {
  RuleBench bench(
      "[[rule]]\nname = \"1\"\ngives = \"one\"\npattern = 'a b'\n[[rule]]\nname = \"2\"\ngives = \"two\"\npattern = 'a "
      "b'\n"
      "[[rule]]\nname = \"3\"\ngives = \"three\"\npattern = 'b c d'\n[[rule]]\nname = \"4\"\ngives = \"four\"\npattern "
      "= 'c d'\n");
  EXPECT_EQ(bench.matches("a b c d"), "one[0,2); four[2,4)");
  EXPECT_EQ(bench.matches("b c d"), "three[0,3)");
}

// Sentences are laid side by side some at a time; what rules give comes in the order of the sentences, and a second room, or
// turn, reads all of them again.
TEST(Match, SentencesOfALongText) {
  constexpr std::uint32_t kSentences = 200, kTokens = 3;
  RuleBench bench(rule_of("a b|c"));
  std::string text, expected;
  for (std::uint32_t i = 0; i < kSentences; ++i) text += i % 5 == 0 ? "a b d " : i % 7 == 0 ? "b a c " : "b a d ";
  for (std::uint32_t i = 0; i < kSentences; ++i)
    if (i % 5 == 0 || i % 7 == 0) expected += std::to_string(i) + ' ';
  bench.read(text);
  bench.tokens.sentences.clear();
  for (std::uint32_t i = 0; i < kSentences; ++i) bench.tokens.sentences.push_back({i * kTokens, (i + 1) * kTokens, 0});
  const Grammar& grammar = bench.language().grammar;
  grammar.prepare(bench.lattice, bench.state);
  for (int turn = 0; turn < 2; ++turn) {
    const std::size_t before = bench.lattice.annotations.size();
    grammar.run(grammar.names.find("times"), bench.lattice, bench.state);
    std::string found;
    for (std::size_t i = before; i < bench.lattice.annotations.size(); ++i)
      found += std::to_string(bench.lattice.annotations[i].sentence) + ' ';
    EXPECT_EQ(found, expected);
  }
}

TEST(Match, SentenceOfTheMostTokens) {
  RuleBench bench(rule_of("a* b"));
  std::string text;
  for (int i = 0; i < 399; ++i) text += "a ";
  EXPECT_EQ(bench.matches(text + "b"), "hit[0,400)");
}

}  // namespace
}  // namespace copydesk::testing
