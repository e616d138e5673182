// Room 4, rules. How far a rule got in a sentence where it does not match, for people who write rules. Tries every way, so it is
// slower than Matcher, but no slower than steps of the rule times tokens of the sentence, from each token.
#pragma once

#include <vector>

#include "rules/matcher.h"

namespace copydesk {

struct NearMiss {
  TokenRange matched;           // the longest begin of a match; empty when nothing of the rule is there
  std::uint32_t telling = 0;    // how many words and entries of lists it holds, and not only classes of words
  bool context_failed = false;  // the pattern matches, what stands around it does not
};

class NearMissFinder : private Matcher {
 public:
  NearMissFinder(const TestTables& tables, const Lattice& lattice) { start(tables, lattice); }

  // The nearest miss of `rule` within a sentence.
  NearMiss find(const Rule& rule, TokenRange sentence);

 private:
  struct Way {
    std::uint32_t step;
    std::uint32_t position;
    std::uint32_t telling;
  };
  void try_at(const Program& program, std::uint32_t begin, NearMiss& best);
  void go_on(const Program& program, Way way, std::uint32_t begin, NearMiss& best);
  void follow_edges(const Program& program, const Step& step, Way way);
  bool names_words(const StepTest& test) const;
  void push(Way way);

  std::vector<Way> ways_;
  std::vector<std::size_t> touched_places_;  // of seen_ that are not 0
  std::vector<std::uint32_t> seen_;          // of each step and position: telling + 1 of the best way there
};

}  // namespace copydesk
