// Room 2, tokens: what it adds. Tokens and sentences with their folded forms, in buffers that are used again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/document.h"

namespace copydesk {

// The letters of a token. Digits and marks in it do not count: `F-16` is upper, `mid-1996` lower.
enum class Shape : std::uint8_t {
  none,         // no letter, or only such as have no case
  lower,        // iran
  capitalised,  // Iran, Al-Amr, St., McDonald: the first letter a capital, a small one after it
  upper,        // SCO, U.S., A: capitals only
  mixed,        // iPhone, eBay
};

inline constexpr std::uint32_t kNoWord = 0xFFFFFFFF;

struct TokenData {
  std::uint32_t begin = 0;  // bytes of the text
  std::uint32_t end = 0;
  std::uint32_t folded = 0;  // where its folded form begins in TokenLayer::folded
  std::uint32_t hash = 0;    // hash_folded of the folded form
  std::uint16_t folded_size = 0;
  TokenKind kind = TokenKind::word;
  Shape shape = Shape::none;
  bool space_before = false;        // white space, or the begin of a block
  bool sentence_initial = false;    // first word of its sentence; opening quotes and brackets do not count
  bool capitals = false;            // stands in a block or sentence of capitals only: case tells nothing
  bool possessive = false;          // is the clitic 's or ’ after a name
  std::uint32_t word = kNoWord;     // lexicon: id of the folded form
  std::uint32_t literal = kNoWord;  // rules: its number in their patterns
  std::uint32_t classes = 0;        // lexicon: set of possible word classes
  std::uint32_t word_class = 0;     // lexicon: the class decided, one bit of `classes`; 0 when unknown
};

struct SentenceData {
  std::uint32_t begin = 0;  // token indices
  std::uint32_t end = 0;
  std::uint32_t block = 0;  // index into Layout::blocks
};

struct TokenLayer {
  std::vector<TokenData> tokens;
  std::vector<SentenceData> sentences;
  std::string folded;

  std::string_view folded_of(const TokenData& token) const {
    return std::string_view(folded).substr(token.folded, token.folded_size);
  }
  Span span_of(TokenRange range) const { return {tokens[range.begin].begin, tokens[range.end - 1].end}; }
  void clear() {
    tokens.clear();
    sentences.clear();
    folded.clear();
  }
};

// FNV-1a over the bytes of a folded form, mixed at the end: the one hash of words, in the pack's image too.
std::uint32_t hash_folded(std::string_view folded);

}  // namespace copydesk
