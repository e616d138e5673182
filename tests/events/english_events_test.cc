// Whole events of short reports, in line notation, all dated Saturday 6 December 2025.
#include <gtest/gtest.h>

#include <string>

#include "copydesk/copydesk.h"

namespace copydesk {
namespace {

const Extractor& english() {
  static const Extractor extractor = std::move(Extractor::open()).value();
  return extractor;
}

// The events of `text`, one a line, without the line of the document.
std::string events_of(std::string_view text) {
  std::string lines;
  write_report(english().extract(text, {.reference_date = "2025-12-06"}), ReportFormat::line, {}, lines);
  lines.erase(0, lines.find('\n') + 1);
  return lines;
}

struct Case {
  const char* text;
  const char* events;
};

const Case kCases[] = {
#include "events/english_events.inc"
};

TEST(EnglishEvents, OfShortReports) {
  for (const Case& test : kCases) EXPECT_EQ(events_of(test.text), test.events) << test.text;
}

TEST(EnglishEvents, LookAlikesGiveNone) {
  for (const char* text :
       {"The president signed the tax bill into law on Friday.", "Signs of recovery were seen in the housing market.",
        "The club signed the Croatian striker on a free transfer.", "Output met the target set by the ministry.",
        "The minister told a news conference that prices would fall.", "Fans asked for autographs.", ""})
    EXPECT_EQ(events_of(text), "") << text;
}

TEST(EnglishEvents, ContradictionsAreNoted) {
  struct {
    const char* text;
    const char* note;
  } const cases[] = {
      {"Norway and Chile signed five contracts on Friday. The three contracts were signed in Oslo.", "count-conflict"},
      {"Minister Pavel Safarinia signed a treaty with Chile. Mr Safrinia left on Friday.", "name-conflict"},
      {"Norway and Chile signed a treaty on May 4 during the Oslo summit, held on June 2 and 3.", "time-conflict"},
  };
  for (const auto& test : cases) {
    const Document document = english().extract(test.text, {.reference_date = "2025-12-06"});
    ASSERT_EQ(document.notes.size(), 1u) << test.text;
    EXPECT_EQ(document.notes[0].kind, test.note) << test.text;
  }
}

// What stands in another report of the same text gives neither place nor party, and is no event told before.
TEST(EnglishEvents, ItemsAreReportsOfTheirOwn) {
  const std::string first =
      "OSLO, Dec. 5 (AFP) - Norway and Chile signed a treaty on fish farms on Friday.\n\n"
      "The two countries opened talks in Bergen in 2019.\n\n";
  const std::string firsts = events_of(first);
  const Case cases[] = {
      {"LIMA, Dec. 4 (Reuters) - Peru and Ecuador held talks on Thursday.",
       "meeting(participant=Peru, participant=Ecuador, sector=diplomacy)@2025-12-04 in Lima asserted\n"},
      {"LIMA, Dec. 4 (Reuters) - Foreign ministers met here on Thursday.",
       "meeting(participant=Foreign ministers, sector=diplomacy)@2025-12-04 in Lima asserted\n"},
      {"LIMA, Nov. 20 (Reuters) - Foreign ministers met here on Thursday.",
       "meeting(participant=Foreign ministers, sector=diplomacy)@2025-11-20 in Lima asserted\n"},
      {"LIMA, Dec. 4 (Reuters) - The two governments signed an agreement on Thursday.",
       "signing(party=The two governments, instrument=agreement)@2025-12-04 in Lima asserted\n"},
      {"LIMA, Dec. 4 (Reuters) - The talks will resume in January.", "meeting()@2026-01 planned\n"},
  };
  for (const Case& test : cases) EXPECT_EQ(events_of(first + test.text), firsts + test.events) << test.text;
  EXPECT_EQ(
      events_of("News of the week\n\nSATURDAY, DEC 13\nDAKAR - Senegal and Gambia to sign a fishing treaty.\n"
                "KIEV - Parliament votes on the budget.\n\nMONDAY, DEC 15\nBRUSSELS - EU finance ministers meet.\n"),
      "signing(party=Senegal, party=Gambia, instrument=treaty, sector=fisheries)@2025-12-13 in Dakar planned\n"
      "meeting(participant=EU, sector=finance)@2025-12-15 in Brussels planned\n");
}

TEST(EnglishEvents, EveryFieldNamesItsRule) {
  const Document document = english().extract("Norway and Kenya signed a trade agreement in Oslo on Friday.",
                                              {.reference_date = "2025-12-06"});
  ASSERT_EQ(document.events.size(), 1u);
  EXPECT_FALSE(document.events[0].triggers[0].found_by.empty());
  for (const Argument& argument : document.events[0].arguments) EXPECT_FALSE(argument.found_by.empty());
}

TEST(EnglishEvents, SameAnswerWhateverCameBefore) {
  const std::string text = "Norway and Kenya signed a trade agreement in Oslo on Friday.";
  const std::string first = events_of(text);
  events_of("On 3 March 1990 Chad and Peru held talks in Lima. A second round is planned for next year.");
  EXPECT_EQ(events_of(text), first);
}

TEST(EnglishEvents, HostileTextsEnd) {
  std::string many;
  for (int i = 0; i < 20000; ++i) many += "signed talks summit with ";
  EXPECT_FALSE(events_of(many).empty());
  EXPECT_EQ(events_of(std::string(100000, '(')), "");
}

}  // namespace
}  // namespace copydesk
