#include "times/display_date.h"

#include <gtest/gtest.h>

#include "times/civil.h"

namespace copydesk {
namespace {

TEST(DateDisplay, WritesInTheReadersLanguage) {
  const std::int32_t day = days_of(CivilDate{2025, 12, 6});
  for (const auto& [language, written] : {std::pair("en", "December 6, 2025"),
                                          {"de", "6. Dezember 2025"},
                                          {"fr", "6 décembre 2025"},
                                          {"es", "6 de diciembre de 2025"},
                                          {"en-GB", "6 December 2025"}})
    EXPECT_EQ(DateDisplay(language).day(day), written) << language;
  EXPECT_EQ(DateDisplay("en").day(days_of(CivilDate{1969, 7, 20})), "July 20, 1969");
}

TEST(DateDisplay, LeavesTheGlobalLocaleAlone) {
  const std::locale before;
  const DateDisplay display("de");
  display.day(0);
  EXPECT_EQ(std::locale(), before);
}

}  // namespace
}  // namespace copydesk
