#include "times/choose_year.h"

#include <gtest/gtest.h>

#include "times/print_value.h"

namespace copydesk {
namespace {

struct Case {
  CivilDate reference;
  int month;
  int day;  // 0: the month
  std::optional<int> offset;
  Tense tense;
  std::string_view printed;
};

TEST(ChooseYear, TakesDirectionThenTenseThenTheNearest) {
  const Calendars calendars;
  for (const Case& c : {
           Case{{2025, 12, 6}, 4, 0, -1, Tense::unknown, "2025-04"},
           {{2025, 4, 6}, 4, 0, -1, Tense::unknown, "2024-04"},
           {{2025, 12, 6}, 4, 0, 1, Tense::unknown, "2026-04"},
           {{2025, 12, 6}, 4, 0, 0, Tense::unknown, "2025-04"},
           {{2025, 12, 6}, 10, 0, {}, Tense::past, "2025-10"},
           {{2025, 6, 6}, 10, 0, {}, Tense::past, "2024-10"},
           {{2025, 6, 6}, 10, 0, {}, Tense::future, "2025-10"},
           {{2025, 12, 6}, 1, 0, {}, Tense::future, "2026-01"},
           {{2025, 12, 6}, 1, 14, {}, Tense::unknown, "2026-01-14"},
           {{2025, 12, 6}, 1, 14, {}, Tense::past, "2026-01-14"},  // written of in the past tense, but so near
           {{2025, 6, 6}, 3, 14, {}, Tense::past, "2025-03-14"},
           {{2025, 6, 6}, 2, 29, {}, Tense::unknown, "2024-02-29"},
       }) {
    TimeContext context{.calendars = calendars, .reference = days_of(c.reference)};
    context.tense = c.tense;
    TimeReading reading;
    reading.month = c.month;
    if (c.day != 0) reading.day = c.day;
    reading.offset = c.offset;
    EXPECT_EQ(print_value(resolve_date(reading, context)), c.printed)
        << c.reference.year << '-' << c.reference.month << ", month " << c.month << " day " << c.day;
  }
}

TEST(ChooseYear, TakesTheNarrativesYearWithoutReference) {
  const Calendars calendars;
  TimeContext context{.calendars = calendars};
  TimeReading reading;
  reading.month = 10;
  EXPECT_EQ(print_value(resolve_date(reading, context)), "XXXX-10");
  context.narrative.tell(month_point(1998, 9), 0);
  EXPECT_EQ(print_value(resolve_date(reading, context)), "1998-10");
}

}  // namespace
}  // namespace copydesk
