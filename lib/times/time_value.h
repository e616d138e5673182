// What a time expression denotes once it is resolved: a typed value, printed as TIMEX3 by print_value alone.
#pragma once

#include <cstdint>
#include <optional>

#include "copydesk/time_expression.h"
#include "times/civil.h"

namespace copydesk {

// From small to large.
enum class Unit : std::uint8_t {
  second,
  minute,
  hour,
  day,
  weekend,
  week,
  month,
  quarter,
  season,
  half,
  year,
  decade,
  century,
  millennium
};

enum class Season : std::uint8_t { spring, summer, autumn, winter };
enum class DayPart : std::uint8_t { morning, midday, afternoon, evening, night, daytime };
enum class Mod : std::uint8_t {
  none,
  approximately,
  before,
  after,
  less_than,
  more_than,
  at_most,
  at_least,
  early,
  middle,
  late,
  start,
  end,
};

struct Clock {
  int hour = 0;  // 0 to 24
  std::optional<int> minute;
  std::optional<int> second;
  std::optional<int> zone;  // minutes east of UTC
};

// How many of a unit, in thousandths, so that `two and a half years` is exact; nothing when vague (`several years`).
struct Amount {
  std::optional<std::int64_t> thousandths;
  Unit unit = Unit::day;
};

struct TimeValue {
  enum class Form : std::uint8_t { none, point, duration, set, past, present, future };
  Form form = Form::none;
  Mod mod = Mod::none;
  std::uint32_t anchor = kNoAnchor;  // what a relative value was counted from

  // Of a point: the finest unit that is known, and the fields that it needs. What is open stays without a value.
  Unit grain = Unit::day;
  std::optional<int> year;  // of week and weekend: ISO year; of decade and century: any year of it
  std::optional<int> month, day, week, weekday, quarter, half;
  std::optional<Season> season;
  std::optional<DayPart> part;  // within the day
  bool before_christ = false;   // `year` counts backwards; then its days are not known
  std::optional<Clock> clock;

  Amount amount;               // of a duration, and of a set that is told by its period
  std::optional<Amount> rest;  // `a minute and 30 seconds`
  bool periodic = false;       // of a set: told by `amount`; else by the point's fields
};

TimeValue anchored(TimeValue value, std::uint32_t anchor);

// The days that a point covers; nothing when its year is open or it is no point.
std::optional<DaySpan> days_of(const TimeValue& value);

// The point of grain `unit` that holds a day.
TimeValue point_holding(std::int32_t day, Unit unit);
TimeValue open_point(Unit grain);  // nothing but its grain is known
TimeValue day_point(std::int32_t day);
TimeValue year_point(int year);
TimeValue month_point(int year, int month);
TimeValue quarter_point(int year, int quarter);

// The same day of the month, or its last, `count` units later.
std::int32_t day_later(std::int32_t day, int count, Unit unit);

// `count` of its own or another unit later; the grain of the result is the coarser of the two.
TimeValue shifted(const TimeValue& value, int count, Unit unit);

}  // namespace copydesk
