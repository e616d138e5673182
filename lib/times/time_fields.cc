#include "times/time_fields.h"

#include <algorithm>
#include <charconv>
#include <span>

#include "times/civil.h"

namespace copydesk {
namespace {

constexpr FieldInfo kFields[] = {
    {"as", TimeField::as},
    {"anchor", TimeField::anchor},
    {"calendar", TimeField::calendar},
    {"order", TimeField::order},
    {"mod", TimeField::mod},
    {"unit", TimeField::unit},
    {"season", TimeField::season},
    {"part", TimeField::part},
    {"rest_unit", TimeField::rest_unit},
    {"year", TimeField::year, &TimeReading::year, 0, kMostYear},
    {"month", TimeField::month, &TimeReading::month, 1, 12},
    {"day", TimeField::day, &TimeReading::day, 1, 31},
    {"weekday", TimeField::weekday, &TimeReading::weekday, 1, 7},
    {"week", TimeField::week, &TimeReading::week, 1, 53},
    {"quarter", TimeField::quarter, &TimeReading::quarter, 1, 4},
    {"half", TimeField::half, &TimeReading::half, 1, 2},
    {"decade", TimeField::decade, &TimeReading::decade, 0, kMostYear},
    {"century", TimeField::century, &TimeReading::century, 1, 99},
    {"until_year", TimeField::until_year, &TimeReading::until_year, 0, kMostYear},
    {"until_month", TimeField::until_month, &TimeReading::until_month, 1, 12},
    {"until_day", TimeField::until_day, &TimeReading::until_day, 1, 31},
    {"hour", TimeField::hour, &TimeReading::hour, 0, 24},
    {"minute", TimeField::minute, &TimeReading::minute, 0, 59},
    {"second", TimeField::second, &TimeReading::second, 0, 59},
    {"zone", TimeField::zone, &TimeReading::zone, -14 * 60, 14 * 60},
    {"meridiem", TimeField::meridiem, &TimeReading::meridiem, 0, 12},
    {"offset", TimeField::offset, &TimeReading::offset, -9, 9},
    {"nth", TimeField::nth, &TimeReading::nth, -9, 366},
    {"era", TimeField::era, &TimeReading::era, 0, kMostYear},
    {"easter", TimeField::easter, &TimeReading::easter, -100, 100},
    {"before_christ", TimeField::before_christ, &TimeReading::before_christ, 1, 1},
    {"tense", TimeField::tense, &TimeReading::tense, -1, 1},
    {"amount", TimeField::amount},
    {"rest", TimeField::rest},
    {"numeric", TimeField::numeric},
    {"base", TimeField::base},
    {"clock", TimeField::clock},
};

using NamedValue = std::pair<std::string_view, int>;

template <class Enum>
constexpr NamedValue named(std::string_view name, Enum value) {
  return {name, static_cast<int>(value)};
}

constexpr NamedValue kReadAs[] = {
    named("date", ReadAs::date),         named("numeric", ReadAs::numeric), named("weekday", ReadAs::weekday),
    named("unit", ReadAs::unit),         named("shift", ReadAs::shift),     named("within", ReadAs::within),
    named("same", ReadAs::same),         named("holiday", ReadAs::holiday), named("clock", ReadAs::clock),
    named("part", ReadAs::part),         named("decade", ReadAs::decade),   named("century", ReadAs::century),
    named("duration", ReadAs::duration), named("set", ReadAs::set),         named("reference", ReadAs::reference),
    named("base", ReadAs::base)};
constexpr NamedValue kAnchors[] = {named("reference", Anchor::reference), named("narrative", Anchor::narrative)};
constexpr NamedValue kCalendars[] = {named("gregorian", Calendar::gregorian),
                                     named("solar_hijri", Calendar::solar_hijri), named("hijri", Calendar::hijri),
                                     named("buddhist", Calendar::buddhist), named("japanese", Calendar::japanese)};
constexpr NamedValue kOrders[] = {named("month_first", Order::month_first), named("day_first", Order::day_first)};
constexpr NamedValue kMods[] = {named("approximately", Mod::approximately),
                                named("before", Mod::before),
                                named("after", Mod::after),
                                named("less_than", Mod::less_than),
                                named("more_than", Mod::more_than),
                                named("at_most", Mod::at_most),
                                named("at_least", Mod::at_least),
                                named("early", Mod::early),
                                named("middle", Mod::middle),
                                named("late", Mod::late),
                                named("start", Mod::start),
                                named("end", Mod::end)};
constexpr NamedValue kUnits[] = {named("second", Unit::second),   named("minute", Unit::minute),
                                 named("hour", Unit::hour),       named("day", Unit::day),
                                 named("weekend", Unit::weekend), named("week", Unit::week),
                                 named("month", Unit::month),     named("quarter", Unit::quarter),
                                 named("season", Unit::season),   named("half", Unit::half),
                                 named("year", Unit::year),       named("decade", Unit::decade),
                                 named("century", Unit::century), named("millennium", Unit::millennium)};
constexpr NamedValue kSeasons[] = {named("spring", Season::spring), named("summer", Season::summer),
                                   named("autumn", Season::autumn), named("winter", Season::winter)};
constexpr NamedValue kParts[] = {named("morning", DayPart::morning),     named("midday", DayPart::midday),
                                 named("afternoon", DayPart::afternoon), named("evening", DayPart::evening),
                                 named("night", DayPart::night),         named("daytime", DayPart::daytime)};

std::span<const NamedValue> names_of(TimeField field) {
  switch (field) {
    case TimeField::as:
      return kReadAs;
    case TimeField::anchor:
      return kAnchors;
    case TimeField::calendar:
      return kCalendars;
    case TimeField::order:
      return kOrders;
    case TimeField::mod:
      return kMods;
    case TimeField::unit:
      return kUnits;
    case TimeField::season:
      return kSeasons;
    case TimeField::part:
      return kParts;
    default:
      return {};
  }
}

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

const FieldInfo* field_named(std::string_view name) {
  const auto found = std::ranges::find(kFields, name, &FieldInfo::name);
  return found == std::end(kFields) ? nullptr : &*found;
}

const FieldInfo& info_of(TimeField field) { return *std::ranges::find(kFields, field, &FieldInfo::field); }

bool has_named_values(TimeField field) { return !names_of(field).empty(); }

std::optional<int> written_value(TimeField field, std::string_view text) {
  const std::span<const NamedValue> names = names_of(field);
  if (names.empty()) return whole_number(text);
  const auto found = std::ranges::find(names, text, &NamedValue::first);
  return found == names.end() ? std::nullopt : std::optional(found->second);
}

std::string expected_values(TimeField field) {
  std::string all;
  for (const NamedValue& value : names_of(field)) (all += all.empty() ? "" : ", ") += value.first;
  return all.empty() ? "a whole number" : "one of: " + all;
}

}  // namespace copydesk
