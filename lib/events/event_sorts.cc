#include "events/event_sorts.h"

#include <algorithm>

namespace copydesk {
namespace {

// How far before the trigger its noun group begins.
std::uint32_t begin_of_group(const EventWork& work, const EventMention& mention) {
  constexpr std::uint32_t kMostBefore = 4;
  const ClauseWords& words = work.names.clause;
  const auto& tokens = work.analysis.tokens.tokens;
  const std::uint32_t first = work.analysis.tokens.sentences[mention.sentence].begin;
  std::uint32_t begin = mention.trigger.begin;
  while (begin > first && mention.trigger.begin - begin < kMostBefore &&
         (tokens[begin - 1].word_class & words.noun_modifier) != 0)
    --begin;
  return begin;
}

// How far behind the trigger the noun of `a meeting of the federal cabinet` ends.
std::uint32_t end_of_group(const EventWork& work, const EventMention& mention) {
  constexpr std::uint32_t kMostBehind = 5;
  const ClauseWords& words = work.names.clause;
  const auto& tokens = work.analysis.tokens.tokens;
  const std::uint32_t last = work.analysis.tokens.sentences[mention.sentence].end;
  std::uint32_t end = mention.trigger.end;
  if (end >= last || !words.has(tokens[end], ClauseUse::kBelonging)) return end;
  for (++end; end < last && end - mention.trigger.end < kMostBehind; ++end)
    if ((tokens[end].word_class & (words.noun_modifier | words.opener)) == 0) break;
  return end;
}

void add_sorts_at(const EventWork& work, std::uint32_t token, EventMention& mention) {
  const Lattice& lattice = work.analysis.lattice;
  const auto& grammar = work.analysis.language.grammar;
  for (std::uint32_t at = lattice.first_at(token); at != kNoEdge; at = lattice.edge(at).next_begin) {
    const Edge& edge = lattice.edge(at);
    if (edge.annotation || edge.label != work.names.event_sort) continue;
    const auto axis = grammar.value_of(edge, "axis"), sort = grammar.value_of(edge, "sort");
    if (axis && sort) mention.sorts.push_back({*axis, *sort});
  }
}

}  // namespace

void add_sorts(const EventWork& work, std::vector<EventMention>& mentions) {
  const auto& tokens = work.analysis.tokens.tokens;
  for (EventMention& mention : mentions) {
    const TokenData& head = tokens[mention.trigger.end - 1];
    if (mention.echo || (head.word_class & work.names.clause.nominal) == 0) continue;
    for (std::uint32_t token = begin_of_group(work, mention); token < mention.trigger.end; ++token)
      add_sorts_at(work, token, mention);
    for (std::uint32_t token = mention.trigger.end; token < end_of_group(work, mention); ++token)
      add_sorts_at(work, token, mention);
  }
}

bool sorts_differ(const std::vector<EventSort>& a, const std::vector<EventSort>& b) {
  return std::ranges::any_of(a, [&](const EventSort& one) {
    const auto of_axis = [&](const EventSort& other) { return other.axis == one.axis; };
    const auto same = [&](const EventSort& other) { return of_axis(other) && other.sort == one.sort; };
    return std::ranges::any_of(b, of_axis) && std::ranges::none_of(b, same);
  });
}

}  // namespace copydesk
