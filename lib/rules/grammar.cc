#include "rules/grammar.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "rules/signature.h"

namespace copydesk {

std::uint32_t Grammar::literal_of(std::string_view folded, std::uint32_t hash) const {
  if (literal_slots_.empty()) return kNoWord;
  const std::size_t mask = literal_slots_.size() - 1;
  for (std::size_t at = hash & mask; literal_slots_[at] != 0; at = (at + 1) & mask) {
    const Literal& literal = literals_[literal_slots_[at] - 1];
    if (literal.hash == hash && literal.folded == folded) return literal_slots_[at] - 1;
  }
  return kNoWord;
}

// Filters lie side by side in the order in which they run, so that with one the next are fetched.
void Grammar::lay_filters() {
  for (std::uint32_t rule = 0; rule < rules.size(); ++rule)
    for (const Branch& branch : rules[rule].program.branches) {
      branches_.push_back({rule, static_cast<std::uint32_t>(filters_.size()),
                           static_cast<std::uint32_t>(branch.outline.size()),
                           static_cast<std::uint32_t>(branch.filter.size())});
      filters_.insert(filters_.end(), branch.outline.begin(), branch.outline.end());
      filters_.insert(filters_.end(), branch.filter.begin(), branch.filter.end());
    }
  first_branches_ = number_branches(rules);
}

void Grammar::view_rules() {
  for (Rule& rule : rules) {
    codes_.push_back(rule.program.code());
    given_.push_back({rule.label, rule.kind});
    contexts_.emplace_back(rule.contexts);
    std::uint64_t& mask = field_masks_.emplace_back();
    for (Field& field : rule.fields) {
      mask |= 1ull << (field.name % 64);
      field.column_number = columns_.add(field.column);
    }
  }
  columns_.index(lexicons);
  lay_filters();
}

void Grammar::prepare(const Lattice& lattice, GrammarState& state) const {
  state.sets.start(tables, lattice);
  state.matcher.start(tables, lattice);
}

void Grammar::run(std::uint16_t room, Lattice& lattice, GrammarState& state) const {
  if (room >= gates_.rooms.size() || gates_.rooms[room].bit == 0) return;
  const auto sentences = static_cast<std::uint32_t>(lattice.layer().sentences.size());
  const auto first = static_cast<std::uint32_t>(lattice.annotations.size());
  for (std::uint32_t at = 0; at < sentences; at = state.sets.page_end()) {
    state.sets.open(at);
    run_page(room, lattice, state);
  }
  lattice.sort_annotations(first);
}

void Grammar::run_page(std::uint16_t room, Lattice& lattice, GrammarState& state) const {
  open_gates(gates_.rooms[room], state);
  for (const Cascade& cascade : cascades) {
    if (cascade.room != room || cascade.rules.empty()) continue;
    state.matches.clear();
    state.slots.clear();
    run_cascade(cascade, lattice, state);
    if (state.matches.empty()) continue;
    keep_matches(cascade, lattice, state);
    state.sets.take_edges();
    open_gates_by_new_slots(gates_.rooms[room], state);
  }
}

void Grammar::open_gates(const RoomGates& room, GrammarState& state) const {
  state.open.assign(room.gates, 0);
  state.awaken.assign(branches_.size() / 64 + 1, 0);
  open_gate(room, kOpenGate, ~0ull, state);
  constexpr std::size_t kAhead = 3;  // literals between fetching and looking
  const std::span<const TokenSets::Met> literals = state.sets.literals();
  const auto opens = [&](std::size_t i) {
    return i < literals.size() && (gates_.rooms_of_literal[literals[i].id] & room.bit) != 0;
  };
  for (std::size_t i = 0; i < literals.size(); ++i) {
    if (opens(i + 2 * kAhead)) room.by_literal.fetch(literals[i + 2 * kAhead].id);
    if (opens(i + kAhead)) __builtin_prefetch(room.by_literal.of(literals[i + kAhead].id).data());
    if (!opens(i)) continue;
    for (const std::uint32_t gate : room.by_literal.of(literals[i].id))
      open_gate(room, gate, literals[i].sentences, state);
  }
  for (const std::uint32_t gate : room.by_literal.of(gates_.digit))
    open_gate(room, gate, state.sets.sentences_with_digits(), state);
  for (const std::uint32_t slot : state.sets.slots()) open_gates_by_slot(room, slot, state);
  state.sets.forget_new_slots();
}

void Grammar::open_gates_by_slot(const RoomGates& room, std::uint32_t slot, GrammarState& state) {
  for (const std::uint32_t gate : room.by_slot.of(slot)) open_gate(room, gate, state.sets.sentences_with(slot), state);
}

// A cascade gives but a few labels.
void Grammar::open_gates_by_new_slots(const RoomGates& room, GrammarState& state) const {
  std::uint32_t first = 0;  // of the word
  for (const std::uint64_t word : state.sets.new_slots()) {
    for (std::uint64_t left = word; left != 0; left &= left - 1)
      open_gates_by_slot(room, first + static_cast<std::uint32_t>(std::countr_zero(left)), state);
    first += 64;
  }
  state.sets.forget_new_slots();
}

void Grammar::wake_branches(const RoomGates& room, std::uint32_t gate, GrammarState& state) {
  for (const std::uint32_t branch : room.first_of.of(gate)) state.awaken[branch / 64] |= 1ull << (branch % 64);
}

// Of a thousand rules few have open gates in a sentence, so none is looked at whose first gate no sentence opens.
void Grammar::list_ready(const Cascade& cascade, GrammarState& state) const {
  const std::uint64_t all = ~0ull >> (64 - (state.sets.page_end() - state.sets.page_begin()));
  const std::uint32_t begin = first_branches_[cascade.rules.front()], end = first_branches_[cascade.rules.back() + 1];
  state.ready.clear();
  for (std::uint32_t word = begin / 64; word * 64 < end; ++word)
    for (std::uint64_t left = state.awaken[word]; left != 0; left &= left - 1) {
      const std::uint32_t branch = word * 64 + static_cast<std::uint32_t>(std::countr_zero(left));
      if (branch >= begin && branch < end) list_if_ready(branch, all, state);
    }
}

void Grammar::list_if_ready(std::uint32_t branch, std::uint64_t all, GrammarState& state) const {
  std::uint64_t in = all & state.open[gates_.first_of_branch[branch]];
  for (const std::uint32_t gate : gates_.of_branch.of(branch)) in &= state.open[gate];
  if (in != 0) state.ready.push_back({branch, in});
}

// First the filters of all rules that are ready, then the matches where these let them begin: each of the two alone stays nearer
// to the processor than both in turn, and what the other will look at is fetched meanwhile.
void Grammar::run_cascade(const Cascade& cascade, const Lattice& lattice, GrammarState& state) const {
  list_ready(cascade, state);
  find_starts(state);
  try_starts(lattice, state);
}

// The filters of all rules together are larger than what a processor keeps near, so each is fetched while those before it run.
void Grammar::find_starts(GrammarState& state) const {
  constexpr std::size_t kAhead = 3;
  state.starts.clear();
  const ReadyBranches ready = state.ready;
  for (std::size_t begin = 0, end = 0; begin < ready.size(); begin = end) {
    if (begin + 2 * kAhead < ready.size()) __builtin_prefetch(&branches_[ready[begin + 2 * kAhead].branch]);
    if (begin + kAhead < ready.size())
      __builtin_prefetch(filters_.data() + branches_[ready[begin + kAhead].branch].first);
    std::uint64_t sentences = 0;
    const std::uint32_t rule = branches_[ready[begin].branch].rule;
    for (; end < ready.size() && branches_[ready[end].branch].rule == rule; ++end) sentences |= ready[end].sentences;
    for (; sentences != 0; sentences &= sentences - 1)
      find_starts(ready.subspan(begin, end - begin),
                  state.sets.page_begin() + static_cast<std::uint32_t>(std::countr_zero(sentences)), state);
  }
}

void Grammar::find_starts(ReadyBranches branches, std::uint32_t sentence, GrammarState& state) const {
  const std::uint32_t rule = branches_[branches.front().branch].rule;
  const std::uint32_t end = state.sets.first_window(sentence + 1);
  for (std::uint32_t window = state.sets.first_window(sentence); window < end; ++window)
    if (const std::uint64_t tokens = begins(branches, sentence, window, state.sets); tokens != 0)
      state.starts.push_back({rule, sentence, state.sets.begin_of(window), tokens});
}

// Where in a window some of the branches that are ready in the sentence may begin.
std::uint64_t Grammar::begins(ReadyBranches branches, std::uint32_t sentence, std::uint32_t window,
                              TokenSets& sets) const {
  std::uint64_t found = 0;
  for (const GrammarState::Ready& ready : branches) {
    if ((ready.sentences >> (sentence - sets.page_begin()) & 1) == 0) continue;
    const BranchFilters& at = branches_[ready.branch];
    const std::span<const FilterOp> ops = std::span(filters_).subspan(at.first, std::size_t{at.outline} + at.filter);
    if (at.outline != 0 && sets.begins(ops.first(at.outline), window) == 0) continue;
    found |= sets.begins(ops.subspan(at.outline), window);
  }
  return found;
}

void Grammar::try_starts(const Lattice& lattice, GrammarState& state) const {
  constexpr std::size_t kAhead = 3;
  const std::span<const GrammarState::Start> starts = state.starts;
  for (std::size_t begin = 0, end = 0; begin < starts.size(); begin = end) {
    const GrammarState::Start& first = starts[begin];
    if (begin + 2 * kAhead < starts.size()) __builtin_prefetch(&codes_[starts[begin + 2 * kAhead].rule]);
    if (begin + kAhead < starts.size()) __builtin_prefetch(codes_[starts[begin + kAhead].rule].steps);
    while (end < starts.size() && starts[end].rule == first.rule && starts[end].sentence == first.sentence) ++end;
    const std::uint64_t steps_before = state.matcher.steps_taken;
    try_rule(starts.subspan(begin, end - begin), lattice, state);
    if (state.steps_of_rules != nullptr)
      (*state.steps_of_rules)[first.rule] += state.matcher.steps_taken - steps_before;
  }
}

// Tries a rule at its starts in one sentence. Its matches do not overlap.
void Grammar::try_rule(std::span<const GrammarState::Start> starts, const Lattice& lattice, GrammarState& state) const {
  const std::uint32_t rule = starts.front().rule, sentence = starts.front().sentence;
  const SentenceData& tokens = lattice.layer().sentences[sentence];
  state.matcher.enter({tokens.begin, tokens.end});
  bool fresh = true;
  std::uint32_t from = 0;
  for (const GrammarState::Start& start : starts)
    for (std::uint64_t left = start.tokens; left != 0; left &= left - 1) {
      const std::uint32_t at = start.begin + static_cast<std::uint32_t>(std::countr_zero(left));
      if (at < from) continue;
      fresh = state.matcher.match_at(codes_[rule], at, fresh);
      if (fresh && take_match({rule, {at, state.matcher.match_end()}, 0, sentence}, state))
        from = state.matcher.match_end();
    }
}

// A capture named `this` is what the rule gives; the rest of the match is only what must stand around it. Empty where `this`
// holds no token.
TokenRange Grammar::narrowed(const Code& code, const Matcher& matcher, TokenRange range) const {
  for (std::size_t i = 0; i < code.captures.size(); ++i)
    if (code.captures[i] == this_name_ && matcher.slot(2 * i + 1) != kNoEdge)
      return {matcher.slot(2 * i), matcher.slot(2 * i + 1)};
  return range;
}

// Takes what has matched, if its context holds.
bool Grammar::take_match(const GrammarState::Match& match, GrammarState& state) const {
  const Code& code = codes_[match.rule];
  const TokenRange given = narrowed(code, state.matcher, match.range);
  if (given.empty()) return false;
  for (const Context& context : contexts_[match.rule])
    if (!state.matcher.context_holds(context, context.backwards ? match.range.begin : match.range.end)) return false;
  state.matches.push_back({match.rule, given, static_cast<std::uint32_t>(state.slots.size()), match.sentence});
  for (std::size_t slot = 0; slot < code.slots; ++slot) state.slots.push_back(state.matcher.slot(slot));
  return true;
}

void Grammar::keep_matches(const Cascade& cascade, Lattice& lattice, GrammarState& state) const {
  // Rules are numbered in their order within a cascade, tokens in that of their sentences.
  std::ranges::sort(state.matches, {}, [](const GrammarState::Match& match) {
    return std::tuple(match.range.begin, ~match.range.end, match.rule, match.first_slot);
  });
  std::uint32_t covered = 0;
  for (const GrammarState::Match& match : state.matches) {
    if (cascade.keep == Keep::longest && match.range.begin < covered) continue;
    covered = match.range.end;
    add_match(match, lattice, state);
  }
}

void Grammar::add_match(const GrammarState::Match& match, Lattice& lattice, GrammarState& state) const {
  const std::span<const std::uint16_t> captures = codes_[match.rule].captures;
  Annotation annotation{.range = match.range,
                        .label = given_[match.rule].label,
                        .kind = given_[match.rule].kind,
                        .rule = match.rule,
                        .first_capture = static_cast<std::uint32_t>(lattice.captures.size()),
                        .sentence = match.sentence};
  for (std::size_t i = 0; i < captures.size(); ++i) {
    const std::uint32_t begin = state.slots[match.first_slot + 2 * i], end = state.slots[match.first_slot + 2 * i + 1];
    if (end != kNoEdge && begin < end) lattice.captures.push_back({captures[i], {begin, end}});
  }
  annotation.captures = static_cast<std::uint32_t>(lattice.captures.size()) - annotation.first_capture;
  lattice.add_annotation(annotation);
}

std::optional<std::string_view> Grammar::value_of(const Edge& edge, std::string_view column) const {
  if (edge.annotation || edge.layered) return std::nullopt;
  const Lexicon& lexicon = lexicons[edge.layer];
  return lexicon.value_of(lexicon.entry(edge.payload), column);
}

// Most rules do not have most fields.
std::string_view Grammar::field(const Lattice& lattice, const Annotation& annotation, std::uint16_t name) const {
  if ((field_masks_[annotation.rule] >> (name % 64) & 1) == 0) return {};
  for (const Field& field : rules[annotation.rule].fields) {
    if (field.name != name) continue;
    if (field.capture == 0) return field.constant;
    const Capture* capture = lattice.capture(annotation, field.capture);
    if (capture == nullptr) continue;
    if (field.column.empty()) return lattice.layer().folded_of(lattice.token(capture->range.begin));
    for (std::uint32_t at = lattice.first_at(capture->range.begin); at != kNoEdge; at = lattice.edge(at).next_begin) {
      const Edge& edge = lattice.edge(at);
      if (edge.range != capture->range) continue;
      if (const auto value = columns_.value_of(lexicons, edge, field.column_number)) return *value;
    }
  }
  return {};
}

}  // namespace copydesk
