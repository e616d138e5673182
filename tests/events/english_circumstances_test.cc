// When and where the events of a text take place; dated Saturday 6 December 2025.
#include <gtest/gtest.h>

#include <string>

#include "copydesk/copydesk.h"

namespace copydesk {
namespace {

// `meeting@2025-12-05 in Oslo, forum in Lima`
std::string circumstances_of(const Extractor& extractor, std::string_view text) {
  const Document document = extractor.extract(text, {.reference_date = "2025-12-06"});
  std::string all;
  for (const Event& event : document.events) {
    if (!all.empty()) all += ", ";
    all.append(event.type);
    if (event.time) all.append("@").append(event.time->value);
    for (const Index place : event.places)
      all.append(place == event.places.front() ? " in " : " and ").append(document.entities[place].name);
  }
  return all;
}

struct Case {
  const char* text;
  const char* circumstances;
};

const Case kCases[] = {
#include "events/english_circumstances.inc"
};

TEST(EnglishCircumstances, TimesAndPlaces) {
  const Result<Extractor> english = Extractor::open();
  ASSERT_TRUE(english.ok());
  for (const Case& test : kCases)
    EXPECT_EQ(circumstances_of(english.value(), test.text), test.circumstances) << test.text;
}

}  // namespace
}  // namespace copydesk
