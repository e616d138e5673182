// What a Document tells of itself: the tokens and the sentence of a span. Also the version of the library.
#include "copydesk/document.h"

#include <gtest/gtest.h>

#include "copydesk/extractor.h"
#include "copydesk/version.h"

namespace copydesk::testing {
namespace {

std::string joined(const Document& document, std::span<const Token> tokens) {
  std::string all;
  for (const Token& token : tokens) (all += all.empty() ? "" : "|").append(document.text_of(token.span));
  return all;
}

TEST(Document, TokensOfASpan) {
  const Document document = Extractor::open().value().extract("It rained in Oslo. Peru won.");
  const struct {
    Span span;
    std::string tokens;
  } cases[] = {
      {{0, 2}, "It"},        {{0, 28}, "It|rained|in|Oslo|.|Peru|won|."},
      {{1, 5}, "It|rained"}, {{2, 3}, ""},
      {{2, 4}, "rained"},    {{5, 5}, "rained"},
      {{17, 18}, "."},       {{18, 19}, ""},
      {{27, 28}, "."},       {{28, 28}, ""},
      {{900, 1000}, ""},
  };
  for (const auto& one : cases)
    EXPECT_EQ(joined(document, document.tokens_in(one.span)), one.tokens) << one.span.begin << " " << one.span.end;
  ASSERT_EQ(document.sentences.size(), 2u);
  EXPECT_EQ(joined(document, document.tokens_of(document.sentences[1])), "Peru|won|.");
}

TEST(Document, SentenceOfASpan) {
  const Document document = Extractor::open().value().extract("It rained in Oslo. Peru won.");
  const struct {
    std::uint32_t begin;
    Index sentence;
  } cases[] = {{0, 0}, {17, 0}, {18, kNoIndex}, {19, 1}, {27, 1}, {28, kNoIndex}, {900, kNoIndex}};
  for (const auto& one : cases) EXPECT_EQ(document.sentence_of({one.begin, one.begin + 1}), one.sentence) << one.begin;
}

// However the lines of the report are broken; what has offsets is as it stands.
TEST(Document, NamesAreOnOneLine) {
  const Document document = Extractor::open().value().extract(
      "OSLO, Dec. 6 -- The sheep of Norway were the theme as Peru's Ana\u00A0Quispe and Kari\u200E\n"
      "Holm, the deputy foreign minister of Nor\u00ADway, met here on Friday at the fifth Baltic Wool\r\n"
      "Forum, which had been opened by the head of the house on the day before.\n");
  std::string told;
  for (const Entity& entity : document.entities) told += entity.name + '|' + entity.office + '|';
  for (const Event& event : document.events) told += event.name + '|';
  EXPECT_EQ(told.find_first_of("\r\n"), told.npos) << told;
  for (const char* whole : {"|Ana Quispe|", "|Kari Holm|deputy foreign minister of Norway|", "|Baltic Wool Forum|"})
    EXPECT_NE(told.find(whole), told.npos) << whole << " in " << told;
}

TEST(Document, AnEmptyOneHasNeither) {
  const Document document;
  EXPECT_TRUE(document.tokens_in({0, 5}).empty());
  EXPECT_EQ(document.sentence_of({0, 1}), kNoIndex);
}

TEST(Version, TheLibraryIsThatOfTheHeaders) {
  EXPECT_EQ(version(), COPYDESK_VERSION);
  EXPECT_EQ(std::to_string(COPYDESK_VERSION_MAJOR) + "." + std::to_string(COPYDESK_VERSION_MINOR) + "." +
                std::to_string(COPYDESK_VERSION_PATCH),
            COPYDESK_VERSION);
}

}  // namespace
}  // namespace copydesk::testing
