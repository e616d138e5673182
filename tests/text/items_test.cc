#include "text/items.h"

#include <gtest/gtest.h>

#include <string>

#include "text/layout_words.h"

namespace copydesk {
namespace {

std::string slice(const std::string& text, Span span) { return text.substr(span.begin, span.size()); }

// One line an item behind the first: its kind, its first block, and of an entry of a diary its day.
std::string items_of(const std::string& text) {
  static constexpr const char* kKinds[] = {"report", "entry", "headed", "numbered"};
  Layout layout;
  read_layout(text, english_layout_words(), layout);
  std::string lines;
  std::uint32_t item = 0;
  for (const Block& block : layout.blocks) {
    if (block.item == item) continue;
    item = block.item;
    const Item& part = layout.items[item];
    lines += std::string(kKinds[static_cast<std::size_t>(part.kind)]) + " " + slice(text, block.span);
    if (!part.day.empty()) lines += " @" + slice(text, part.day);
    if (!part.date.empty()) lines += " #" + slice(text, part.date);
    lines += "\n";
  }
  return lines;
}

struct Case {
  const char* text;
  const char* items;
};

const Case kCases[] = {
    {"", ""},
    {"OSLO, Dec. 5 (AFP) - Norway and Chile signed a treaty on fish farms on Friday.\n\nIt runs for ten years.", ""},
    // Reports with datelines of their own, and the title, the byline and the date line above them.
    {"OSLO, Dec. 5 (AFP) - Norway and Chile signed a treaty on fish farms.\n\n"
     "LIMA, Dec. 4 (Reuters) - Peru and Ecuador held talks on Thursday.\n\nNo date was set.",
     "report LIMA, Dec. 4 (Reuters) - #Dec. 4\n"},
    {"OSLO, Dec. 5 (AFP) - Norway and Chile signed a treaty on fish farms.\n\n"
     "date 2025-12-04\n\nPeru, Ecuador hold talks\n\nBy ANA RUIZ\n\nLIMA (AP) _ Peru and Ecuador held talks on "
     "Thursday.",
     "report date 2025-12-04 #2025-12-04\n"},
    {"OSLO 1996-08-30\nNorway and Chile signed a treaty on fish farms on Friday.\nPeru sells tin.\n"
     "LIMA 1996-08-29\nThe state of Peru sold its last tin mine on Thursday.",
     "report LIMA 1996-08-29 #1996-08-29\n"},
    // An abbreviation in brackets is no agency where no place in capitals stands before it.
    {"Tin prices fell again in the last quarter of the year, dealers said.\n\n"
     "The World Mining Board (WMB) - the largest of its kind - met in Lima.\n\nThe board (WMB) will meet again.",
     ""},
    // Lists of headlines and diaries.
    {"Top headlines\n\nRABAT - Morocco resumes talks on fish\nTOKYO - Two makers ink chip pact\n"
     "GAZA - Minister meets counterpart",
     "entry RABAT -\nentry TOKYO -\nentry GAZA -\n"},
    {"DIARY - News of the week\n\nFRIDAY, OCT 31\nOSLO - Parliament votes on whale quota.\n** DAKAR - Senegal, Gambia "
     "sign "
     "treaty.\n\nMONDAY, NOV 3\nCANCELLED: MANILA - Round table of bankers.",
     "entry FRIDAY, OCT 31 @FRIDAY, OCT 31\nentry ** DAKAR - @FRIDAY, OCT 31\nentry MONDAY, NOV 3 @MONDAY, NOV 3\n"},
    {"SOCCER - Results of the day\n\nPAU - Lens 2 Pau 1\n\nMETZ - Metz 0 Brest 0", ""},
    // Digests, but no questions and answers.
    {"Briefs\n\nTIN TALKS STALL: Talks between the mine and its bankers ended on Monday.\n\n"
     "PHONE SALE: The state telephone monopoly will be sold in spring.\n\n"
     "SURPLUS NARROWS: The surplus shrank by half, the ministry reported.",
     "headed TIN TALKS STALL:\nheaded PHONE SALE:\nheaded SURPLUS NARROWS:\n"},
    {"Briefing\n\nA QUESTION: Will the minister go to Oslo at all this autumn?\n\n"
     "MS. RUIZ: He has not decided yet, and he will tell you then.\n\nMR. TALL: What of the dam on the river, does it "
     "hold?\n\n"
     "MS. RUIZ: I have nothing for you on the dam this morning.",
     ""},
    // Numbered decisions, but no numbered paragraphs.
    {"Decisions of the cabinet\n\n01. Treaty with Chile\nThe cabinet approved it.\n\n02. Sale of tin\nIt was put "
     "off.\n\n"
     "03. Fair of foods\nIt will be held in May.",
     "numbered 01. Treaty with Chile\nnumbered 02. Sale of tin\nnumbered 03. Fair of foods\n"},
    {"1. The ministers met in Lima.\n\n2. They noted the forecast.\n\n3. The next meeting is in May.", ""},
};

TEST(Items, BeginWhereAnotherReportDoes) {
  for (const Case& test : kCases) EXPECT_EQ(items_of(test.text), test.items) << test.text;
}

TEST(Items, HaveTheDatelineOfTheTextWhereTheyHaveNone) {
  const std::string text =
      "OSLO, Dec. 5 (AFP) - Norway and Chile signed a treaty on fish farms.\n\n"
      "LIMA, Dec. 4 (Reuters) - Peru and Ecuador held talks on Thursday.";
  Layout layout;
  read_layout(text, english_layout_words(), layout);
  ASSERT_EQ(layout.items.size(), 2u);
  EXPECT_EQ(slice(text, layout.dateline_of(0).place), "OSLO");
  EXPECT_EQ(slice(text, layout.dateline_of(1).place), "LIMA");
}

}  // namespace
}  // namespace copydesk
