// Random patterns over the words a, b, c and d: the machine against RE2 over the same letters, and with its gates, outlines,
// filters and signatures against a plain run that knows none of them.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <re2/re2.h>

#include "support/rule_bench.h"

namespace copydesk::testing {
namespace {

struct Pair {
  std::string pattern, regex;
};

int pick(int begin, int end) { return *rc::gen::inRange(begin, end); }

Pair random_pair(int depth) {
  const std::string letter(1, static_cast<char>('a' + pick(0, 4)));
  switch (depth == 0 ? 0 : pick(0, 8)) {
    case 0:
      return {letter, letter};
    case 1:
      return {"!" + letter, "[^" + letter + "]"};
    case 2:
      return {"(" + letter + "|a|b c)", "(?:" + letter + "|a|bc)"};
    default:
      break;
  }
  const Pair x = random_pair(depth - 1), y = random_pair(depth - 1);
  switch (pick(0, 5)) {
    case 0:
      return {"(" + x.pattern + "|" + y.pattern + ")", "(?:" + x.regex + "|" + y.regex + ")"};
    case 1:
      return {"(" + x.pattern + " " + y.pattern + ")", "(?:" + x.regex + y.regex + ")"};
    case 2:
      return {"(" + x.pattern + ")*", "(?:" + x.regex + ")*"};
    case 3:
      return {"(" + x.pattern + "){1,2}", "(?:" + x.regex + "){1,2}"};
    default:
      return {"(" + x.pattern + ")?", "(?:" + x.regex + ")?"};
  }
}

std::string random_letters() { return *rc::gen::container<std::string>(rc::gen::inRange('a', 'e')); }

std::string spaced(const std::string& letters) {
  std::string text;
  for (const char letter : letters) (text += letter) += ' ';
  return text;
}

std::string range_text(std::size_t begin, std::size_t end) {
  return "hit[" + std::to_string(begin) + "," + std::to_string(end) + ")";
}

// The leftmost-first matches of RE2, none that overlap.
std::string regex_matches(const std::string& regex, const std::string& text) {
  const re2::RE2 re2(regex);
  std::string all;
  for (std::size_t at = 0; at < text.size();) {
    re2::StringPiece found;
    const bool matches = re2.Match(text, at, text.size(), re2::RE2::ANCHOR_START, &found, 1) && !found.empty();
    if (matches) all += (all.empty() ? "" : "; ") + range_text(at, at + found.size());
    at += matches ? found.size() : 1;
  }
  return all;
}

TEST(Random, MatchesAsRe2Does) {
  EXPECT_TRUE(rc::check([] {
    const Pair pair = random_pair(4);
    RuleBench bench(rule_of(pair.pattern + " d"));
    RC_ASSERT(bench.errors() == "");
    for (int i = 0; i < 5; ++i) {
      const std::string letters = random_letters();
      RC_LOG() << pair.pattern << " d\n on " << letters << '\n';
      if (!letters.empty())
        RC_ASSERT(bench.matches(spaced(letters)) == regex_matches("(?:" + pair.regex + ")d", letters));
    }
  }));
}

Program plain(Program program) {
  program.branches.clear();
  for (Step& step : program.steps) {
    step.first = 0;
    step.may_end = true;
  }
  return program;
}

// The matches of one rule, tried at every position.
std::string plain_matches(RuleBench& bench) {
  const Program program = plain(bench.language().grammar.rules[0].program);
  const auto size = static_cast<std::uint32_t>(bench.tokens.tokens.size());
  bench.state.matcher.enter({0, size});
  std::string all;
  for (std::uint32_t at = 0; at < size;) {
    const bool found = bench.state.matcher.match_at(program.code(), at, true) && bench.state.matcher.match_end() > at;
    const std::uint32_t end = bench.state.matcher.match_end();
    if (found) all += (all.empty() ? "" : "; ") + range_text(at, end);
    at = found ? end : at + 1;
  }
  return all;
}

std::string random_atom() {
  static const std::string atoms[] = {
      "a",          "b",       "<city>",  "<city:town>",         "<noun>",        "sign/any_verb", "<digits>",
      "/[ab1-9]+/", "!<city>", "<UPPER>", "(a|<noun>|new oslo)", "(<city>|plan)", "..2",           "<lower>&!a",
      "^",          "$",       "/\\d+/"};
  return atoms[pick(0, static_cast<int>(std::size(atoms)))];
}

// An atom, or alternatives of several, which an outline passes over or holds by one part of each.
std::string random_part() {
  if (pick(0, 3) != 0) return random_atom();
  static const std::string forms[] = {"", "?", "{0,2}", "{1,2}"};
  return "(" + random_atom() + " " + random_atom() + "|" + random_atom() + "|. " + random_atom() + ")" +
         forms[pick(0, 4)];
}

std::string random_pattern() {
  std::string pattern;
  for (int parts = pick(1, 5); parts-- > 0;) pattern += random_part() + " ";
  static const std::string forms[] = {"", "*", "?", "{1,3}"};
  pattern = "(" + pattern + ")" + forms[pick(0, 4)] + " " + random_atom() + " .";
  // Some are alternatives as a whole, of which a sentence asks only those whose gates it opens.
  static const std::string others[] = {"", "", " | b <noun>", " | ( . a (b|plan) | <city> | lima )",
                                       " | <city> | plan"};
  return pattern + others[pick(0, 5)];
}

std::string random_text() {
  static const std::string words[] = {"a", "b", "New", "Oslo", "lima", "plan", "signed", "12", ";", "AB", "zz"};
  std::string text = "a";
  const int most = pick(0, 4) == 0 ? 150 : 14;  // tokens: some sentences are longer than a window of TokenSets
  for (int size = pick(0, most); size-- > 0;) text += " " + words[pick(0, static_cast<int>(std::size(words)))];
  return text;
}

TEST(Random, GatesFiltersAndSignaturesHideNothing) {
  EXPECT_TRUE(rc::check([] {
    const std::string pattern = random_pattern();
    RuleBench bench(rule_of(pattern));
    RC_ASSERT(bench.errors() == "");
    const std::vector<Branch>& branches = bench.language().grammar.rules[0].program.branches;
    RC_CLASSIFY(std::ranges::any_of(branches, [](const Branch& branch) { return !branch.outline.empty(); }),
                "with an outline");
    RC_CLASSIFY(branches.size() > 1, "with branches");
    for (int i = 0; i < 10; ++i) {
      const std::string text = random_text();
      const std::string gated = bench.matches(text);
      bench.read(text);
      RC_LOG() << pattern << "\n on " << text << '\n';
      RC_ASSERT(gated == plain_matches(bench));
    }
  }));
}

}  // namespace
}  // namespace copydesk::testing
