#include "events/distances.h"

#include <algorithm>

namespace copydesk {
namespace {

constexpr int kClauseEndCost = 12;
constexpr int kTriggerCost = 10;
constexpr int kSubclauseCost = 8;  // `where`, `that`, `to build`
constexpr int kVerbCost = 3;
constexpr int kReportCost = 8;       // `met the premier and said that`
constexpr int kConjunctionCost = 4;  // `arrived on Sunday and met`
constexpr int kBeforeCost = 2;       // a circumstance tends to stand behind its trigger

}  // namespace

int Distances::between(TokenRange trigger, TokenRange other, bool fronted) const {
  const std::uint32_t from = std::min(trigger.end, other.end), to = std::max(trigger.begin, other.begin);
  const bool ahead = other.begin > trigger.begin;
  const std::vector<Group>& groups = work_.mentions.groups;
  auto group = std::ranges::upper_bound(groups, from, {}, [](const Group& one) { return one.range.end; });
  int cost = ahead ? 0 : kBeforeCost;
  bool told = !ahead || is(trigger.begin, work_.names.clause.finite);  // the verb of the clause of the trigger
  for (std::uint32_t token = from; token < to; ++token) {
    while (group != groups.end() && group->range.end <= token) ++group;
    const bool of_name = names_as_one_ && group != groups.end() && group->range.begin < token;
    cost += (fronted || of_name ? 0 : 1) + price(token, ahead);
    told |= is(token, work_.names.clause.finite | work_.names.clause.auxiliary);
    if (!told) token = behind_aside(token, to);
  }
  return cost;
}

// What a token between a trigger and a circumstance costs beside its length.
int Distances::price(std::uint32_t token, bool ahead) const {
  int cost = 0;
  if (!ahead && is(token, work_.names.clause.conjunction)) cost += kConjunctionCost;
  if (opens_subclause(token) || (ahead && opens_told_clause(token))) cost += kSubclauseCost;
  if (ahead && reports(token)) cost += kReportCost;
  if (is(token, work_.names.clause.finite)) cost += kVerbCost;
  for (std::uint32_t at = work_.analysis.lattice.first_at(token); at != kNoEdge;
       at = work_.analysis.lattice.edge(at).next_begin) {
    const Label label = work_.analysis.lattice.edge(at).label;
    if (label == clause_end_) cost += kClauseEndCost;
    if (label == work_.names.trigger) cost += kTriggerCost;
  }
  return cost;
}

// The comma that closes the aside that a comma opens, before the verb of the clause; the token itself where there is none.
std::uint32_t Distances::behind_aside(std::uint32_t comma, std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 40;
  const auto is_comma = [&](std::uint32_t token) {
    return work_.names.clause.has(work_.analysis.tokens.tokens[token], ClauseUse::kComma);
  };
  if (!is_comma(comma)) return comma;
  for (std::uint32_t token = comma + 2; token + 1 < end && token < comma + kLongest; ++token)
    if (is_comma(token) && is(token + 1, work_.names.clause.finite | work_.names.clause.auxiliary)) return token;
  return comma;
}

bool Distances::is(std::uint32_t token, ClassMask mask) const {
  return (work_.analysis.tokens.tokens[token].word_class & mask) != 0;
}

bool Distances::reports(std::uint32_t token) const {
  const ClauseWords& words = work_.names.clause;
  return is(token, words.finite) && words.has(work_.analysis.tokens.tokens[token], ClauseUse::kReporting);
}

bool Distances::opens_subclause(std::uint32_t token) const {
  const ClauseWords& words = work_.names.clause;
  return is(token, words.relative | words.subordinator) || (is(token, words.to) && is(token + 1, words.verb));
}

bool Distances::tells_before(TokenRange trigger, TokenRange other) const {
  for (std::uint32_t token = other.end; token < trigger.begin; ++token)
    if (opens_told_clause(token)) return true;
  return false;
}

bool Distances::opens_told_clause(std::uint32_t token) const {
  return work_.names.clause.has(work_.analysis.tokens.tokens[token], ClauseUse::kClause);
}

}  // namespace copydesk
