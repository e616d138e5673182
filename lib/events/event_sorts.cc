#include "events/event_sorts.h"

#include <algorithm>

namespace copydesk {
namespace {

// What stands with the trigger: `federal cabinet meeting`, `meeting of the federal cabinet`.
TokenRange noun_group(const EventWork& work, const EventMention& mention) {
  constexpr std::uint32_t kMostBefore = 4, kMostBehind = 5;
  const ClauseWords& words = work.names.clause;
  const auto& tokens = work.analysis.tokens.tokens;
  const SentenceData& sentence = work.analysis.tokens.sentences[mention.sentence];
  auto [begin, end] = mention.trigger;
  while (begin > sentence.begin && mention.trigger.begin - begin < kMostBefore &&
         ((tokens[begin - 1].word_class & words.noun_modifier) != 0 || work.is_owner_mark(begin - 1)))
    --begin;
  if (end >= sentence.end || !words.has(tokens[end], ClauseUse::kBelonging)) return {begin, end};
  for (++end; end < sentence.end && end - mention.trigger.end < kMostBehind; ++end)
    if ((tokens[end].word_class & (words.noun_modifier | words.opener)) == 0) break;
  return {begin, end};
}

// `body:board number:one`
void add_sorts_told(std::string_view told, EventMention& mention) {
  while (!told.empty()) {
    const std::size_t end = std::min(told.find(' '), told.size()), colon = told.find(':');
    if (colon < end) mention.sorts.push_back({told.substr(0, colon), told.substr(colon + 1, end - colon - 1)});
    told.remove_prefix(std::min(end + 1, told.size()));
  }
}

void add_sorts_at(const EventWork& work, std::uint32_t token, EventMention& mention) {
  const Lattice& lattice = work.analysis.lattice;
  const auto& grammar = work.analysis.language.grammar;
  for (std::uint32_t at = lattice.first_at(token); at != kNoEdge; at = lattice.edge(at).next_begin) {
    const Edge& edge = lattice.edge(at);
    if (edge.annotation || edge.label != work.names.event_sort) continue;
    add_sorts_told(grammar.value_of(edge, "sorts").value_or(std::string_view()), mention);
  }
}

}  // namespace

void add_sorts(const EventWork& work, std::vector<EventMention>& mentions) {
  const auto& tokens = work.analysis.tokens.tokens;
  for (EventMention& mention : mentions) {
    const TokenData& head = tokens[mention.trigger.end - 1];
    if (mention.echo) continue;
    const bool noun = (head.word_class & work.names.clause.nominal) != 0;
    const TokenRange group = noun ? noun_group(work, mention) : mention.trigger;
    for (std::uint32_t token = group.begin; token < group.end; ++token) add_sorts_at(work, token, mention);
  }
}

bool sorts_differ(const std::vector<EventSort>& a, const std::vector<EventSort>& b) {
  return std::ranges::any_of(a, [&](const EventSort& one) {
    const auto of_axis = [&](const EventSort& other) { return other.axis == one.axis; };
    const auto told_of_both = [&](const EventSort& other) {
      return of_axis(other) && std::ranges::find(b, other) != b.end();
    };
    return std::ranges::any_of(b, of_axis) && std::ranges::none_of(a, told_of_both);
  });
}

}  // namespace copydesk
