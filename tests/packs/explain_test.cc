// What `explain` tells of events and of sentences without one.
#include <gtest/gtest.h>

#include <string>

#include "copydesk/copydesk.h"

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

TEST(Explain, TellsMistakesOfPacks) { EXPECT_FALSE(explain({.packs = {"no-such-pack"}}, "Norway.").ok()); }

}  // namespace
}  // namespace copydesk
