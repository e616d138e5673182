#include "tokens/scanner.h"

#include "tokens/folding.h"

namespace copydesk {

Scanner::Scanner(std::string_view text, Span span, const Abbreviations& abbreviations, TokenLayer& layer)
    : text_(text.substr(0, span.end)),
      position_(span.begin),
      begin_(span.begin),
      end_(static_cast<std::uint32_t>(text_.size())),
      abbreviations_(abbreviations),
      layer_(layer),
      folded_end_(static_cast<std::uint32_t>(layer.folded.size())),
      first_token_(layer.tokens.size()) {
  // Folding makes two bytes three at worst.
  layer.folded.resize(layer.folded.size() + span.size() + span.size() / 2 + kMaxFoldedBytes);
  folded_ = layer.folded.data();
}

Scanner::~Scanner() { layer_.folded.resize(folded_end_); }

void Scanner::scan() {
  for (;;) {
    skip_space();
    if (position_ >= end_) return;
    const unsigned char first = byte(position_);
    if (first >= 0x80)
      scan_foreign();
    else if (kByteClass[first] & kWordPart)
      scan_word();
    else
      scan_mark();
  }
}

void Scanner::skip_space() {
  const std::uint32_t begin = position_;
  for (;;) {
    while (position_ < end_ && kByteClass[byte(position_)] == kSpace) ++position_;
    if (byte(position_) < 0x80 || class_of(position_) != kSpace) break;
    position_ += code_point_at(text_, position_).size;
  }
  space_before_ = position_ != begin || position_ == begin_;
}

void Scanner::begin_token() {
  token_begin_ = part_begin_ = position_;
  token_folded_ = part_folded_ = folded_end_;
  hash_ = kHashSeed;
  classes_ = 0;
  letters_with_stops_ = true;
  has_stop_ = has_apostrophe_ = is_host_ = false;
}

void Scanner::take_byte() {
  const unsigned char c = static_cast<unsigned char>(text_[position_++]);
  const unsigned char folded = kFoldedAscii[c];
  classes_ |= kByteClass[c];
  folded_[folded_end_++] = static_cast<char>(folded);
  hash_ = hash_step(hash_, folded);
}

void Scanner::take_character() {
  if (byte(position_) < 0x80) return take_byte();
  const CodePoint c = code_point_at(text_, position_);
  const std::uint32_t size = fold_code_point(c.value, folded_ + folded_end_);
  for (std::uint32_t i = 0; i < size; ++i)
    hash_ = hash_step(hash_, static_cast<unsigned char>(folded_[folded_end_ + i]));
  folded_end_ += size;
  classes_ |= char_class(c.value);
  position_ += c.size;
}

void Scanner::take_until(std::uint32_t end) {
  while (position_ < end) take_character();
}

void Scanner::end_token(TokenKind kind) {
  TokenData& token = layer_.tokens.emplace_back();
  token.begin = token_begin_;
  token.end = position_;
  token.folded = token_folded_;
  token.folded_size = static_cast<std::uint16_t>(folded_end_ - token_folded_);
  token.hash = hash_end(hash_);
  token.kind = kind;
  token.shape = shape_of(token_begin_, position_, classes_);
  token.space_before = space_before_;
}

// Brackets, quotes and commas never make a run.
bool Scanner::is_alone(char32_t mark) const {
  return mark == ',' || mark == ';' || mark == '/' || is_opener(mark) || is_closer(mark);
}

void Scanner::scan_mark() {
  const unsigned char mark = byte(position_);
  if (mark == '@' && take_back_mailbox()) return;
  // A number may begin with its point: `.5`.
  if (mark == '.' && space_before_ && class_of(position_ + 1) == kDigit) return scan_word();
  if (mark == '\'' && byte(position_ + 1) != '\'') return scan_apostrophe();
  scan_run_of(mark);
}

// `--`, `...` and `!!` are one token, and so are the wires' double quotes: two backticks, two apostrophes.
void Scanner::scan_run_of(unsigned char mark) {
  begin_token();
  take_byte();
  if ((mark == '`' || mark == '\'') && byte(position_) == mark) take_byte();
  if (!is_alone(mark))
    while (byte(position_) == mark && position_ < end_ && position_ - token_begin_ < kMaxTokenBytes) take_byte();
  end_token(kByteClass[mark] == kPunctuation ? TokenKind::punctuation : TokenKind::symbol);
}

// Anything that begins with a byte outside ASCII.
void Scanner::scan_foreign() {
  const CodePoint first = code_point_at(text_, position_);
  const std::uint8_t first_class = char_class(first.value);
  if (first_class & kWordPart) return is_unspaced(first.value) ? scan_unspaced() : scan_word();
  if (first.value == U'’' || first.value == U'‘') return scan_apostrophe();
  begin_token();
  take_character();
  while (!is_alone(first.value) && position_ < end_ && code_point_at(text_, position_).value == first.value &&
         position_ - token_begin_ < kMaxTokenBytes)
    take_character();
  end_token(first_class == kPunctuation ? TokenKind::punctuation : TokenKind::symbol);
}

void Scanner::scan_unspaced() {
  const std::uint32_t begin = position_;
  std::uint32_t run_end = begin;
  while (run_end < end_) {
    const CodePoint c = code_point_at(text_, run_end);
    if (!is_unspaced(c.value) && char_class(c.value) != kMark) break;
    run_end += c.size;
  }
  for (const std::uint32_t word_end : unspaced_.ends_of(text_.substr(begin, run_end - begin))) {
    while (position_ < begin + word_end) {
      begin_token();
      while (position_ < begin + word_end && position_ - token_begin_ < kMaxTokenBytes) take_character();
      end_token(TokenKind::word);
      space_before_ = false;
    }
  }
}

}  // namespace copydesk
