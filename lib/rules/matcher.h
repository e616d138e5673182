// Room 4, rules. Runs one program over one sentence, in time linear in steps of the program times tokens of the sentence.
//
// A step at a position that has failed once is never tried again (RE2's bit-state method), so nothing a rule's author writes
// can make it slow. `steps_taken` counts, so that tests measure growth without a clock.
//
// Threads: one Matcher a worker. Lifetime: refers to grammar and lattice for the time of a call.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "rules/lattice.h"
#include "rules/regex.h"
#include "rules/regex_cache.h"
#include "rules/rule.h"
#include "rules/test_tables.h"

namespace copydesk {

class Matcher {
 public:
  void start(const TestTables& tables, const Lattice& lattice) {
    tables_ = &tables;
    lattice_ = &lattice;
  }

  // From now on matches stay within these tokens.
  void enter(TokenRange sentence) {
    sentence_ = window_ = sentence;
    tokens_ = lattice_->layer().tokens.data();
    met_ = lattice_->signatures.data();
    wanted_ = tables_->signatures.data();
  }

  // Looks for a match that begins exactly at `at`. `fresh`: forget what failed before (needed for another program, and after a
  // match was found).
  bool match_at(const Code& code, std::uint32_t at, bool fresh);
  std::uint32_t match_end() const { return end_; }
  std::uint32_t slot(std::size_t index) const { return slots_.values[index]; }

  // Whether a context holds at `at`.
  bool context_holds(const Context& context, std::uint32_t at);

  std::uint64_t steps_taken = 0;

 protected:
  struct Job {
    std::uint32_t step;      // or kRestore
    std::uint32_t position;  // or the slot
    std::uint32_t old_value;
  };
  static constexpr std::uint32_t kRestore = 0xFFFFFFFF;

  // A try that fails leaves them empty, one that succeeds does not.
  struct Slots {
    std::vector<std::uint32_t> values;
    std::uint32_t filled = 0;  // behind them all are empty

    void clear(std::uint32_t needed) {
      std::fill_n(values.begin(), filled, kNoEdge);
      filled = 0;
      if (values.size() < needed) values.resize(needed, kNoEdge);
    }
  };

  bool run(const Code& code, std::uint32_t at, bool backwards);
  bool match_only_step(const Code& code, std::uint32_t at);
  std::uint32_t edge_end(const Code& code, const Step& step, std::uint32_t at);
  bool next_job(Job& job);
  bool follow(const Code& code, std::uint32_t step, std::uint32_t position, bool backwards);
  bool may_hold(const Step& step, std::uint32_t position) const;
  bool visit(std::uint32_t mark, std::uint32_t position);
  void start_anew(const Code& code);
  std::uint32_t token_behind(const Code& code, const Step& step, std::uint32_t position, bool backwards);
  void push_ends(const Code& code, const Step& step, std::uint32_t position, bool backwards);
  bool others_hold(const Code& code, const Step& step, TokenRange under);
  bool holds(const StepTest& test, TokenRange under);
  // Whether a test of an edge asks for this one's label and kind.
  static bool asks_for(const StepTest& test, const Edge& edge) {
    return edge.label == test.a && (test.b == kAnyKind || edge.kind == test.b);
  }
  bool edge_under(const StepTest& test, TokenRange under) const;
  bool token_holds(const StepTest& test, std::uint32_t token);
  bool words_hold(const WordSet& set, const TokenData& token) const;
  bool choice_holds(const TestChoice& choice, const TokenData& token) const;
  bool regex_holds(std::uint32_t regex, std::uint32_t token);

  const TestTables* tables_ = nullptr;
  const Lattice* lattice_ = nullptr;
  TokenRange sentence_;
  TokenRange window_;  // what steps may look at: the sentence, or of a context some tokens of it
  std::uint32_t end_ = 0;
  const TokenData* tokens_ = nullptr;
  const Signature* met_ = nullptr;     // signatures of the tokens
  const Signature* wanted_ = nullptr;  // signatures that steps ask for
  Slots slots_;
  Slots outer_slots_;  // of the match whose context is being looked at
  std::vector<Job> jobs_;
  std::vector<std::uint64_t> visited_;  // a bit for each mark and position
  std::vector<std::uint32_t> touched_;  // the words of visited_ that are not 0
  std::vector<Regex> regexes_;          // this worker's copies, made when first used
  RegexCache answers_;                  // theirs
};

}  // namespace copydesk
