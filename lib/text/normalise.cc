#include "text/normalise.h"

#include <array>

#include "text/charset.h"
#include "text/utf8.h"

namespace copydesk {
namespace {

struct ByteOrderMark {
  std::string_view bytes;
  std::string_view charset;
};

using namespace std::string_view_literals;

// UTF-32 before UTF-16, whose little-endian mark begins the same.
constexpr std::array kMarks = {
    ByteOrderMark{"\xEF\xBB\xBF"sv, "UTF-8"},    ByteOrderMark{"\xFF\xFE\0\0"sv, "UTF-32LE"},
    ByteOrderMark{"\0\0\xFE\xFF"sv, "UTF-32BE"}, ByteOrderMark{"\xFF\xFE"sv, "UTF-16LE"},
    ByteOrderMark{"\xFE\xFF"sv, "UTF-16BE"},
};

ByteOrderMark mark_of(std::string_view bytes) {
  for (const ByteOrderMark& mark : kMarks)
    if (bytes.substr(0, mark.bytes.size()) == mark.bytes) return mark;
  return {};
}

NormalisedText converted(std::string_view bytes, std::string charset) {
  NormalisedText result;
  std::optional<std::string> text = convert_to_utf8(bytes, charset, result.repaired);
  if (!text) return result;
  constexpr std::string_view mark = kMarks[0].bytes;
  if (std::string_view(*text).substr(0, mark.size()) == mark) text->erase(0, mark.size());
  result.text = std::move(*text);
  result.charset = std::move(charset);
  return result;
}

NormalisedText read_as_utf8(std::string_view bytes, std::size_t mark_size) {
  NormalisedText result;
  const std::string_view rest = bytes.substr(mark_size);
  result.repaired = find_invalid_utf8(rest, 0) != rest.size();
  if (result.repaired || mark_size != 0)
    repair_utf8(rest, static_cast<std::int64_t>(mark_size), result.text, result.shifts);
  else
    result.text = rest;
  return result;
}

// Mostly well-formed sequences are damaged UTF-8, not another charset.
bool is_damaged_utf8(std::string_view bytes) {
  const Utf8Counts counts = count_utf8(bytes);
  return counts.multibyte >= counts.bad;
}

// UTF-16 without a mark, or nothing: of what is written in letters of Latin, every other byte is a NUL.
std::string_view unmarked_utf16(std::string_view bytes) {
  constexpr std::size_t kLooked = 1024, kLeast = 8;
  const std::string_view head = bytes.substr(0, kLooked);
  if (head.size() < kLeast || head.find('\0') == head.npos) return {};
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0' ? 1 : 0;
  const std::size_t most = head.size() / 2 * 3 / 4;
  return zeros[0] == 0 && zeros[1] >= most ? "UTF-16LE" : zeros[1] == 0 && zeros[0] >= most ? "UTF-16BE" : "";
}

NormalisedText read_unmarked(std::string_view bytes) {
  if (const std::string_view wide = unmarked_utf16(bytes); !wide.empty()) return converted(bytes, std::string(wide));
  const std::size_t bad = find_invalid_utf8(bytes, 0);
  if (bad == bytes.size()) {
    NormalisedText result;
    result.text = bytes;
    return result;
  }
  if (is_damaged_utf8(bytes)) return read_as_utf8(bytes, 0);
  std::string charset = detect_charset(bytes, bad);
  if (charset.empty()) return read_as_utf8(bytes, 0);
  NormalisedText result = converted(bytes, std::move(charset));
  return result.charset.empty() || result.repaired ? read_as_utf8(bytes, 0) : result;
}

}  // namespace

NormalisedText normalise(std::string_view bytes, std::string_view charset) {
  const ByteOrderMark mark = mark_of(bytes);
  if (mark.charset == "UTF-8") return read_as_utf8(bytes, mark.bytes.size());
  std::string named = canonical_charset(charset);
  if (named == "UTF-8") return read_as_utf8(bytes, 0);
  if (!named.empty()) return converted(bytes, std::move(named));
  if (!mark.charset.empty()) return converted(bytes.substr(mark.bytes.size()), std::string(mark.charset));
  return read_unmarked(bytes);
}

}  // namespace copydesk
