// Any date in any supported form reads back to itself; ranges keep their order; threads change nothing.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdio>
#include <thread>

#include "english.h"
#include "timex_value.h"

namespace copydesk::testing {
namespace {

constexpr const char* kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                   "July",    "August",   "September", "October", "November", "December"};
constexpr const char* kShortMonths[] = {"Jan.", "Feb.", "Mar.",  "Apr.", "May",  "Jun.",
                                        "Jul.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."};

struct Day {
  int year, month, day;
};

rc::Gen<Day> any_day() {
  return rc::gen::map(rc::gen::tuple(rc::gen::inRange(1600, 2099), rc::gen::inRange(1, 13), rc::gen::inRange(1, 29)),
                      [](const std::tuple<int, int, int>& t) {
                        return Day{std::get<0>(t), std::get<1>(t), std::get<2>(t)};
                      });
}

const char* ending_of(int day) {
  if (day / 10 == 1) return "th";
  return day % 10 == 1 ? "st" : day % 10 == 2 ? "nd" : day % 10 == 3 ? "rd" : "th";
}

template <class... Args>
std::string text_of(const char* form, Args... args) {
  char buffer[100];
  std::snprintf(buffer, sizeof buffer, form, args...);
  return buffer;
}

std::vector<std::string> forms_of(const Day& d) {
  const char* month = kMonths[d.month - 1];
  return {text_of("%s %d, %d", month, d.day, d.year),
          text_of("%d %s %d", d.day, month, d.year),
          text_of("%s %d, %d", kShortMonths[d.month - 1], d.day, d.year),
          text_of("%d-%02d-%02d", d.year, d.month, d.day),
          text_of("the %d%s of %s %d", d.day, ending_of(d.day), month, d.year),
          text_of("%d%s %s, %d", d.day, ending_of(d.day), month, d.year),
          text_of("%s %d%s, %d", month, d.day, ending_of(d.day), d.year),
          text_of("%s the %d%s, %d", month, d.day, ending_of(d.day), d.year),
          text_of("%d/%02d/%02d", d.year, d.month, d.day),
          text_of("%d.%02d.%02d", d.year, d.month, d.day),
          text_of("%d-%.3s-%d", d.day, month, d.year)};
}

std::vector<std::string> values_of(const std::string& text, const DocumentOptions& options) {
  std::vector<std::string> values;
  for (const TimeExpression& time : english().extract(text, options).times) values.push_back(time.value);
  return values;
}

std::string iso_of(const Day& d) { return text_of("%d-%02d-%02d", d.year, d.month, d.day); }

TEST(Properties, DatesReadBack) {
  EXPECT_TRUE(rc::check([] {
    const Day d = *any_day();
    for (const std::string& form : forms_of(d)) {
      const std::vector<std::string> expected{form + "=" + text_of("%d-%02d-%02d", d.year, d.month, d.day)};
      RC_ASSERT(times_of("It was built on " + form + " and burned down.", "2025-12-06") == expected);
    }
  }));
}

TEST(Properties, DatesInNumbersReadBackInTheOrderAskedFor) {
  EXPECT_TRUE(rc::check([] {
    const Day d = *any_day();
    const char mark = *rc::gen::element('/', '-', '.');
    const std::string day_first = text_of("Due %02d%c%02d%c%d.", d.day, mark, d.month, mark, d.year);
    const std::string month_first = text_of("Due %02d%c%02d%c%d.", d.month, mark, d.day, mark, d.year);
    const std::vector<std::string> expected{iso_of(d)};
    RC_ASSERT(values_of(day_first, {.date_order = DateOrder::day_first}) == expected);
    RC_ASSERT(values_of(month_first, {.date_order = DateOrder::month_first}) == expected);
    if (d.day > 12) RC_ASSERT(values_of(day_first, {.date_order = DateOrder::month_first}) == expected);
  }));
}

TEST(Properties, MonthsQuartersAndYearsReadBack) {
  EXPECT_TRUE(rc::check([] {
    const Day d = *any_day();
    const int quarter = (d.month + 2) / 3;
    const char* const ordinals[] = {"first", "second", "third", "fourth"};
    const std::pair<std::string, std::string> forms[] = {
        {text_of("%s %d", kMonths[d.month - 1], d.year), text_of("%d-%02d", d.year, d.month)},
        {text_of("%s of %d", kMonths[d.month - 1], d.year), text_of("%d-%02d", d.year, d.month)},
        {text_of("the %s quarter of %d", ordinals[quarter - 1], d.year), text_of("%d-Q%d", d.year, quarter)},
        {text_of("Q%d %d", quarter, d.year), text_of("%d-Q%d", d.year, quarter)},
        {text_of("the first half of %d", d.year), text_of("%d-H1", d.year)},
        {text_of("the summer of %d", d.year), text_of("%d-SU", d.year)},
        {text_of("the %d0s", d.year / 10), text_of("%d", d.year / 10)},
        {text_of("the year %d", d.year), text_of("%d", d.year)}};
    for (const auto& [form, value] : forms)
      RC_ASSERT(times_of("It was built in " + form + ", they say.", "2025-12-06") ==
                std::vector<std::string>{form + "=" + value});
  }));
}

TEST(Properties, TimesOfDayReadBack) {
  EXPECT_TRUE(rc::check([] {
    const int hour = *rc::gen::inRange(0, 24), minute = *rc::gen::inRange(0, 60);
    const std::string value = text_of("1987-03-03T%02d:%02d", hour, minute);
    const std::pair<std::string, std::string> forms[] = {
        {text_of("%d:%02d %s", (hour + 11) % 12 + 1, minute, hour < 12 ? "a.m." : "p.m."), value},
        {text_of("%d:%02d%s", (hour + 11) % 12 + 1, minute, hour < 12 ? "am" : "pm"), value},
        {text_of("%02d:%02d", hour, minute), value},
        {text_of("%02d:%02d GMT", hour, minute), value + "Z"},
        {text_of("%02d%02d GMT", hour, minute), value + "Z"}};
    for (const auto& [form, expected] : forms)
      RC_ASSERT(values_of("It sank at " + form + " on March 3, 1987, they say.", {}) ==
                std::vector<std::string>{expected});
  }));
}

TEST(Properties, WhateverIsPutTogetherGivesValidValues) {
  EXPECT_TRUE(rc::check([] {
    static const std::vector<std::string> kWords = {
        "May",   "3",       "31",    "30",   "February", "1998",    "99999", "0",     "last",  "next",
        "the",   "quarter", "third", "year", "ago",      "Friday",  "night", "at",    "25:99", "10:30",
        "p.m.",  "GMT",     "-",     "to",   "from",     "end",     "of",    "two",   "weeks", "half",
        "later", "Azar",    "1404",  "12",   "every",    "century", "BC",    "1990s", "early", "Christmas",
        "after", "a",       "and",   "same", "day",      "Q3",      "/",     "decade"};
    const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kWords));
    std::string text;
    for (const std::string& word : words) text += word + " ";
    const std::string date = *rc::gen::element<std::string>("2025-12-06", "", "0001-01-01", "9999-12-31");
    for (const std::string& value : values_of(text, {.reference_date = date})) {
      RC_LOG() << text << " gives " << value << '\n';
      RC_ASSERT(is_valid_value(value));
    }
  }));
}

