// How many events a text tells of, of which type and modality; dated Saturday 6 December 2025.
#include <gtest/gtest.h>

#include <string>

#include "copydesk/copydesk.h"

namespace copydesk {
namespace {

// `meeting asserted, forum planned`
std::string tellings_of(const Extractor& extractor, std::string_view text) {
  std::string all;
  for (const Event& event : extractor.extract(text, {.reference_date = "2025-12-06"}).events) {
    if (!all.empty()) all += ", ";
    all.append(event.type).append(" ").append(to_string(event.modality));
  }
  return all;
}

struct Case {
  const char* text;
  const char* tellings;
};

const Case kCases[] = {
#include "events/english_phrasings.inc"
#include "events/english_tellings.inc"
};

TEST(EnglishTellings, TypesAndModalities) {
  const Result<Extractor> english = Extractor::open();
  ASSERT_TRUE(english.ok());
  for (const Case& test : kCases) EXPECT_EQ(tellings_of(english.value(), test.text), test.tellings) << test.text;
}

}  // namespace
}  // namespace copydesk
