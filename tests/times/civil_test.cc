#include "times/civil.h"

#include <gtest/gtest.h>
#include <unicode/gregocal.h>

#include <memory>

namespace copydesk {
namespace {

// A fresh calendar of ICU in UTC, Gregorian all the way back.
std::unique_ptr<icu::GregorianCalendar> icu_calendar() {
  UErrorCode status = U_ZERO_ERROR;
  auto calendar = std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(), icu::Locale::getGermany(), status);
  calendar->setGregorianChange(-1e18, status);
  return calendar;
}

TEST(Civil, AgreesWithIcuOverTwoHundredYears) {
  const auto calendar = icu_calendar();
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t first = days_of(CivilDate{1850, 1, 1}), last = days_of(CivilDate{2050, 12, 31});
  for (std::int32_t day = first; day <= last; ++day) {
    calendar->setTime(day * 86400000.0 + 43200000.0, status);
    const CivilDate date = date_of(day);
    ASSERT_EQ(date.year, calendar->get(UCAL_YEAR, status)) << day;
    ASSERT_EQ(date.month, calendar->get(UCAL_MONTH, status) + 1) << day;
    ASSERT_EQ(date.day, calendar->get(UCAL_DATE, status)) << day;
    ASSERT_EQ(week_of(day).week, calendar->get(UCAL_WEEK_OF_YEAR, status)) << day;
    ASSERT_EQ(week_of(day).year, calendar->get(UCAL_YEAR_WOY, status)) << day;
    ASSERT_EQ(weekday_of(day) % 7 + 1, calendar->get(UCAL_DAY_OF_WEEK, status)) << day;
    ASSERT_EQ(days_of(date), day);
    ASSERT_EQ(monday_of(week_of(day)) + weekday_of(day) - 1, day);
  }
}

TEST(Civil, KnowsWhichDatesThereAre) {
  struct Case {
    CivilDate date;
    bool valid;
  };
  for (const auto& [date, valid] : {Case{{2024, 2, 29}, true},
                                    {{2023, 2, 29}, false},
                                    {{1900, 2, 29}, false},
                                    {{2000, 2, 29}, true},
                                    {{2025, 2, 30}, false},
                                    {{2025, 13, 1}, false},
                                    {{2025, 0, 1}, false},
                                    {{2025, 4, 31}, false},
                                    {{0, 1, 1}, false},
                                    {{1, 1, 1}, true},
                                    {{9999, 12, 31}, true},
                                    {{10000, 1, 1}, false}})
    EXPECT_EQ(is_valid(date), valid) << date.year << '-' << date.month << '-' << date.day;
}

TEST(Civil, FindsMovableDays) {
  EXPECT_EQ(date_of(easter_of(2025)), (CivilDate{2025, 4, 20}));
  EXPECT_EQ(date_of(easter_of(2024)), (CivilDate{2024, 3, 31}));
  EXPECT_EQ(date_of(easter_of(1943)), (CivilDate{1943, 4, 25}));
  EXPECT_EQ(date_of(nth_weekday(2025, 11, 4, 4)), (CivilDate{2025, 11, 27}));
  EXPECT_EQ(date_of(nth_weekday(2025, 5, 1, -1)), (CivilDate{2025, 5, 26}));
  EXPECT_EQ(weeks_in_year(2020), 53);
  EXPECT_EQ(weeks_in_year(2021), 52);
}

}  // namespace
}  // namespace copydesk
