// Room 4, rules. All compiled rules of the packs, in their cascades, and their run over a document.
//
//     grammar.prepare(layer, lattice, state);
//     for (sentence ...) grammar.run(room, sentence, lattice, state);   // the room's cascades, one after the other
//
// Threads: immutable; a worker brings its own GrammarState. Lifetime: owns everything.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/lattice.h"
#include "rules/matcher.h"
#include "rules/names.h"
#include "rules/rule.h"

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
  std::vector<std::uint32_t> literals;  // of each token, kNoWord: none
  std::vector<std::uint64_t>
      open;  // of each rule: the stamp of the sentence, and a bit for each of its gates that is open
  std::vector<std::uint64_t> ready;                    // a bit for each rule of the room: all its gates are open
  std::vector<std::uint64_t> met_literals, met_names;  // stamp of the sentence in which each was met last
  std::uint64_t stamp = 0;
  std::vector<std::uint32_t> keys;         // literals of the document's tokens that open gates in some room
  std::vector<std::uint32_t> keys_before;  // of each token: how many of them stand before it
  std::vector<std::vector<std::uint16_t>>
      names;  // of each sentence: labels and kinds of its edges that open gates in some room
  std::vector<std::uint32_t> sentence_of;  // of each token
  std::uint32_t edges_seen = 0;            // edges of the lattice that are in `names`
  std::vector<Match> matches;
  std::vector<std::uint32_t> slots;
  std::vector<std::uint64_t>* steps_of_rules = nullptr;  // when set: steps that each rule took, for authors of packs
};

class Grammar {
 public:
  // Finds the words of rules among the tokens. Call once a document, after Lattice::reset.
  void prepare(Lattice& lattice, GrammarState& state) const;

  // Runs the cascades of `room` over one sentence and adds what they give to the lattice.
  void run(std::uint16_t room, std::uint32_t sentence, TokenRange range, Lattice& lattice, GrammarState& state) const;

  const Rule& rule(std::uint32_t index) const { return rules[index]; }
  // The value of a field of the rule that made `annotation`: a constant, or what the captured list entry says.
  std::string_view field(const Lattice& lattice, const Annotation& annotation, std::uint16_t name) const;

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

  // A gate of a rule that something opens.
  struct GateRef {
    std::uint32_t rule;
    std::uint8_t bit;
    std::uint8_t all;  // the bits of all gates of the rule
  };
  // What opens gates of the rules of one room. `opens_literal` and `opens_name` say in a byte whether there is anything to open.
  // A digit counts as one more literal.
  struct RoomGates {
    std::vector<std::vector<GateRef>> by_literal, by_name;
    std::vector<std::uint8_t> opens_literal, opens_name;
    std::vector<std::uint64_t> ungated;  // a bit for each rule that nothing need open
  };

  void find_keys(const Lattice& lattice, GrammarState& state) const;
  void find_names(const Lattice& lattice, GrammarState& state) const;
  void open_gates(const std::vector<GateRef>& gated, GrammarState& state) const;
  void open_name(const RoomGates& gates, std::uint16_t name, GrammarState& state) const;
  void open_sentence(const RoomGates& gates, std::uint32_t sentence, TokenRange range, GrammarState& state) const;
  void run_cascade(const Cascade& cascade, TokenRange range, const Lattice& lattice, GrammarState& state) const;
  void run_rule(std::uint32_t index, TokenRange range, const Lattice& lattice, GrammarState& state) const;
  void keep_matches(const Cascade& cascade, std::uint32_t sentence, Lattice& lattice, GrammarState& state) const;
  void add_match(const GrammarState::Match& match, std::uint32_t sentence, Lattice& lattice, GrammarState& state) const;
  TokenRange narrowed(const Program& program, const Matcher& matcher, TokenRange range) const;

  struct Literal {
    std::uint32_t hash;
    std::string folded;
  };
  std::uint16_t this_name_ = 0;
  std::vector<Literal> literals_;
  std::vector<std::uint32_t> literal_slots_;  // open addressing over literal + 1
  std::vector<RoomGates> gates_;              // by the name of the room
  RoomGates any_room_;                        // what opens anything in some room
};

}  // namespace copydesk
