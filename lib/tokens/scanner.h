// The tokenizer's pass over one block: the reading position, and the token that is being written.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/characters.h"
#include "tokens/abbreviations.h"
#include "tokens/token_layer.h"
#include "tokens/unspaced.h"

namespace copydesk {

// A longer run without space is cut, so that a token's size fits its field.
inline constexpr std::uint32_t kMaxTokenBytes = 8192;

class Scanner {
 public:
  Scanner(std::string_view text, Span span, const Abbreviations& abbreviations, TokenLayer& layer);
  ~Scanner();

  void scan();

 private:
  // scanner.cc: what every token is made with.
  unsigned char byte(std::uint32_t position) const {
    return position < end_ ? static_cast<unsigned char>(text_[position]) : 0;
  }
  std::uint8_t class_of(std::uint32_t position) const { return position < end_ ? class_at(text_, position) : 0; }
  void begin_token();
  void take_byte();
  void take_character();
  void take_until(std::uint32_t end);
  void end_token(TokenKind kind);
  std::string_view folded_since(std::uint32_t position) const { return {folded_ + position, folded_end_ - position}; }
  void skip_space();
  bool is_alone(char32_t mark) const;
  void scan_mark();
  void scan_run_of(unsigned char mark);
  void scan_foreign();

  // tokenizer.cc: words and numbers.
  void scan_word();
  void take_run();
  bool takes_foreign_letter();
  bool take_joint();
  bool joins_apostrophe(std::uint32_t size);
  bool joins_hyphen(std::uint32_t size);
  bool joins_full_stop();
  bool joins_letters();
  bool joins_in_number() const;
  bool is_host_dot() const;
  bool is_listed_after_dot();
  void take_joint_bytes(std::uint32_t size);
  void end_word();
  void take_final_stop();
  bool is_initial() const;
  void scan_unspaced();
  TokenKind word_kind() const;
  Shape shape_of(std::uint32_t begin, std::uint32_t end, std::uint8_t classes) const;

  // apostrophes.cc: clitics, possessives and single quotes.
  void split_clitic();
  void describe_part(TokenData& token) const;
  bool names_owner(const TokenData& token) const;
  void scan_apostrophe();
  void fold_as_clitic(TokenData& mark);
  bool scan_clitic_alone();
  bool after_word() const;

  // addresses.cc: URLs and e-mail.
  bool at_url() const;
  void take_url();
  bool take_back_mailbox();

  std::string_view text_;
  std::uint32_t position_;
  const std::uint32_t begin_;
  const std::uint32_t end_;
  const Abbreviations& abbreviations_;
  TokenLayer& layer_;
  UnspacedWords unspaced_;
  char* folded_;              // the layer's buffer, long enough for the whole block
  std::uint32_t folded_end_;  // what of it is written
  const std::size_t first_token_;

  // The token that is being written.
  std::uint32_t token_begin_ = 0;
  std::uint32_t token_folded_ = 0;
  std::uint32_t hash_ = 0;
  std::uint8_t classes_ = 0;  // of its characters, or-ed
  bool space_before_ = true;
  std::uint32_t part_begin_ = 0;  // after its last joint
  std::uint32_t part_folded_ = 0;
  bool letters_with_stops_ = true;  // all its parts but the last are one letter and a stop: `U.S`, `J.P`
  bool has_stop_ = false;
  bool has_apostrophe_ = false;
  bool is_host_ = false;     // `amazon.com`
  bool quote_open_ = false;  // a single quote was opened, so that the next may close it
};

}  // namespace copydesk
