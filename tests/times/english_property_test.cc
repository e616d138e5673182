// Any date in any supported form reads back to itself; ranges keep their order; threads change nothing.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdio>
#include <thread>

#include "english.h"

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
          text_of("the %dth of %s %d", d.day, month, d.year),
          text_of("%d-%.3s-%d", d.day, month, d.year)};
}

TEST(Properties, DatesReadBack) {
  EXPECT_TRUE(rc::check([] {
    const Day d = *any_day();
    for (const std::string& form : forms_of(d)) {
      const std::vector<std::string> expected{form + "=" + text_of("%d-%02d-%02d", d.year, d.month, d.day)};
      RC_ASSERT(times_of("It was built on " + form + " and burned down.", "2025-12-06") == expected);
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

TEST(Properties, ThreadsGiveTheSame) {
  const std::string text =
      "They met on Friday, on 15 Azar 1404 and in May. The following month, at noon Tuesday, they parted.";
  const std::vector<std::string> expected = times_of(text, "2025-12-06");
  std::vector<std::vector<std::string>> found(4);
  std::vector<std::thread> threads;
  for (std::vector<std::string>& times : found)
    threads.emplace_back([&] {
      for (int i = 0; i < 20; ++i) times = times_of(text, "2025-12-06");
    });
  for (std::thread& thread : threads) thread.join();
  for (const std::vector<std::string>& times : found) EXPECT_EQ(times, expected);
}

}  // namespace
}  // namespace copydesk::testing
