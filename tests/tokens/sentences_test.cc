#include <gtest/gtest.h>

#include "tokens/english.h"

namespace copydesk {
namespace {

// ` / ` in the text is where a sentence must end, and nowhere else.
void check(const std::vector<std::string>& texts, bool capitals = false) {
  for (const std::string& split : texts) {
    std::string text = split;
    for (std::size_t at; (at = text.find(" / ")) != std::string::npos;) text.replace(at, 3, " ");
    EXPECT_EQ(sentences_of(text, capitals), split);
  }
}

TEST(Sentences, EndAtFinalMarks) {
  check({"Iran signed. / Oman did not.", "Will it sign? / No! / Never.", "It is done", "What?! / Really?",
         "He left... / She stayed.", "He left... and she stayed.", "He left… / She stayed.", "... And so on.",
         "It rose 0.5 percent. / It fell.", "He came in 2004. / Then he left.", "1. The first point. / Next.",
         "In 14 cities. / 12 people died.", "Is it so? maybe.", "Yahoo! said so.", "Yahoo! Inc. said so."});
}

TEST(Sentences, GoOnAfterTitlesAndInitials) {
  check({"Dr. Ng and Gov. Jane Doe met Gen. Li.", "Mr. X left. / Mrs. Y stayed.", "John F. Kennedy met J.P. Morgan.",
         "George W. Bush won.", "He saw St. Petersburg. / It rained.", "No. 5 won. / He said no. / She left.",
         "It met Roe vs. Wade again.", "Lt. Col. A. B. Smith left.", "Sen. \"Mike\" Lee left.", "Adm. The left."});
}

TEST(Sentences, EndAfterAbbreviationsBeforeStarters) {
  check({"He went to the U.S. / The minister stayed.", "The U.S. President left.",
         "He works at IBM Corp. / He is happy.", "IBM Corp. Chairman Smith left.", "IBM Inc. and Co. said so.",
         "He left for Washington, D.C. / In March he came back.", "It opened at 9 a.m. / The crowd came.",
         "It opened at 9 a.m. Friday.", "It opened at 9 a.m. EST.", "They sold cars, boats, etc. / Iran bought them.",
         "They came in Nov. 1996 and in Dec. / They left.", "It was founded by Smith Jr. / He died.",
         "He said \"in the U.S.\" / Iran agreed.", "It is in Ala. and Miss. now.",
         "The company is Hertz Corp. / \"We sell,\" he said.", "This is the U.N."});
}

TEST(Sentences, KeepClosingQuotesAndBrackets) {
  check({"\"We won.\" / He left.", "\"We won. / They lost,\" he said.", "\"Why?\" he asked. / \"No!\" she said.",
         "“We won.” / He left.", "‘We won.’ / He left.", "``We won.'' / He left.", "(He left.) / She stayed.",
         "He left (see p. 5). / She stayed.", "\"We won\". / He left.", "He said: \"We won.\" / \"We did,\" she said.",
         "\" We won . \" / He left .", "[He left.] / She stayed.", "\"We won.\"), he said."});
}

TEST(Sentences, PressMarks) {
  check({"It ended -- he said. / It began.", "It ended _ he said _ and so on. / It began.", "A – b. / C — d.",
         "First; second: third. / Fourth."});
}

TEST(Sentences, InCapitals) {
  check({"IRAN SIGNED. / OMAN DID NOT.", "THE U.S. IN TALKS WITH DR. NO. / HE LEFT."}, true);
}

TEST(Sentences, OtherScripts) {
  check({"Он ушёл. / Она осталась.", "هل رحل؟ / نعم."});
  EXPECT_EQ(sentences_of("彼は去った。彼女は残った。"), "彼は去った。 / 彼女は残った。");
}

TEST(Sentences, MarksAloneJoinTheSentenceBefore) {
  EXPECT_EQ(sentences_of("He left. -- *"), "He left. -- *");
  EXPECT_EQ(sentences_of("-- * --"), "-- * --");
}

TEST(Sentences, AreCutWhenEndless) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "word ";
  const TokenLayer layer = layer_of(text);
  ASSERT_EQ(layer.sentences.size(), 3u);
  EXPECT_EQ(layer.sentences[0].end, kMaxSentenceTokens);
  EXPECT_EQ(layer.sentences[2].end, 1000u);
  const TokenLayer closers = layer_of("He left." + std::string(10'000, ')'));
  for (const SentenceData& sentence : closers.sentences) EXPECT_LE(sentence.end - sentence.begin, kMaxSentenceTokens);
}

TEST(Sentences, KnowTheirBlock) {
  const std::string text = "Headline\n\nText one. Text two.";
  TokenLayer layer;
  const Block headline{{0, 8}}, paragraph{{10, 29}};
  tokenize(text, headline, english(), layer);
  split_sentences(text, headline, 0, 0, english(), layer);
  const std::uint32_t first = static_cast<std::uint32_t>(layer.tokens.size());
  tokenize(text, paragraph, english(), layer);
  split_sentences(text, paragraph, 1, first, english(), layer);
  ASSERT_EQ(layer.sentences.size(), 3u);
  EXPECT_EQ(layer.sentences[0].block, 0u);
  EXPECT_EQ(layer.sentences[1].block, 1u);
  EXPECT_EQ(layer.sentences[1].begin, first);
  EXPECT_EQ(layer.sentences[2].end, layer.tokens.size());
}

}  // namespace
}  // namespace copydesk
