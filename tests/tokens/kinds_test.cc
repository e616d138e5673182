// Kind, shape, folded form and flags of tokens.
#include <gtest/gtest.h>

#include "tokens/english.h"

namespace copydesk {
namespace {

const char* name_of(TokenKind kind) {
  static constexpr const char* kNames[] = {"word", "number", "punctuation", "symbol", "url", "email"};
  return kNames[static_cast<int>(kind)];
}

const char* name_of(Shape shape) {
  static constexpr const char* kNames[] = {"none", "lower", "capitalised", "upper", "mixed"};
  return kNames[static_cast<int>(shape)];
}

TEST(Kinds, KindShapeAndFold) {
  const struct {
    std::string text, kind, shape, folded;
  } cases[] = {
      {"iran", "word", "lower", "iran"},
      {"Iran", "word", "capitalised", "iran"},
      {"Al-Amr", "word", "capitalised", "al-amr"},
      {"McDonald", "word", "capitalised", "mcdonald"},
      {"St.", "word", "capitalised", "st."},
      {"SCO", "word", "upper", "sco"},
      {"U.S.", "word", "upper", "u.s."},
      {"A", "word", "upper", "a"},
      {"iPhone", "word", "mixed", "iphone"},
      {"F16", "word", "upper", "f16"},
      {"1990s", "number", "lower", "1990s"},
      {"5th", "number", "lower", "5th"},
      {"3Com", "word", "capitalised", "3com"},
      {"1,000.5", "number", "none", "1,000.5"},
      {"12/06/2025", "number", "none", "12/06/2025"},
      {"--", "punctuation", "none", "--"},
      {"”", "punctuation", "none", "”"},
      {"$", "symbol", "none", "$"},
      {"€", "symbol", "none", "€"},
      {"http://A.b/C", "url", "mixed", "http://a.b/c"},
      {"a@b.ir", "email", "lower", "a@b.ir"},
      {"Ünal", "word", "capitalised", "ünal"},
      {"МОСКВА", "word", "upper", "москва"},
      {"ΑΘΗΝΑ", "word", "upper", "αθηνα"},
      {"İstanbul", "word", "capitalised", "istanbul"},
      {"O’Neill", "word", "capitalised", "o'neill"},
      {"تهران", "word", "none", "تهران"},
      {"soft\u00ADly", "word", "lower", "softly"},
      {"می\u200Cشود", "word", "none", "میشود"},
      {"Os\u2060lo", "word", "capitalised", "oslo"},
  };
  for (const auto& c : cases) {
    const TokenLayer layer = layer_of(c.text);
    ASSERT_EQ(layer.tokens.size(), 1u) << c.text;
    const TokenData& token = layer.tokens[0];
    EXPECT_EQ(name_of(token.kind), c.kind) << c.text;
    EXPECT_EQ(name_of(token.shape), c.shape) << c.text;
    EXPECT_EQ(layer.folded_of(token), c.folded) << c.text;
    EXPECT_EQ(token.hash, hash_folded(c.folded)) << c.text;
  }
}

// Marks a word: `*` possessive, `^` sentence_initial, `!` capitals, `_` space_before.
std::string flags_of(const std::string& text, bool capitals = false) {
  std::string notation;
  for (const TokenData& token : layer_of(text, capitals).tokens)
    notation += (notation.empty() ? "" : "|") + text_of(text, token) + (token.possessive ? "*" : "") +
                (token.sentence_initial ? "^" : "") + (token.capitals ? "!" : "") + (token.space_before ? "_" : "");
  return notation;
}

TEST(Kinds, Flags) {
  const struct {
    std::string text, flags;
  } cases[] = {
      {"Iran's deal.", "Iran^_|'s*|deal_|."},
      {"It's done.", "It^_|'s|done_|."},
      {"the Philippines' envoy", "the^_|Philippines_|'*|envoy_"},
      {"'He saw the Philippines' sign", "'_|He^|saw_|the_|Philippines_|'|sign_"},
      {"\"Yes,\" he said. (No.)", "\"_|Yes^|,|\"|he_|said_|.|(_|No^|.|)"},
      {"IRAN SIGNS DEAL. Oman left.", "IRAN^!_|SIGNS!_|DEAL!_|.!|Oman^_|left_|."},
      {"The UN said", "The^_|UN_|said_"},
      {"2004 was good", "2004^_|was_|good_"},
  };
  for (const auto& c : cases) EXPECT_EQ(flags_of(c.text), c.flags) << c.text;
  EXPECT_EQ(flags_of("IRAN AND McCAIN", true), "IRAN^!_|AND!_|McCAIN!_");
}

}  // namespace
}  // namespace copydesk
