#include "copydesk/date_language.h"

#include <gtest/gtest.h>

#include "copydesk/report.h"
#include "report/documents.h"

namespace copydesk::testing {
namespace {

TEST(DateLanguage, WritesDaysAndSpansOfDays) {
  const Result<DateLanguage> french = DateLanguage::open("fr");
  ASSERT_TRUE(french.ok());
  for (const auto& [value, written] : {std::pair("2025-12-06", "6 décembre 2025"),
                                       {"2025-12-06/2025-12-08", "6 décembre 2025 – 8 décembre 2025"},
                                       {"2025-12", ""},
                                       {"2025-02-30", ""},
                                       {"XXXX-12-06", ""},
                                       {"2025-12-06TNI", ""},
                                       {"2025-12-06/", ""},
                                       {"2025-W49", ""},
                                       {"", ""}})
    EXPECT_EQ(french.value().written(value), written) << value;
}

TEST(DateLanguage, RefusesLanguagesThatNobodyKnows) {
  for (const char* language : {"xx", "", "french", "fr FR", "../fr", "tlh"}) {
    const Result<DateLanguage> refused = DateLanguage::open(language);
    ASSERT_FALSE(refused.ok()) << language;
    EXPECT_EQ(refused.errors()[0].message,
              "expected a language that ICU knows, such as fr or en-GB, found `" + std::string(language) + "`");
  }
  for (const char* language : {"en", "en-GB", "zh-Hant-TW", "fa-IR"})
    EXPECT_TRUE(DateLanguage::open(language).ok()) << language;
}

TEST(DateLanguage, StandsBehindValuesInTheLineNotationAlone) {
  const Result<DateLanguage> german = DateLanguage::open("de");
  const Document document = full_document();
  std::string plain, out, json, plain_json;
  write_report(document, ReportFormat::line, {}, plain);
  write_report(document, ReportFormat::line, {.dates = &german.value()}, out);
  EXPECT_EQ(out.substr(0, out.find('\n')), "# ict-forum 2025-12-06 [6. Dezember 2025]");
  EXPECT_NE(out.find("@2025-12-05 [5. Dezember 2025]"), out.npos) << out;
  write_report(document, ReportFormat::json, {.dates = &german.value()}, json);
  write_report(document, ReportFormat::json, {}, plain_json);
  EXPECT_EQ(json, plain_json);
}

}  // namespace
}  // namespace copydesk::testing
