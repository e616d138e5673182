#include "times/read_number.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace copydesk {
namespace {

TEST(ReadDigits, ReadsWhatReportsWrite) {
  struct Case {
    std::string_view text;
    std::optional<std::int64_t> thousandths;
  };
  for (const Case& c : {Case{"12", 12'000},
                        {"2,500", 2'500'000},
                        {"1/2", 500},
                        {"5th", 5'000},
                        {"'90s", 90'000},
                        {"2.5", 2'500},
                        {"1.3333", 1'333},
                        {"0", 0},
                        {"", std::nullopt},
                        {"x", std::nullopt},
                        {"1/0", std::nullopt},
                        {"007", 7'000},
                        {"999999999", 999'999'999'000},
                        {"1000000000", std::nullopt}})
    EXPECT_EQ(read_digits(c.text), c.thousandths) << c.text;
  EXPECT_EQ(read_digits(std::string(1'000'000, '7')), std::nullopt);
}

TEST(NumberSum, PutsPartsTogether) {
  struct Case {
    std::vector<int> parts;
    std::optional<std::int64_t> sum;
  };
  for (const Case& c : {Case{{20, 4}, 24},
                        {{2, 1000}, 2000},
                        {{2, 1000, 5}, 2005},
                        {{19, 90, 6}, 1996},
                        {{3, 100}, 300},
                        {{3, 100, 1000}, 300'000},
                        {{1000}, 1000},
                        {{}, std::nullopt},
                        {{2, 1000, 5, 100, 20, 1}, 2521}}) {
    NumberSum sum;
    for (const int part : c.parts) sum.add(part * 1000LL);
    EXPECT_EQ(sum.thousandths(), c.sum ? std::optional(*c.sum * 1000) : std::nullopt)
        << ::testing::PrintToString(c.parts);
  }
}

TEST(NumberSum, GivesNothingForWhatNobodyCounts) {
  NumberSum sum;
  for (int i = 0; i < 10'000; ++i) sum.add(1'000'000'000);
  EXPECT_EQ(sum.thousandths(), std::nullopt);
}

}  // namespace
}  // namespace copydesk
