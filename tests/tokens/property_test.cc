// What holds for every text, tried on random ones and on the worst ones.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

#include "text/characters.h"
#include "text/normalise.h"
#include "tokens/english.h"

namespace copydesk {
namespace {

bool is_space_between(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  for (; begin < end; begin += code_point_at(text, begin).size)
    if (class_at(text, begin) != kSpace) return false;
  return true;
}

// Tokens hold all that is no space, sentences hold all tokens, folded forms lie in order; empty when all is well.
std::string fault_of(std::string_view text, const TokenLayer& layer) {
  std::uint32_t end = 0, folded_end = 0, next = 0;
  for (const TokenData& token : layer.tokens) {
    if (token.begin < end || token.end <= token.begin || token.end > text.size()) return "overlap or empty token";
    if (!is_space_between(text, end, token.begin)) return "text outside of tokens";
    if (token.folded != folded_end) return "folded forms out of order";
    if (token.hash != hash_folded(layer.folded_of(token))) return "wrong hash";
    end = token.end;
    folded_end += token.folded_size;
  }
  if (!is_space_between(text, end, static_cast<std::uint32_t>(text.size()))) return "text after the last token";
  if (folded_end != layer.folded.size()) return "folded bytes of no token";
  for (const SentenceData& sentence : layer.sentences) {
    if (sentence.begin != next || sentence.end <= sentence.begin) return "sentences with gaps";
    if (sentence.end - sentence.begin > kMaxSentenceTokens) return "sentence too long";
    next = sentence.end;
  }
  return next == layer.tokens.size() ? "" : "tokens of no sentence";
}

TEST(Property, TokensCoverAllThatIsNoSpace) {
  const std::vector<std::string> parts = {
      "Iran",   "U",   "S",  ".", "..",   " ",       "-",    "--", "'",      "’",      "s",      "n't", "\"",     "“",
      "”",      "(",   ")",  "@", "a.ir", "http://", "www.", "/",  "1",      "000",    ",",      ":",   "5th",    "Mr",
      "No",     "Inc", "al", "é", "İ",    "中国",    "ไทย",  "한", "\u00AD", "\u200B", "\u0301", "😀",   "\uFFFD", "\n",
      "\u00A0", "&",   "$",  "%", "_",    "`",       "``",   "''", "…",      "。",     "?",      "!"};
  EXPECT_TRUE(rc::check([&] {
    std::string text;
    for (const std::string& part : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(parts)))
      text += part;
    RC_ASSERT(fault_of(text, layer_of(text)) == "");
  }));
}

TEST(Property, AnyBytesGiveTokens) {
  EXPECT_TRUE(rc::check([] {
    const std::string text = normalise(*rc::gen::arbitrary<std::string>(), "UTF-8").text;
    RC_ASSERT(fault_of(text, layer_of(text)) == "");
  }));
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

// Texts made to be slow or to break; a quadratic step would run for minutes.
TEST(Property, TheWorstTexts) {
  const std::size_t many = 100'000;
  for (const std::string_view part :
       {"(",    ")",    ".",      ". ",     ".) ",     ".(",    "? \"", "\"", "'",  "' ",    "’",
        "-",    "- ",   "a-",     "al-",    "a.",      "A.",    "a.b",  "1,", "1.", "1,000", "@",
        "a@",   "a@b",  "a@b.",   "a_@",    "http://", "www.a", "&",    "a&", "a'", "it's",  "n't",
        "_",    "`",    "``",     "\uFFFD", "é",       "́",      "中",   "ก",  "😀",  "Mr. ",  "U.S. \"",
        "U.S.", "Ph.D", "al-al-", "\u00AD", "... (",   "x.y/",  "No. "}) {
    const std::string text = repeated(part, many);
    EXPECT_EQ(fault_of(text, layer_of(text)), "") << part;
  }
  for (const std::string& text : {std::string(many, '\0'), std::string(10'000'000, 'a'), std::string(10'000'000, ' '),
                                  std::string(10'000'000, '1')})
    EXPECT_EQ(fault_of(text, layer_of(text)), "") << text[0];
}

// Twice the text makes twice the tokens, sentences and folded bytes, and no more.
TEST(Property, GrowsInStepWithTheText) {
  const std::string paragraph =
      "Iran's U.S.-led deal, signed by Mr. Abedi (50) on Nov. 27, failed. \"We can't,\" he said. ";
  const TokenLayer once = layer_of(repeated(paragraph, 1000)), twice = layer_of(repeated(paragraph, 2000));
  EXPECT_EQ(twice.tokens.size(), 2 * once.tokens.size());
  EXPECT_EQ(twice.sentences.size(), 2 * once.sentences.size());
  EXPECT_EQ(twice.folded.size(), 2 * once.folded.size());
}

}  // namespace
}  // namespace copydesk
