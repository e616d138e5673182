// Room 4, rules. The tokens of sentences as sets, a bit for each token, and the run of filters over them.
//
//     sets.start(tables, lattice);                        // once a document
//     sets.enter(sentence);
//     for (std::size_t i = 0; i < sets.windows(); ++i) use(sets.begin_of(i), sets.begins(filter, i));
//
// A window is 63 tokens, so that the position behind the last has a bit too; most sentences fit into one. Those of a longer
// sentence overlap, so that filters see some way ahead; what lies behind a window may be anything.
//
// Threads: one a worker. Lifetime: refers to tables and lattice from start() on.
#pragma once

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
  // Goes to a sentence and takes in the edges that came since.
  void enter(std::uint32_t sentence);
  void take_edges() {
    while (edges_seen_ < lattice_->edges()) add_edge(lattice_->edge(edges_seen_++));
  }

  std::size_t windows() const { return used_; }
  std::uint32_t begin_of(std::size_t window) const { return views_[window].window->begin; }
  // The tokens of a window, none of which another has too, at which a match may begin.
  std::uint64_t begins(std::span<const FilterOp> filter, std::size_t window);

  // The tokens of a window that a literal is.
  struct Literal {
    std::uint32_t literal = 0;
    std::uint64_t tokens = 0;
  };

  // What the window holds, for those who open gates.
  std::span<const Literal> literals(std::size_t window) const { return literals_of(*views_[window].window); }
  bool has_digit(std::size_t window) const { return views_[window].window->forms[Forms::kDigit] != 0; }
  // The names of edges that begin in the window, a bit for each by its slot in the ConditionTable.
  std::span<const std::uint64_t> names(std::size_t window) const { return views_[window].window->names; }

 private:
  struct Window {
    std::uint32_t begin = 0, end = 0;
    std::uint32_t first_literal = 0, last_literal = 0;  // of literals_
    std::uint64_t tokens = 0;                           // all of them
    std::uint64_t positions = 0;                        // where tokens begin, and behind the last
    std::uint64_t beyond = 0;                           // the last position, when the sentence goes on behind it
    std::uint64_t own = 0;                              // tokens that the next window does not have
    std::span<std::uint64_t> names;                     // that edges have, a bit for each by its slot
    std::uint64_t* with_name = nullptr;                 // tokens at which edges of a name begin, by its slot
    std::array<std::uint64_t, Forms::kMost> forms{};
  };
  struct Known {
    std::uint64_t stamp = 0;  // of the view for which `tokens` was found
    std::uint64_t tokens = 0;
  };
  // A window of the sentence that is being read, with what was found out of it.
  struct View {
    const Window* window = nullptr;
    std::uint32_t column = 0;  // of the page
    std::uint64_t stamp = 0;
    std::vector<Known> known;  // of each condition
  };
  // Some windows side by side, which is all of them but in long documents: a row for each literal that is there, the first row,
  // of none, for all others; in each row the tokens of every window that the literal is.
  struct Page {
    std::uint32_t begin = 0, end = 0;  // windows
    std::vector<std::uint32_t> rows;   // of each literal
    std::vector<std::uint32_t> met;    // literals that have a row
    std::vector<std::uint64_t> tokens;
  };
  // A choice or loop that a filter is in.
  struct Frame {
    std::uint64_t before;  // positions before it
    std::uint64_t found;   // by its alternatives so far
    const FilterOp* body;
    std::uint32_t left;  // turns of the loop
  };

  void clear_names();
  void cut_windows();
  void add_window(TokenRange tokens, bool last);
  void add_tokens(std::uint32_t index);
  void open_page(std::uint32_t first_window);
  void add_token(Window& window, std::uint32_t index);
  void add_literal(Window& window, std::uint32_t literal, std::uint64_t bit);
  void add_edge(const Edge& edge);
  std::span<const Literal> literals_of(const Window& window) const {
    return {literals_.data() + window.first_literal, literals_.data() + window.last_literal};
  }
  void look(View& view, std::uint32_t window);
  void add_name(std::uint32_t slot, const Edge& edge);
  std::uint64_t with(const FilterOp& op, View& view) const;
  std::uint64_t with_condition(std::uint16_t index, View& view) const;
  std::uint64_t find(const StepTest& test, const View& view) const;
  std::uint64_t with_literal(const View& view, std::uint32_t literal) const;
  std::uint64_t with_words(const View& view, const WordSet& words) const;
  std::uint64_t with_choice(const View& view, const TestChoice& choice) const;
  std::uint64_t with_edges(const FilterOp& op, const Window& window, std::uint64_t ends) const;

  const TestTables* tables_ = nullptr;
  const Lattice* lattice_ = nullptr;
  std::vector<Window> windows_;
  std::vector<std::uint32_t> first_windows_;   // of each sentence, and of the end
  std::vector<std::uint32_t> window_of_;       // of each token the first that has it
  std::vector<Literal> literals_;              // of the windows, one after the other
  std::vector<std::uint32_t> literal_places_;  // where in literals_ each was added last
  Page page_;
  std::vector<std::uint64_t> with_names_;  // of the windows, one after the other
  std::vector<std::uint64_t> names_;       // of the windows, one after the other
  std::vector<std::uint32_t> longest_;     // tokens of the edges of a name, by its slot
  std::uint32_t edges_seen_ = 0;
  std::vector<View> views_;
  std::size_t used_ = 0;  // of them
  std::uint64_t stamp_ = 0;
  std::array<Frame, kDeepestFilter + 1> frames_;
};

}  // namespace copydesk
