// Room 4, rules. The tokens of sentences as sets, a bit for each token, and the run of filters over them.
//
//     sets.start(tables, lattice);                                // once a document
//     for (std::uint32_t at = 0; at < sentences; at = sets.page_end()) {
//       sets.open(at);                                            // up to 64 sentences, which are laid side by side
//       for (std::uint32_t i = sets.first_window(s); i < sets.first_window(s + 1); ++i)
//         use(sets.begin_of(i), sets.begins(filter, i));
//     }
//
// A window is 63 tokens, so that the position behind the last has a bit too; most sentences fit into one. Those of a longer
// sentence overlap, so that filters see some way ahead; what lies behind a window may be anything.
//
// Threads: one a worker. Lifetime: refers to tables and lattice from start() on.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "rules/lattice.h"
#include "rules/test_tables.h"

namespace copydesk {

class TokenSets {
 public:
  void start(const TestTables& tables, const Lattice& lattice);
  // Goes to the page of sentences that begins with this one and takes in the edges that came since.
  void open(std::uint32_t first_sentence);
  void take_edges() {
    while (edges_seen_ < lattice_->edges()) add_edge(lattice_->edge(edges_seen_++));
  }
  std::uint32_t page_begin() const { return page_.begin; }
  std::uint32_t page_end() const { return page_.end; }

  std::uint32_t first_window(std::uint32_t sentence) const { return first_windows_[sentence]; }
  std::uint32_t begin_of(std::uint32_t window) const { return windows_[window].begin; }
  // The tokens of a window of the page, none of which another has too, at which a match may begin.
  std::uint64_t begins(std::span<const FilterOp> filter, std::uint32_t window);

  // What stands in which sentences of the page, a bit for each, for those who open gates.
  struct Met {
    std::uint32_t id = 0;  // literal, or slot of the ConditionTable
    std::uint64_t sentences = 0;
  };
  std::span<const Met> literals() const { return page_.met; }
  std::uint64_t sentences_with_digits() const { return page_.digits; }
  std::uint64_t sentences_with(std::uint32_t slot) const { return page_.names[slot]; }
  std::span<const std::uint32_t> slots() const { return page_.slots; }  // those that some sentence has
  // A bit for each slot that more sentences have than when this was forgotten.
  std::span<const std::uint64_t> new_slots() const { return page_.new_slots; }
  void forget_new_slots() { std::ranges::fill(page_.new_slots, 0); }

 private:
  // The tokens of a window that a literal is.
  struct Literal {
    std::uint32_t literal = 0;
    std::uint64_t tokens = 0;
  };
  struct Window {
    std::uint32_t begin = 0, end = 0;
    std::uint32_t sentence = 0;
    std::uint32_t first_literal = 0, last_literal = 0;  // of literals_
    std::uint64_t tokens = 0;                           // all of them
    std::uint64_t positions = 0;                        // where tokens begin, and behind the last
    std::uint64_t beyond = 0;                           // the last position, when the sentence goes on behind it
    std::uint64_t own = 0;                              // tokens that the next window does not have
    std::span<std::uint64_t> names;                     // of its edges, a bit for each by its slot
    std::uint64_t* with = nullptr;  // tokens of a form, or at which edges of a name begin, by its slot
  };
  // Some sentences side by side, which is all of them but in long documents. A row has the tokens of every window.
  struct Page {
    std::uint32_t begin = 0, end = 0;  // sentences
    std::uint32_t first_window = 0;
    std::uint32_t columns = 0;  // windows
    std::vector<std::uint32_t>
        rows;  // of each literal where its row begins; the first is that of all that are not there
    std::vector<std::uint64_t> there;       // of each literal a bit: it has a row
    std::vector<Met> met;                   // literals that have a row
    std::vector<std::uint64_t> tokens;      // the rows
    std::vector<std::uint64_t> names;       // of each slot the sentences that have it
    std::vector<std::uint32_t> slots;       // that some sentence has
    std::vector<std::uint64_t> new_slots;   // a bit for each that more sentences have than before
    std::vector<std::uint64_t> forms;       // the rows of forms
    std::vector<std::uint8_t> known;        // conditions whose rows are filled
    std::vector<std::uint64_t> conditions;  // the rows of conditions
    std::uint64_t digits = 0;               // sentences that have some
  };
  // A choice or loop that a filter is in.
  struct Frame {
    std::uint64_t before;  // positions before it
    std::uint64_t found;   // by its alternatives so far
    const FilterOp* body;
    std::uint32_t left;  // turns of the loop
  };

  void clear_slots();
  void cut_windows();
  void add_window(TokenRange tokens, bool last);
  void add_tokens(std::uint32_t index);
  void add_token(Window& window, std::uint32_t index);
  void add_literal(Window& window, std::uint32_t literal, std::uint64_t bit);
  void open_page(std::uint32_t first_sentence);
  void lay_literals();
  void lay_forms();
  void note_slot(std::uint32_t slot, std::uint32_t sentence);
  void add_edge(const Edge& edge);
  void add_name(std::uint32_t slot, const Edge& edge);
  std::span<const Literal> literals_of(const Window& window) const {
    return {literals_.data() + window.first_literal, literals_.data() + window.last_literal};
  }
  std::uint64_t with_condition(std::uint16_t index, std::uint32_t column);
  void find(std::uint16_t condition, std::uint64_t* row) const;
  bool is_there(std::uint32_t literal) const { return (page_.there[literal / 64] >> (literal % 64) & 1) != 0; }
  void add_words(std::uint16_t condition, std::uint64_t* row) const;
  std::uint64_t meant(std::uint32_t window, std::uint64_t tokens, ClassMask classes) const;
  void add_forms(std::uint32_t forms, std::uint32_t first, std::uint64_t* row) const;
  std::uint64_t with_edges(const FilterOp& op, const std::uint64_t* with, std::uint64_t ends) const;

  const TestTables* tables_ = nullptr;
  const Lattice* lattice_ = nullptr;
  std::vector<Window> windows_;
  std::vector<std::uint32_t> first_windows_;   // of each sentence, and of the end
  std::vector<std::uint32_t> window_of_;       // of each token the first that has it
  std::vector<Literal> literals_;              // of the windows, one after the other
  std::vector<std::uint32_t> literal_places_;  // where in literals_ each was added last
  Page page_;
  std::vector<std::uint64_t> with_;     // of the windows, one after the other
  std::vector<std::uint64_t> names_;    // of the windows, one after the other
  std::vector<std::uint32_t> longest_;  // tokens of the edges of a name, by its slot
  std::uint32_t edges_seen_ = 0;
  std::array<Frame, kDeepestFilter + 1> frames_;
};

}  // namespace copydesk
