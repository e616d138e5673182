#include <algorithm>

#include "times/choose_year.h"
#include "times/resolve.h"

namespace copydesk {
namespace {

// What the reading says, without a year; none when it says no part of a date.
TimeValue fields_of(const TimeReading& reading) {
  TimeValue value;
  value.form = TimeValue::Form::point;
  value.month = reading.month;
  value.day = reading.day;
  value.quarter = reading.quarter;
  value.half = reading.half;
  value.season = reading.season;
  value.week = reading.week;
  value.grain = reading.day       ? Unit::day
                : reading.month   ? Unit::month
                : reading.week    ? Unit::week
                : reading.quarter ? Unit::quarter
                : reading.season  ? Unit::season
                : reading.half    ? Unit::half
                                  : Unit::year;
  return value;
}

bool is_possible(const TimeValue& value) {
  if (value.week) return !value.year || *value.week <= weeks_in_year(*value.year);
  if (!value.day || !value.month) return true;
  return *value.day <= days_in_month(value.year.value_or(2000), *value.month);
}

std::optional<TimeValue> in_year(TimeValue value, int year, std::optional<int> weekday) {
  value.year = year;
  if (!is_possible(value)) return std::nullopt;
  const bool named = weekday && value.day && value.month;
  if (named && weekday_of(days_of(CivilDate{year, *value.month, *value.day})) != *weekday) return std::nullopt;
  return value;
}

// Quarters and halves of business are told of once they have begun; what is expected of one may be of the last.
TimeContext with_business_tense(const TimeValue& value, TimeContext context) {
  const bool business = value.grain == Unit::quarter || value.grain == Unit::half;
  if (business) context.tense = context.tense == Tense::future ? Tense::unknown : Tense::past;
  return context;
}

// `that October` is of the year that was told of.
TimeContext from_narrative(const TimeReading& reading, TimeContext context) {
  if (reading.anchor == Anchor::narrative && context.narrative.last)
    context.reference = days_of(*context.narrative.last)->first,
    context.reference_anchor = context.narrative.last->anchor;
  return context;
}

int year_of(const TimeReading& reading) {
  if (reading.before_christ) return *reading.year;
  return reading.era ? *reading.era + *reading.year : whole_year(*reading.year);
}

TimeValue without_year(const TimeValue& value, const TimeReading& reading, const TimeContext& told) {
  const TimeContext context = from_narrative(reading, told);
  const TimeContext adjusted = with_business_tense(value, context);
  const auto any_weekday = [&](int year) { return in_year(value, year, std::nullopt); };
  if (reading.weekday) {
    TimeContext timeless = context;  // the weekday says more than the tense
    timeless.tense = Tense::unknown;
    if (const auto named =
            choose_year([&](int year) { return in_year(value, year, reading.weekday); }, reading.offset, timeless))
      return *named;
  }
  return choose_year(any_weekday, reading.offset, adjusted).value_or(value);
}

}  // namespace

TimeValue resolve_date(const TimeReading& reading, const TimeContext& context) {
  if (reading.calendar != Calendar::gregorian && reading.calendar != Calendar::japanese)
    return resolve_other_calendar(reading, context);
  TimeValue value = fields_of(reading);
  if (reading.base) {
    value.year = reading.base->year;
    value.anchor = reading.base->anchor;
    if (!value.month && value.day) value.month = reading.base->month;
  }
  if (reading.year) value.year = year_of(reading);
  value.before_christ = reading.before_christ.has_value();
  if (value.grain == Unit::day && !value.month) return {};
  if (!is_possible(value)) return {};
  if (value.year || value.grain == Unit::year) return value.year && *value.year > 0 ? value : TimeValue{};
  return without_year(value, reading, context);
}

namespace {

// The Gregorian day, or the month that holds the middle of the other calendar's month.
std::optional<TimeValue> other_point(const TimeReading& reading, const TimeContext& context, int year) {
  const auto day =
      context.calendars.day_of(reading.calendar, year, reading.month.value_or(1), reading.day.value_or(15));
  if (!day) return std::nullopt;
  return reading.day ? day_point(*day) : point_holding(*day, reading.month ? Unit::month : Unit::year);
}

}  // namespace

TimeValue resolve_other_calendar(const TimeReading& reading, const TimeContext& context) {
  if (reading.year) return other_point(reading, context, *reading.year).value_or(TimeValue{});
  if (!reading.month || !context.reference) return {};
  // `in_year` is asked for Gregorian years; the other calendar's year moves with them.
  const int here = date_of(*context.reference).year;
  const int there = context.calendars.year_on(reading.calendar, *context.reference);
  const auto candidate = [&](int year) { return other_point(reading, context, there + year - here); };
  return choose_year(candidate, reading.offset, context).value_or(TimeValue{});
}

TimeValue resolve_numeric(const TimeReading& reading, const TimeContext& context) {
  auto [first, second, third] = reading.numeric;
  TimeReading date;
  if (first > 31) {
    date.year = first, date.month = second, date.day = third;
  } else {
    const Order order = context.order.value_or(reading.order);
    const bool day_first = first > 12 || (second <= 12 && order == Order::day_first);
    date.year = third, date.month = day_first ? second : first, date.day = day_first ? first : second;
  }
  if (*date.month < 1 || *date.month > 12 || *date.day < 1 || *date.day > 31 || *date.year > kMostYear) return {};
  return resolve_date(date, context);
}

TimeValue resolve_holiday(const TimeReading& reading, const TimeContext& context) {
  const auto on = [&](int year) -> std::optional<TimeValue> {
    if (reading.easter) return day_point(easter_of(year) + *reading.easter);
    if (!reading.month) return std::nullopt;
    if (reading.weekday && reading.nth)
      return day_point(nth_weekday(year, *reading.month, *reading.weekday, *reading.nth));
    const CivilDate date{year, *reading.month, reading.day.value_or(1)};
    return is_valid(date) ? std::optional(day_point(days_of(date))) : std::nullopt;
  };
  if (reading.year) return on(whole_year(*reading.year)).value_or(TimeValue{});
  if (reading.base && reading.base->year)
    return anchored(on(*reading.base->year).value_or(TimeValue{}), reading.base->anchor);
  if (const auto chosen = choose_year(on, reading.offset, context)) return *chosen;
  TimeValue open = fields_of(reading);
  return reading.day ? open : TimeValue{};
}

}  // namespace copydesk
