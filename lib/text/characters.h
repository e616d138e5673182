// Character classes of the two lowest rooms: a table for ASCII, ICU's properties for the rest.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace copydesk {

// Bits, so that a run of characters can be summed up by or-ing them.
enum CharClass : std::uint8_t {
  kSpace = 1,         // white space and line ends
  kUpper = 2,         // capital and title-case letters
  kLower = 4,         // small letters
  kUncased = 8,       // letters of scripts without case
  kDigit = 16,        // decimal digits
  kMark = 32,         // combining marks and joiners: part of the letter before
  kPunctuation = 64,  // P*
  kSymbol = 128,      // all the rest: symbols, controls, unassigned
};
inline constexpr std::uint8_t kLetter = kUpper | kLower | kUncased;
inline constexpr std::uint8_t kWordPart = kLetter | kDigit | kMark;

constexpr CharClass ascii_class(unsigned char c) {
  if (c >= 'a' && c <= 'z') return kLower;
  if (c >= 'A' && c <= 'Z') return kUpper;
  if (c >= '0' && c <= '9') return kDigit;
  if (c == ' ' || (c >= '\t' && c <= '\r')) return kSpace;
  constexpr std::string_view punctuation = "!\"#%&'()*,-./:;?@[\\]_`{}";
  return punctuation.find(static_cast<char>(c)) != std::string_view::npos ? kPunctuation : kSymbol;
}

// Bytes from 0x80 on have no class of their own: 0.
inline constexpr std::array<std::uint8_t, 256> kByteClass = [] {
  std::array<std::uint8_t, 256> table{};
  for (unsigned c = 0; c < 128; ++c) table[c] = ascii_class(static_cast<unsigned char>(c));
  return table;
}();

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;  // bytes; 0 at the end of the text
};

// The code point of valid UTF-8 that begins at `position`. What is cut off at the end reads as zero bits, never beyond.
inline CodePoint code_point_at(std::string_view text, std::uint32_t position) {
  if (position >= text.size()) return {};
  const auto byte = [&](std::uint32_t i) -> char32_t {
    return position + i < text.size() ? static_cast<unsigned char>(text[position + i]) : 0u;
  };
  const std::uint32_t left = static_cast<std::uint32_t>(text.size()) - position;
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), left < 2 ? left : 2};
  if (lead < 0xF0) return {(lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), left < 3 ? left : 3};
  return {(lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F), left < 4 ? left : 4};
}

// The code point that ends before `position`.
CodePoint code_point_before(std::string_view text, std::uint32_t position);

CharClass char_class(char32_t code_point);

// Joiners and soft hyphens: they stand inside words, where nobody sees them.
bool is_joiner(char32_t code_point);

// Words of the text as a name is given: each stretch of white space is one blank, and no soft hyphen is left.
std::string on_one_line(std::string_view text);

// Simple lower case.
char32_t to_small(char32_t code_point);

// The class of the character at `position`; 0 at the end.
inline std::uint8_t class_at(std::string_view text, std::uint32_t position) {
  if (position >= text.size()) return 0;
  const unsigned char byte = static_cast<unsigned char>(text[position]);
  if (byte < 0x80) return kByteClass[byte];
  return char_class(code_point_at(text, position).value);
}

// Ends a sentence in some script: `.`, `?`, `!`, `…`, `。`, `؟`.
bool is_terminator(char32_t code_point);

// Closes a quotation or bracket: `”`, `’`, `»`, `)`, `]`, and the ASCII quotes, which open too.
bool is_closer(char32_t code_point);

// Opens a quotation or bracket: `“`, `‘`, `«`, `(`, `[`, and the ASCII quotes, which close too.
bool is_opener(char32_t code_point);

// Of a script written without spaces (Han, Kana, Thai, Khmer): words are found by a dictionary.
bool is_unspaced(char32_t code_point);

}  // namespace copydesk
