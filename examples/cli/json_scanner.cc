#include "json_scanner.h"

#include <cstdint>
#include <cstring>

namespace copydesk::cli {
namespace {

constexpr int kDeepest = 256;
constexpr std::uint64_t kOnes = 0x0101010101010101;
constexpr std::uint64_t kHighs = 0x8080808080808080;

// Whether one of eight bytes may be a quote, a backslash or a control character. It may say yes for others.
bool may_be_special(std::uint64_t bytes) {
  const std::uint64_t control = (bytes - kOnes * 0x20) & ~bytes;
  const std::uint64_t quote = bytes ^ (kOnes * '"');
  const std::uint64_t backslash = bytes ^ (kOnes * '\\');
  return ((control | ((quote - kOnes) & ~quote) | ((backslash - kOnes) & ~backslash)) & kHighs) != 0;
}

bool special(char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; }

const char* find_special(const char* at, const char* end) {
  std::uint64_t bytes;
  while (end - at >= 8 && (std::memcpy(&bytes, at, 8), !may_be_special(bytes))) at += 8;
  while (at != end && !special(*at)) ++at;
  return at;
}

void append_utf8(std::uint32_t c, std::string& out) {
  const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      put(0xE0 | (c >> 12));
    } else {
      put(0xF0 | (c >> 18));
      put(0x80 | ((c >> 12) & 0x3F));
    }
    put(0x80 | ((c >> 6) & 0x3F));
  }
  put(0x80 | (c & 0x3F));
}

bool high_surrogate(unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool low_surrogate(unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

void JsonScanner::blank() {
  while (at_ != end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\r' || *at_ == '\n')) ++at_;
}

char JsonScanner::peek() {
  blank();
  return at_ == end_ ? '\0' : *at_;
}

bool JsonScanner::take(char c) {
  blank();
  if (at_ == end_ || *at_ != c) return false;
  ++at_;
  return true;
}

bool JsonScanner::at_end() {
  blank();
  return at_ == end_;
}

bool JsonScanner::string(std::string& out) {
  out.clear();
  if (!take('"')) return false;
  while (true) {
    const char* const stop = find_special(at_, end_);
    out.append(at_, stop);
    at_ = stop;
    if (at_ == end_) return false;
    if (*at_ == '"') return ++at_, true;
    if (*at_ != '\\' || !escape(out)) return false;
  }
}

// Reads `\n`, `\u00e9` and the like; a pair of surrogates is one character.
bool JsonScanner::escape(std::string& out) {
  if (end_ - at_ < 2) return false;
  static constexpr std::string_view kNames = "\"\\/bfnrt", kValues = "\"\\/\b\f\n\r\t";
  const char name = at_[1];
  at_ += 2;
  if (const std::size_t i = kNames.find(name); i != kNames.npos) return out += kValues[i], true;
  unsigned unit = 0, low = 0;
  if (name != 'u' || !hex4(unit)) return false;
  if (!high_surrogate(unit)) return append_utf8(low_surrogate(unit) ? 0xFFFD : unit, out), true;
  const char* const after = at_;
  if (end_ - at_ >= 6 && at_[0] == '\\' && at_[1] == 'u') {
    at_ += 2;
    if (!hex4(low)) return false;
    if (low_surrogate(low)) return append_utf8(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), out), true;
    at_ = after;  // the second escape stands for itself
  }
  append_utf8(0xFFFD, out);
  return true;
}

bool JsonScanner::hex4(unsigned& unit) {
  if (end_ - at_ < 4) return false;
  unit = 0;
  for (int i = 0; i < 4; ++i) {
    const unsigned c = static_cast<unsigned char>(*at_++);
    const unsigned digit = c - '0', letter = (c | 0x20) - 'a';
    if (digit > 9 && letter > 5) return false;
    unit = unit * 16 + (digit <= 9 ? digit : letter + 10);
  }
  return true;
}

bool JsonScanner::word(std::string_view text) {
  if (static_cast<std::size_t>(end_ - at_) < text.size() || std::string_view(at_, text.size()) != text) return false;
  at_ += text.size();
  return true;
}

bool JsonScanner::digits() {
  const char* const from = at_;
  while (at_ != end_ && *at_ >= '0' && *at_ <= '9') ++at_;
  return at_ != from;
}

bool JsonScanner::number(std::string& out) {
  blank();
  const char* const from = at_;
  if (!skip_number()) return false;
  out.assign(from, at_);
  return true;
}

bool JsonScanner::skip_number() {
  if (at_ != end_ && *at_ == '-') ++at_;
  const bool zero = at_ != end_ && *at_ == '0';
  const char* const from = at_;
  if (!digits() || (zero && at_ - from > 1)) return false;
  if (at_ != end_ && *at_ == '.' && (++at_, !digits())) return false;
  if (at_ == end_ || (*at_ | 0x20) != 'e') return true;
  ++at_;
  if (at_ != end_ && (*at_ == '+' || *at_ == '-')) ++at_;
  return digits();
}

bool JsonScanner::skip_value(int depth) {
  if (depth > kDeepest) return false;
  switch (peek()) {
    case '"':
      return skip_string();
    case '{':
      return skip_object(depth);
    case '[':
      return skip_list(depth);
    case 't':
      return word("true");
    case 'f':
      return word("false");
    case 'n':
      return word("null");
    default:
      return skip_number();
  }
}

bool JsonScanner::skip_string() {
  std::string unescaped;
  return string(unescaped);
}

bool JsonScanner::skip_object(int depth) {
  if (!take('{')) return false;
  if (take('}')) return true;
  do {
    if (peek() != '"' || !skip_string() || !take(':') || !skip_value(depth + 1)) return false;
  } while (take(','));
  return take('}');
}

bool JsonScanner::skip_list(int depth) {
  if (!take('[')) return false;
  if (take(']')) return true;
  do {
    if (!skip_value(depth + 1)) return false;
  } while (take(','));
  return take(']');
}

}  // namespace copydesk::cli
