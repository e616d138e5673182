#include "text/layout.h"

#include <gtest/gtest.h>

#include <string>

#include "text/layout_words.h"

namespace copydesk {
namespace {

const char* name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::metadata:
      return "metadata";
    case BlockKind::headline:
      return "headline";
    case BlockKind::byline:
      return "byline";
    case BlockKind::dateline:
      return "dateline";
    case BlockKind::section_head:
      return "section";
    case BlockKind::paragraph:
      return "text";
  }
  return "?";
}

// `kind:text` a line; `^` behind the kind of a block in capitals; long paragraphs are cut.
std::string read(const std::string& text, const LayoutWords& words) {
  Layout layout;
  read_layout(text, words, layout);
  std::string notation;
  for (const Block& block : layout.blocks) {
    std::string slice = text.substr(block.span.begin, block.span.size());
    for (char& c : slice)
      if (c == '\n' || c == '\r') c = ' ';
    if (slice.size() > 40) slice = slice.substr(0, 37) + "...";
    notation += std::string(name_of(block.kind)) + (block.capitals ? "^:" : ":") + slice + "\n";
  }
  return notation;
}

constexpr const char* kBody =
    "Iran and Russia have signed five memoranda of understanding on trade, transport and technology in Moscow.";
constexpr const char* kCut = "text:Iran and Russia have signed five memo...\n";
constexpr const char* kNext = "The two ministers attended.";

struct LayoutCase {
  std::string text;
  std::string blocks;
};

std::vector<LayoutCase> cases() {
  const std::string body = kBody, cut = kCut, next = kNext, next_block = std::string("text:") + kNext + "\n";
  const std::string head_line = "Iran, Russia sign five MOUs\n\n", head = "headline:Iran, Russia sign five MOUs\n",
                    dated = "metadata:date 2025-12-06\n";
  return {
      {"", ""},
      {"  \n\n\t\n", ""},
      {"Iran signs deal", "text:Iran signs deal\n"},
      {body, cut},
      {body + "\n\n" + next, cut + next_block},
      {body + "\n" + next, cut + next_block},
      // headlines
      {"Iran, Russia sign five MOUs\n\n" + body + "\n\n" + next, head + cut + next_block},
      {"Iran, Russia sign five MOUs\n" + body, head + cut},
      {"Iran, Russia sign five MOUs\n\nIran, Russia sign five MOUs\n" + body, head + head + cut},
      {"Iran, Russia sign five MOUs\n\nIran, Russia sign five MOUs Updated: 2016-07-15 13:14 (Xinhua)\n" + body,
       head + head + "metadata:Updated: 2016-07-15 13:14 (Xinhua)\n" + cut},
      {"Will Iran and Russia sign?\n\n" + body, "headline:Will Iran and Russia sign?\n" + cut},
      {"Iran, Russia sign five MOUs on fintech\nand smart government in Moscow\n\n" + body,
       "headline:Iran, Russia sign five MOUs on fintec...\n" + cut},
      {"The editorial said:\n\n" + body, "text:The editorial said:\n" + cut},
      {"Israel leaves Lebanon.\nLONDON 1996-08-30\n" + body,
       "headline:Israel leaves Lebanon.\ndateline^:LONDON 1996-08-30\n" + cut},
      {"SOCCER - SHEARER NAMED AS ENGLAND CAPTAIN.\nLONDON 1996-08-30\n" + body,
       "headline^:SOCCER - SHEARER NAMED AS ENGLAND CAP...\ndateline^:LONDON 1996-08-30\n" + cut},
      {"Iran, Russia sign five MOUs\nDeal covers fintech and post services\nMOSCOW (Reuters) - " + body,
       "headline:Iran, Russia sign five MOUs Deal cove...\ndateline:MOSCOW (Reuters) -\n" + cut},
      // metadata
      {"date 2025-12-06 TEHRAN – " + body, dated + "dateline^:TEHRAN –\n" + cut},
      {" date 2025-12-06\n\nIran, Russia sign five MOUs\n\nTEHRAN – " + body,
       dated + head + "dateline^:TEHRAN –\n" + cut},
      {"Published: 6 December 2025\nIran, Russia sign five MOUs\n\n" + body,
       "metadata:Published: 6 December 2025\n" + head + cut},
      {"Iran, Russia sign five MOUs\nWednesday, March 18, 2015\n" + body,
       head + "metadata:Wednesday, March 18, 2015\n" + cut},
      {"Dated furniture sells well in the shops.\n\n" + body, "text:Dated furniture sells well in the shops.\n" + cut},
      {"r i BC-IRAN-RUSSIA 12-06 0345\nIran, Russia sign five MOUs\n\n" + body,
       "metadata:r i BC-IRAN-RUSSIA 12-06 0345\n" + head + cut},
      {"Home > Business\n\nIran, Russia sign five MOUs\n\n" + body, "metadata:Home > Business\n" + head + cut},
      // bylines
      {"Iran, Russia sign five MOUs\nBy JOHN SMITH\n" + body, head + "byline^:By JOHN SMITH\n" + cut},
      {"Iran, Russia sign five MOUs\n\nBy John Smith and Ann Lee\nAssociated Press Writer\n\nMOSCOW (AP) _ " + body,
       head + "byline:By John Smith and Ann Lee\nbyline:Associated Press Writer\ndateline^:MOSCOW (AP) _\n" + cut},
      {"Iran, Russia sign five MOUs.\nSami Aboudi\nMOSCOW 1996-08-30\n" + body,
       "headline:Iran, Russia sign five MOUs.\nbyline:Sami Aboudi\ndateline^:MOSCOW 1996-08-30\n" + cut},
      {"By the time the ministers met, the deal was dead.\n\n" + body,
       "text:By the time the ministers met, the de...\n" + cut},
      // datelines
      {"\n\nNAIROBI, Kenya (AP) _\n\n" + body, "dateline:NAIROBI, Kenya (AP) _\n" + cut},
      {"WASHINGTON _\n\n" + body, "dateline^:WASHINGTON _\n" + cut},
      {"Iran, Russia sign five MOUs\n\nPhoto\nSEOUL, South Korea — " + body,
       head + "section:Photo\ndateline:SEOUL, South Korea —\n" + cut},
      {"Iran, Russia sign five MOUs\n\nColombo: " + body, head + "dateline:Colombo:\n" + cut},
      {"Iran, Russia sign five MOUs\n\nANKARA\n\n" + body, head + "dateline^:ANKARA\n" + cut},
      {"URGENT\nNORWAY-CHILE\n\nOSLO, MAY 27, 1987 (AFP) - " + body,
       "headline^:URGENT NORWAY-CHILE\ndateline^:OSLO, MAY 27, 1987 (AFP) -\n" + cut},
      {"SCIENCE - " + body, "metadata^:SCIENCE -\n" + cut},
      {"Analysis: " + body, "metadata:Analysis:\n" + cut},
      {head_line + "PHOTO: " + body + "\n\nRIGA | " + body,
       head + "text:PHOTO: Iran and Russia have signed fi...\ndateline^:RIGA |\n" + cut},
      {head_line + "RIGA, Latvia: " + body, head + "dateline:RIGA, Latvia:\n" + cut},
      {head_line + "ANNE ROE: " + body + "\n\nOLA LIND: " + body,
       head + "text:ANNE ROE: Iran and Russia have signed...\ntext:OLA LIND: Iran and Russia have signed...\n"},
      // section heads
      {body + "\n\nAn exhibition\n\n" + next + "\n\nLast words\n\n" + next,
       cut + "section:An exhibition\n" + next_block + "section:Last words\n" + next_block},
      {body + "\nNext steps\n" + next, cut + "section:Next steps\n" + next_block},
      {body + "\n\nTotal dead: 192\n\nAmericans: 12", cut + "text:Total dead: 192\ntext:Americans: 12\n"},
      // capitals
      {"SEOUL, NOV 24 - SOUTH KOREA SIGNED A CONTRACT WITH FRANCE.",
       "dateline^:SEOUL, NOV 24 -\ntext^:SOUTH KOREA SIGNED A CONTRACT WITH FR...\n"},
      {body + "\n\nRANKED 2nd IN THE McDONALD OPEN WAS KOREA.",
       cut + "text^:RANKED 2nd IN THE McDONALD OPEN WAS K...\n"},
      // line ends
      {"Iran, Russia sign five MOUs\r\n\r\n" + body + "\r\n", head + cut},
      {"Iran, Russia sign five MOUs\f" + body, head + cut},
      {"Iran, Russia sign five MOUs\u2029" + body + "\u2028" + next, head + cut + next_block},
  };
}

