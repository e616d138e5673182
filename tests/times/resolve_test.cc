#include "times/resolve.h"

#include <gtest/gtest.h>

#include "times/print_value.h"

namespace copydesk {
namespace {

class Resolve : public ::testing::Test {
 protected:
  Resolve() { context_.reference = days_of(CivilDate{2025, 12, 6}); }  // a Saturday

  std::string value(const TimeReading& reading) const { return print_value(resolve(reading, context_)); }
  void tell(const TimeValue& value) { context_.narrative.tell(value, context_.sentence); }

  Calendars calendars_;
  TimeContext context_{.calendars = calendars_};
};

TimeReading unit(Unit unit, int offset, Anchor anchor = Anchor::reference) {
  TimeReading reading;
  reading.as = ReadAs::unit;
  reading.unit = unit;
  reading.offset = offset;
  reading.anchor = anchor;
  return reading;
}

TimeReading shift(std::optional<std::int64_t> thousandths, Unit unit, int offset, Anchor anchor = Anchor::reference) {
  TimeReading reading;
  reading.as = ReadAs::shift;
  reading.amount = {thousandths, unit};
  reading.unit = unit;
  reading.offset = offset;
  reading.anchor = anchor;
  return reading;
}

TEST_F(Resolve, Weekdays) {
  struct Case {
    int weekday;
    std::optional<int> offset;
    Tense tense;
    std::string_view printed;
  };
  for (const Case& c : {Case{5, {}, Tense::past, "2025-12-05"},
                        {5, {}, Tense::future, "2025-12-12"},
                        {6, {}, Tense::past, "2025-12-06"},
                        {6, -1, Tense::unknown, "2025-11-29"},
                        {1, -1, Tense::unknown, "2025-12-01"},
                        {1, 1, Tense::unknown, "2025-12-08"},
                        {1, 0, Tense::unknown, "2025-12-08"},
                        {1, 0, Tense::past, "2025-12-01"},
                        {1, {}, Tense::present, "2025-12-08"},
                        {7, {}, Tense::unknown, "2025-11-30"}}) {
    TimeReading reading;
    reading.as = ReadAs::weekday;
    reading.weekday = c.weekday;
    reading.offset = c.offset;
    context_.tense = c.tense;
    EXPECT_EQ(value(reading), c.printed) << c.weekday;
  }
  context_.reference.reset();
  TimeReading open;
  open.as = ReadAs::weekday;
  open.weekday = 5;
  EXPECT_EQ(value(open), "XXXX-WXX-5");
}

TEST_F(Resolve, UnitsFromTheReport) {
  EXPECT_EQ(value(unit(Unit::day, -1)), "2025-12-05");
  EXPECT_EQ(value(unit(Unit::week, -1)), "2025-W48");
  EXPECT_EQ(value(unit(Unit::month, 1)), "2026-01");
  EXPECT_EQ(value(unit(Unit::quarter, -1)), "2025-Q3");
  EXPECT_EQ(value(unit(Unit::year, 1)), "2026");
  EXPECT_EQ(value(unit(Unit::decade, 0)), "202");
  context_.reference.reset();
  EXPECT_EQ(value(unit(Unit::year, -1)), "XXXX");
}

TEST_F(Resolve, UnitsFromWhatWasTold) {
  tell(day_point(days_of(CivilDate{1987, 3, 3})));
  EXPECT_EQ(value(unit(Unit::day, 0, Anchor::narrative)), "1987-03-03");
  EXPECT_EQ(value(unit(Unit::day, 1, Anchor::narrative)), "1987-03-04");
  EXPECT_EQ(value(unit(Unit::year, 1, Anchor::narrative)), "1988");
  EXPECT_EQ(value(unit(Unit::quarter, 0, Anchor::narrative)), "2025-Q3");  // no quarter was told: the last that is over
  tell(quarter_point(1989, 2));
  EXPECT_EQ(value(unit(Unit::quarter, 0, Anchor::narrative)), "1989-Q2");
}

TEST_F(Resolve, Shifts) {
  EXPECT_EQ(value(shift(10'000, Unit::day, -1)), "2025-11-26");
  EXPECT_EQ(value(shift(2'000, Unit::week, -1)), "2025-W47");
  EXPECT_EQ(value(shift(5'000, Unit::month, -1)), "2025-07");
  EXPECT_EQ(value(shift(50'000, Unit::year, -1)), "1975");
  EXPECT_EQ(value(shift(2'000, Unit::decade, -1)), "2005");
  EXPECT_EQ(value(shift(std::nullopt, Unit::year, -1)), "PAST_REF");
  EXPECT_EQ(value(shift(std::nullopt, Unit::year, 1)), "FUTURE_REF");
  EXPECT_EQ(value(shift(900'000'000, Unit::year, -1)), "PAST_REF");
  tell(quarter_point(1989, 3));
  EXPECT_EQ(value(shift(1'000, Unit::year, -1)), "1988-Q3");  // beside a quarter's figures
}

TEST_F(Resolve, PartsOfPoints) {
  TimeReading reading;
  reading.as = ReadAs::within;
  reading.base = month_point(2009, 3);
  reading.unit = Unit::week;
  reading.nth = -1;
  EXPECT_EQ(value(reading), "2009-W13");
  reading.nth = 2;
  EXPECT_EQ(value(reading), "2009-W11");
  reading.unit = Unit::day;
  reading.nth = -1;
  EXPECT_EQ(value(reading), "2009-03-31");
}

TEST_F(Resolve, TimesOfDay) {
  TimeReading reading;
  reading.as = ReadAs::clock;
  reading.hour = 12;
  reading.meridiem = 0;
  EXPECT_EQ(value(reading), "2025-12-06T00:00");
  reading.meridiem = 12;
  EXPECT_EQ(value(reading), "2025-12-06T12:00");
  reading.hour = 4;
  reading.meridiem.reset();
  reading.part = DayPart::afternoon;
  EXPECT_EQ(value(reading), "2025-12-06T16:00");
  reading.base = day_point(days_of(CivilDate{1987, 3, 3}));
  EXPECT_EQ(value(reading), "1987-03-03T16:00");
}

TEST_F(Resolve, NumericDates) {
  struct Case {
    std::array<int, 3> numbers;
    std::string_view month_first, day_first;
  };
  for (const Case& c : {Case{{12, 6, 2025}, "2025-12-06", "2025-06-12"},
                        {{31, 12, 1999}, "1999-12-31", "1999-12-31"},
                        {{12, 31, 1999}, "1999-12-31", "1999-12-31"},
                        {{2025, 12, 6}, "2025-12-06", "2025-12-06"},
                        {{31, 31, 2025}, "", ""},
                        {{2, 30, 2025}, "", ""},
                        {{6, 12, 25}, "2025-06-12", "2025-12-06"},
                        {{0, 0, 0}, "", ""},
                        {{1, 1, 99999}, "", ""}}) {
    TimeReading reading;
    reading.as = ReadAs::numeric;
    reading.numeric = c.numbers;
    EXPECT_EQ(value(reading), c.month_first);
    reading.order = Order::day_first;
    EXPECT_EQ(value(reading), c.day_first);
    reading.order = Order::month_first;
    context_.order = Order::day_first;
    EXPECT_EQ(value(reading), c.day_first);
    context_.order.reset();
  }
}

TEST_F(Resolve, OtherCalendars) {
  TimeReading reading;
  reading.calendar = Calendar::solar_hijri;
  reading.month = 9;
  reading.day = 15;
  EXPECT_EQ(value(reading), "2025-12-06");
  reading.year = 1400;
  EXPECT_EQ(value(reading), "2021-12-06");
  reading.day.reset();
  EXPECT_EQ(value(reading), "2021-12");
}

TEST_F(Resolve, Anchors) {
  const auto anchor = [&](const TimeReading& reading) { return resolve(reading, context_).anchor; };
  EXPECT_EQ(anchor(unit(Unit::day, -1)), kReferenceAnchor);
  context_.narrative.tell(day_point(days_of(CivilDate{1987, 3, 3})), 0, 7);
  EXPECT_EQ(anchor(unit(Unit::day, -1)), kReferenceAnchor);
  EXPECT_EQ(anchor(unit(Unit::day, 1, Anchor::narrative)), 7u);
  EXPECT_EQ(anchor(shift(3'000, Unit::day, 1, Anchor::narrative)), 7u);
  TimeReading told;
  told.year = 1999;
  EXPECT_EQ(anchor(told), kNoAnchor);
}

TEST_F(Resolve, RefusesWhatIsNoTime) {
  TimeReading february;
  february.month = 2;
  february.day = 30;
  EXPECT_EQ(value(february), "");
  TimeReading far;
  far.year = 99999;
  EXPECT_EQ(value(far), "");
  EXPECT_EQ(value(TimeReading{}), "");
}

}  // namespace
}  // namespace copydesk
