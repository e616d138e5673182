#include <algorithm>

#include "times/resolve.h"

namespace copydesk {
namespace {

constexpr std::int64_t kOne = 1000;

// The day that a relative expression counts from, and who told it.
struct Origin {
  std::int32_t day;
  std::uint32_t anchor;
};

std::optional<Origin> origin(const TimeReading& reading, const TimeContext& context) {
  const std::optional<TimeValue>& last = context.narrative.last;
  if (reading.base)
    if (const auto days = days_of(*reading.base)) return Origin{days->first, reading.base->anchor};
  if (last && reading.anchor == Anchor::narrative) return Origin{days_of(*last)->first, last->anchor};
  if (!context.reference) return std::nullopt;
  return Origin{*context.reference, context.reference_anchor};
}

std::int32_t weekday_near(std::int32_t day, int weekday, std::optional<int> offset, Tense tense) {
  const int back = (weekday_of(day) - weekday + 7) % 7;  // days since it was that weekday
  if (offset && *offset < 0) return day - (back == 0 ? 7 : back);
  if (offset && *offset > 0) return day + (back == 0 ? 7 : 7 - back);
  if (offset && tense != Tense::past) return back == 0 ? day : day + 7 - back;  // `this Friday`
  if (tense == Tense::future || tense == Tense::present) return back == 0 ? day : day + 7 - back;
  return day - back;
}

TimeValue open_weekday(int weekday) {
  TimeValue value = open_point(Unit::day);
  value.weekday = weekday;
  return value;
}

// `last weekend` said on a weekday is the one that has just been.
TimeValue weekend_near(std::int32_t day, std::optional<int> offset, Tense tense) {
  const bool in_weekend = weekday_of(day) >= 6;
  int weeks = offset.value_or(0);
  if (!offset && !in_weekend && tense != Tense::future) weeks = -1;
  return point_holding(day + 7 * weeks, Unit::weekend);
}

bool is_business_year(const TimeReading& reading) {
  return reading.unit == Unit::year && reading.amount.thousandths == kOne && !reading.base;
}

// `a year earlier` beside a quarter's figures is that quarter of the year before.
std::optional<TimeValue> quarter_compared(const TimeReading& reading, const TimeContext& context) {
  const std::optional<TimeValue>& quarter = context.narrative.quarter_in(context.sentence);
  if (!is_business_year(reading) || !quarter || !context.narrative.compares_quarter) return std::nullopt;
  return shifted(*quarter, 4 * *reading.offset, Unit::quarter);
}

// `the quarter` is the one the report is about, else the last that is over.
TimeValue quarter_told(const TimeReading& reading, const TimeContext& context) {
  const int offset = reading.offset.value_or(0);
  const std::optional<TimeValue>& quarter = context.narrative.quarter_in(context.sentence);
  if (quarter) return shifted(*quarter, offset, Unit::quarter);
  if (!context.reference) return open_point(Unit::quarter);
  return anchored(shifted(point_holding(*context.reference, Unit::quarter), offset - 1, Unit::quarter),
                  context.reference_anchor);
}

// `more than two years ago` lies before the point that `two years ago` is.
TimeValue with_side(TimeValue value, const TimeReading& reading) {
  const bool farther = reading.mod == Mod::more_than || reading.mod == Mod::at_least;
  const bool nearer = reading.mod == Mod::less_than || reading.mod == Mod::at_most;
  if (farther || nearer) value.mod = farther == (*reading.offset < 0) ? Mod::before : Mod::after;
  return value;
}

TimeValue vague_shift(const TimeReading& reading) {
  TimeValue value;
  value.form = *reading.offset < 0 ? TimeValue::Form::past : TimeValue::Form::future;
  return value;
}

}  // namespace

TimeValue resolve_weekday(const TimeReading& reading, const TimeContext& context) {
  if (!reading.weekday) return {};
  if (reading.base && reading.base->week && reading.base->year)
    return anchored(day_point(monday_of({*reading.base->year, *reading.base->week}) + *reading.weekday - 1),
                    reading.base->anchor);
  const std::optional<Origin> from = origin(reading, context);
  if (!from) return open_weekday(*reading.weekday);
  return anchored(day_point(weekday_near(from->day, *reading.weekday, reading.offset, context.tense)), from->anchor);
}

TimeValue resolve_unit(const TimeReading& reading, const TimeContext& context) {
  if (!reading.unit) return {};
  const Unit unit = std::max(*reading.unit, Unit::day);
  const Narrative& narrative = context.narrative;
  if (reading.anchor == Anchor::narrative && unit == Unit::quarter) return quarter_told(reading, context);
  if (reading.anchor == Anchor::narrative && unit == Unit::day && narrative.day)
    return anchored(day_point(days_of(*narrative.day)->first + reading.offset.value_or(0)), narrative.day->anchor);
  const std::optional<Origin> from = origin(reading, context);
  if (!from) return open_point(unit);
  if (unit == Unit::weekend) return anchored(weekend_near(from->day, reading.offset, context.tense), from->anchor);
  return anchored(shifted(point_holding(from->day, unit), reading.offset.value_or(0), unit), from->anchor);
}

TimeValue resolve_shift(const TimeReading& reading, const TimeContext& context) {
  if (!reading.unit || !reading.offset) return {};
  if (!reading.amount.thousandths) return vague_shift(reading);
  if (*reading.unit < Unit::day) return reading.base ? *reading.base : resolve_duration(reading);
  if (const auto quarter = quarter_compared(reading, context)) return *quarter;
  const std::optional<Origin> from = origin(reading, context);
  const auto scale = *reading.unit == Unit::decade       ? 10
                     : *reading.unit == Unit::century    ? 100
                     : *reading.unit == Unit::millennium ? 1000
                                                         : 1;
  const Unit unit = scale == 1 ? *reading.unit : Unit::year;
  const std::int64_t count = *reading.amount.thousandths * scale / kOne;
  if (count > 9000) return vague_shift(reading);
  if (!from) return open_point(unit);
  const int steps = static_cast<int>(count) * *reading.offset;
  const bool exact = reading.base && reading.base->grain == Unit::day;  // `a week from Friday`
  const TimeValue value =
      exact ? day_point(day_later(from->day, steps, unit)) : shifted(point_holding(from->day, unit), steps, unit);
  return with_side(anchored(value, from->anchor), reading);
}

// The quarter or month that the report is about, in another year.
TimeValue resolve_same(const TimeReading& reading, const TimeContext& context) {
  std::optional<int> year = reading.year;
  if (reading.base) year = reading.base->year;
  if (!year) return {};
  const Narrative& narrative = context.narrative;
  const std::optional<TimeValue>& quarter = narrative.quarter_in(context.sentence);
  if (quarter && narrative.compares_quarter) return anchored(quarter_point(*year, *quarter->quarter), quarter->anchor);
  if (narrative.last && narrative.last->grain == Unit::month)
    return anchored(month_point(*year, *narrative.last->month), narrative.last->anchor);
  return anchored(year_point(*year), reading.base ? reading.base->anchor : kNoAnchor);
}

TimeValue resolve_within(const TimeReading& reading) {
  if (!reading.base || !reading.unit || !reading.nth) return {};
  const Unit unit = *reading.unit;
  const std::optional<DaySpan> days = days_of(*reading.base);
  if (!days) return {};
  const int slack = unit == Unit::week ? 3 : 0;  // a week belongs where most of it lies
  const TimeValue value = *reading.nth < 0 ? shifted(point_holding(days->last - slack, unit), *reading.nth + 1, unit)
                                           : shifted(point_holding(days->first + slack, unit), *reading.nth - 1, unit);
  return anchored(value, reading.base->anchor);
}

}  // namespace copydesk
