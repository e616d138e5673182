#include "text/lines.h"

#include <algorithm>
#include <cstring>

#include "text/characters.h"
#include "text/dateline.h"

namespace copydesk {
namespace {

// What may begin a line end: the controls from LF to CR, and the lead bytes of NEL and of U+2028 and U+2029.
constexpr std::array<bool, 256> kMayBreak = [] {
  std::array<bool, 256> table{};
  for (unsigned c = '\n'; c <= '\r'; ++c) table[c] = true;
  table[0xC2] = table[0xE2] = true;
  return table;
}();

struct LineEnd {
  std::uint32_t size = 0;  // bytes; 0 where there is none
  bool paragraph = false;  // ends a paragraph as a blank line does
};

// Goes on from `position` by eight bytes as long as none of them may begin a line end: all are ASCII from 0x10 on.
std::uint32_t skip_plain(std::string_view text, std::uint32_t position) {
  constexpr std::uint64_t kOnes = 0x0101010101010101, kHighs = 0x8080808080808080;
  for (std::uint64_t bytes; position + 8 <= text.size(); position += 8) {
    std::memcpy(&bytes, text.data() + position, 8);
    if ((((bytes - kOnes * 0x10) | bytes) & kHighs) != 0) break;
  }
  return position;
}

LineEnd line_end_at(std::string_view text, std::uint32_t position) {
  const std::string_view rest = text.substr(position, 3);
  if (rest.substr(0, 2) == "\r\n") return {2, false};
  if (rest[0] == '\f') return {1, true};
  if (rest[0] >= '\n' && rest[0] <= '\r') return {1, false};
  if (rest.substr(0, 2) == "\xC2\x85") return {2, false};
  if (rest == "\xE2\x80\xA8") return {3, false};
  if (rest == "\xE2\x80\xA9") return {3, true};
  return {};
}

Span trimmed(std::string_view text, Span span) {
  while (!span.empty()) {
    const CodePoint first = code_point_at(text, span.begin);
    if (char_class(first.value) != kSpace) break;
    span.begin += first.size;
  }
  while (!span.empty()) {
    const CodePoint last = code_point_before(text, span.end);
    if (char_class(last.value) != kSpace) break;
    span.end -= last.size;
  }
  return span;
}

std::uint32_t count_columns(std::string_view text) {
  const auto is_lead = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), is_lead));
}

bool ends_with_comma(std::string_view text, Span span) { return !span.empty() && text[span.end - 1] == ','; }

std::uint32_t first_word_columns(std::string_view text, Span span) {
  const std::string_view line = text.substr(span.begin, span.size());
  return count_columns(line.substr(0, line.find(' ')));
}

// Hard-wrapped texts are this wide; a longer line anywhere shows that lines are paragraphs.
constexpr std::uint32_t kMinWrapColumns = 40;
constexpr std::uint32_t kMaxWrapColumns = 132;

// Datelines, which begin a paragraph whatever stands before them, are looked for in so many lines.
constexpr std::size_t kHeadLines = 8;

// Decides line by line whether the next one goes on with the paragraph.
class LineJoiner {
 public:
  LineJoiner(std::string_view text, const std::vector<TextLine>& lines) : text_(text), lines_(lines) {
    std::size_t indented = 0;
    for (const TextLine& line : lines) {
      width_ = std::max(width_, line.columns);
      indented += line.indented;
    }
    indent_begins_ = (lines.size() - indented) * 2 >= indented;
    wrapped_ = width_ >= kMinWrapColumns && width_ <= kMaxWrapColumns && most_lines_are_full();
  }

  bool continues(std::size_t i) const {
    const TextLine& next = lines_[i + 1];
    if (next.gap_before || (next.indented && (indent_begins_ || !lines_[i].indented))) return false;
    if (i < kHeadLines && read_dateline(text_, next.span).strength == DatelineStrength::sure) return false;
    if (wrapped_ && full(i)) return true;
    return goes_on_in_small_letters(i);
  }

 private:
  // The line ends where the next word did not fit: what makes a wrapped line.
  bool full(std::size_t i) const {
    const std::uint32_t needed = lines_[i].columns + 1 + first_word_columns(text_, lines_[i + 1].span);
    return needed * 100 > width_ * 94;
  }

  bool most_lines_are_full() const {
    std::size_t followed = 0, full_lines = 0;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (lines_[i + 1].gap_before) continue;
      ++followed;
      full_lines += full(i);
    }
    return full_lines >= 2 && full_lines * 2 > followed;  // the longest line is always full
  }

  bool goes_on_in_small_letters(std::size_t i) const {
    const TextLine& line = lines_[i];
    if (line.columns < kMinWrapColumns / 4 || ends_sentence(text_, line.span)) return false;
    const std::uint8_t next = class_at(text_, lines_[i + 1].span.begin);
    return next == kLower ||
           (ends_with_comma(text_, line.span) && line.columns >= kMinWrapColumns && next != kPunctuation);
  }

  std::string_view text_;
  const std::vector<TextLine>& lines_;
  std::uint32_t width_ = 0;
  bool indent_begins_ = false;  // an indented line begins a paragraph; not where nearly all are indented
  bool wrapped_ = false;
};

}  // namespace

void split_lines(std::string_view text, std::vector<TextLine>& lines) {
  bool gap = true;
  const auto add = [&](std::uint32_t begin, std::uint32_t end) {
    const Span span = trimmed(text, {begin, end});
    if (!span.empty())
      lines.push_back({span, count_columns(text.substr(span.begin, span.size())), gap, span.begin > begin});
    gap = span.empty();
  };
  std::uint32_t begin = 0;
  const std::uint32_t size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t i = 0; i < size;) {
    if (!kMayBreak[static_cast<unsigned char>(text[i])]) {
      i = skip_plain(text, i + 1);
      continue;
    }
    const LineEnd line_end = line_end_at(text, i);
    if (line_end.size != 0) {
      add(begin, i);
      gap |= line_end.paragraph;
      begin = i + line_end.size;
    }
    i += std::max(line_end.size, 1u);
  }
  add(begin, size);
  if (!lines.empty()) lines.front().gap_before = true;
}

void join_wrapped_lines(std::string_view text, std::vector<TextLine>& lines) {
  if (lines.empty()) return;
  const LineJoiner joiner(text, lines);
  std::vector<bool> continued(lines.size(), false);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) continued[i] = joiner.continues(i);
  std::size_t last = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!continued[i - 1]) {
      lines[++last] = lines[i];
      continue;
    }
    lines[last].span.end = lines[i].span.end;
    lines[last].columns += 1 + lines[i].columns;
  }
  lines.resize(last + 1);
}

bool ends_sentence(std::string_view text, Span span) {
  for (std::uint32_t end = span.end; end > span.begin;) {
    const CodePoint last = code_point_before(text, end);
    if (is_terminator(last.value)) return true;
    if (!is_closer(last.value) && char_class(last.value) != kSpace) return false;
    end -= last.size;
  }
  return false;
}

}  // namespace copydesk
