#include "checks.h"

#include <gtest/gtest.h>

namespace copydesk::testing {
namespace {

TEST(Checks, Dates) {
  for (const char* date : {"2025-12-06", "2024-02-29", "0001-01-01", "9999-12-31"}) {
    EXPECT_EQ(cli::date_of(date), date);
    EXPECT_EQ(cli::check_date(date), "") << date;
  }
  for (const char* date : {"", "2025", "2025-12", "2025-13-01", "2025-00-01", "2025-02-29", "2025-12-32", "0000-01-01",
                           "2025/12/06", "+025-12-06", "2025-1-006", "2025-12-06x", "06-12-2025", "2025-12- 6"}) {
    EXPECT_EQ(cli::date_of(date), "") << date;
    EXPECT_NE(cli::check_date(date), "") << date;
  }
}

TEST(Checks, DatesWithATime) {
  EXPECT_EQ(cli::date_of("2025-12-06T10:00:00Z"), "2025-12-06");
  EXPECT_EQ(cli::date_of("2025-12-06 10:00"), "2025-12-06");
  EXPECT_NE(cli::check_date("2025-12-06T10:00:00Z"), "");
}

TEST(Checks, Charsets) {
  for (const char* charset : {"UTF-8", "windows-1251", "latin1", "GB18030", "utf-16le"})
    EXPECT_EQ(cli::check_charset(charset), "") << charset;
  for (const char* charset : {"", "latin-99", "windows"}) EXPECT_NE(cli::check_charset(charset), "") << charset;
}

}  // namespace
}  // namespace copydesk::testing
