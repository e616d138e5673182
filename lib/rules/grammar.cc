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
  std::size_t ops = 0;
  for (const Rule& rule : rules) ops += rule.program.outline.size() + rule.program.filter.size();
  filters_.reserve(ops);
  const auto lay = [this](std::span<const FilterOp>& filter) {
    const std::size_t first = filters_.size();
    filters_.insert(filters_.end(), filter.begin(), filter.end());
    filter = std::span(filters_).subspan(first);
  };
  for (Code& code : codes_) {
    lay(code.outline);
    lay(code.filter);
  }
}

void Grammar::view_rules() {
  for (Rule& rule : rules) {
    codes_.push_back(rule.program.code());
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
    open_gates_by_slots(gates_.rooms[room], state);
  }
}

void Grammar::open_gates(const RoomGates& room, GrammarState& state) const {
  state.open.assign(room.gates, 0);
  state.open[kOpenGate] = ~0ull;
  constexpr std::size_t kAhead = 3;  // literals between fetching and looking
  const std::span<const TokenSets::Met> literals = state.sets.literals();
  const auto opens = [&](std::size_t i) {
    return i < literals.size() && (gates_.rooms_of_literal[literals[i].id] & room.bit) != 0;
  };
  for (std::size_t i = 0; i < literals.size(); ++i) {
    if (opens(i + 2 * kAhead)) room.by_literal.fetch(literals[i + 2 * kAhead].id);
    if (opens(i + kAhead)) __builtin_prefetch(room.by_literal.of(literals[i + kAhead].id).data());
    if (!opens(i)) continue;
    for (const std::uint32_t gate : room.by_literal.of(literals[i].id)) state.open[gate] |= literals[i].sentences;
  }
  for (const std::uint32_t gate : room.by_literal.of(gates_.digit))
    state.open[gate] |= state.sets.sentences_with_digits();
  open_gates_by_slots(room, state);
}

void Grammar::open_gates_by_slots(const RoomGates& room, GrammarState& state) const {
  for (const std::uint32_t slot : state.sets.slots())
    for (const std::uint32_t gate : room.by_slot.of(slot)) state.open[gate] |= state.sets.sentences_with(slot);
}

// Of a thousand rules few have open gates in a sentence.
void Grammar::list_ready(const Cascade& cascade, GrammarState& state) const {
  const std::uint64_t all = ~0ull >> (64 - (state.sets.page_end() - state.sets.page_begin()));
  state.ready.clear();
  for (const std::uint32_t rule : cascade.rules) {
    std::uint64_t in = all & state.open[gates_.first_of_rule[rule]];
    if (in == 0) continue;
    for (const std::uint32_t gate : gates_.of_rule.of(rule)) in &= state.open[gate];
    if (in != 0) state.ready.push_back({rule, in});
  }
}

// The filters of all rules together are larger than what a processor keeps near, so each is fetched while those before it run.
void Grammar::run_cascade(const Cascade& cascade, const Lattice& lattice, GrammarState& state) const {
  constexpr std::size_t kAhead = 2;
  list_ready(cascade, state);
  for (std::size_t i = 0; i < state.ready.size(); ++i) {
    if (i + 2 * kAhead < state.ready.size()) __builtin_prefetch(&codes_[state.ready[i + 2 * kAhead].rule]);
    if (i + kAhead < state.ready.size()) __builtin_prefetch(codes_[state.ready[i + kAhead].rule].first_filter().data());
    const std::uint64_t steps_before = state.matcher.steps_taken;
    run_rule(state.ready[i], lattice, state);
    if (state.steps_of_rules != nullptr)
      (*state.steps_of_rules)[state.ready[i].rule] += state.matcher.steps_taken - steps_before;
  }
}

void Grammar::run_rule(const GrammarState::Ready& ready, const Lattice& lattice, GrammarState& state) const {
  for (std::uint64_t left = ready.sentences; left != 0; left &= left - 1)
    run_in_sentence(ready.rule, state.sets.page_begin() + static_cast<std::uint32_t>(std::countr_zero(left)), lattice,
                    state);
}

void Grammar::run_in_sentence(std::uint32_t rule, std::uint32_t sentence, const Lattice& lattice,
                              GrammarState& state) const {
  const Code& code = codes_[rule];
  bool fresh = true;
  std::uint32_t from = 0;
  for (std::uint32_t window = state.sets.first_window(sentence); window < state.sets.first_window(sentence + 1);
       ++window) {
    if (!code.outline.empty() && state.sets.begins(code.outline, window) == 0) continue;
    for (std::uint64_t left = state.sets.begins(code.filter, window); left != 0; left &= left - 1) {
      const std::uint32_t at = state.sets.begin_of(window) + static_cast<std::uint32_t>(std::countr_zero(left));
      if (at < from) continue;
      if (fresh) {
        const SentenceData& tokens = lattice.layer().sentences[sentence];
        state.matcher.enter({tokens.begin, tokens.end});
      }
      fresh = state.matcher.match_at(code, at, fresh);
      if (fresh && take_match({rule, {at, state.matcher.match_end()}, 0, sentence}, state))
        from = state.matcher.match_end();
    }
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
  const Rule& rule = rules[match.rule];
  Annotation annotation{.range = match.range,
                        .label = rule.label,
                        .kind = rule.kind,
                        .rule = match.rule,
                        .first_capture = static_cast<std::uint32_t>(lattice.captures.size()),
                        .sentence = match.sentence};
  for (std::size_t i = 0; i < rule.program.captures.size(); ++i) {
    const std::uint32_t begin = state.slots[match.first_slot + 2 * i], end = state.slots[match.first_slot + 2 * i + 1];
    if (end != kNoEdge && begin < end) lattice.captures.push_back({rule.program.captures[i], {begin, end}});
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
