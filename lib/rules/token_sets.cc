#include "rules/token_sets.h"

#include <algorithm>
#include <bit>

namespace copydesk {
namespace {

constexpr std::uint32_t kTokens = 63;  // of a window
constexpr std::uint32_t kAhead = 15;   // of them the next window has too
constexpr std::uint32_t kPageSentences = 64;
constexpr std::uint32_t kPageWindows = 256;  // unless one sentence has more
constexpr int kMostTurns = 500;              // of the loops of a filter; after them a match may begin anywhere

constexpr std::uint64_t low_bits(std::uint32_t count) { return count >= 64 ? ~0ull : (1ull << count) - 1; }

// Positions from which `least` to `most` tokens lead to one of `ends`.
std::uint64_t stretched(std::uint64_t ends, std::uint32_t least, std::uint32_t most) {
  std::uint64_t begins = least > kTokens ? 0 : ends >> least;
  for (std::uint32_t step = 1, left = std::max(std::min(most, kTokens), least) - least; left != 0;) {
    const std::uint32_t by = std::min(step, left);
    begins |= begins >> by;
    left -= by;
    step *= 2;
  }
  return begins;
}

// The token of the lowest bit.
std::uint32_t lowest(std::uint64_t tokens) { return static_cast<std::uint32_t>(std::countr_zero(tokens)); }

template <class Use>
void for_each_name(std::span<const std::uint64_t> names, Use&& use) {
  for (std::size_t word = 0; word < names.size(); ++word)
    for (std::uint64_t left = names[word]; left != 0; left &= left - 1)
      use(static_cast<std::uint32_t>(word * 64) + lowest(left));
}

}  // namespace

void TokenSets::start(const TestTables& tables, const Lattice& lattice) {
  clear_slots();
  tables_ = &tables;
  lattice_ = &lattice;
  literals_.clear();
  longest_.assign(tables.conditions.slots(), 0);
  longest_[Forms::kAll] = kTokens;
  edges_seen_ = 0;
  cut_windows();
  const std::size_t slots = longest_.size(), words = slots / 64 + 1;
  with_.resize(std::max(with_.size(), windows_.size() * slots));
  names_.assign(windows_.size() * words, 0);
  for (std::uint32_t i = 0; i < windows_.size(); ++i) {
    windows_[i].with = with_.data() + i * slots;
    windows_[i].names = std::span(names_).subspan(i * words, words);
    add_tokens(i);
  }
  page_.begin = page_.end = 0;
}

// What the last document has set in with_ alone, since most windows have few of the names.
void TokenSets::clear_slots() {
  for (const Window& window : windows_) for_each_name(window.names, [&](std::uint32_t slot) { window.with[slot] = 0; });
}

void TokenSets::cut_windows() {
  const TokenLayer& layer = lattice_->layer();
  windows_.clear();
  first_windows_.clear();
  window_of_.assign(layer.tokens.size(), kNoEdge);
  for (const SentenceData& sentence : layer.sentences) {
    first_windows_.push_back(static_cast<std::uint32_t>(windows_.size()));
    for (std::uint32_t begin = sentence.begin; begin < sentence.end; begin += kTokens - kAhead) {
      const std::uint32_t end = std::min(sentence.end, begin + kTokens);
      add_window({begin, end}, end == sentence.end);
      if (end == sentence.end) break;
    }
  }
  first_windows_.push_back(static_cast<std::uint32_t>(windows_.size()));
}

void TokenSets::add_window(TokenRange tokens, bool last) {
  Window& window = windows_.emplace_back();
  window.begin = tokens.begin;
  window.end = tokens.end;
  window.sentence = static_cast<std::uint32_t>(first_windows_.size() - 1);
  window.tokens = low_bits(tokens.size());
  window.positions = low_bits(tokens.size() + 1);
  window.beyond = last ? 0 : 1ull << kTokens;
  window.own = last ? window.tokens : low_bits(kTokens - kAhead);
}

void TokenSets::add_tokens(std::uint32_t index) {
  Window& window = windows_[index];
  window.first_literal = static_cast<std::uint32_t>(literals_.size());
  std::fill_n(window.with, Forms::kMost, 0);
  window.with[Forms::kAll] = ~0ull;
  for (std::uint32_t i = window.begin; i < window.end; ++i) {
    add_token(window, i);
    window_of_[i] = std::min(window_of_[i], index);
  }
  window.last_literal = static_cast<std::uint32_t>(literals_.size());
}

void TokenSets::add_token(Window& window, std::uint32_t index) {
  const TokenData& token = lattice_->token(index);
  const std::uint64_t bit = 1ull << (index - window.begin);
  window.with[Forms::kShape + static_cast<std::size_t>(token.shape)] |= bit;
  window.with[Forms::kKind + static_cast<std::size_t>(token.kind)] |= bit;
  for (ClassMask left = token.word_class; left != 0; left &= left - 1) window.with[lowest(left)] |= bit;
  if (lattice_->signatures[index].meets(digit_signature())) window.with[Forms::kDigit] |= bit;
  if (!token.space_before) window.with[Forms::kGlued] |= bit;
  if (!token.sentence_initial && !token.capitals) window.with[Forms::kInside] |= bit;
  if (token.literal != kNoWord) add_literal(window, token.literal, bit);
}

void TokenSets::add_literal(Window& window, std::uint32_t literal, std::uint64_t bit) {
  if (literal >= literal_places_.size()) literal_places_.resize(literal + 1);
  std::uint32_t& place = literal_places_[literal];
  if (place < window.first_literal || place >= literals_.size() || literals_[place].literal != literal) {
    place = static_cast<std::uint32_t>(literals_.size());
    literals_.push_back({literal, 0});
  }
  literals_[place].tokens |= bit;
}

void TokenSets::open(std::uint32_t first_sentence) {
  if (first_sentence != page_.begin || page_.end <= page_.begin) open_page(first_sentence);
  take_edges();
}

void TokenSets::open_page(std::uint32_t first_sentence) {
  const auto sentences = static_cast<std::uint32_t>(first_windows_.size() - 1);
  page_.begin = first_sentence;
  page_.first_window = first_windows_[first_sentence];
  page_.end = first_sentence + 1;
  while (page_.end < std::min(sentences, first_sentence + kPageSentences) &&
         first_windows_[page_.end + 1] - page_.first_window <= kPageWindows)
    ++page_.end;
  page_.columns = first_windows_[page_.end] - page_.first_window;
  lay_literals();
  lay_forms();
  const ConditionTable& conditions = tables_->conditions;
  page_.known.assign(conditions.size(), 0);
  page_.conditions.resize(std::max(page_.conditions.size(), conditions.size() * page_.columns));
  page_.names.assign(conditions.slots(), 0);
  page_.slots.clear();
  page_.new_slots.assign(conditions.slots() / 64 + 1, 0);
  for (std::uint32_t i = 0; i < page_.columns; ++i) {
    const Window& window = windows_[page_.first_window + i];
    for_each_name(window.names, [&](std::uint32_t slot) { note_slot(slot, window.sentence); });
  }
}

void TokenSets::lay_literals() {
  for (const Met& met : page_.met) page_.rows[met.id] = 0;
  page_.met.clear();
  page_.rows.resize(tables_->literals);
  page_.there.assign(page_.rows.size() / 64 + 1, 0);
  page_.tokens.assign(page_.columns, 0);
  page_.digits = 0;
  for (std::uint32_t column = 0; column < page_.columns; ++column) {
    const Window& window = windows_[page_.first_window + column];
    const std::uint64_t sentence = 1ull << (window.sentence - page_.begin);
    if (window.with[Forms::kDigit] != 0) page_.digits |= sentence;
    for (const Literal& literal : literals_of(window)) {
      std::uint32_t& row = page_.rows[literal.literal];
      if (row == 0) {
        page_.met.push_back({literal.literal, 0});
        page_.there[literal.literal / 64] |= 1ull << (literal.literal % 64);
        row = static_cast<std::uint32_t>(page_.tokens.size());
        page_.tokens.resize(page_.tokens.size() + page_.columns);
      }
      page_.tokens[row + column] = literal.tokens;
      page_.met[row / page_.columns - 1].sentences |= sentence;
    }
  }
}

// Windows have their forms side by side; conditions look at a form of all windows.
void TokenSets::lay_forms() {
  page_.forms.resize(std::max(page_.forms.size(), std::size_t{Forms::kMost} * page_.columns));
  for (std::uint32_t i = 0; i < page_.columns; ++i) {
    const std::uint64_t* const with = windows_[page_.first_window + i].with;
    for (std::size_t form = 0; form < Forms::kMost; ++form) page_.forms[form * page_.columns + i] = with[form];
  }
}

void TokenSets::note_slot(std::uint32_t slot, std::uint32_t sentence) {
  if (sentence < page_.begin || sentence >= page_.end) return;
  if (page_.names[slot] == 0) page_.slots.push_back(slot);
  page_.names[slot] |= 1ull << (sentence - page_.begin);
  page_.new_slots[slot / 64] |= 1ull << (slot % 64);
}

void TokenSets::add_edge(const Edge& edge) {
  for (const std::uint16_t name : {edge.label, edge.kind})
    if (const std::uint16_t slot = tables_->conditions.slot_of(name); slot != 0) add_name(slot, edge);
}

void TokenSets::add_name(std::uint32_t slot, const Edge& edge) {
  longest_[slot] = std::max(longest_[slot], edge.range.size());
  const std::uint32_t at = edge.range.begin;
  for (std::uint32_t i = window_of_[at]; i < windows_.size() && windows_[i].begin <= at; ++i) {
    const Window& window = windows_[i];
    if (at >= window.end) continue;
    if (window.with[slot] == 0) {
      window.names[slot / 64] |= 1ull << (slot % 64);
      note_slot(slot, window.sentence);
    }
    window.with[slot] |= 1ull << (at - window.begin);
  }
}

// Of the tokens of a window those that are meant in one of some classes.
std::uint64_t TokenSets::meant(std::uint32_t window, std::uint64_t tokens, ClassMask classes) const {
  std::uint64_t found = 0;
  for (std::uint64_t left = tokens; left != 0; left &= left - 1) {
    const ClassMask is = lattice_->token(windows_[window].begin + lowest(left)).word_class;
    if (is == 0 || (is & classes) != 0) found |= left & -left;
  }
  return found;
}

void TokenSets::add_words(std::uint16_t condition, std::uint64_t* row) const {
  for (const std::uint16_t word : tables_->condition_words.words_of(condition)) {
    if (!is_there(word)) continue;
    const std::uint64_t* const tokens = page_.tokens.data() + page_.rows[word];
    for (std::uint32_t i = 0; i < page_.columns; ++i) row[i] |= tokens[i];
  }
  for (const WordSet::Form& form : tables_->condition_words.forms_of(condition)) {
    if (!is_there(form.literal)) continue;
    const std::uint64_t* const tokens = page_.tokens.data() + page_.rows[form.literal];
    for (std::uint32_t i = 0; i < page_.columns; ++i)
      if (tokens[i] != 0) row[i] |= meant(page_.first_window + i, tokens[i], form.classes);
  }
}

// Tokens of forms, a bit of `forms` for each from `first` on.
void TokenSets::add_forms(std::uint32_t forms, std::uint32_t first, std::uint64_t* row) const {
  for (; forms != 0; forms &= forms - 1) {
    const std::uint64_t* const tokens = page_.forms.data() + std::size_t{first + lowest(forms)} * page_.columns;
    for (std::uint32_t i = 0; i < page_.columns; ++i) row[i] |= tokens[i];
  }
}

// Fills the row of a condition.
void TokenSets::find(std::uint16_t condition, std::uint64_t* row) const {
  std::fill_n(row, page_.columns, 0);
  add_words(condition, row);
  const StepTest& test = tables_->conditions[condition];
  switch (test.kind) {
    case TestKind::word:
    case TestKind::words:
      return;
    case TestKind::any_of: {
      const TestChoice& choice = tables_->choices[test.a];
      add_forms(choice.classes, 0, row);
      add_forms(choice.shapes, Forms::kShape, row);
      return add_forms(choice.token_kinds, Forms::kKind, row);
    }
    case TestKind::word_class:
      return add_forms(test.a, 0, row);
    case TestKind::shape:
      return add_forms(test.a, Forms::kShape, row);
    case TestKind::token_kind:
      return add_forms(test.a, Forms::kKind, row);
    default:
      for (std::uint32_t i = 0; i < page_.columns; ++i) row[i] = windows_[page_.first_window + i].tokens;
  }
}

inline std::uint64_t TokenSets::with_condition(std::uint16_t index, std::uint32_t column) {
  std::uint64_t* const row = page_.conditions.data() + std::size_t{index} * page_.columns;
  if (page_.known[index] == 0) {
    page_.known[index] = 1;
    find(index, row);
  }
  return row[column];
}

// Where edges that `op` asks for may begin and end at one of `ends`.
inline std::uint64_t TokenSets::with_edges(const FilterOp& op, const std::uint64_t* with, std::uint64_t ends) const {
  const std::uint64_t found = with[op.arg] & with[op.also];
  return found == 0 ? 0 : stretched(ends, 1, std::min(longest_[op.arg], longest_[op.also])) & found;
}

namespace {

// What the loop over ops switches by.
constexpr std::uint32_t code(FilterOp::Kind kind, FilterOp::From from = FilterOp::From::condition) {
  return static_cast<std::uint32_t>(kind) * 4 + static_cast<std::uint32_t>(from);
}

}  // namespace

// Where nothing is left of `now`, what goes on with it is left out.
// NOLINTNEXTLINE(readability-function-size): one switch over the instructions, which a call for each would slow
std::uint64_t TokenSets::begins(std::span<const FilterOp> filter, std::uint32_t index) {
  using enum FilterOp::Kind;
  using enum FilterOp::From;
  const Window& window = windows_[index];
  const std::uint32_t column = index - page_.first_window;
  const std::uint64_t beyond = window.beyond;
  const std::uint64_t* const with = window.with;
  const std::uint64_t* const words = page_.tokens.data() + column;
  const std::uint32_t* const rows = page_.rows.data();
  std::uint64_t now = window.positions;
  int turns = 0;
  Frame* frame = frames_.data();
  for (const FilterOp *op = filter.data(), *end = op + filter.size(); op != end; ++op) {
    switch (code(op->kind, op->from)) {
      case code(token, slot):
        now = (now >> 1 & with[op->arg]) | beyond;
        break;
      case code(token, literal):
        now = (now >> 1 & words[rows[op->arg]]) | beyond;
        break;
      case code(token, condition):
        now = (now >> 1 & with_condition(op->arg, column)) | beyond;
        break;
      case code(any):
        now = (now >> 1 & window.tokens) | beyond;
        break;
      case code(edge, slot):
        now = with_edges(*op, with, now) | beyond;
        break;
      case code(also, slot):
        now &= with[op->arg] | beyond;
        break;
      case code(also, literal):
        now &= words[rows[op->arg]] | beyond;
        break;
      case code(also, condition):
        now &= with_condition(op->arg, column) | beyond;
        break;
      case code(without, slot):
        now &= ~with[op->arg];
        break;
      case code(without, literal):
        now &= ~words[rows[op->arg]];
        break;
      case code(without, condition):
        now &= ~with_condition(op->arg, column);
        break;
      case code(sentence_start):
        now &= index == first_windows_[window.sentence] ? 1 : 0;
        break;
      case code(sentence_end):
        now &= beyond != 0 ? beyond : 1ull << (window.end - window.begin);
        break;
      case code(stretch):
        now = stretched(now, op->also, op->arg) | beyond;
        break;
      case code(may_token, slot):
        now |= now >> 1 & with[op->arg];
        continue;
      case code(may_token, literal):
        now |= now >> 1 & words[rows[op->arg]];
        continue;
      case code(may_token, condition):
        now |= now >> 1 & with_condition(op->arg, column);
        continue;
      case code(may_edge, slot):
        now |= with_edges(*op, with, now);
        continue;
      case code(fork):
      case code(up_to):
      case code(times):
        *++frame = {now, 0, op, op->arg};
        continue;
      case code(or_token, slot):
        frame->found |= (now >> 1 & with[op->arg]) | beyond;
        continue;
      case code(or_token, literal):
        frame->found |= (now >> 1 & words[rows[op->arg]]) | beyond;
        continue;
      case code(or_token, condition):
        frame->found |= (now >> 1 & with_condition(op->arg, column)) | beyond;
        continue;
      case code(or_any):
        frame->found |= (now >> 1 & window.tokens) | beyond;
        continue;
      case code(or_edge, slot):
        frame->found |= with_edges(*op, with, now) | beyond;
        continue;
      case code(other):
        frame->found |= now;
        now = frame->before;
        continue;
      case code(join):
        now = (frame--)->found;
        break;
      case code(once_more):
        if (++turns > kMostTurns) return window.own;
        now |= frame->before;
        if (now != frame->before && --frame->left != 0)
          frame->before = now, op = frame->body;
        else
          --frame;
        continue;
      case code(again):
        if (++turns > kMostTurns) return window.own;
        if (now != 0 && --frame->left != 0)
          op = frame->body;
        else
          --frame;
        break;
    }
    if (now == 0) op += op->skip;
  }
  return now & window.own;
}

}  // namespace copydesk
