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

void Grammar::prepare(const Lattice& lattice, GrammarState& state) const {
  state.sets.start(tables, lattice);
  state.matcher.start(tables, lattice);
}

void Grammar::open_gates(std::span<const Opening> openings, GrammarState& state) const {
  for (const Opening& opening : openings) state.shut[opening.cell] &= ~opening.rules;
}

void Grammar::open_sentence(const RoomGates& gates, GrammarState& state) const {
  state.shut = gates.shut;
  for (std::size_t window = 0; window < state.sets.windows(); ++window) {
    for (const TokenSets::Literal& of : state.sets.literals(window))
      if ((gates_.rooms_of_literal[of.literal] & gates.bit) != 0) open_gates(gates.by_literal.of(of.literal), state);
    if (state.sets.has_digit(window)) open_gates(gates.by_literal.of(gates_.digit), state);
    const std::span<const std::uint64_t> met = state.sets.names(window);
    for (std::size_t word = 0; word < met.size(); ++word)
      for (std::uint64_t left = met[word]; left != 0; left &= left - 1)
        open_gates(gates.by_slot.of(static_cast<std::uint32_t>(word * 64 + std::countr_zero(left))), state);
  }
}

void Grammar::run(std::uint16_t room, std::uint32_t sentence, TokenRange range, Lattice& lattice,
                  GrammarState& state) const {
  if (range.empty() || room >= gates_.rooms.size() || gates_.rooms[room].bit == 0) return;
  state.sets.enter(sentence);
  open_sentence(gates_.rooms[room], state);
  state.matcher.enter(range);
  for (const Cascade& cascade : cascades) {
    if (cascade.room != room || cascade.rules.empty()) continue;
    state.matches.clear();
    state.slots.clear();
    run_cascade(cascade, state);
    if (!state.matches.empty()) keep_matches(cascade, sentence, lattice, state);
    state.sets.take_edges();
  }
}

// Of a thousand rules few have open gates in a sentence. The rules of a cascade are numbered one after the other.
void Grammar::list_ready(const Cascade& cascade, GrammarState& state) const {
  state.ready.clear();
  const std::uint32_t first = cascade.rules.front(), last = cascade.rules.back();
  const std::uint32_t first_word = gates_.rooms[cascade.room].first_word;
  for (std::uint32_t word = first / 64; word <= last / 64; ++word) {
    std::uint64_t ready = ~0ull;
    for (std::size_t i = 0; i < kMostGates; ++i) ready &= ~state.shut[(word - first_word) * kMostGates + i];
    if (word == first / 64) ready &= ~0ull << (first % 64);
    if (word == last / 64) ready &= ~0ull >> (63 - last % 64);
    for (; ready != 0; ready &= ready - 1)
      state.ready.push_back(word * 64 + static_cast<std::uint32_t>(std::countr_zero(ready)));
  }
}

// The filters of all rules together are larger than what a processor keeps near, so each is fetched while those before it run.
void Grammar::run_cascade(const Cascade& cascade, GrammarState& state) const {
  constexpr std::size_t kAhead = 2;
  list_ready(cascade, state);
  for (std::size_t i = 0; i < state.ready.size(); ++i) {
    if (i + kAhead < state.ready.size()) __builtin_prefetch(codes_[state.ready[i + kAhead]].filter.data());
    const std::uint64_t steps_before = state.matcher.steps_taken;
    run_rule(state.ready[i], state);
    if (state.steps_of_rules != nullptr)
      (*state.steps_of_rules)[state.ready[i]] += state.matcher.steps_taken - steps_before;
  }
}

// A capture named `this` is what the rule gives; the rest of the match is only what must stand around it. Empty where `this`
// holds no token.
TokenRange Grammar::narrowed(const Program& program, const Matcher& matcher, TokenRange range) const {
  for (std::size_t i = 0; i < program.captures.size(); ++i)
    if (program.captures[i] == this_name_ && matcher.slot(2 * i + 1) != kNoEdge)
      return {matcher.slot(2 * i), matcher.slot(2 * i + 1)};
  return range;
}

void Grammar::run_rule(std::uint32_t index, GrammarState& state) const {
  const Code& code = codes_[index];
  bool fresh = true;
  std::uint32_t from = 0;
  for (std::size_t window = 0; window < state.sets.windows(); ++window)
    for (std::uint64_t left = state.sets.begins(code.filter, window); left != 0; left &= left - 1) {
      const std::uint32_t at = state.sets.begin_of(window) + static_cast<std::uint32_t>(std::countr_zero(left));
      if (at < from) continue;
      fresh = state.matcher.match_at(code, at, fresh);
      if (fresh && take_match(index, at, state)) from = state.matcher.match_end();
    }
}

// Takes the match that begins at `at`, if its context holds.
bool Grammar::take_match(std::uint32_t index, std::uint32_t at, GrammarState& state) const {
  const Rule& rule = rules[index];
  const std::uint32_t end = state.matcher.match_end();
  const TokenRange given = narrowed(rule.program, state.matcher, {at, end});
  if (given.empty()) return false;
  for (const Context& context : rule.contexts)
    if (!state.matcher.context_holds(context, context.backwards ? at : end)) return false;
  state.matches.push_back({index, given, static_cast<std::uint32_t>(state.slots.size())});
  for (std::size_t slot = 0; slot < rule.program.captures.size() * 2; ++slot)
    state.slots.push_back(state.matcher.slot(slot));
  return true;
}

void Grammar::keep_matches(const Cascade& cascade, std::uint32_t sentence, Lattice& lattice,
                           GrammarState& state) const {
  // Rules are numbered in their order within a cascade.
  std::ranges::sort(state.matches, {}, [](const GrammarState::Match& match) {
    return std::tuple(match.range.begin, ~match.range.end, match.rule);
  });
  std::uint32_t covered = 0;
  for (const GrammarState::Match& match : state.matches) {
    if (cascade.keep == Keep::longest && match.range.begin < covered) continue;
    covered = match.range.end;
    add_match(match, sentence, lattice, state);
  }
}

void Grammar::add_match(const GrammarState::Match& match, std::uint32_t sentence, Lattice& lattice,
                        GrammarState& state) const {
  const Rule& rule = rules[match.rule];
  Annotation annotation{.range = match.range,
                        .label = rule.label,
                        .kind = rule.kind,
                        .rule = match.rule,
                        .first_capture = static_cast<std::uint32_t>(lattice.captures.size()),
                        .sentence = sentence};
  for (std::size_t i = 0; i < rule.program.captures.size(); ++i) {
    const std::uint32_t begin = state.slots[match.first_slot + 2 * i], end = state.slots[match.first_slot + 2 * i + 1];
    if (end != kNoEdge && begin < end) lattice.captures.push_back({rule.program.captures[i], {begin, end}});
  }
  annotation.captures = static_cast<std::uint32_t>(lattice.captures.size()) - annotation.first_capture;
  lattice.add_annotation(annotation);
  for (const std::uint16_t name : {rule.label, rule.kind})
    open_gates(gates_.rooms[cascades[rule.cascade].room].by_slot.of(tables.conditions.slot_of(name)), state);
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
      if (const auto value = value_of(edge, field.column)) return *value;
    }
  }
  return {};
}

}  // namespace copydesk
