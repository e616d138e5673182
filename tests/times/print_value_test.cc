#include "times/print_value.h"

#include <gtest/gtest.h>

namespace copydesk {
namespace {

using Form = TimeValue::Form;

TimeValue duration(std::optional<std::int64_t> thousandths, Unit unit) {
  TimeValue value;
  value.form = Form::duration;
  value.amount = {thousandths, unit};
  return value;
}

TimeValue with(TimeValue value, void (*change)(TimeValue&)) {
  change(value);
  return value;
}

struct Case {
  TimeValue value;
  std::string_view printed;
  TimeType type;
};

TEST(PrintValue, WritesPoints) {
  const TimeValue day = day_point(days_of(CivilDate{2025, 12, 6}));
  for (const auto& [value, printed, type] :
       {Case{day, "2025-12-06", TimeType::date},
        {with(day, [](TimeValue& v) { v.year.reset(); }), "XXXX-12-06", TimeType::date},
        {with(day, [](TimeValue& v) { v.part = DayPart::evening; }), "2025-12-06TEV", TimeType::time},
        {with(day,
              [](TimeValue& v) {
                v.clock = Clock{9, 5, {}, 0};
              }),
         "2025-12-06T09:05Z", TimeType::time},
        {with(day,
              [](TimeValue& v) {
                v.clock = Clock{24, {}, {}, {}};
              }),
         "2025-12-06T24:00", TimeType::time},
        {with(day,
              [](TimeValue& v) {
                v.clock = Clock{9, 5, 7, -210};
              }),
         "2025-12-06T09:05:07-03:30", TimeType::time},
        {month_point(987, 3), "0987-03", TimeType::date},
        {quarter_point(1989, 3), "1989-Q3", TimeType::date},
        {point_holding(days_of(CivilDate{2025, 12, 6}), Unit::week), "2025-W49", TimeType::date},
        {point_holding(days_of(CivilDate{2025, 12, 6}), Unit::weekend), "2025-W49-WE", TimeType::date},
        {point_holding(days_of(CivilDate{2026, 1, 6}), Unit::season), "2025-WI", TimeType::date},
        {point_holding(days_of(CivilDate{2025, 7, 1}), Unit::half), "2025-H2", TimeType::date},
        {point_holding(days_of(CivilDate{1996, 7, 1}), Unit::decade), "199", TimeType::date},
        {point_holding(days_of(CivilDate{1996, 7, 1}), Unit::century), "19", TimeType::date},
        {open_point(Unit::day), "XXXX-XX-XX", TimeType::date},
        {with(open_point(Unit::day), [](TimeValue& v) { v.weekday = 5; }), "XXXX-WXX-5", TimeType::date},
        {open_point(Unit::quarter), "XXXX-QX", TimeType::date},
        {open_point(Unit::week), "XXXX-WXX", TimeType::date},
        {TimeValue{}, "", TimeType::date}}) {
    EXPECT_EQ(print_value(value), printed);
    EXPECT_EQ(type_of(value), type) << printed;
  }
}

TEST(PrintValue, WritesDurations) {
  for (const auto& [value, printed] : {std::pair(duration(6000, Unit::month), "P6M"),
                                       {duration(2500, Unit::year), "P2Y6M"},
                                       {duration(500, Unit::hour), "PT30M"},
                                       {duration(5500, Unit::hour), "PT5H30M"},
                                       {duration(2000, Unit::decade), "P20Y"},
                                       {duration(1300, Unit::second), "PT1.3S"},
                                       {duration(std::nullopt, Unit::year), "PXY"},
                                       {duration(std::nullopt, Unit::minute), "PTXM"},
                                       {duration(1500, Unit::week), "P1.5W"},
                                       {duration(3000, Unit::quarter), "P3Q"},
                                       {duration(1500, Unit::day), "P1DT12H"}})
    EXPECT_EQ(print_value(value), printed);
  TimeValue both = duration(1000, Unit::minute);
  both.rest = Amount{500, Unit::minute};
  EXPECT_EQ(print_value(both), "PT1M30S");
}

TEST(PrintValue, WritesModsAndReferences) {
  EXPECT_EQ(print_mod(Mod::none), "");
  EXPECT_EQ(print_mod(Mod::early), "EARLY");
  EXPECT_EQ(print_mod(Mod::end), "END");
  EXPECT_EQ(print_value({.form = Form::past}), "PAST_REF");
  EXPECT_EQ(print_value({.form = Form::present}), "PRESENT_REF");
  EXPECT_EQ(print_value({.form = Form::future}), "FUTURE_REF");
}

}  // namespace
}  // namespace copydesk
