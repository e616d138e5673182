#include "rules/grammar.h"

#include <algorithm>

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

void Grammar::prepare(Lattice& lattice, GrammarState& state) const {
  const TokenLayer& layer = lattice.layer();
  state.literals.resize(layer.tokens.size());
  for (std::size_t i = 0; i < layer.tokens.size(); ++i) {
    const TokenData& token = layer.tokens[i];
    const std::uint32_t literal = literal_of(layer.folded_of(token), token.hash);
    state.literals[i] = literal;
    if (literal != kNoWord) lattice.signatures[i] |= word_signature(literal);
  }
  if (state.open.size() != rules.size()) state.open.assign(rules.size(), 0);
  state.matcher.start(tables, lattice, state.literals);
}

void Grammar::open_gates(const std::vector<std::uint32_t>& gated, GrammarState& state) const {
  for (const std::uint32_t rule : gated) state.open[rule] = state.stamp;
}

void Grammar::open_sentence(std::uint16_t, TokenRange range, const Lattice& lattice, GrammarState& state) const {
  ++state.stamp;
  for (std::uint32_t token = range.begin; token < range.end; ++token) {
    if (const std::uint32_t literal = state.literals[token]; literal != kNoWord) open_gates(gated_by_literal_[literal], state);
    for (std::uint32_t at = lattice.first_at(token); at != kNoEdge; at = lattice.edge(at).next_begin)
      open_gates(gated_by_label_[lattice.edge(at).label], state);
  }
}

void Grammar::run(std::uint16_t room, std::uint32_t sentence, TokenRange range, Lattice& lattice, GrammarState& state) const {
  if (range.empty()) return;
  open_sentence(room, range, lattice, state);
  state.matcher.enter(range);
  for (const Cascade& cascade : cascades) {
    if (cascade.room != room) continue;
    state.matches.clear();
    state.slots.clear();
    for (const std::uint32_t rule : cascade.rules)
      if (state.open[rule] == state.stamp || rules[rule].program.gate.empty()) run_rule(rule, range, lattice, state);
    if (!state.matches.empty()) keep_matches(cascade, sentence, lattice, state);
  }
}

// A capture named `this` is what the rule gives; the rest of the match is only what must stand around it.
TokenRange Grammar::narrowed(const Program& program, const Matcher& matcher, TokenRange range) const {
  for (std::size_t i = 0; i < program.captures.size(); ++i)
    if (program.captures[i] == this_name_ && matcher.slot(2 * i + 1) != kNoEdge) return {matcher.slot(2 * i), matcher.slot(2 * i + 1)};
  return range;
}

void Grammar::run_rule(std::uint32_t index, TokenRange range, const Lattice& lattice, GrammarState& state) const {
  const Rule& rule = rules[index];
  bool fresh = true;
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    if ((lattice.signatures[at] & rule.program.first) == 0) continue;
    if (!state.matcher.match_at(rule.program, at, fresh)) {
      fresh = false;
      continue;
    }
    fresh = true;
    const std::uint32_t end = state.matcher.match_end();
    if (end == at) continue;
    const bool holds = std::ranges::all_of(rule.contexts, [&](const Context& context) {
      return state.matcher.context_holds(context, context.backwards ? at : end);
    });
    if (!holds) continue;
    state.matches.push_back({index, narrowed(rule.program, state.matcher, {at, end}), static_cast<std::uint32_t>(state.slots.size())});
    for (std::size_t slot = 0; slot < rule.program.captures.size() * 2; ++slot) state.slots.push_back(state.matcher.slot(slot));
    at = end - 1;
  }
}

void Grammar::keep_matches(const Cascade& cascade, std::uint32_t sentence, Lattice& lattice, GrammarState& state) const {
  // Rules were run in their order, so a stable sort keeps it as the last criterion.
  std::ranges::stable_sort(state.matches, [](const GrammarState::Match& a, const GrammarState::Match& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
  });
  std::uint32_t covered = 0;
  for (const GrammarState::Match& match : state.matches) {
    if (cascade.keep == Keep::longest && match.range.begin < covered) continue;
    covered = match.range.end;
    add_match(match, sentence, lattice, state);
  }
}

void Grammar::add_match(const GrammarState::Match& match, std::uint32_t sentence, Lattice& lattice, GrammarState& state) const {
  const Rule& rule = rules[match.rule];
  Annotation annotation{.range = match.range, .label = rule.label, .kind = rule.kind, .rule = match.rule,
                        .first_capture = static_cast<std::uint32_t>(lattice.captures.size()), .sentence = sentence};
  for (std::size_t i = 0; i < rule.program.captures.size(); ++i) {
    const std::uint32_t begin = state.slots[match.first_slot + 2 * i], end = state.slots[match.first_slot + 2 * i + 1];
    if (begin != kNoEdge && end != kNoEdge) lattice.captures.push_back({rule.program.captures[i], {begin, end}});
  }
  annotation.captures = static_cast<std::uint32_t>(lattice.captures.size()) - annotation.first_capture;
  lattice.add_annotation(annotation);
  open_gates(gated_by_label_[rule.label], state);
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
      if (edge.range != capture->range || edge.annotation || edge.layered) continue;
      const Lexicon& lexicon = lexicons[edge.layer];
      const ListEntry& entry = lexicon.entry(edge.payload);
      const ListInfo& list = lexicon.lists()[entry.list];
      for (std::uint32_t i = 0; i < list.columns; ++i)
        if (lexicon.column(list, i) == field.column) return lexicon.value(entry, i);
    }
  }
  return {};
}

}  // namespace copydesk
