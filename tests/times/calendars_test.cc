#include "times/calendars.h"

#include <gtest/gtest.h>
#include <unicode/calendar.h>

#include <cmath>
#include <memory>
#include <thread>
#include <vector>

#include "times/civil.h"

namespace copydesk {
namespace {

struct Named {
  Calendar calendar;
  const char* icu_name;
  int first_year, last_year;
};

constexpr Named kCalendars[] = {{Calendar::solar_hijri, "@calendar=persian", 1230, 1430},
                                {Calendar::hijri, "@calendar=islamic-umalqura", 1270, 1470}};

// The day ICU itself gives; nothing when the calendar rolled the date over.
std::optional<std::int32_t> icu_day(icu::Calendar& calendar, int year, int month, int day) {
  UErrorCode status = U_ZERO_ERROR;
  calendar.clear();
  calendar.set(UCAL_YEAR, year);
  calendar.set(UCAL_MONTH, month - 1);
  calendar.set(UCAL_DATE, day);
  const double time = calendar.getTime(status);
  if (calendar.get(UCAL_MONTH, status) != month - 1 || calendar.get(UCAL_DATE, status) != day) return std::nullopt;
  return static_cast<std::int32_t>(std::floor(time / 86400000.0));
}

TEST(Calendars, AgreeWithIcuOverTwoHundredYears) {
  const Calendars calendars;
  for (const Named& named : kCalendars) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Calendar> icu(
        icu::Calendar::createInstance(*icu::TimeZone::getGMT(), icu::Locale::createFromName(named.icu_name), status));
    ASSERT_TRUE(U_SUCCESS(status)) << named.icu_name;
    for (int year = named.first_year; year <= named.last_year; ++year)
      for (int month = 1; month <= 12; ++month)
        for (const int day : {1, 15, 29, 30, 31}) {
          const auto ours = calendars.day_of(named.calendar, year, month, day);
          ASSERT_EQ(ours, icu_day(*icu, year, month, day))
              << named.icu_name << ' ' << year << '-' << month << '-' << day;
          if (!ours || day != 15) continue;
          ASSERT_EQ(calendars.year_on(named.calendar, *ours), year);
        }
  }
}

TEST(Calendars, GiveKnownDays) {
  const Calendars calendars;
  EXPECT_EQ(calendars.day_of(Calendar::solar_hijri, 1404, 9, 15), days_of(CivilDate{2025, 12, 6}));
  EXPECT_EQ(calendars.day_of(Calendar::solar_hijri, 1403, 12, 30), days_of(CivilDate{2025, 3, 20}));
  EXPECT_EQ(calendars.day_of(Calendar::solar_hijri, 1404, 12, 30), std::nullopt);
  EXPECT_EQ(calendars.day_of(Calendar::hijri, 1446, 9, 1), days_of(CivilDate{2025, 3, 1}));
  EXPECT_EQ(calendars.day_of(Calendar::buddhist, 2568, 12, 6), days_of(CivilDate{2025, 12, 6}));
  EXPECT_EQ(calendars.day_of(Calendar::japanese, 2025, 2, 30), std::nullopt);
  EXPECT_EQ(calendars.day_of(Calendar::hijri, 99999, 1, 1), std::nullopt);
}

TEST(Calendars, GiveTheSameFromManyThreads) {
  const Calendars calendars;
  std::vector<std::optional<std::int32_t>> found(8);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < found.size(); ++i)
    threads.emplace_back(
        [&, i] { found[i] = calendars.day_of(i % 2 ? Calendar::hijri : Calendar::solar_hijri, 1404, 9, 15); });
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 2; i < found.size(); ++i) EXPECT_EQ(found[i], found[i % 2]);
}

}  // namespace
}  // namespace copydesk
