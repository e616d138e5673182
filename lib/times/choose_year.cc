#include "times/choose_year.h"

#include <cstdlib>
#include <limits>

namespace copydesk {
namespace {

// How well a candidate fits; less is better, and nothing when it does not fit at all.
using Fit = std::optional<std::int32_t>;

Fit fit_offset(DaySpan days, int offset, std::int32_t reference, bool same_year) {
  if (offset < 0 && days.last < reference) return reference - days.last;
  if (offset > 0 && days.first > reference) return days.first - reference;
  if (offset == 0 && same_year) return 0;
  return std::nullopt;
}

Fit fit_tense(DaySpan days, Tense tense, std::int32_t reference) {
  if (tense == Tense::past && days.first <= reference) return reference - days.first;
  if (tense == Tense::future && days.last >= reference) return days.last - reference;
  return std::nullopt;
}

// Without tense the nearest, what lies behind before what lies as far ahead.
std::int32_t distance(DaySpan days, std::int32_t reference) {
  const std::int32_t middle = days.first + (days.last - days.first) / 2;
  return 2 * std::abs(middle - reference) + (middle > reference ? 1 : 0);
}

}  // namespace

std::optional<TimeValue> choose_year(const InYear& in_year, std::optional<int> offset, const TimeContext& context) {
  if (!context.reference) {
    const std::optional<TimeValue>& last = context.narrative.last;
    return last && last->year ? in_year(*last->year) : std::nullopt;
  }
  const int year = date_of(*context.reference).year;
  std::optional<TimeValue> best;
  std::int32_t best_fit = std::numeric_limits<std::int32_t>::max();
  for (int candidate = year - 4; candidate <= year + 4; ++candidate) {
    const std::optional<TimeValue> value = in_year(candidate);
    const std::optional<DaySpan> days = value ? days_of(*value) : std::nullopt;
    if (!days) continue;
    Fit fit = offset ? fit_offset(*days, *offset, *context.reference, candidate == year) : fit_tense(*days, context.tense, *context.reference);
    const bool decided = offset || context.tense == Tense::past || context.tense == Tense::future;
    if (!decided) fit = distance(*days, *context.reference);
    if (!fit || *fit >= best_fit) continue;
    best_fit = *fit;
    best = value;
  }
  return best;
}

}  // namespace copydesk
