// The classes of ambiguous words in their sentences, by the words and contexts of the English pack.
#include "lexicon/classify.h"

#include <gtest/gtest.h>

#include "rules/find_words.h"
#include "tokens/tokenizer.h"

namespace copydesk {
namespace {

std::shared_ptr<const Language> english() {
  static const std::shared_ptr<const Language> language = [] {
    std::vector<PackFiles> packs;
    packs.push_back(read_pack_folder(COPYDESK_SOURCE_DIR "/lib/packs/en").value());
    return load_language(std::move(packs), false).value();
  }();
  return language;
}

// The class of the first token spelt `word`.
std::string class_of(std::string_view sentence, std::string_view word) {
  TokenLayer layer;
  tokenize_phrase(sentence, english()->abbreviations, layer);
  layer.sentences = {{0, static_cast<std::uint32_t>(layer.tokens.size()), 0}};
  layer.tokens[0].sentence_initial = true;
  WordState words;
  find_words(*english(), layer, words);
  english()->classifier.classify(layer);
  for (const TokenData& token : layer.tokens)
    if (layer.folded_of(token) == word) return std::string(english()->classes.name_of(token.word_class));
  return "no such token";
}

TEST(Classify, WordsInContext) {
  const struct {
    const char *sentence, *word, *word_class;
  } cases[] = {
      {"She talks to them.", "talks", "verb_s"},
      {"The talks ended.", "talks", "plural"},
      {"Peace talks opened in Geneva.", "talks", "plural"},
      {"They will sign the accord.", "sign", "verb"},
      {"It was a sign of hope.", "sign", "noun"},
      {"Norway signed the treaty.", "signed", "past"},
      {"The treaty was signed in Oslo.", "signed", "participle"},
      {"They hosted the meeting.", "meeting", "noun"},
      {"He was meeting the king.", "meeting", "ing"},
      {"The visit began on Monday.", "visit", "noun"},
      {"They will visit the plant.", "visit", "verb"},
      {"They arrived in May.", "may", "noun"},
      {"They may leave.", "may", "modal"},
      {"Leaders hope that it lasts.", "hope", "verb"},
      {"There is hope.", "hope", "noun"},
      {"They met her at noon.", "her", "pronoun"},
      {"Her visit ended.", "her", "possessive"},
      {"A pact that was ready fell through.", "that", "relative"},
  };
  for (const auto& one : cases) EXPECT_EQ(class_of(one.sentence, one.word), one.word_class) << one.sentence;
}

TEST(Classify, AnUnknownWordHasNoClass) { EXPECT_EQ(class_of("The zzyzx rose.", "zzyzx"), ""); }

TEST(Classify, EveryRowOfTheContextsNamesClasses) {
  WordClasses classes;
  const ClassMask noun = classes.add("noun");
  Classifier classifier;
  std::string unknown;
  EXPECT_TRUE(classifier.add({"*", "noun", "$", "noun"}, classes, unknown));
  EXPECT_FALSE(classifier.add({"*", "nuon", "$", "noun"}, classes, unknown));
  EXPECT_EQ(unknown, "nuon");
  EXPECT_EQ(noun, 1u);
}

}  // namespace
}  // namespace copydesk
