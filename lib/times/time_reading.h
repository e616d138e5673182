// What a time expression says, before anyone asks of which day: a small record of typed fields, read from one match of a rule.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "times/calendars.h"
#include "times/time_value.h"

namespace copydesk {

// How a reading becomes a value; each has a function of its own in resolve.
enum class ReadAs : std::uint8_t {
  date,       // year, month, day ... as far as they are told
  numeric,    // `12/06/2025`
  weekday,    // `Friday`, `last Friday`
  unit,       // `this year`, `yesterday`, `the following month`
  shift,      // `two weeks ago`, `a year earlier`
  within,     // `the third quarter of` base
  same,       // `the same period of` base or year
  holiday,    // `Christmas`, `last Easter`
  clock,      // `10:30 a.m.` of base
  part,       // `morning` of base
  decade,     // `the 1990s`
  century,    // `the 20th century`
  duration,   // `six months`
  set,        // `every Friday`, `twice a week`
  reference,  // `recently`
  base,       // base with a mod: `early` March
};

// What relative expressions count from.
enum class Anchor : std::uint8_t { reference, narrative };

enum class Order : std::uint8_t { month_first, day_first };

struct TimeReading {
  ReadAs as = ReadAs::date;
  Anchor anchor = Anchor::reference;
  Calendar calendar = Calendar::gregorian;
  Order order = Order::month_first;
  Mod mod = Mod::none;
  std::optional<int> year, month, day, weekday, week, quarter, half, decade, century;
  std::optional<int> until_year, until_month, until_day;    // the other end of `December 6 to 7`
  std::optional<int> hour, minute, second, zone, meridiem;  // meridiem: hours to add, 0 or 12
  std::optional<int> offset;                                // -1 last, 0 this, 1 next
  std::optional<int> nth;                                   // -1 the last
  std::optional<int> era;                                   // the year before the first of a Japanese era
  std::optional<int> easter;                                // days after Easter
  std::optional<int> before_christ;
  std::optional<Unit> unit;
  std::optional<Season> season;
  std::optional<DayPart> part;
  std::optional<int> tense;  // of a reference: -1 past, 0 present, 1 future
  bool counted = false;      // `amount` or `rest` were told, if only vaguely
  Amount amount;
  std::optional<Amount> rest;
  std::optional<Unit> rest_unit;  // where it is not that of `amount`
  std::array<int, 3> numeric{};
  std::optional<TimeValue> base;
};

}  // namespace copydesk