TEST(Layout, FindsBlocks) {
  const LayoutWords words = english_layout_words();
  for (const LayoutCase& c : cases()) EXPECT_EQ(read(c.text, words), c.blocks) << "text: " << c.text;
}

TEST(Layout, GivesThePartsOfTheDateline) {
  const std::string text = "date 2025-12-06 TEHRAN, Iran, Dec. 6 (IRNA) -- " + std::string(kBody);
  Layout layout;
  read_layout(text, english_layout_words(), layout);
  const auto slice = [&](Span span) { return text.substr(span.begin, span.size()); };
  EXPECT_EQ(slice(layout.metadata_date), "2025-12-06");
  EXPECT_EQ(slice(layout.dateline.whole), "TEHRAN, Iran, Dec. 6 (IRNA) --");
  EXPECT_EQ(slice(layout.dateline.place), "TEHRAN, Iran");
  EXPECT_EQ(slice(layout.dateline.date), "Dec. 6");
  EXPECT_EQ(slice(layout.dateline.agency), "IRNA");
  read_layout("Nothing of it.", english_layout_words(), layout);
  EXPECT_TRUE(layout.dateline.whole.empty());
  EXPECT_TRUE(layout.metadata_date.empty());
}

// Without a pack's words the structure is still found.
TEST(Layout, NeedsNoWords) {
  EXPECT_EQ(read("Iran, Russia sign\n\nTEHRAN, Dec. 6 (IRNA) -- " + std::string(kBody), {}),
            "headline:Iran, Russia sign\ndateline:TEHRAN, Dec. 6 (IRNA) --\n" + std::string(kCut));
}

}  // namespace
}  // namespace copydesk
