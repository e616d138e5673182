#include "events/clause_view.h"

#include <algorithm>

namespace copydesk {

const Group* ClauseView::group_over(std::uint32_t token) const {
  auto after = std::ranges::upper_bound(groups_, token, {}, [](const Group& group) { return group.range.begin; });
  if (after == groups_.begin()) return nullptr;
  --after;
  return token < after->range.end ? &*after : nullptr;
}

bool ClauseView::ends_clause(std::uint32_t token) const {
  if (used(token, ClauseUse::kQuote)) return true;
  return work_.analysis.lattice.find({token, token + 1}, work_.names.clause_end) != kNoEdge;
}

bool ClauseView::joins_words(std::uint32_t token) const {
  if (tokens_[token].kind != TokenKind::punctuation || is_comma(token) || ends_clause(token)) return false;
  return !tokens_[token].space_before && inside(token + 1) && !tokens_[token + 1].space_before;
}

const Group* ClauseView::antecedent(std::uint32_t token) const {
  if (!is(token, words_.relative) || is(token, words_.subordinator) || token < sentence_.begin + 2) return nullptr;
  const std::uint32_t before = is_comma(token - 1) ? token - 2 : token - 1;
  const Group* group = group_over(before);
  return group != nullptr && group->range.end == before + 1 ? group : nullptr;
}

bool ClauseView::opens_told_clause(std::uint32_t token) const {
  return token > sentence_.begin && used(token, ClauseUse::kClause) && used(token - 1, ClauseUse::kReporting) &&
         !used(token, ClauseUse::kAttending);
}

bool ClauseView::is_subject(const Group& group) const {
  if (inside(group.range.end) && is_owner_mark(group.range.end)) return false;
  if (opens_clause(group)) return true;
  const std::uint32_t begin = quantity_begin(group);
  if (begin == sentence_.begin || !inside(begin - 1)) return true;
  const std::uint32_t before = begin - 1;
  if (is_aside(group)) return false;
  if (work_.analysis.lattice.ends_at(group.range.begin, work_.names.time)) return true;   // `in May Kimani signed`
  if (is(before, words_.auxiliary) || used(before, ClauseUse::kCopular)) return false;    // `is a minister`
  if (inside(group.range.end) && is(group.range.end, words_.to)) return !is_goal(group);  // `for Kimani to sign`
  if (is(before, words_.preposition) || used(before, 0x7F & ~(ClauseUse::kReporting | ClauseUse::kQuote))) return false;
  if (before == sentence_.begin && has_own_verb(group)) return true;  // `Visiting premier Ostrava held talks`
  return !is(before, words_.verb) || (used(before, ClauseUse::kReporting) && is_inverted(before));
}

// `(flew) to Lima to sign`, `(visited) Lima to sign`, where `(appealed) to the growers to sign` names who signs.
bool ClauseView::is_goal(const Group& group) const {
  const std::uint32_t before = group.range.begin - 1;
  if (used(before, ClauseUse::kPlace)) return true;
  const EntityMention& last = work_.mentions.mentions[group.members.back()];
  if (last.form == MentionForm::nominal || last.type == EntityType::person) return false;
  return is(before, words_.to) || (used(before, ClauseUse::kGoal) && is(before, words_.verb));
}

bool ClauseView::has_own_verb(const Group& group) const {
  constexpr std::uint32_t kNear = 4;  // `on Monday`
  for (std::uint32_t at = group.range.end; inside(at) && at - group.range.end < kNear && !is_comma(at); ++at)
    if (is(at, words_.finite | words_.auxiliary)) return true;
  return false;
}

// Where `more than 300 envoys`, `about 300 envoys`, `at least 300 envoys` begin.
std::uint32_t ClauseView::quantity_begin(const Group& group) const {
  std::uint32_t begin = group.range.begin;
  if (tokens_[begin].kind != TokenKind::number) return begin;
  const std::uint32_t first = sentence_.begin;
  const ClassMask link = words_.subordinator | words_.preposition;
  if (begin > first + 1 && is(begin - 1, link) && is(begin - 2, words_.degree))
    begin -= 2;
  else if (begin > first && is(begin - 1, words_.degree))
    begin -= begin > first + 1 && is(begin - 2, link) ? 2 : 1;
  return begin > first && begin < group.range.begin && is(begin - 1, words_.opener) ? begin - 1 : begin;
}

std::uint32_t ClauseView::before_aside(std::uint32_t token, std::uint32_t begin) const {
  constexpr std::uint32_t kMostAside = 24;
  if (!used(token, ClauseUse::kDash)) return token;
  for (std::uint32_t at = token; at-- > begin && token - at < kMostAside;)
    if (used(at, ClauseUse::kDash)) return at;
  return token;
}

// `Kimani, the premier,`, where `on Friday, the premier,` and `in Oslo, the premier,` begin a clause.
bool ClauseView::is_aside(const Group& group) const {
  if (group.range.begin <= sentence_.begin) return false;
  const std::uint32_t before = group.range.begin - 1;
  if (!is_comma(before) || !inside(group.range.end) || !is_comma(group.range.end) || !inside(before - 1)) return false;
  const Group* said_of = group_over(before - 1);
  if (said_of == nullptr) return any_group({sentence_.begin, before});
  return said_of->range.begin == sentence_.begin || !is(said_of->range.begin - 1, words_.preposition);
}

bool ClauseView::any_group(TokenRange range) const {
  const auto first =
      std::ranges::lower_bound(groups_, range.begin, {}, [](const Group& group) { return group.range.begin; });
  return first != groups_.end() && first->range.begin < range.end;
}

const Group* ClauseView::before_long_aside(std::uint32_t comma) const {
  if (!is_comma(comma) || !inside(comma + 1) || !is(comma + 1, words_.finite | words_.auxiliary)) return nullptr;
  constexpr std::uint32_t kMostBefore = 6;  // `On Monday a`
  for (std::uint32_t at = sentence_.begin; at < comma && at - sentence_.begin < kMostBefore; ++at) {
    const Group* group = group_over(at);
    const bool verb = group == nullptr && is(at, words_.finite | words_.auxiliary);
    if (verb || ends_clause(at)) return nullptr;
    if (group == nullptr || !is_subject(*group)) continue;
    const std::uint32_t end = group->range.end;
    return end < comma && (is_comma(end) || is(end, words_.relative)) ? group : nullptr;
  }
  return nullptr;
}

bool ClauseView::in_relative_clause(std::uint32_t token) const {
  constexpr std::uint32_t kMostBack = 20;
  for (std::uint32_t at = token; at > sentence_.begin && token - at < kMostBack && !is_comma(at - 1); --at)
    if (is(at - 1, words_.relative)) return at - 1 > sentence_.begin && is_comma(at - 2);
  return false;
}

std::uint32_t ClauseView::before_relative(std::uint32_t comma, std::uint32_t begin) const {
  constexpr std::uint32_t kMostClause = 20;
  for (std::uint32_t at = comma; at > begin && comma - at < kMostClause && !ends_clause(at - 1);) {
    --at;
    if (is(at, words_.relative) && at > begin && is_comma(at - 1)) return at - 1;
    if (is_comma(at)) return comma;
  }
  return comma;
}

bool ClauseView::leads_aside(const Group& group) const {
  const std::uint32_t before = group.range.begin - 1;
  if (!inside(before) || before == sentence_.begin) return false;
  if (leads(before) && is_comma(before - 1)) return true;  // `, including Kimani,`
  return used(before, ClauseUse::kAgent | ClauseUse::kBelonging) && leads(before - 1);
}

// `before he left`, `as Kimani left`, `(Ostrava) hoped the two sides would meet`.
bool ClauseView::opens_clause(const Group& group) const {
  const EntityMention& first = work_.mentions.mentions[group.members.front()];
  if (first.form == MentionForm::pronoun && first.refers.subject) return true;
  const std::uint32_t end = behind_belonging(group);
  if (!inside(end) || !is(end, words_.finite | words_.auxiliary) || !inside(group.range.begin - 1)) return false;
  const std::uint32_t before = group.range.begin - 1;
  return says_or_opens(before) ||
         (is(before, words_.finite) && !is(before, words_.premodifier | words_.nominal | words_.auxiliary));
}

bool ClauseView::has_comma(const Group& group) const {
  for (std::uint32_t at = group.range.begin; at < group.range.end; ++at)
    if (is_comma(at)) return true;
  return false;
}

// Behind `the envoys of Norway`, where that is no single group, and behind the comma that closes `the envoys, Kimani and Ostrava,`.
std::uint32_t ClauseView::behind_belonging(const Group& group) const {
  std::uint32_t end = group.range.end;
  if (inside(end) && is_comma(end) && has_comma(group)) return end + 1;
  if (!inside(end + 1) || !used(end, ClauseUse::kBelonging)) return end;
  const Group* owner = next_group(end + 1);
  return owner != nullptr ? owner->range.end : end;
}

bool ClauseView::says_or_opens(std::uint32_t token) const {
  return used(token, ClauseUse::kClause | ClauseUse::kReporting) && !used(token, ClauseUse::kAddressing);
}

// `"...", said Kimani`, where `told Kimani` has its subject before it.
bool ClauseView::is_inverted(std::uint32_t verb) const {
  if (used(verb, ClauseUse::kAddressing)) return false;
  if (verb <= sentence_.begin) return true;
  return used(verb - 1, ClauseUse::kQuote | ClauseUse::kComma);
}

bool ClauseView::tells(const Group& group) const {
  constexpr std::uint32_t kMostBetween = 6;  // `two people familiar with the matter`
  if (!inside(group.range.begin - 1) || !is_comma(group.range.begin - 1)) return false;
  for (std::uint32_t at = group.range.end; inside(at) && at - group.range.end < kMostBetween; ++at) {
    if (is(at, words_.finite)) return used(at, ClauseUse::kReporting);
    if (is_comma(at) || is(at, words_.conjunction)) return false;
  }
  return false;
}

bool ClauseView::speaks(const Group& group) const {
  const auto says = [&](std::uint32_t token) { return used(token, ClauseUse::kReporting) && is(token, words_.verb); };
  const std::uint32_t begin = group.range.begin;
  if (inside(begin - 1) && inside(begin - 2) && says(begin - 1))
    return is_comma(begin - 2) || used(begin - 2, ClauseUse::kQuote);
  std::uint32_t at = behind_aside(group.range.end);
  while (inside(at) && is(at, words_.adverb | words_.auxiliary)) ++at;
  return inside(at) && says(at) && is(at, words_.finite);
}

std::uint32_t ClauseView::behind_aside(std::uint32_t comma) const {
  constexpr std::uint32_t kMostAside = 16;
  if (!inside(comma) || !is_comma(comma)) return comma;
  for (std::uint32_t at = comma + 1; inside(at) && at - comma < kMostAside; ++at)
    if (is_comma(at)) return at + 1;
  return comma;
}

const Group* ClauseView::next_group(std::uint32_t at) const {
  for (std::uint32_t steps = 0; inside(at) && steps < 4; ++steps, ++at) {
    if (const Group* group = group_over(at)) return group;
    if (is(at, words_.finite) && is_comma(at - 1)) return nullptr;  // `Peru, set up a board`
    if (!is(at, words_.premodifier | words_.opener | words_.adverb) && tokens_[at].shape == Shape::lower)
      return nullptr;
  }
  return nullptr;
}

}  // namespace copydesk
