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
  int cost = other.begin < trigger.begin ? kBeforeCost : 0;
  for (std::uint32_t token = from; token < to; ++token) {
    cost += fronted ? 0 : 1;
    if (other.begin < trigger.begin && is(token, work_.names.clause.conjunction)) cost += kConjunctionCost;
    if (opens_subclause(token) || (other.begin > trigger.begin && opens_told_clause(token))) cost += kSubclauseCost;
    if (other.begin > trigger.begin && reports(token)) cost += kReportCost;
    if (is(token, work_.names.clause.finite)) cost += kVerbCost;
    for (std::uint32_t at = work_.analysis.lattice.first_at(token); at != kNoEdge;
         at = work_.analysis.lattice.edge(at).next_begin) {
      const Label label = work_.analysis.lattice.edge(at).label;
      if (label == clause_end_) cost += kClauseEndCost;
      if (label == work_.names.trigger) cost += kTriggerCost;
    }
  }
  return cost;
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
