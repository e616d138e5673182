#include "rules/grammar.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "rules/signature.h"
#include "rules/starts.h"

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
  if (state.open.size() != rules.size()) {
    state.open.assign(rules.size(), 0);
    state.met_literals.assign(literals_.size() + 1, 0);
    state.met_names.assign(names.size(), 0);
  }
  find_keys(lattice, state);
  state.matcher.start(tables, lattice);
}

// Gates are opened anew in every room; what may open them is looked for once.
void Grammar::find_keys(const Lattice& lattice, GrammarState& state) const {
  const TokenLayer& layer = lattice.layer();
  state.keys.clear();
  state.keys_before.clear();
  for (const SentenceData& sentence : layer.sentences) {
    state.keys_before.push_back(static_cast<std::uint32_t>(state.keys.size()));
    ++state.stamp;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      add_key(layer.tokens[i].literal, state);
      if (lattice.signatures[i].meets(digit_signature())) add_key(gates_.digit, state);
    }
  }
  state.keys_before.push_back(static_cast<std::uint32_t>(state.keys.size()));
  state.names.assign(layer.sentences.size() * (names.size() / 64 + 1), 0);
  state.sentence_of.assign(layer.tokens.size(), kNoEdge);
  for (std::uint32_t i = 0; i < layer.sentences.size(); ++i)
    std::fill(state.sentence_of.begin() + layer.sentences[i].begin, state.sentence_of.begin() + layer.sentences[i].end,
              i);
  state.edges_seen = 0;
}

void Grammar::add_key(std::uint32_t literal, GrammarState& state) const {
  if (literal == kNoWord || gates_.rooms_of_literal[literal] == 0 || state.met_literals[literal] == state.stamp) return;
  state.met_literals[literal] = state.stamp;
  state.keys.push_back({literal, gates_.rooms_of_literal[literal]});
}

// Takes in the edges that came since the last room.
void Grammar::find_names(const Lattice& lattice, GrammarState& state) const {
  for (; state.edges_seen < lattice.edges(); ++state.edges_seen) {
    const Edge& edge = lattice.edge(state.edges_seen);
    const std::uint32_t sentence = state.sentence_of[edge.range.begin];
    if (sentence == kNoEdge) continue;
    std::uint64_t* names_of_sentence = state.names.data() + sentence * (names.size() / 64 + 1);
    for (const std::uint16_t name : {edge.label, edge.kind}) names_of_sentence[name / 64] |= 1ull << (name % 64);
  }
}

void Grammar::open_gates(std::span<const GateRef> gated, GrammarState& state) const {
  for (const GateRef& gate : gated) {
    std::uint64_t& open = state.open[gate.rule];
    if (open >> 8 != state.stamp) open = state.stamp << 8;
    open |= gate.bit;
    if ((open & 0xFF) == gate.all) state.ready[gate.rule / 64] |= 1ull << (gate.rule % 64);
  }
}

void Grammar::open_name(const RoomGates& gates, std::uint16_t name, GrammarState& state) const {
  if (state.met_names[name] == state.stamp) return;
  state.met_names[name] = state.stamp;
  open_gates(gates.by_name.of(name), state);
}

void Grammar::open_sentence(const RoomGates& gates, std::uint32_t sentence, GrammarState& state) const {
  ++state.stamp;
  state.ready = gates.ungated;
  for (std::uint32_t i = state.keys_before[sentence]; i < state.keys_before[sentence + 1]; ++i)
    if (const GrammarState::Key key = state.keys[i]; (key.rooms & gates.bit) != 0)
      open_gates(gates.by_literal.of(key.literal), state);
  const std::uint64_t* met = state.names.data() + sentence * gates.opening_names.size();
  for (std::size_t i = 0; i < gates.opening_names.size(); ++i)
    for (std::uint64_t left = met[i] & gates.opening_names[i]; left != 0; left &= left - 1)
      open_name(gates, static_cast<std::uint16_t>(i * 64 + std::countr_zero(left)), state);
}

void Grammar::run(std::uint16_t room, std::uint32_t sentence, TokenRange range, Lattice& lattice,
                  GrammarState& state) const {
  if (range.empty() || room >= gates_.rooms.size() || gates_.rooms[room].bit == 0) return;
  find_names(lattice, state);
  open_sentence(gates_.rooms[room], sentence, state);
  state.matcher.enter(range);
  for (const Cascade& cascade : cascades) {
    if (cascade.room != room || cascade.rules.empty()) continue;
    state.matches.clear();
    state.slots.clear();
    run_cascade(cascade, range, lattice, state);
    if (!state.matches.empty()) keep_matches(cascade, sentence, lattice, state);
  }
}

// Visits only the rules whose gates are open: of a thousand few are in a sentence. The rules of a cascade are numbered one after
// the other.
void Grammar::run_cascade(const Cascade& cascade, TokenRange range, const Lattice& lattice, GrammarState& state) const {
  const std::uint32_t first = cascade.rules.front(), last = cascade.rules.back();
  for (std::uint32_t word = first / 64; word <= last / 64; ++word) {
    std::uint64_t ready = state.ready[word];
    if (word == first / 64) ready &= ~0ull << (first % 64);
    if (word == last / 64) ready &= ~0ull >> (63 - last % 64);
    for (; ready != 0; ready &= ready - 1) {
      const std::uint32_t rule = word * 64 + static_cast<std::uint32_t>(std::countr_zero(ready));
      const std::uint64_t steps_before = state.matcher.steps_taken;
      run_rule(rule, range, lattice, state);
      if (state.steps_of_rules != nullptr) (*state.steps_of_rules)[rule] += state.matcher.steps_taken - steps_before;
    }
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

void Grammar::run_rule(std::uint32_t index, TokenRange range, const Lattice& lattice, GrammarState& state) const {
  const Code& code = codes_[index];
  bool fresh = true;
  for (Starts starts(lattice, code, range); !starts.done();) {
    const std::uint32_t at = starts.at();
    fresh = state.matcher.match_at(code, at, fresh);
    if (fresh && take_match(index, at, state))
      starts.skip_to(state.matcher.match_end());
    else
      starts.next();
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
    open_name(gates_.rooms[cascades[rule.cascade].room], name, state);
}

std::optional<std::string_view> Grammar::value_of(const Edge& edge, std::string_view column) const {
  if (edge.annotation || edge.layered) return std::nullopt;
  const Lexicon& lexicon = lexicons[edge.layer];
  return lexicon.value_of(lexicon.entry(edge.payload), column);
}

std::string_view Grammar::field(const Lattice& lattice, const Annotation& annotation, std::uint16_t name) const {
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
