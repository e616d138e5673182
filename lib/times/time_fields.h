// The fields of a reading by the names that rules and lists give them, with the values each can have.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "times/time_reading.h"

namespace copydesk {

enum class TimeField : std::uint8_t {
  as,
  anchor,
  calendar,
  order,
  mod,
  unit,
  season,
  part,
  rest_unit,  // named values
  year,
  month,
  day,
  weekday,
  week,
  quarter,
  half,
  decade,
  century,
  until_year,
  until_month,
  until_day,
  hour,
  minute,
  second,
  zone,
  meridiem,
  offset,
  nth,
  era,
  easter,
  before_christ,
  tense,  // whole numbers
  amount,
  rest,
  numeric,
  base,
  clock,  // read from the text
  count,
};

struct FieldInfo {
  std::string_view name;
  TimeField field;
  std::optional<int> TimeReading::*whole = nullptr;  // of whole numbers
  int least = 0;
  int most = 0;
};

const FieldInfo* field_named(std::string_view name);  // nullptr when there is none
const FieldInfo& info_of(TimeField field);

// Whether the values of a field are names, such as those of units.
bool has_named_values(TimeField field);

// A value as written in a rule or list; nothing when the field has no such value.
std::optional<int> written_value(TimeField field, std::string_view text);

// What a message says the field may be.
std::string expected_values(TimeField field);

}  // namespace copydesk
