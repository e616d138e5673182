// What no calendar holds, and far too much of everything: never an invalid value, never a crash, linear time.
#include <gtest/gtest.h>

#include <string>

#include "english.h"
#include "support/growth.h"
#include "timex_value.h"

namespace copydesk::testing {
namespace {

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
           std::string("In 9999 BC, 0 BC and 99999 BC; in AD 9999; in the 99th century BC."),
           std::string("In W99 2025, Q9 2025 and the ninth quarter of 2025."),
           std::string("From May 99 to June 0, 1998-00, 2025-0, 9999-99."),
           std::string("Every 0 days, 0 years ago, 0/0 years, 1/0 hours, 0.0 minutes."),
           std::string(1000, '1'),
           "May " + std::string(100'000, '9'),
           "in " + std::string(1'000'000, '7') + " years",
       })
    for (const TimeExpression& time : document_of(text, "2025-12-06").times)
      EXPECT_TRUE(is_valid_value(time.value)) << time.value << " of " << text.substr(0, 80);
}

// The values of each text, with what no calendar holds left out.
TEST(BadInput, ReadsWhatCanBeRead) {
  using Values = std::vector<std::string>;
  const std::pair<std::string, Values> cases[] = {
      {"On February 30 and on Friday they met.", {"2025-12-05"}},
      {"On February 29, 2023 and on February 29, 2024 they met.", {"2024-02-29"}},
      {"Due 31/31/2025 or on Friday.", {"2025-12-05"}},
      {"Due 2025-13-01 or 2025-12-01.", {"2025-12-01"}},
      {"It rang at 25:99 on Friday.", {"2025-12-05"}},
      {"It rang at 24:01 on Friday.", {"2025-12-05"}},
      {"It rang at 13:60 p.m. on Friday.", {"2025-12-05"}},
      {"It rang on Friday at 13:60 p.m.", {"2025-12-05"}},
      {"In the year 0 nothing was.", {}},
      {"In the year 99999 nothing will be.", {}},
      {"In 0 BC nothing was.", {}},
      {"On 0 May and May 0 nothing was.", {}},
      {"It lasted " + std::string(1'000'000, '9') + " years and three days.", {"PXY3D"}},
      {"It was " + std::string(1'000'000, '9') + " days ago, on Friday.", {"PAST_REF", "2025-12-05"}},
      {"The 0th century and the 99th of May.", {}},
      {"Они встретились on Friday و در ۱۵ آذر, 星期五.", {"2025-12-05"}},
      {"\xfe On Friday \xc3 they met.", {"2025-12-05"}},
      {"On Friday, on Friday,, on - Friday -- Friday.", {"2025-12-05", "2025-12-05", "2025-12-05", "2025-12-05"}},
  };
  for (const auto& [text, expected] : cases) {
    Values values;
    for (const TimeExpression& time : document_of(text, "2025-12-06").times) values.push_back(time.value);
    EXPECT_EQ(values, expected) << text.substr(0, 60);
  }
}

TEST(BadInput, WrongReferenceDatesCountAsNone) {
  for (const char* date : {"2025-02-30", "0000-01-01", "99999-01-01", "yesterday", "2025-12", "2025/12/06", "-"})
    EXPECT_EQ(times_of("They met on Friday.", date), std::vector<std::string>{"Friday=XXXX-WXX-5"}) << date;
}

// At both ends of the years that a value can tell.
TEST(BadInput, NoValueLeavesTheYearsThatThereAre) {
  for (const char* date : {"0001-01-01", "9999-12-31", "0004-02-29", "9996-02-29"})
    for (const TimeExpression& time :
         document_of(
             "They met yesterday, last week, last month, two years ago and last winter; they meet tomorrow, next week, "
             "next quarter, next year, in the next decade, next century and 900 years from now.",
             date)
             .times)
      EXPECT_TRUE(is_valid_value(time.value)) << time.value << " on " << date;
}

TEST(BadInput, TakesLinearTime) {
  std::string fridays;
  for (int i = 0; i < 1000; ++i) fridays += "Friday ";
  std::string more;
  for (int i = 0; i < 8; ++i) more += fridays;
  const auto read = [](const std::string& text) { return document_of(text, "2025-12-06").times.size(); };
  EXPECT_EQ(read(fridays), 1000u);
  EXPECT_TRUE(is_linear([&] { read(fridays); }, [&] { read(more); }));
}

}  // namespace
}  // namespace copydesk::testing
