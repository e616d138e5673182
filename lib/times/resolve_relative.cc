#include <algorithm>

#include "times/resolve.h"

namespace copydesk {
namespace {

constexpr std::int64_t kOne = 1000;

// The day that a relative expression counts from.
std::optional<std::int32_t> origin(const TimeReading& reading, const TimeContext& context) {
  const std::optional<TimeValue>& last = context.narrative.last;
  if (reading.base)
    if (const auto days = days_of(*reading.base)) return days->first;
  if (last && (reading.anchor == Anchor::narrative || !context.reference)) return days_of(*last)->first;
  return context.reference;
}

std::int32_t weekday_near(std::int32_t day, int weekday, std::optional<int> offset, Tense tense) {
  const int back = (weekday_of(day) - weekday + 7) % 7;  // days since it was that weekday
  if (offset && *offset < 0) return day - (back == 0 ? 7 : back);
  if (offset && *offset > 0) return day + (back == 0 ? 7 : 7 - back);
  if (offset) return day + weekday - weekday_of(day);
  if (tense == Tense::future) return back == 0 ? day : day + 7 - back;
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
  const Narrative& narrative = context.narrative;
  if (!is_business_year(reading) || !narrative.quarter || !narrative.compares_quarter) return std::nullopt;
  return shifted(*narrative.quarter, 4 * *reading.offset, Unit::quarter);
}

// `the quarter` is the one the report is about: the last it named, else the last that is over.
TimeValue quarter_told(const TimeReading& reading, const TimeContext& context) {
  const int offset = reading.offset.value_or(0);
  if (context.narrative.quarter) return shifted(*context.narrative.quarter, offset, Unit::quarter);
  if (!context.reference) return open_point(Unit::quarter);
  return shifted(point_holding(*context.reference, Unit::quarter), offset - 1, Unit::quarter);
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
    return day_point(monday_of({*reading.base->year, *reading.base->week}) + *reading.weekday - 1);
  const std::optional<std::int32_t> day = origin(reading, context);
  if (!day) return open_weekday(*reading.weekday);
  return day_point(weekday_near(*day, *reading.weekday, reading.offset, context.tense));
}

TimeValue resolve_unit(const TimeReading& reading, const TimeContext& context) {
  if (!reading.unit) return {};
  const Unit unit = std::max(*reading.unit, Unit::day);
  const Narrative& narrative = context.narrative;
  if (reading.anchor == Anchor::narrative && unit == Unit::quarter) return quarter_told(reading, context);
  if (reading.anchor == Anchor::narrative && unit == Unit::day && narrative.day)
    return day_point(days_of(*narrative.day)->first + reading.offset.value_or(0));
  const std::optional<std::int32_t> day = origin(reading, context);
  if (!day) return open_point(unit);
  if (unit == Unit::weekend) return weekend_near(*day, reading.offset, context.tense);
  return shifted(point_holding(*day, unit), reading.offset.value_or(0), unit);
}

TimeValue resolve_shift(const TimeReading& reading, const TimeContext& context) {
  if (!reading.unit || !reading.offset) return {};
  if (!reading.amount.thousandths) return vague_shift(reading);
  if (*reading.unit < Unit::day) return reading.base ? *reading.base : resolve_duration(reading);
  if (const auto quarter = quarter_compared(reading, context)) return *quarter;
  const std::optional<std::int32_t> day = origin(reading, context);
  const auto scale = *reading.unit == Unit::decade       ? 10
                     : *reading.unit == Unit::century    ? 100
                     : *reading.unit == Unit::millennium ? 1000
                                                         : 1;
  const Unit unit = scale == 1 ? *reading.unit : Unit::year;
  const std::int64_t count = *reading.amount.thousandths * scale / kOne;
  if (count > 9000) return vague_shift(reading);
  if (!day) return open_point(unit);
  const int steps = static_cast<int>(count) * *reading.offset;
  const bool exact = reading.base && reading.base->grain == Unit::day && unit == Unit::week;  // `a week from Friday`
  return exact ? day_point(*day + 7 * steps) : shifted(point_holding(*day, unit), steps, unit);
}

// The quarter or month that the report is about, in another year.
TimeValue resolve_same(const TimeReading& reading, const TimeContext& context) {
  std::optional<int> year = reading.year;
  if (reading.base) year = reading.base->year;
  if (!year) return {};
  const Narrative& narrative = context.narrative;
  if (narrative.quarter && narrative.compares_quarter) return quarter_point(*year, *narrative.quarter->quarter);
  if (narrative.last && narrative.last->grain == Unit::month) return month_point(*year, *narrative.last->month);
  return year_point(*year);
}

TimeValue resolve_within(const TimeReading& reading) {
  if (!reading.base || !reading.unit || !reading.nth) return {};
  const Unit unit = *reading.unit;
  const std::optional<DaySpan> days = days_of(*reading.base);
  if (!days) return {};
  const int slack = unit == Unit::week ? 3 : 0;  // a week belongs where most of it lies
  if (*reading.nth < 0) return shifted(point_holding(days->last - slack, unit), *reading.nth + 1, unit);
  return shifted(point_holding(days->first + slack, unit), *reading.nth - 1, unit);
}

}  // namespace copydesk
