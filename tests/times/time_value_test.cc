#include "times/time_value.h"

#include <gtest/gtest.h>

#include "times/print_value.h"

namespace copydesk {
namespace {

std::int32_t day(int year, int month, int day_of_month) { return days_of(CivilDate{year, month, day_of_month}); }

TEST(TimeValue, CoversItsDays) {
  struct Case {
    TimeValue value;
    CivilDate first, last;
  };
  const std::int32_t some_day = day(2025, 12, 6);
  for (const auto& [value, first, last] : {Case{day_point(some_day), {2025, 12, 6}, {2025, 12, 6}},
                                           {point_holding(some_day, Unit::week), {2025, 12, 1}, {2025, 12, 7}},
                                           {point_holding(some_day, Unit::weekend), {2025, 12, 6}, {2025, 12, 7}},
                                           {month_point(2024, 2), {2024, 2, 1}, {2024, 2, 29}},
                                           {quarter_point(2025, 4), {2025, 10, 1}, {2025, 12, 31}},
                                           {point_holding(some_day, Unit::season), {2025, 12, 1}, {2026, 2, 28}},
                                           {year_point(2025), {2025, 1, 1}, {2025, 12, 31}},
                                           {point_holding(some_day, Unit::decade), {2020, 1, 1}, {2029, 12, 31}},
                                           {point_holding(some_day, Unit::millennium), {2000, 1, 1}, {2999, 12, 31}}}) {
    ASSERT_TRUE(days_of(value)) << print_value(value);
    EXPECT_EQ(date_of(days_of(value)->first), first) << print_value(value);
    EXPECT_EQ(date_of(days_of(value)->last), last) << print_value(value);
  }
  EXPECT_FALSE(days_of(open_point(Unit::day)));
  EXPECT_FALSE(days_of(TimeValue{}));
}

TEST(TimeValue, Shifts) {
  struct Case {
    TimeValue value;
    int count;
    Unit unit;
    std::string_view printed;
  };
  for (const auto& [value, count, unit, printed] :
       {Case{day_point(day(2024, 2, 29)), -1, Unit::year, "2023"},
        {day_point(day(2025, 1, 31)), 1, Unit::day, "2025-02-01"},
        {month_point(2025, 11), 3, Unit::month, "2026-02"},
        {quarter_point(1989, 3), -4, Unit::quarter, "1988-Q3"},
        {quarter_point(1989, 3), -1, Unit::year, "1988"},
        {year_point(2025), -1, Unit::year, "2024"},
        {point_holding(day(2025, 12, 29), Unit::week), 1, Unit::week, "2026-W02"},
        {year_point(9999), 1, Unit::year, "9999"},
        {year_point(1), -1, Unit::year, "0001"}})
    EXPECT_EQ(print_value(shifted(value, count, unit)), printed);
}

}  // namespace
}  // namespace copydesk
