// Who takes part in the events of short reports: type and fillers alone, whatever else is told of them.
#include <gtest/gtest.h>

#include <string>

#include "copydesk/copydesk.h"

namespace copydesk {
namespace {

const Extractor& english() {
  static const Extractor extractor = std::move(Extractor::open()).value();
  return extractor;
}

// `meeting: Kimani, host World Bank; signing: Norway`; the role where it is not the first of its type.
std::string sides_of(std::string_view text) {
  const Document document = english().extract(text, {.reference_date = "2025-12-06"});
  std::string sides;
  for (const Event& event : document.events) {
    sides += (sides.empty() ? "" : "; ") + std::string(event.type) + ":";
    for (const Argument& argument : event.arguments) {
      const bool usual = argument.role == "participant" || argument.role == "party";
      sides += (sides.ends_with(':') ? " " : ", ") + (usual ? "" : std::string(argument.role) + " ") +
               std::string(document.entities[argument.entity].name);
    }
  }
  return sides;
}

struct Case {
  const char* text;
  const char* sides;
};

const Case kCases[] = {
#include "events/english_sides.inc"
};

TEST(EnglishSides, OfShortReports) {
  for (const Case& test : kCases) EXPECT_EQ(sides_of(test.text), test.sides) << test.text;
}

}  // namespace
}  // namespace copydesk
