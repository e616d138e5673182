#include "lexicon/lexicon.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "lexicon/image.h"
#include "lexicon/lexicon_builder.h"
#include "tokens/tokenizer.h"

namespace copydesk {
namespace {

TokenLayer tokens_of(std::string_view text) {
  TokenLayer layer;
  tokenize_phrase(text, {}, layer);
  return layer;
}

// An image of one list with these phrases.
std::string image_of(const std::vector<std::string>& phrases) {
  LexiconBuilder builder;
  const std::uint16_t list = builder.add_list("list", {"kind", "id"});
  for (const std::string& phrase : phrases) builder.add_entry(list, tokens_of(phrase), {"some", phrase});
  return builder.build();
}

// All hits, as `[begin,end) id`.
std::string hits(const Lexicon& lexicon, std::string_view text) {
  const TokenLayer layer = tokens_of(text);
  std::vector<WordFacts> words;
  for (const TokenData& token : layer.tokens)
    words.push_back(lexicon.facts_of(lexicon.find(layer.folded_of(token), token.hash)));
  std::string all;
  const auto size = static_cast<std::uint32_t>(words.size());
  for (std::uint32_t begin = 0; begin < size; ++begin)
    lexicon.match(words, layer.tokens, begin, size, [&](std::uint32_t end, std::uint32_t index) {
      all.append(all.empty() ? "[" : " [")
          .append(std::to_string(begin))
          .append(",")
          .append(std::to_string(end))
          .append(") ");
      all.append(lexicon.value(lexicon.entry(index), 1));
    });
  return all;
}

TEST(Lexicon, WordsHaveClassesAndLemmas) {
  LexiconBuilder builder;
  builder.add_word("talks", 2, "talk", 300);
  builder.add_word("talks", 4, "talk", 5);
  builder.add_word("said", 8, "say", 9);
  const std::string image = builder.build();
  const Lexicon lexicon = Lexicon::over(image);
  const std::uint32_t talks = lexicon.find("talks", hash_folded("talks")),
                      talk = lexicon.find("talk", hash_folded("talk"));
  ASSERT_NE(talks, kNoWord);
  EXPECT_EQ(lexicon.classes_of(talks), 6u);
  EXPECT_EQ(lexicon.facts_of(talks).likely, 2u);
  EXPECT_EQ(lexicon.forms_of(talk).size(), 2u);
  EXPECT_EQ(lexicon.find("talked", hash_folded("talked")), kNoWord);
}

// Words and lists whose tables grow several times while they are filled.
TEST(Lexicon, ALongListIsFound) {
  constexpr int kNames = 30'000;
  const auto name = [](int i) { return "Word" + std::to_string(i % 251) + "x Name" + std::to_string(i) + "x"; };
  LexiconBuilder builder;
  builder.add_word("plan", 2, "plan", 1);
  const std::uint16_t list = builder.add_list("list", {"kind", "id"});
  builder.reserve(kNames, 2);
  for (int i = 0; i < kNames; ++i) builder.add_entry(list, tokens_of(name(i)), {"some", name(i)});
  builder.add_word("late", 4, "late", 1);
  const std::string image = builder.build();
  const Lexicon lexicon = Lexicon::over(image);
  ASSERT_EQ(lexicon.entries().size(), static_cast<std::size_t>(kNames));
  for (int i = 0; i < kNames; i += 97) EXPECT_EQ(hits(lexicon, "by " + name(i)), "[1,3) " + name(i));
  EXPECT_EQ(hits(lexicon, "Word3x Name4x"), "");
  EXPECT_EQ(lexicon.classes_of(lexicon.find("plan", hash_folded("plan"))), 2u);
  EXPECT_EQ(lexicon.classes_of(lexicon.find("late", hash_folded("late"))), 4u);
  EXPECT_EQ(lexicon.classes_of(lexicon.find("word3x", hash_folded("word3x"))), 0u);
}

TEST(Lexicon, Phrases) {
  const std::string image =
      image_of({"US", "May", "Ivory Coast", "Ivory", "free trade", "free trade zone", "U.S. Steel"});
  const Lexicon lexicon = Lexicon::over(image);
  const struct {
    const char *text, *hits;
  } cases[] = {
      {"the US said", "[1,2) US"},
      {"told us so", ""},
      {"Us too", ""},
      {"in May", "[1,2) May"},
      {"they may", ""},
      {"IN MAY", "[1,2) May"},
      {"Ivory Coast", "[0,1) Ivory [0,2) Ivory Coast"},
      {"ivory coast", ""},
      {"Free Trade Zone", "[0,2) free trade [0,3) free trade zone"},
      {"FREE TRADE", "[0,2) free trade"},
      {"free", ""},
      {"", ""},
  };
  for (const auto& one : cases) EXPECT_EQ(hits(lexicon, one.text), one.hits) << one.text;
}

TEST(Lexicon, RefusesPhrasesWithoutWordsOrWithTooMany) {
  LexiconBuilder builder;
  const std::uint16_t list = builder.add_list("list", {});
  std::string many;
  for (int i = 0; i < 33; ++i) many += "a ";
  EXPECT_FALSE(builder.add_entry(list, tokens_of(""), {}));
  EXPECT_FALSE(builder.add_entry(list, tokens_of(many), {}));
  EXPECT_TRUE(builder.add_entry(list, tokens_of(many.substr(2)), {}));
}

TEST(Lexicon, ADamagedImageIsEmpty) {
  const std::string image = image_of({"Ivory Coast", "Peru"});
  for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{100}, image.size() / 2, image.size() - 8})
    EXPECT_EQ(Lexicon::over(std::string_view(image).substr(0, size)).words(), 0u) << size;
  for (std::size_t at = 0; at < sizeof(ImageHeader); ++at) {
    std::string damaged = image;
    damaged[at] = static_cast<char>(damaged[at] ^ 0xFF);
    EXPECT_LE(hits(Lexicon::over(damaged), "Peru").size(), 20u) << at;
  }
}

