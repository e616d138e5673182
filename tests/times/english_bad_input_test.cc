// What no calendar holds, and far too much of everything: never an invalid value, never a crash, linear time.
#include <gtest/gtest.h>

#include <chrono>
#include <regex>
#include <string>

#include "english.h"

namespace copydesk::testing {
namespace {

// A day, if the value names one, is a day that there is.
bool is_valid_value(const std::string& value) {
  static const std::regex kDay("([0-9]{4})-([0-9]{2})-([0-9]{2}).*");
  std::smatch parts;
  if (!std::regex_match(value, parts, kDay)) return !value.empty();
  const int month = std::stoi(parts[2]), day = std::stoi(parts[3]);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && !(month == 2 && day > 29) &&
         !((month == 4 || month == 6 || month == 9 || month == 11) && day > 30);
}

TEST(BadInput, GivesNoInvalidValue) {
  for (const std::string& text : {
           std::string("On February 30 they met."),
           std::string("Due 31/31/2025."),
           std::string("At 25:99 p.m. it rang."),
           std::string("In the year 0 and in 99999."),
           std::string("On February 29, 2023."),
           std::string("On 2025-13-45."),
           std::string("99999999999999999999 years ago."),
           std::string("The 99th of May 99999."),
           std::string("Azar 31, 1404."),
           std::string("من ۱۵ آذر on Friday ١٢ Рамадан 5 мая 12 Ramadan 9999."),
           std::string("The 400th century."),
           std::string("Reiwa 9999."),
           std::string(1000, '1'),
           "May " + std::string(100'000, '9'),
           "in " + std::string(1'000'000, '7') + " years",
       })
    for (const TimeExpression& time : document_of(text, "2025-12-06").times)
      EXPECT_TRUE(is_valid_value(time.value)) << time.value << " of " << text.substr(0, 80);
}

TEST(BadInput, ReadsWhatCanBeRead) {
  EXPECT_EQ(times_of("On February 30 and on Friday they met.", "2025-12-06"),
            std::vector<std::string>{"Friday=2025-12-05"});
}

double seconds_for(const std::string& text) {
  const auto begin = std::chrono::steady_clock::now();
  document_of(text, "2025-12-06");
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

TEST(BadInput, TakesLinearTime) {
  std::string fridays;
  for (int i = 0; i < 1000; ++i) fridays += "Friday ";
  std::string more;
  for (int i = 0; i < 8; ++i) more += fridays;
  EXPECT_EQ(document_of(fridays, "2025-12-06").times.size(), 1000u);
  seconds_for(more);
  EXPECT_LT(seconds_for(more), 40 * (seconds_for(fridays) + 0.001));
}

}  // namespace
}  // namespace copydesk::testing
