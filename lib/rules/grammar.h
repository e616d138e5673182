// Room 4, rules. All compiled rules of the packs, in their cascades, and their run over a document.
//
//     grammar.prepare(lattice, state);
//     for (sentence ...) grammar.run(room, sentence, lattice, state);   // the room's cascades, one after the other
//
// Threads: immutable; a worker brings its own GrammarState. Lifetime: owns everything.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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
  };
  Matcher matcher;
  TokenSets sets;
  std::vector<std::uint64_t> shut;   // gates of the room that the sentence has not opened
  std::vector<std::uint32_t> ready;  // rules of a cascade whose gates are open
  std::vector<Match> matches;
  std::vector<std::uint32_t> slots;
  std::vector<std::uint64_t>* steps_of_rules = nullptr;  // when set: steps that each rule took, for authors of packs
};

class Grammar {
 public:
  // Call once a document, after Lattice::reset and find_hits.
  void prepare(const Lattice& lattice, GrammarState& state) const;

  // Runs the cascades of `room` over one sentence and adds what they give to the lattice.
  void run(std::uint16_t room, std::uint32_t sentence, TokenRange range, Lattice& lattice, GrammarState& state) const;

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

 private:
  friend class GrammarBuilder;

  void open_gates(std::span<const Opening> openings, GrammarState& state) const;
  void open_sentence(const RoomGates& gates, GrammarState& state) const;
  void run_cascade(const Cascade& cascade, GrammarState& state) const;
  void list_ready(const Cascade& cascade, GrammarState& state) const;
  void run_rule(std::uint32_t index, GrammarState& state) const;
  bool take_match(std::uint32_t index, std::uint32_t at, GrammarState& state) const;
  void keep_matches(const Cascade& cascade, std::uint32_t sentence, Lattice& lattice, GrammarState& state) const;
  void add_match(const GrammarState::Match& match, std::uint32_t sentence, Lattice& lattice, GrammarState& state) const;
  TokenRange narrowed(const Program& program, const Matcher& matcher, TokenRange range) const;

  struct Literal {
    std::uint32_t hash;
    std::string folded;
  };
  std::uint16_t this_name_ = 0;
  std::vector<Code> codes_;                 // of each rule
  std::vector<std::uint64_t> field_masks_;  // of each rule, a bit for its fields by their name
  std::vector<Literal> literals_;
  std::vector<std::uint32_t> literal_slots_;  // open addressing over literal + 1
  GateIndex gates_;
};

}  // namespace copydesk
