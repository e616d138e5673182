// URLs and e-mail addresses: one token each, without the punctuation that follows them.
#include <algorithm>
#include <string_view>

#include "tokens/folding.h"
#include "tokens/scanner.h"

namespace copydesk {
namespace {

constexpr std::string_view kUrlBegins[] = {"http://", "https://", "ftp://", "www."};

bool is_folded_prefix(std::string_view text, std::string_view prefix) {
  if (text.size() <= prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    if (c >= 0x80 || kFoldedAscii[c] != static_cast<unsigned char>(prefix[i])) return false;
  }
  return true;
}

bool is_mailbox_byte(unsigned char c) {
  return (kByteClass[c] & (kLetter | kDigit)) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
}

bool is_url_byte(unsigned char c) {
  return kByteClass[c] != kSpace && c != '<' && c != '>' && c != '"' && c != '`' && c != '\\' && c != '{' && c != '}' &&
         c < 0x80;
}

bool ends_url(unsigned char c) {
  return std::string_view(".,;:!?'()[]").find(static_cast<char>(c)) == std::string_view::npos;
}

}  // namespace

bool Scanner::at_url() const {
  const std::string_view rest = text_.substr(position_);
  for (const std::string_view begin : kUrlBegins)
    if (is_folded_prefix(rest, begin) && (kByteClass[static_cast<unsigned char>(rest[begin.size()])] & kWordPart))
      return true;
  return false;
}

// Up to the white space; a stop, comma or bracket at the end is the sentence's.
void Scanner::take_url() {
  begin_token();
  std::uint32_t end = position_;
  const std::uint32_t limit = std::min(end_, position_ + kMaxTokenBytes);
  while (end < limit && is_url_byte(byte(end))) ++end;
  while (end > position_ + 1 && !ends_url(byte(end - 1))) --end;
  take_until(end);
  end_token(TokenKind::url);
}

// At the `@`: what was read as words before it is the mailbox.
bool Scanner::take_back_mailbox() {
  if (space_before_ || !(kByteClass[byte(position_ + 1)] & (kLetter | kDigit))) return false;
  const std::uint32_t at = position_;
  std::uint32_t begin = at;
  while (layer_.tokens.size() > first_token_) {
    const TokenData& last = layer_.tokens.back();
    if (last.end != begin || last.kind == TokenKind::email || last.kind == TokenKind::url) break;
    bool is_mailbox = last.end - last.begin < 64 && at - last.begin < 128;
    for (std::uint32_t i = last.begin; i < last.end && is_mailbox; ++i) is_mailbox = is_mailbox_byte(byte(i));
    if (!is_mailbox) break;
    begin = last.begin;
    folded_end_ = last.folded;
    space_before_ = last.space_before;
    layer_.tokens.pop_back();
  }
  if (begin == at) return false;
  position_ = begin;
  begin_token();
  std::uint32_t end = at + 1;
  while (end < end_ && end - at < 256 && is_mailbox_byte(byte(end))) ++end;
  while (!(kByteClass[byte(end - 1)] & (kLetter | kDigit))) --end;
  take_until(end);
  end_token(TokenKind::email);
  return true;
}

}  // namespace copydesk
