#include "rules/token_sets.h"

#include <algorithm>
#include <bit>

namespace copydesk {
namespace {

constexpr std::uint32_t kTokens = 63;  // of a window
constexpr std::uint32_t kAhead = 15;   // of them the next window has too
constexpr std::uint32_t kPageWindows = 64;
constexpr int kMostTurns = 500;  // of the loops of a filter; after them a match may begin anywhere

constexpr std::uint64_t low_bits(std::uint32_t count) { return count >= 64 ? ~0ull : (1ull << count) - 1; }

// The token of the lowest bit.
std::uint32_t lowest(std::uint64_t tokens) { return static_cast<std::uint32_t>(std::countr_zero(tokens)); }

}  // namespace

void TokenSets::start(const TestTables& tables, const Lattice& lattice) {
  clear_names();
  tables_ = &tables;
  lattice_ = &lattice;
  literals_.clear();
  longest_.assign(tables.conditions.slots(), 0);
  edges_seen_ = 0;
  used_ = 0;
  cut_windows();
  const std::size_t slots = longest_.size(), words = slots / 64 + 1;
  with_names_.resize(std::max(with_names_.size(), windows_.size() * slots));
  names_.assign(windows_.size() * words, 0);
  for (std::uint32_t i = 0; i < windows_.size(); ++i) {
    windows_[i].with_name = with_names_.data() + i * slots;
    windows_[i].names = std::span(names_).subspan(i * words, words);
    add_tokens(i);
  }
  open_page(0);
}

// What the last document has set in with_names_ alone, since most windows have few of the names.
void TokenSets::clear_names() {
  for (const Window& window : windows_)
    for (std::size_t word = 0; word < window.names.size(); ++word)
      for (std::uint64_t left = window.names[word]; left != 0; left &= left - 1)
        window.with_name[word * 64 + lowest(left)] = 0;
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
  window.tokens = low_bits(tokens.size());
  window.positions = low_bits(tokens.size() + 1);
  window.beyond = last ? 0 : 1ull << kTokens;
  window.own = last ? window.tokens : low_bits(kTokens - kAhead);
}

void TokenSets::add_tokens(std::uint32_t index) {
  Window& window = windows_[index];
  window.first_literal = static_cast<std::uint32_t>(literals_.size());
  for (std::uint32_t i = window.begin; i < window.end; ++i) {
    add_token(window, i);
    window_of_[i] = std::min(window_of_[i], index);
  }
  window.last_literal = static_cast<std::uint32_t>(literals_.size());
}

void TokenSets::add_token(Window& window, std::uint32_t index) {
  const TokenData& token = lattice_->token(index);
  const std::uint64_t bit = 1ull << (index - window.begin);
  window.forms[Forms::kShape + static_cast<std::size_t>(token.shape)] |= bit;
  window.forms[Forms::kKind + static_cast<std::size_t>(token.kind)] |= bit;
  for (ClassMask left = token.word_class; left != 0; left &= left - 1) window.forms[lowest(left)] |= bit;
  if (lattice_->signatures[index].meets(digit_signature())) window.forms[Forms::kDigit] |= bit;
  if (!token.space_before) window.forms[Forms::kGlued] |= bit;
  if (!token.sentence_initial && !token.capitals) window.forms[Forms::kInside] |= bit;
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

void TokenSets::open_page(std::uint32_t first_window) {
  for (const std::uint32_t literal : page_.met) page_.rows[literal] = 0;
  page_.met.clear();
  page_.rows.resize(literal_places_.size());
  page_.begin = first_window;
  page_.end = std::min(static_cast<std::uint32_t>(windows_.size()), first_window + kPageWindows);
  const std::uint32_t columns = page_.end - page_.begin;
  page_.tokens.assign(columns, 0);
  for (std::uint32_t i = 0; i < columns; ++i)
    for (const Literal& literal : literals_of(windows_[first_window + i])) {
      std::uint32_t& row = page_.rows[literal.literal];
      if (row == 0) {
        page_.met.push_back(literal.literal);
        row = static_cast<std::uint32_t>(page_.tokens.size());
        page_.tokens.resize(page_.tokens.size() + columns);
      }
      page_.tokens[row + i] = literal.tokens;
    }
}

void TokenSets::add_edge(const Edge& edge) {
  for (const std::uint16_t name : {edge.label, edge.kind})
    if (const std::uint16_t slot = tables_->conditions.slot_of(name); slot != 0) add_name(slot, edge);
}

void TokenSets::add_name(std::uint32_t slot, const Edge& edge) {
  longest_[slot] = std::max(longest_[slot], edge.range.size());
  const std::uint32_t at = edge.range.begin;
  for (std::size_t i = window_of_[at]; i < windows_.size() && windows_[i].begin <= at; ++i) {
    if (at >= windows_[i].end) continue;
    windows_[i].names[slot / 64] |= 1ull << (slot % 64);
    windows_[i].with_name[slot] |= 1ull << (at - windows_[i].begin);
  }
}

void TokenSets::enter(std::uint32_t sentence) {
  const std::uint32_t first = first_windows_[sentence], last = first_windows_[sentence + 1];
  used_ = last - first;
  if (first < page_.begin || last > page_.end) open_page(first);
  if (views_.size() < used_) views_.resize(used_);
  for (std::uint32_t i = 0; i < used_; ++i) look(views_[i], first + i);
  take_edges();
}

void TokenSets::look(View& view, std::uint32_t window) {
  view.window = &windows_[window];
  view.column = window - page_.begin;
  view.stamp = ++stamp_;
  view.known.resize(tables_->conditions.size());
}

inline std::uint64_t TokenSets::with_literal(const View& view, std::uint32_t literal) const {
  return literal < page_.rows.size() ? page_.tokens[page_.rows[literal] + view.column] : 0;
}

std::uint64_t TokenSets::with_words(const View& view, const WordSet& words) const {
  std::uint64_t tokens = 0;
  for (const WordSet::Form& form : words.forms) {
    std::uint64_t met = with_literal(view, form.literal);
    for (; met != 0 && form.classes != WordSet::kAnyClass; met &= met - 1) {
      const ClassMask is = lattice_->token(view.window->begin + lowest(met)).word_class;
      if (is == 0 || (is & form.classes) != 0) tokens |= 1ull << lowest(met);
    }
    tokens |= met;
  }
  return tokens;
}

std::uint64_t TokenSets::with_choice(const View& view, const TestChoice& choice) const {
  const Window& window = *view.window;
  std::uint64_t tokens = with_words(view, choice.words);
  for (std::uint32_t left = choice.classes; left != 0; left &= left - 1) tokens |= window.forms[lowest(left)];
  for (std::uint32_t left = choice.shapes; left != 0; left &= left - 1)
    tokens |= window.forms[Forms::kShape + lowest(left)];
  for (std::uint32_t left = choice.token_kinds; left != 0; left &= left - 1)
    tokens |= window.forms[Forms::kKind + lowest(left)];
  return tokens;
}

// Where edges that `op` asks for may begin and end at one of `ends`.
std::uint64_t TokenSets::with_edges(const FilterOp& op, const Window& window, std::uint64_t ends) const {
  std::uint64_t with = window.with_name[op.arg];
  std::uint32_t longest = longest_[op.arg];
  if (op.also != 0) {
    with &= window.with_name[op.also];
    longest = std::min(longest, longest_[op.also]);
  }
  if (with == 0) return 0;
  std::uint64_t begins = ends >> 1;
  for (std::uint32_t step = 1, left = std::min(longest, kTokens) - 1; left != 0;) {
    const std::uint32_t by = std::min(step, left);
    begins |= begins >> by;
    left -= by;
    step *= 2;
  }
  return begins & with;
}

std::uint64_t TokenSets::find(const StepTest& test, const View& view) const {
  switch (test.kind) {
    case TestKind::word:
      return with_literal(view, test.a);
    case TestKind::words:
      return with_words(view, tables_->word_sets[test.a]);
    case TestKind::any_of:
      return with_choice(view, tables_->choices[test.a]);
    case TestKind::word_class:
      return with_choice(view, {.classes = test.a, .words = {}});
    case TestKind::shape:
      return with_choice(view, {.shapes = test.a, .words = {}});
    case TestKind::token_kind:
      return with_choice(view, {.token_kinds = test.a, .words = {}});
    default:
      return view.window->tokens;
  }
}

std::uint64_t TokenSets::with_condition(std::uint16_t index, View& view) const {
  Known& known = view.known[index];
  if (known.stamp != view.stamp) known = {view.stamp, find(tables_->conditions[index], view)};
  return known.tokens;
}

// The tokens that `op` asks for.
inline std::uint64_t TokenSets::with(const FilterOp& op, View& view) const {
  switch (op.from) {
    case FilterOp::From::form:
      return view.window->forms[op.arg];
    case FilterOp::From::literal:
      return with_literal(view, op.arg);
    case FilterOp::From::name:
      return view.window->with_name[op.arg] & (op.also == 0 ? ~0ull : view.window->with_name[op.also]);
    case FilterOp::From::condition:
      break;
  }
  return with_condition(op.arg, view);
}

// Where nothing is left of `now`, what goes on with it is left out.
// NOLINTNEXTLINE(readability-function-size): one switch over the instructions, which a call for each would slow
std::uint64_t TokenSets::begins(std::span<const FilterOp> filter, std::size_t index) {
  using enum FilterOp::Kind;
  View& view = views_[index];
  const Window& window = *view.window;
  const std::uint64_t beyond = window.beyond;
  std::uint64_t now = window.positions;
  int turns = 0;
  Frame* frame = frames_.data();
  for (const FilterOp *op = filter.data(), *end = op + filter.size(); op != end; ++op) {
    switch (op->kind) {
      case any:
        now = (now >> 1 & window.tokens) | beyond;
        break;
      case token:
        now = (now >> 1 & with(*op, view)) | beyond;
        break;
      case edge:
        now = with_edges(*op, window, now) | beyond;
        break;
      case also:
        now &= with(*op, view) | beyond;
        break;
      case without:
        now &= ~with(*op, view);
        break;
      case sentence_start:
        now &= index == 0 ? 1 : 0;
        break;
      case sentence_end:
        now &= beyond != 0 ? beyond : 1ull << (window.end - window.begin);
        break;
      case fork:
      case up_to:
      case times:
        *++frame = {now, 0, op, op->arg};
        continue;
      case or_token:
        frame->found |= (now >> 1 & with(*op, view)) | beyond;
        continue;
      case or_any:
        frame->found |= (now >> 1 & window.tokens) | beyond;
        continue;
      case or_edge:
        frame->found |= with_edges(*op, window, now) | beyond;
        continue;
      case other:
        frame->found |= now;
        now = frame->before;
        continue;
      case join:
        now = (frame--)->found;
        break;
      case once_more:
        if (++turns > kMostTurns) return window.own;
        now |= frame->before;
        if (now != frame->before && --frame->left != 0)
          frame->before = now, op = frame->body;
        else
          --frame;
        continue;
      case again:
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
