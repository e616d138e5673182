#include <gtest/gtest.h>

#include "tokens/english.h"

namespace copydesk {
namespace {

TEST(Fold, AsListsAreWritten) {
  const struct {
    std::string token, folded;
  } cases[] = {
      {"", ""},
      {"Iran", "iran"},
      {"U.S.", "u.s."},
      {"O’Neill", "o'neill"},
      {"‘", "'"},
      {"co‑operate", "co-operate"},
      {"Malmö", "malmö"},
      {"ÉCOLE", "école"},
      {"Straße", "straße"},
      {"ΣΊΣΥΦΟΣ", "σίσυφοσ"},
      {"ς", "σ"},
      {"İ", "i"},
      {"I", "i"},
      {"Ⱥ", "ⱥ"},
      {"Ｉｒａｎ", "ｉｒａｎ"},
      {"Ћ", "ћ"},
      {"“", "“"},
      {"–", "–"},
      {"\u00AD", ""},
      {"😀", "😀"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(folded(c.token), c.folded) << c.token;
    EXPECT_EQ(folded(c.folded), c.folded) << "twice: " << c.token;
  }
}

// The tokenizer folds in its own pass; it must agree with fold() on every token.
TEST(Fold, TheTokenizerFoldsAlike) {
  for (const std::string text :
       {"IRAN’s Ünal co‑operated: ΣΊΣΥΦΟΣ, Ⱥ, 😀!", "МОСКВА 5TH U.S.-LED don’T", "日本イラン ＦＵＬＬ İ"})
    for (const TokenData& token : layer_of(text).tokens)
      EXPECT_EQ(std::string(layer_of(text).folded_of(token)), folded(text_of(text, token))) << text;
}

// The mark of an owner that ends in s is the clitic of any other owner.
TEST(Fold, AnOwnersMarkIsAClitic) {
  const struct {
    std::string text, folded;
  } cases[] = {
      {"the Philippines' envoy", "the|philippines|'s|envoy"},
      {"the Philippines’ envoy", "the|philippines|'s|envoy"},
      {"the Philippines'", "the|philippines|'"},
      {"'He saw the Philippines' sign", "'|he|saw|the|philippines|'|sign"},
      {"the miners' union", "the|miners|'|union"},
  };
  for (const auto& c : cases) {
    std::string found;
    for (const TokenData& token : layer_of(c.text).tokens)
      found += (found.empty() ? "" : "|") + std::string(layer_of(c.text).folded_of(token));
    EXPECT_EQ(found, c.folded) << c.text;
  }
}

TEST(Fold, HashesSpread) {
  EXPECT_NE(hash_folded("iran"), hash_folded("iraq"));
  EXPECT_NE(hash_folded(""), hash_folded(std::string(1, '\0')));
  // The low bits choose the place in a table: a thousand words must not crowd in it.
  std::vector<int> places(1024, 0);
  for (int i = 0; i < 1024; ++i) ++places[hash_folded("word" + std::to_string(i)) & 1023];
  EXPECT_LE(*std::max_element(places.begin(), places.end()), 8);
}

}  // namespace
}  // namespace copydesk
