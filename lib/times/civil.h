// The Gregorian calendar as arithmetic: days counted from 1970-01-01, weeks as in ISO 8601. No table, no state.
#pragma once

#include <cstdint>
#include <optional>

namespace copydesk {

struct CivilDate {
  int year = 0;
  int month = 1;  // 1 to 12
  int day = 1;    // 1 to 31
  friend bool operator==(const CivilDate&, const CivilDate&) = default;
};

// Days, both ends included, counted from 1970-01-01.
struct DaySpan {
  std::int32_t first = 0;
  std::int32_t last = 0;
};

// Week `week` of the year that holds its Thursday.
struct IsoWeek {
  int year = 0;
  int week = 1;
  friend bool operator==(const IsoWeek&, const IsoWeek&) = default;
};

inline constexpr int kLeastYear = 1;
inline constexpr int kMostYear = 9999;

bool is_leap(int year);
int days_in_month(int year, int month);
bool is_valid(const CivilDate& date);  // also that its year can be printed in four digits

std::int32_t days_of(const CivilDate& date);
CivilDate date_of(std::int32_t days);
int weekday_of(std::int32_t days);  // 1 is Monday, 7 Sunday

IsoWeek week_of(std::int32_t days);
std::int32_t monday_of(IsoWeek week);
int weeks_in_year(int year);

std::int32_t easter_of(int year);  // western

// The `nth` weekday of a month, 1 the first; -1 the last.
std::int32_t nth_weekday(int year, int month, int weekday, int nth);

}  // namespace copydesk
