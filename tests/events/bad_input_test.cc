// Texts that are no tidy report: cut, listed, repeated, in capitals, two in one file. Sensible events or none.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "copydesk/copydesk.h"
#include "events/long_texts.h"
#include "support/growth.h"

namespace copydesk::testing {
namespace {

const Extractor& english() {
  static const Extractor extractor = std::move(Extractor::open()).value();
  return extractor;
}

Document document_of(std::string_view text) { return english().extract(text, {.reference_date = "2025-12-06"}); }

bool is_within(Span span, std::size_t begin, std::size_t end) { return begin <= span.begin && span.end <= end; }

bool is_name(const Mention& mention) {
  return mention.form != MentionForm::nominal && mention.form != MentionForm::pronoun;
}

// The entity is named between `begin` and `end`, or described there and named nowhere.
bool is_named_within(const Entity& entity, std::size_t begin, std::size_t end) {
  const bool named = std::ranges::any_of(entity.mentions, is_name);
  return std::ranges::any_of(entity.mentions, [&](const Mention& mention) {
    return is_name(mention) == named && is_within(mention.span, begin, end);
  });
}

// What an event of the report between `begin` and `end` has from elsewhere; empty where nothing is.
std::string foreign_to(const Document& document, const Event& event, std::size_t begin, std::size_t end) {
  std::string foreign;
  for (const Trigger& trigger : event.triggers)
    if (!is_within(trigger.span, begin, end)) foreign += " trigger " + std::string(document.text_of(trigger.span));
  for (const Argument& argument : event.arguments)
    if (const Entity& entity = document.entities[argument.entity]; !is_named_within(entity, begin, end))
      foreign += " " + std::string(argument.role) + " " + entity.name;
  for (const Index place : event.places)
    if (!is_named_within(document.entities[place], begin, end)) foreign += " place " + document.entities[place].name;
  if (event.time)
    for (const Index time : event.time->times)
      if (!is_within(document.times[time].span, begin, end)) foreign += " time " + event.time->value;
  return foreign;
}

constexpr const char* kReports[] = {
    "OSLO, Dec. 5 (AFP) - Norway and Chile signed a treaty on fish farms on Friday.\n\n"
    "The two countries opened talks in Bergen in 2019.\n",
    "LIMA, Dec. 4 (Reuters) - Peruvian Foreign Minister Rosa Quiroga met Juan Andrade of Ecuador in Cusco on "
    "Thursday.\n\n"
    "She said a second meeting would be held in Quito in January.\n",
    "NAIROBI, Dec. 3 (Xinhua) -- The fifth Lake Victoria Forum opened in Kisumu on Wednesday.\n\n"
    "Kenya and Uganda signed a protocol on fishing during the forum.\n",
    "TOKYO, Dec. 2 (Kyodo) - Hosokawa Motors Corp. said its board met in Nagoya on Tuesday and approved a plan to "
    "close a plant.\n\n"
    "The company signed a contract with Lindgren AB in May.\n",
    "LIMA, Dec. 4 (Reuters) - Foreign ministers met here on Thursday.\n",
    "QUITO, Dec. 4 (Reuters) - The two governments signed an agreement on Thursday.\n",
    "CUSCO, Dec. 4 (Reuters) - The treaty was signed on Thursday by Bolivia and Ecuador.\n\n"
    "The talks will resume in January.\n",
    "GABORONE, Dec. 1 (AP) - Zambia said talks with Botswana would resume in January.\n\n"
    "The two countries signed an agreement in 1998.\n",
};

TEST(BadInput, NoArgumentOfAnotherReport) {
  for (const std::string first : kReports)
    for (const std::string second : kReports) {
      if (first == second) continue;
      const Document document = document_of(first + "\n" + second);
      EXPECT_FALSE(document.events.empty());
      for (const Event& event : document.events) {
        const bool ahead = event.triggers[0].span.begin < first.size();
        const std::size_t begin = ahead ? 0 : first.size(), end = ahead ? first.size() : document.text.size();
        EXPECT_EQ(foreign_to(document, event, begin, end), "") << document.text_of(event.triggers[0].span) << " in\n"
                                                               << document.text;
      }
    }
}

// Cut anywhere, a report tells of no more events than the whole, and of nobody who is not named in what is left.
TEST(BadInput, ReportsCutAnywhere) {
  for (const std::string whole : kReports) {
    const std::size_t most = document_of(whole).events.size();
    for (std::size_t size = 0; size < whole.size(); ++size) {
      const Document document = document_of(whole.substr(0, size));
      EXPECT_LE(document.events.size(), most) << whole.substr(0, size);
      for (const Event& event : document.events)
        EXPECT_EQ(foreign_to(document, event, 0, size), "") << whole.substr(0, size);
    }
  }
}

std::string events_of(std::string_view text) {
  std::string lines;
  write_report(document_of(text), ReportFormat::line, {}, lines);
  lines.erase(0, lines.find('\n') + 1);
  return lines;
}

TEST(BadInput, SensibleEventsOrNone) {
  const std::string treaty = "signing(party=Norway, party=Chile, instrument=treaty)";
  const struct {
    std::string text, events;
  } cases[] = {
      // Cut off.
      {"Norway and Chile signed a", ""},
      {"The fifth Oslo Fish", ""},
      {"SIGNED", ""},
      {"Norway and Chile signed Norway and Chile signed Norway and Chile signed", ""},
      // Said again, stammered, marked up as a quoted mail.
      {"Norway and Chile signed a treaty in Oslo. Norway and Chile signed a treaty in Oslo.",
       treaty + " in Oslo asserted\n"},
      {"Norway signed signed signed signed a treaty with with with Chile.", treaty + " asserted\n"},
      {">> Norway and Chile signed a treaty on Friday.\n>> \n>> Sent from my phone\n",
       treaty + "@2025-12-05 asserted\n"},
      // Dates that contradict each other, the calendar or the tense.
      {"Norway and Chile signed a treaty on May 4, 2025. Norway and Chile signed the treaty on May 6, 2025.",
       treaty + "@2025-05-04 asserted\n" + treaty + "@2025-05-06 asserted\n"},
      {"Norway and Chile signed a treaty on 4 May 2025, 5 May 2025 and 6 May 2025.", treaty + "@2025-05-04 asserted\n"},
      {"Norway and Chile signed a treaty on February 30, 2025.", treaty + " asserted\n"},
      {"Norway and Chile signed a treaty on Friday, December 4, 2025.", treaty + "@2025-12-04 asserted\n"},
      {"Norway and Chile will sign a treaty on May 4, 2020.", treaty + "@2020-05-04 planned\n"},
      {"Norway and Chile held talks from 12 to 5 May 2025.",
       "meeting(participant=Norway, participant=Chile, sector=diplomacy)@2025-05-12 asserted\n"},
      // What nobody sees: zero-width spaces, soft hyphens, joiners, marks of direction, byte order marks.
      {"\u202BNorway\u202C and\u200B \u2066Chile\u2069 signed a \u200Ftrea\u00ADty\u200F in \uFEFFOs\u2060lo\u200E.",
       treaty + " in Os\u2060lo asserted\n"},
      // Tables.
      {"1\tOslo\t3\t3\t0\t0\n2\tLima\t3\t1\t1\t1\n3\tCusco\t3\t0\t1\t2\n", ""},
      {"| Party | Signed | Date |\n|---|---|---|\n| Norway | yes | 4 May 2025 |\n| Chile | no | |\n", ""},
      {"Country\tTreaties signed\tTalks held\nNorway\t12\t3", ""},
      {"Contracts signed, 2024: 14", ""},
      // Capitals.
      {"NORWAY AND CHILE SIGNED A TREATY ON FRIDAY.", treaty + "@2025-12-05 asserted\n"},
      {"PRESIDENT ROSA QUIROGA MET JUAN ANDRADE ON THURSDAY.",
       "meeting(participant=Rosa Quiroga, participant=Juan Andrade)@2025-12-04 asserted\n"},
  };
  for (const auto& test : cases) EXPECT_EQ(events_of(test.text), test.events) << test.text;
}

// Each of them is somebody else, so one event of them all would be compared with each.
TEST(BadInput, AnEventOfStrangersHoldsNotAllOfThem) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "The two countries signed it. ";
  for (const Event& event : document_of(text).events) EXPECT_LE(event.arguments.size(), 2000u);
}

TEST(BadInput, TakesLinearTime) {
  for (const LongText& text : kLongTexts) {
    const std::string few = text.of(1000), many = text.of(8000);
    EXPECT_TRUE(is_linear([&] { document_of(few); }, [&] { document_of(many); })) << text.of(2);
  }
}

}  // namespace
}  // namespace copydesk::testing
