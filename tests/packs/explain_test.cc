// What `explain` tells of events and of sentences without one.
#include <gtest/gtest.h>

#include <string>

#include "copydesk/copydesk.h"
#include "support/growth.h"

namespace copydesk {
namespace {

struct Case {
  const char* text;
  const char* line;  // that must be among those told
};

const Case kCases[] = {
    {"Norway and Chile signed a wool treaty in Oslo on Friday.",
     "  trigger \"signed\" by signing: sign the instrument\n"},
    {"Norway and Chile signed a wool treaty in Oslo on Friday.",
     "  party \"Chile\" (country of the list) by argument: subject of a signing\n"},
    {"Norway and Chile signed a wool treaty in Oslo on Friday.", "  time \"Friday\" by weekday\n"},
    {"Norway and Chile signed a wool treaty in Oslo on Friday.",
     "  sector agriculture \"wool\" by subject: before the instrument that is signed\n"},
    {"Norway and Chile signed a wool treaty in Oslo on Friday.", "  modality \"signed\" by asserted: done\n"},
    {"The president signed the tax bill.", "  look-alike \"signed\" by look-alike: sign a law or book\n"},
    {"The rivals signed the wall.", "  nearest signing: another one: matched \"signed the\", failed at \"wall\"\n"},
    {"The villagers sang.", "no event \"The villagers sang.\"\n"},
};

TEST(Explain, TellsRulesAndWords) {
  for (const Case& test : kCases) {
    const auto told = explain({}, test.text, {.reference_date = "2025-12-06"});
    ASSERT_TRUE(told.ok());
    EXPECT_NE(told.value().find(test.line), std::string::npos) << test.text << "\nexpected " << test.line << "in\n"
                                                               << told.value();
  }
}

TEST(Explain, AnyBytesAreExplained) {
  for (const std::string& text :
       {std::string(), std::string("\xFF\xFE"), std::string(3000, ' '), std::string("(((\n\n\"")})
    EXPECT_TRUE(explain({}, text).ok());
}

// A report of many events, each with words of its own, and of as many sentences without one.
std::string many_events(int count) {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += "The " + std::to_string(i + 2) + "th Baltic Wool Forum was held in Oslo in " + std::to_string(1000 + i) +
            ". Norway and Chile signed a wool treaty on Friday. Sheep grazed.\n\n";
  return text;
}

TEST(Explain, TakesLinearTime) {
  const Extractor extractor = Extractor::open().value();
  const std::string few = many_events(200), many = many_events(1600);
  EXPECT_TRUE(testing::is_linear([&] { extractor.explain(few); }, [&] { extractor.explain(many); }));
}

TEST(Explain, TellsMistakesOfPacks) { EXPECT_FALSE(explain({.packs = {"no-such-pack"}}, "Norway.").ok()); }

}  // namespace
}  // namespace copydesk
