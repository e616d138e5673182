#include "text/lines.h"

#include <gtest/gtest.h>

#include <string>

namespace copydesk {
namespace {

using namespace std::string_literals;

// Lines joined by `|`; `^` before one that a gap precedes, `>` before an indented one.
std::string split(const std::string& text, bool join) {
  std::vector<TextLine> lines;
  split_lines(text, lines);
  if (join) join_wrapped_lines(text, lines);
  std::string notation;
  for (const TextLine& line : lines) {
    if (!notation.empty()) notation += '|';
    notation += (line.gap_before ? "^" : "") + std::string(line.indented ? ">" : "") +
                text.substr(line.span.begin, line.span.size());
  }
  return notation;
}

struct LineCase {
  std::string text;
  std::string lines;
};

TEST(Lines, SplitAtEveryKindOfEnd) {
  const LineCase cases[] = {
      {"", ""},
      {" \n\t\n", ""},
      {"one", "^one"},
      {"one\ntwo", "^one|two"},
      {"one\r\ntwo\r\n", "^one|two"},
      {"one\rtwo", "^one|two"},
      {"one\n\ntwo", "^one|^two"},
      {"one\n \t \ntwo", "^one|^two"},
      {"one\r\n\r\ntwo", "^one|^two"},
      {"one\ftwo", "^one|^two"},
      {"one\vtwo", "^one|two"},
      {"one\xC2\x85two", "^one|two"},
      {"one\u2028two", "^one|two"},
      {"one\u2029two", "^one|^two"},
      {"  one  \n\ttwo", "^>one|>two"},
      {"\u3000one\u00A0", "^>one"},
      {"café’s\nÂ£5", "^café’s|Â£5"},
      {"a\0b"s, "^a\0b"s},
  };
  for (const LineCase& c : cases) EXPECT_EQ(split(c.text, false), c.lines) << testing::PrintToString(c.text);
}

// Plain text is read by several bytes at once; an end is found wherever it stands among them, and behind foreign letters.
TEST(Lines, SplitAtEveryPlace) {
  for (const std::string end : {"\n", "\r\n", "\r", "\v", "\xC2\x85", "\u2028"})
    for (const std::string letter : {"a", "~", "é", "\x10", "\x0E", "\uFFFD"})
      for (int size = 0; size < 20; ++size) {
        std::string line;
        for (int i = 0; i < size; ++i) line += i == size / 2 ? letter : "a";
        const std::string expected = size == 0 ? "^two three" : "^" + line + "|two three";
        EXPECT_EQ(split(line + end + "two three", false), expected) << testing::PrintToString(line + end);
      }
}

TEST(Lines, JoinWhatWasWrapped) {
  const LineCase cases[] = {
      // hard-wrapped near 70 columns: full lines go on, the short last one ends the paragraph
      {"Eleven dairies of Latvia and Estonia have agreed on a common seal for\n"
       "their butter and on a joint laboratory to be opened in Valga. Kristel\n"
       "Tamm signed first.\n"
       "Referring to the partnership, the ambassador said that both countries\n"
       "have a high capacity.",
       "^Eleven dairies of Latvia and Estonia have agreed on a common seal for\n"
       "their butter and on a joint laboratory to be opened in Valga. Kristel\n"
       "Tamm signed first."
       "|Referring to the partnership, the ambassador said that both countries\n"
       "have a high capacity."},
      // indented paragraphs without blank lines
      {"   The ministers of both of the countries met on Monday in the capital.\n"
       "   They signed a treaty on extradition and an accord on river fishing,\n"
       "the first since 1990.",
       "^>The ministers of both of the countries met on Monday in the capital."
       "|>They signed a treaty on extradition and an accord on river fishing,\nthe first since 1990."},
      // web pages: each line is a paragraph, long or short
      {"Twenty-one schoolgirls captured by the group more than two years ago have been freed, the government of "
       "Nigeria has said on Thursday.\n"
       "The group were released this week.\nOfficials confirmed it.",
       "^Twenty-one schoolgirls captured by the group more than two years ago have been freed, the government of "
       "Nigeria has said on Thursday."
       "|The group were released this week.|Officials confirmed it."},
      // a small letter goes on with the line before, whatever its width
      {"Leading scores in\nthe $1.2 million Open", "^Leading scores in\nthe $1.2 million Open"},
      {"It ended.\niPhone sales rose", "^It ended.|iPhone sales rose"},
      // tables stay tables
      {"1998 1997\nShr loss $0.31 loss $0.12\nNet loss 1,071 loss 277",
       "^1998 1997|Shr loss $0.31 loss $0.12|Net loss 1,071 loss 277"},
      // a dateline begins a paragraph even after a full line
      {"GOLF - FIRST ROUND AT GREAT LINDHOLM OPEN.\nLINDHOLM, Vermland 1996-08-29\nLeading scores",
       "^GOLF - FIRST ROUND AT GREAT LINDHOLM OPEN.|LINDHOLM, Vermland 1996-08-29|Leading scores"},
  };
  for (const LineCase& c : cases) EXPECT_EQ(split(c.text, true), c.lines) << c.text;
}

TEST(Lines, EndSentences) {
  const struct {
    std::string text;
    bool ends;
  } cases[] = {
      {"He left.", true},      {"He left?\"", true}, {"He left.”", true}, {"(He left.)", true},
      {"He left . '' ", true}, {"He left", false},   {"He left:", false}, {"He left,", false},
      {"Left (today)", false}, {"離れた。", true},   {"", false},
  };
  for (const auto& c : cases)
    EXPECT_EQ(ends_sentence(c.text, {0, static_cast<std::uint32_t>(c.text.size())}), c.ends) << c.text;
}

}  // namespace
}  // namespace copydesk