TEST(Properties, RangesKeepTheirOrder) {
  EXPECT_TRUE(rc::check([] {
    const Day d = *any_day();
    const int first = *rc::gen::inRange(1, 13), second = *rc::gen::inRange(1, 13);
    const std::string text =
        text_of("It was shut from %s %d to %s %d.", kMonths[first - 1], 3, kMonths[second - 1], 20);
    const Document document = document_of(text, text_of("%d-%02d-%02d", d.year, d.month, d.day));
    RC_ASSERT(document.times.size() == 2u);
    RC_ASSERT(document.times[0].value <= document.times[1].value);
  }));
}

TEST(Properties, RangesOfFullDatesKeepBothEnds) {
  EXPECT_TRUE(rc::check([] {
    const Day a = *any_day(), b = *any_day();
    const std::string text = "It was shut from " + *rc::gen::elementOf(forms_of(a)) + " to " +
                             *rc::gen::elementOf(forms_of(b)) + ", they say.";
    RC_ASSERT(values_of(text, {.reference_date = "2025-12-06"}) == (std::vector<std::string>{iso_of(a), iso_of(b)}));
  }));
}

TEST(Properties, AnyReferenceGivesValidWeekdays) {
  EXPECT_TRUE(rc::check([] {
    const Day d = *any_day();
    const std::string date = text_of("%d-%02d-%02d", d.year, d.month, d.day);
    const std::vector<std::string> times = times_of("They met on Friday and will meet again next Monday.", date);
    RC_ASSERT(times.size() == 2u);
    RC_ASSERT(times[0] <= "Friday=" + date);
    RC_ASSERT(times[1] > "next Monday=" + date);
  }));
}

// Reports that differ, so that what one leaves behind would show in the next.
TEST(Properties, AnyThreadCountAndAnyEarlierReportGiveTheSame) {
  const std::vector<std::string> texts = {
      "They met on Friday, on 15 Azar 1404 and in May. The following month, at noon Tuesday, they parted.",
      "Due 03/04/2025.",
      "Due 25/12/2024 or 03/04/2025.",
      "Profit fell in the third quarter of 1998, from a year earlier.",
      "The latest quarter was better than a year ago.",
      "It happened the next day.",
  };
  std::vector<std::vector<std::string>> expected;
  for (const std::string& text : texts) expected.push_back(times_of(text, "2025-12-06"));
  for (const std::size_t count : {1u, 2u, 3u, 8u}) {
    std::vector<int> wrong(count);
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < count; ++t)
      threads.emplace_back([&, t] {
        for (std::size_t i = 0; i < 60; ++i) {
          const std::size_t at = (i * (t + 1) + t) % texts.size();
          wrong[t] += times_of(texts[at], "2025-12-06") != expected[at];
        }
      });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(wrong, std::vector<int>(count)) << count << " threads";
  }
}

}  // namespace
}  // namespace copydesk::testing