TEST(Lexicon, AnEmptyOneKnowsNothing) {
  EXPECT_EQ(hits(Lexicon(), "Peru"), "");
  LexiconBuilder builder;
  const std::string image = builder.build();
  EXPECT_EQ(hits(Lexicon::over(image), "Peru"), "");
}

std::vector<std::string> random_words(int most) {
  return *rc::gen::resize(
      most, rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("a", "b", "c", "Dd", "EE")));
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// The same hits found by comparing every phrase with the words at every position. Words are written as in the list.
std::string plain_hits(const std::vector<std::vector<std::string>>& phrases, const std::vector<std::string>& text) {
  std::string all;
  for (std::size_t begin = 0; begin < text.size(); ++begin)
    for (std::size_t size = 1; begin + size <= text.size(); ++size)
      for (const std::vector<std::string>& phrase : phrases)
        if (phrase.size() == size &&
            std::equal(phrase.begin(), phrase.end(), text.begin() + static_cast<std::ptrdiff_t>(begin)))
          all += (all.empty() ? "[" : " [") + std::to_string(begin) + "," + std::to_string(begin + size) + ") " +
                 joined(phrase);
  return all;
}

TEST(Lexicon, FindsWhatAPlainSearchFinds) {
  EXPECT_TRUE(rc::check([] {
    std::vector<std::vector<std::string>> phrases;
    std::vector<std::string> written;
    for (int count = *rc::gen::inRange(0, 12); count-- > 0;) {
      phrases.push_back(random_words(4));
      written.push_back(joined(phrases.back()));
    }
    const std::string image = image_of(written);
    const std::vector<std::string> text = random_words(30);
    RC_ASSERT(hits(Lexicon::over(image), joined(text)) == plain_hits(phrases, text));
  }));
}

}  // namespace
}  // namespace copydesk
