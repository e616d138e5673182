// What holds for every text, tried on random ones and on the worst ones.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>

#include "text/layout.h"
#include "text/layout_words.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace copydesk {
namespace {

// Bytes of which many are parts of longer sequences, so that all forms of damage come up.
rc::Gen<std::string> any_bytes() {
  const auto byte = rc::gen::oneOf(rc::gen::arbitrary<char>(),
                                   rc::gen::element<char>('a', ' ', '\xE2', '\x80', '\x99', '\xF0', '\x9F'));
  return rc::gen::container<std::string>(byte);
}

std::int64_t input_offset(const NormalisedText& text, std::size_t offset) {
  std::int64_t shift = 0;
  for (const OffsetShift& s : text.shifts)
    if (s.text_begin <= offset) shift = s.shift;
  return static_cast<std::int64_t>(offset) + shift;
}

TEST(Property, AnyBytesGiveValidTextThatMapsBack) {
  EXPECT_TRUE(rc::check([] {
    const std::string bytes = *any_bytes();
    const NormalisedText text = normalise(bytes, "");
    RC_ASSERT(find_invalid_utf8(text.text, 0) == text.text.size());
    if (!text.charset.empty()) return;
    for (std::size_t i = 0; i < text.text.size(); ++i) {
      if (text.text.compare(i, 3, "\uFFFD") == 0) {
        const std::size_t from = static_cast<std::size_t>(input_offset(text, i));
        const std::size_t to = static_cast<std::size_t>(input_offset(text, i + 3));
        RC_ASSERT(from < to && to <= bytes.size() && to - from <= 3);
        RC_ASSERT(bytes.compare(from, to - from, "\uFFFD") == 0 ||
                  find_invalid_utf8(bytes.substr(from, to - from), 0) == 0);
        i += 2;
        continue;
      }
      RC_ASSERT(bytes.at(static_cast<std::size_t>(input_offset(text, i))) == text.text[i]);
    }
    RC_ASSERT(input_offset(text, text.text.size()) == static_cast<std::int64_t>(bytes.size()));
  }));
}

TEST(Property, ValidTextIsKeptByteForByte) {
  EXPECT_TRUE(rc::check([] {
    std::string valid = normalise(*any_bytes(), "UTF-8").text;
    if (valid.compare(0, 3, "\uFEFF") == 0) valid.erase(0, 3);
    const NormalisedText again = normalise(valid, "");
    RC_ASSERT(again.text == valid);
    RC_ASSERT(again.shifts.empty() && !again.repaired && again.charset.empty());
  }));
}

bool is_space_outside_blocks(const std::string& text, const std::vector<Block>& blocks) {
  std::string rest = text;
  for (const Block& block : blocks) std::fill(rest.begin() + block.span.begin, rest.begin() + block.span.end, ' ');
  std::vector<TextLine> lines;
  split_lines(rest, lines);
  return lines.empty();
}

void check_layout(const std::string& text, const LayoutWords& words) {
  Layout layout;
  read_layout(text, words, layout);
  std::uint32_t end = 0;
  for (const Block& block : layout.blocks) {
    ASSERT_LE(end, block.span.begin);
    ASSERT_LT(block.span.begin, block.span.end);
    end = block.span.end;
  }
  ASSERT_LE(end, text.size());
  ASSERT_TRUE(is_space_outside_blocks(text, layout.blocks)) << testing::PrintToString(text.substr(0, 200));
}

TEST(Property, BlocksCoverAllThatIsNoSpace) {
  const LayoutWords words = english_layout_words();
  const std::vector<std::string> parts = {
      "TEHRAN", " – ",        ", ",        "Dec. 6", " (IRNA)",
      " --",    "\n",         "\n\n",      "By ",    "John Smith",
      "date ",  "2025-12-06", " ",         "the ",   "Iran and Russia signed a deal. ",
      ".",      ":",          "\t",        "\r\n",   "\f",
      "_",      "é",          "中国",      "\u2028", "(",
      ")",      "/",          "Updated: ", "\uFFFD"};
  EXPECT_TRUE(rc::check([&] {
    std::string text;
    for (const std::string& part : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(parts)))
      text += part;
    check_layout(text, words);
    RC_ASSERT(!testing::Test::HasFatalFailure());
  }));
}

// Texts made to be slow or to break; a quadratic step would run for minutes.
TEST(Property, TheWorstTexts) {
  const LayoutWords words = english_layout_words();
  const std::size_t many = 100'000, long_line = 10'000'000;
  const auto repeated = [](std::string_view part, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
  };
  for (const std::string& text :
       {std::string(many, '('), std::string(many, '\n'), std::string(many, ' '), std::string(many, '\0'),
        std::string(many, '-'), std::string(long_line, 'a'), std::string(long_line, 'A'), repeated("A, ", many),
        repeated("TEHRAN – ", many), repeated("A\n", many), repeated("date ", many), repeated(" \n \n", many),
        repeated("a.\n", many), repeated("\u2029", many), repeated("the same line\n", many)})
    check_layout(text, words);
  for (const std::string& bytes :
       {std::string(many, '\x80'), std::string(many, '\xFF'), repeated("\xE2\x80", many), repeated("\xF0\x9F", many)})
    EXPECT_EQ(normalise(bytes, "UTF-8").text.size() % 3, 0u);
}

}  // namespace
}  // namespace copydesk
