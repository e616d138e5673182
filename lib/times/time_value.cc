#include "times/time_value.h"

#include <algorithm>

namespace copydesk {
namespace {

int floor_to(int value, int step) { return value - ((value % step) + step) % step; }

DaySpan months(int year, int first, int last) {
  return {days_of(CivilDate{year, first, 1}), days_of(CivilDate{year, last, days_in_month(year, last)})};
}

DaySpan years(int first, int last) { return {months(first, 1, 12).first, months(last, 1, 12).last}; }

// The first month of a season on the northern half of the earth; winter goes on into the next year.
int first_month(Season season) { return 3 + 3 * static_cast<int>(season); }

DaySpan season_range(int year, Season season) {
  const int month = first_month(season);
  if (season != Season::winter) return months(year, month, month + 2);
  return {days_of(CivilDate{year, 12, 1}), days_of(CivilDate{year + 1, 2, days_in_month(year + 1, 2)})};
}

std::optional<DaySpan> calendar_range(const TimeValue& value) {
  const int year = *value.year;
  switch (value.grain) {
    case Unit::millennium:
      return years(std::max(kLeastYear, floor_to(year, 1000)), std::min(kMostYear, floor_to(year, 1000) + 999));
    case Unit::century:
      return years(std::max(kLeastYear, floor_to(year, 100)), floor_to(year, 100) + 99);
    case Unit::decade:
      return years(std::max(kLeastYear, floor_to(year, 10)), floor_to(year, 10) + 9);
    case Unit::year:
      return years(year, year);
    case Unit::half:
      return value.half ? std::optional(months(year, *value.half * 6 - 5, *value.half * 6)) : std::nullopt;
    case Unit::season:
      return value.season ? std::optional(season_range(year, *value.season)) : std::nullopt;
    case Unit::quarter:
      return value.quarter ? std::optional(months(year, *value.quarter * 3 - 2, *value.quarter * 3)) : std::nullopt;
    case Unit::month:
      return value.month ? std::optional(months(year, *value.month, *value.month)) : std::nullopt;
    default:
      return std::nullopt;
  }
}

TimeValue week_point(IsoWeek week, Unit grain) {
  TimeValue value = open_point(grain);
  value.year = week.year;
  value.week = week.week;
  return value;
}

Season season_of(int month) { return static_cast<Season>((month + 9) % 12 / 3); }

int months_in(Unit unit) {
  switch (unit) {
    case Unit::month:
      return 1;
    case Unit::quarter:
    case Unit::season:
      return 3;
    case Unit::half:
      return 6;
    case Unit::year:
      return 12;
    case Unit::decade:
      return 120;
    case Unit::century:
      return 1200;
    case Unit::millennium:
      return 12000;
    default:
      return 0;
  }
}

}  // namespace

TimeValue open_point(Unit grain) {
  TimeValue value;
  value.form = TimeValue::Form::point;
  value.grain = grain;
  return value;
}

TimeValue anchored(TimeValue value, std::uint32_t anchor) {
  value.anchor = anchor;
  return value;
}

std::optional<DaySpan> days_of(const TimeValue& value) {
  if (value.form != TimeValue::Form::point || !value.year || value.before_christ) return std::nullopt;
  if (value.week && *value.week >= 1) {
    const std::int32_t monday = monday_of({*value.year, *value.week});
    return value.grain == Unit::weekend ? DaySpan{monday + 5, monday + 6} : DaySpan{monday, monday + 6};
  }
  if (value.grain > Unit::day) return calendar_range(value);
  if (!value.month || !value.day) return std::nullopt;
  const std::int32_t day = days_of(CivilDate{*value.year, *value.month, *value.day});
  return DaySpan{day, day};
}

TimeValue day_point(std::int32_t day) {
  TimeValue value = open_point(Unit::day);
  const CivilDate date = date_of(day);
  value.year = date.year;
  value.month = date.month;
  value.day = date.day;
  return value;
}

TimeValue year_point(int year) {
  TimeValue value = open_point(Unit::year);
  value.year = year;
  return value;
}

TimeValue month_point(int year, int month) {
  TimeValue value = open_point(Unit::month);
  value.year = year;
  value.month = month;
  return value;
}

TimeValue quarter_point(int year, int quarter) {
  TimeValue value = open_point(Unit::quarter);
  value.year = year;
  value.quarter = quarter;
  return value;
}

TimeValue point_holding(std::int32_t day, Unit unit) {
  const CivilDate date = date_of(day);
  TimeValue value = open_point(unit);
  value.year = date.year;
  switch (unit) {
    case Unit::week:
    case Unit::weekend:
      return week_point(week_of(day), unit);
    case Unit::month:
      value.month = date.month;
      return value;
    case Unit::quarter:
      value.quarter = (date.month + 2) / 3;
      return value;
    case Unit::half:
      value.half = date.month <= 6 ? 1 : 2;
      return value;
    case Unit::season:
      value.season = season_of(date.month);
      if (date.month <= 2) value.year = date.year - 1;
      return value;
    case Unit::year:
    case Unit::decade:
    case Unit::century:
    case Unit::millennium:
      return value;
    default:
      return day_point(day);
  }
}

std::int32_t day_later(std::int32_t day, int count, Unit unit) {
  if (unit == Unit::week || unit == Unit::weekend) return day + 7 * count;
  if (months_in(unit) == 0) return day + (unit == Unit::day ? count : 0);
  const CivilDate date = date_of(day);
  const int month = date.year * 12 + date.month - 1 + count * months_in(unit);
  const int year = std::clamp(floor_to(month, 12) / 12, kLeastYear, kMostYear);
  const int month_of_year = month - floor_to(month, 12) + 1;
  return days_of(CivilDate{year, month_of_year, std::min(date.day, days_in_month(year, month_of_year))});
}

TimeValue shifted(const TimeValue& value, int count, Unit unit) {
  const std::optional<DaySpan> days = days_of(value);
  if (!days) return {};
  // A winter is known by the December that it begins with, so its first day serves as well as any.
  return anchored(point_holding(day_later(days->first, count, unit), std::max(value.grain, unit)), value.anchor);
}

}  // namespace copydesk
