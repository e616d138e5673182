// Room 4, rules. All compiled rules of the packs, in their cascades, and their run over a document.
//
//     grammar.prepare(lattice, state);
//     grammar.run(room, lattice, state);   // the room's cascades, one after the other
//
// A rule runs over all sentences of a page of TokenSets before the next one does, since fetching a rule costs more than running it
// over a sentence; what the rules of a room give stands in the order of the sentences all the same.
//
// Threads: immutable; a worker brings its own GrammarState. Lifetime: owns everything.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "rules/column_index.h"
#include "rules/gate_index.h"
#include "rules/lattice.h"
#include "rules/matcher.h"
#include "rules/names.h"
#include "rules/rule.h"
#include "rules/token_sets.h"

namespace copydesk {

// Which of the matches of a cascade in a sentence are kept.
enum class Keep : std::uint8_t {
  longest,  // none that overlap: the leftmost, then the longest, then the one whose rule stands first
  all,
};

struct Cascade {
  std::string name;
  std::uint16_t room = 0;  // of Names
  Keep keep = Keep::longest;
  std::vector<std::uint32_t> rules;  // in their order
};

// What a worker needs to run rules, used again from document to document.
struct GrammarState {
  struct Match {
    std::uint32_t rule;
    TokenRange range;
    std::uint32_t first_slot;  // into slots
    std::uint32_t sentence;
  };
  // A branch of a rule and the sentences of the page in which its gates are open.
  struct Ready {
    std::uint32_t branch;
    std::uint64_t sentences;
  };
  // Tokens of a window at which matches of a rule may begin.
  struct Start {
    std::uint32_t rule;
    std::uint32_t sentence;
    std::uint32_t begin;   // of the window
    std::uint64_t tokens;  // a bit for each
  };
  Matcher matcher;
  TokenSets sets;
  std::vector<std::uint64_t> open;    // of each gate of the room the sentences of the page that open it
  std::vector<std::uint64_t> awaken;  // a bit for each branch whose first gate is open in some sentence
  std::vector<Ready> ready;           // of a cascade
  std::vector<Start> starts;          // of a cascade
  std::vector<Match> matches;
  std::vector<std::uint32_t> slots;
  std::vector<std::uint64_t>* steps_of_rules = nullptr;  // when set: steps that each rule took, for authors of packs
};

class Grammar {
 public:
  // Call once a document, after Lattice::reset and find_hits.
  void prepare(const Lattice& lattice, GrammarState& state) const;

  // Runs the cascades of `room` over all sentences and adds what they give to the lattice.
  void run(std::uint16_t room, Lattice& lattice, GrammarState& state) const;

  const Rule& rule(std::uint32_t index) const { return rules[index]; }
  // The value of a field of the rule that made `annotation`: a constant, or what the captured list entry says.
  std::string_view field(const Lattice& lattice, const Annotation& annotation, std::uint16_t name) const;

  // What a named column of its list says of a hit; none for an edge that is no hit, or when the list has no such column.
  std::optional<std::string_view> value_of(const Edge& edge, std::string_view column) const;

  Names names;
  TestTables tables;
  std::vector<Rule> rules;
  std::vector<Cascade> cascades;

  // The lexicons whose hits lie in the lattice, by Edge::layer; needed by field().
  std::vector<Lexicon> lexicons;

  // The literal of a folded word, kNoWord when no rule names it.
  std::uint32_t literal_of(std::string_view folded, std::uint32_t hash) const;

  // Call when all rules and lexicons are there: lays what the matcher looks at side by side, and numbers what fields name.
  void view_rules();

  // What the image of a pack keeps, without the lexicons, which are read in place, and what view_rules() lays; see rules/archive.h.
  static auto archived(auto& self) {
    return std::tie(self.names, self.tables, self.rules, self.cascades, self.this_name_, self.literals_,
                    self.literal_slots_, self.gates_);
  }

 private:
  friend class GrammarBuilder;

  // Where the filters of a branch lie: its outline, and behind it its filter.
  struct BranchFilters {
    std::uint32_t rule;
    std::uint32_t first;            // op
    std::uint32_t outline, filter;  // ops of each
  };
  using ReadyBranches = std::span<const GrammarState::Ready>;  // of one rule

  void lay_filters();
  void run_page(std::uint16_t room, Lattice& lattice, GrammarState& state) const;
  void open_gates(const RoomGates& room, GrammarState& state) const;
  void open_gates_by_new_slots(const RoomGates& room, GrammarState& state) const;
  static void open_gates_by_slot(const RoomGates& room, std::uint32_t slot, GrammarState& state);
  static void open_gate(const RoomGates& room, std::uint32_t gate, std::uint64_t sentences, GrammarState& state) {
    if (gate < room.first_gates && state.open[gate] == 0) wake_branches(room, gate, state);
    state.open[gate] |= sentences;
  }
  static void wake_branches(const RoomGates& room, std::uint32_t gate, GrammarState& state);
  void list_ready(const Cascade& cascade, GrammarState& state) const;
  void list_if_ready(std::uint32_t branch, std::uint64_t all, GrammarState& state) const;
  void run_cascade(const Cascade& cascade, const Lattice& lattice, GrammarState& state) const;
  void find_starts(GrammarState& state) const;
  void find_starts(ReadyBranches branches, std::uint32_t sentence, GrammarState& state) const;
  std::uint64_t begins(ReadyBranches branches, std::uint32_t sentence, std::uint32_t window, TokenSets& sets) const;
  void try_starts(const Lattice& lattice, GrammarState& state) const;
  void try_rule(std::span<const GrammarState::Start> starts, const Lattice& lattice, GrammarState& state) const;
  bool take_match(const GrammarState::Match& match, GrammarState& state) const;
  void keep_matches(const Cascade& cascade, Lattice& lattice, GrammarState& state) const;
  void add_match(const GrammarState::Match& match, Lattice& lattice, GrammarState& state) const;
  TokenRange narrowed(const Code& code, const Matcher& matcher, TokenRange range) const;

  struct Literal {
    std::uint32_t hash;
    std::string folded;
  };
  std::uint16_t this_name_ = 0;
  // What a rule gives: asked for with every match, so it lies nearer than the rule.
  struct Given {
    Label label;
    Kind kind;
  };
  std::vector<Code> codes_;   // of each rule
  std::vector<Given> given_;  // by each rule
  std::vector<FilterOp> filters_;
  std::vector<BranchFilters> branches_;
  std::vector<std::uint32_t> first_branches_;  // of each rule, and of the end
  std::vector<std::span<const Context>> contexts_;
  std::vector<std::uint64_t> field_masks_;  // of each rule, a bit for its fields by their name
  std::vector<Literal> literals_;
  std::vector<std::uint32_t> literal_slots_;  // open addressing over literal + 1
  GateIndex gates_;
  ColumnIndex columns_;  // that fields name
};

}  // namespace copydesk
