#include "times/civil.h"

namespace copydesk {
namespace {

constexpr int kDaysOfEra = 146097;  // 400 years

int floor_div(int a, int b) { return a / b - (a % b < 0 ? 1 : 0); }

}  // namespace

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return kDays[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

bool is_valid(const CivilDate& date) {
  return date.year >= kLeastYear && date.year <= kMostYear && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= days_in_month(date.year, date.month);
}

// Years begin in March here, so that the leap day is the last of its year.
std::int32_t days_of(const CivilDate& date) {
  const int year = date.year - (date.month <= 2 ? 1 : 0);
  const int era = floor_div(year, 400);
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * kDaysOfEra + day_of_era - 719468;
}

CivilDate date_of(std::int32_t days) {
  const int shifted = days + 719468;
  const int era = floor_div(shifted, kDaysOfEra);
  const int day_of_era = shifted - era * kDaysOfEra;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int month = shifted_month + (shifted_month < 10 ? 3 : -9);
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

int weekday_of(std::int32_t days) {
  const int from_monday = (days + 3) % 7;  // 1970-01-01 was a Thursday
  return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

IsoWeek week_of(std::int32_t days) {
  const int year = date_of(days - weekday_of(days) + 4).year;
  return {year, (days - monday_of({year, 1})) / 7 + 1};
}

std::int32_t monday_of(IsoWeek week) {
  const std::int32_t fourth = days_of({week.year, 1, 4});  // always in week 1
  return fourth - weekday_of(fourth) + 1 + (week.week - 1) * 7;
}

int weeks_in_year(int year) { return week_of(days_of({year, 12, 28})).week; }

// Butcher's rule.
std::int32_t easter_of(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
  const int g = (8 * b + 13) / 25, h = (19 * a + b - d - g + 15) % 30;
  const int j = c / 4, k = c % 4, m = (a + 11 * h) / 319, r = (2 * e + 2 * j - k - h + m + 32) % 7;
  const int month = (h - m + r + 90) / 25;
  return days_of({year, month, (h - m + r + month + 19) % 32});
}

std::int32_t nth_weekday(int year, int month, int weekday, int nth) {
  if (nth < 0) {
    const std::int32_t last = days_of({year, month, days_in_month(year, month)});
    return last - (weekday_of(last) - weekday + 7) % 7;
  }
  const std::int32_t first = days_of({year, month, 1});
  return first + (weekday - weekday_of(first) + 7) % 7 + (nth - 1) * 7;
}

}  // namespace copydesk
