#include "tokens/tokenizer.h"

#include <algorithm>

#include "tokens/folding.h"
#include "tokens/scanner.h"

namespace copydesk {

void tokenize(std::string_view text, const Block& block, const Abbreviations& abbreviations, TokenLayer& layer) {
  Scanner(text, block.span, abbreviations, layer).scan();
}

void tokenize_phrase(std::string_view phrase, const Abbreviations& abbreviations, TokenLayer& layer) {
  const std::uint32_t first = static_cast<std::uint32_t>(layer.tokens.size());
  tokenize(phrase, {.span = {0, static_cast<std::uint32_t>(phrase.size())}}, abbreviations, layer);
  layer.sentences.push_back({first, static_cast<std::uint32_t>(layer.tokens.size()), 0});
}

namespace {

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’'; }
bool is_hyphen(char32_t c) { return c == U'-' || c == U'‐' || c == U'‑'; }

}  // namespace

void Scanner::scan_word() {
  const unsigned char first = byte(position_) | 0x20;
  if ((first == 'h' || first == 'w' || first == 'f') && at_url()) return take_url();
  begin_token();
  if (byte(position_) == '.') take_byte();  // `.5`
  do take_run();
  while (position_ - token_begin_ < kMaxTokenBytes && take_joint());
  end_word();
}

// Letters, digits and marks. ASCII is the fast path of the whole room, with all it changes in registers.
void Scanner::take_run() {
  const std::uint32_t limit = std::min(end_, token_begin_ + kMaxTokenBytes);
  for (;;) {
    const char* text = text_.data();
    char* folded = folded_ + folded_end_;
    std::uint32_t position = position_, hash = hash_;
    std::uint8_t classes = classes_;
    for (; position < limit; ++position) {
      const unsigned char c = static_cast<unsigned char>(text[position]);
      if (!(kByteClass[c] & kWordPart)) break;
      classes |= kByteClass[c];
      const unsigned char small = kFoldedAscii[c];
      *folded++ = static_cast<char>(small);
      hash = hash_step(hash, small);
    }
    position_ = position, hash_ = hash, classes_ = classes;
    folded_end_ = static_cast<std::uint32_t>(folded - folded_);
    if (position >= limit || byte(position) < 0x80 || !takes_foreign_letter()) return;
  }
}

bool Scanner::takes_foreign_letter() {
  const char32_t next = code_point_at(text_, position_).value;
  if (!(char_class(next) & kWordPart) || is_unspaced(next)) return false;
  take_character();
  return true;
}

// A mark that stands inside words or numbers and has one of them behind it. True when it was taken.
bool Scanner::take_joint() {
  switch (byte(position_)) {
    case 0:
      return false;
    case '\'':
      return joins_apostrophe(1);
    case '-':
      return joins_hyphen(1);
    case '.':
      return joins_full_stop();
    case ',':
    case ':':
    case '/':
      if (!joins_in_number()) return false;
      take_joint_bytes(1);
      return true;
    case '&':
      if (!(class_of(position_ + 1) & kLetter) || !(class_of(position_ - 1) & kLetter)) return false;
      take_joint_bytes(1);
      return true;
    default:
      break;
  }
  if (byte(position_) != 0xE2) return false;
  const CodePoint mark = code_point_at(text_, position_);
  if (is_apostrophe(mark.value)) return joins_apostrophe(mark.size);
  return is_hyphen(mark.value) && joins_hyphen(mark.size);
}

void Scanner::take_joint_bytes(std::uint32_t size) {
  take_until(position_ + size);
  part_begin_ = position_;
  part_folded_ = folded_end_;
}

bool Scanner::joins_apostrophe(std::uint32_t size) {
  if (!(class_of(position_ + size) & kLetter)) return false;
  has_apostrophe_ = true;
  letters_with_stops_ = false;
  take_joint_bytes(size);
  return true;
}

// `al-Amr`, `co-operate`: only prefixes of the pack, and only before a letter.
bool Scanner::joins_hyphen(std::uint32_t size) {
  if (!(class_of(position_ + size) & kLetter)) return false;
  const bool first_part = part_begin_ == token_begin_ || is_hyphen(code_point_before(text_, part_begin_).value);
  if (!first_part || !abbreviations_.is_joined_prefix(folded_since(part_folded_))) return false;
  letters_with_stops_ = false;
  take_joint_bytes(size);
  return true;
}

// `1,000.5` `10:30` `12/06/2025`; the comma of `Nov. 26,1998` stays one.
bool Scanner::joins_in_number() const {
  if (class_of(position_ - 1) != kDigit || class_of(position_ + 1) != kDigit) return false;
  if (byte(position_) != ',') return true;
  std::uint32_t digits = 0;
  while (digits < 4 && class_of(position_ + 1 + digits) == kDigit) ++digits;
  return digits == 3 || (digits == 2 && byte(position_ + 3) == ',');
}

bool Scanner::joins_full_stop() {
  const std::uint8_t next = class_of(position_ + 1);
  if (next == kDigit && class_of(position_ - 1) == kDigit) return take_joint_bytes(1), true;
  if (!(next & kLetter)) return false;
  if (joins_letters()) return has_stop_ = true, take_joint_bytes(1), true;
  if (!is_host_dot()) return false;
  is_host_ = true;
  letters_with_stops_ = false;
  return take_joint_bytes(1), true;
}

// `U.S`, `S.p.A`, `E.ON`: single letters, and capitals after them; or an abbreviation of the pack.
bool Scanner::joins_letters() {
  const bool one_letter =
      (class_of(part_begin_) & kLetter) && part_begin_ + code_point_at(text_, part_begin_).size == position_;
  const std::uint32_t second = position_ + 1 + code_point_at(text_, position_ + 1).size;
  const std::uint8_t second_class = class_of(second);
  const bool capitals = (classes_ & kLetter) == kUpper && class_of(position_ + 1) == kUpper && second_class == kUpper;
  if (one_letter && letters_with_stops_ && (capitals || !(second_class & kWordPart))) return true;
  return is_listed_after_dot();
}

// `Ph.D`, `B.Sc`: with the next part it is an abbreviation of the pack.
bool Scanner::is_listed_after_dot() {
  std::uint32_t next_end = position_ + 1;
  while (next_end < end_ && next_end - position_ < 8 && byte(next_end) < 0x80 && (class_of(next_end) & kWordPart))
    ++next_end;
  const std::uint32_t folded_size = folded_end_ - token_folded_;
  if (folded_size > 8 || next_end - position_ >= 8) return false;
  char joined[24];
  std::uint32_t size = 0;
  for (; size < folded_size; ++size) joined[size] = folded_[token_folded_ + size];
  for (std::uint32_t i = position_; i < next_end; ++i) joined[size++] = static_cast<char>(kFoldedAscii[byte(i)]);
  return abbreviations_.find({joined, size}) != nullptr;
}

// `amazon.com`, `QQ.com`: small letters go on; `end.The` has lost a space.
bool Scanner::is_host_dot() const {
  return class_of(position_ + 1) == kLower && position_ - part_begin_ >= 2 &&
         abbreviations_.find(folded_since(token_folded_)) == nullptr;
}

void Scanner::end_word() {
  if (byte(position_) == '.' && byte(position_ + 1) != '.') take_final_stop();
  // An address is ASCII from its first letter on, and holds no apostrophe: `İa.ir/x` is none.
  const bool address = is_host_ && !has_apostrophe_ && byte(token_begin_) < 0x80;
  if (address && byte(position_) == '/' && (class_of(position_ + 1) & kWordPart)) {
    position_ = token_begin_, folded_end_ = token_folded_;
    return take_url();
  }
  end_token(word_kind());
  if (has_apostrophe_) split_clitic();
}

// The stop belongs to abbreviations of the pack, to `U.S.` and to initials.
void Scanner::take_final_stop() {
  if (is_host_ || (has_apostrophe_ && !has_stop_)) return;
  const AbbreviationClass* listed = abbreviations_.find(folded_since(token_folded_));
  bool takes = has_stop_ && letters_with_stops_;
  if (listed != nullptr) {
    std::uint32_t after = position_ + 1;
    while (byte(after) == ' ') ++after;
    const bool capital = class_of(token_begin_) & (kUpper | kUncased);
    const bool needs_capital = *listed == AbbreviationClass::place || *listed == AbbreviationClass::month;
    takes |= *listed == AbbreviationClass::number ? class_of(after) == kDigit : capital || !needs_capital;
  }
  if (takes || is_initial()) take_byte();
}

// One capital before a name: `John F. Kennedy`, `J. Smith`, `J.Smith`.
bool Scanner::is_initial() const {
  const CodePoint first = code_point_at(text_, token_begin_);
  if (token_begin_ + first.size != position_ || !(class_of(token_begin_) & kUpper)) return false;
  std::uint32_t next = position_ + 1;
  while (byte(next) == ' ') ++next;
  return class_of(next) & kUpper;
}

TokenKind Scanner::word_kind() const {
  if (!(classes_ & kDigit)) return TokenKind::word;
  if (!(classes_ & kLetter)) return TokenKind::number;
  // `5th`, `1990s`, `10km` are numbers; `4yo` would be too; `F16` and `3Com` are names.
  if (class_of(token_begin_) != kDigit || (classes_ & kUpper)) return TokenKind::word;
  return TokenKind::number;
}

Shape Scanner::shape_of(std::uint32_t begin, std::uint32_t end, std::uint8_t classes) const {
  if (!(classes & (kUpper | kLower))) return Shape::none;
  if (!(classes & kUpper)) return Shape::lower;
  if (!(classes & kLower)) return Shape::upper;
  while (begin < end && !(class_of(begin) & kLetter)) begin += code_point_at(text_, begin).size;
  return class_of(begin) & kUpper ? Shape::capitalised : Shape::mixed;
}

}  // namespace copydesk
