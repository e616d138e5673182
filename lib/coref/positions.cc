#include "coref/positions.h"

#include <algorithm>
#include <functional>

namespace copydesk {

bool stands_aside(const Analysis& analysis, const StandInRules& rules, const std::vector<Group>& groups,
                  const EntityMention& mention) {
  if (mention.form == MentionForm::pronoun) return !mention.refers.subject;
  const std::vector<TokenData>& tokens = analysis.tokens.tokens;
  const SentenceData& sentence = analysis.tokens.sentences[mention.sentence];
  if (mention.range.end < sentence.end && (tokens[mention.range.end].word_class & rules.clitic) != 0) return true;
  const auto after =
      std::ranges::upper_bound(groups, mention.range.begin, {}, [](const Group& group) { return group.range.begin; });
  const bool grouped = after != groups.begin() && (after - 1)->range.end >= mention.range.end;
  const std::uint32_t begin = grouped ? (after - 1)->range.begin : mention.range.begin;
  return begin > sentence.begin && (tokens[begin - 1].word_class & rules.preposition) != 0;
}

bool says_what_it_is(const Analysis& analysis, const StandInRules& rules, const EntityMention& mention) {
  const std::uint32_t begin = mention.range.begin;
  return begin > analysis.tokens.sentences[mention.sentence].begin &&
         (analysis.tokens.tokens[begin - 1].word_class & rules.be) != 0;
}

bool is_indefinite(const Analysis& analysis, const StandInRules& rules, const EntityMention& demonym) {
  if (demonym.range.begin == analysis.tokens.sentences[demonym.sentence].begin) return false;
  const std::uint32_t before = demonym.range.begin - 1;
  if ((analysis.tokens.tokens[before].word_class & rules.opener) == 0) return false;
  return analysis.lattice.find({before, before + 1}, rules.referring) == kNoEdge;
}

std::vector<std::uint32_t> most_told(const std::vector<std::uint32_t>& told, std::size_t most) {
  std::vector<std::uint32_t> found;
  for (const std::uint32_t entity : told) add_unique(found, entity);
  std::ranges::stable_sort(found, std::greater(),
                           [&](std::uint32_t entity) { return std::ranges::count(told, entity); });
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace copydesk
