// When, where and during what the events of a text take place; dated Saturday 6 December 2025.
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

// `signing during forum`
std::string occasions_of(const Extractor& extractor, std::string_view text) {
  const Document document = extractor.extract(text, {.reference_date = "2025-12-06"});
  std::string all;
  for (const Event& event : document.events) {
    if (event.occasion == kNoIndex) continue;
    if (!all.empty()) all += ", ";
    all.append(event.type).append(" during ").append(document.events[event.occasion].type);
  }
  return all;
}

struct Case {
  const char* text;
  const char* expected;
};

const Case kCases[] = {
#include "events/english_circumstances.inc"
};

const Case kOccasions[] = {
#include "events/english_occasions.inc"
};

TEST(EnglishCircumstances, Occasions) {
  const Result<Extractor> english = Extractor::open();
  ASSERT_TRUE(english.ok());
  for (const Case& test : kOccasions) EXPECT_EQ(occasions_of(english.value(), test.text), test.expected) << test.text;
}

TEST(EnglishCircumstances, TimesAndPlaces) {
  const Result<Extractor> english = Extractor::open();
  ASSERT_TRUE(english.ok());
  for (const Case& test : kCases) EXPECT_EQ(circumstances_of(english.value(), test.text), test.expected) << test.text;
}

}  // namespace
}  // namespace copydesk
