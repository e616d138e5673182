#include "text/head.h"

#include <algorithm>
#include <array>
#include <span>

#include "text/characters.h"
#include "text/dateline_pieces.h"

namespace copydesk {
namespace {

constexpr std::uint32_t kMaxHeadLineBytes = 160;

// The words of a short line, between white space, with the punctuation around them.
class LineWords {
 public:
  LineWords(std::string_view text, Span line) : text_(text) {
    for (std::uint32_t i = line.begin; i < line.end && size_ < spans_.size();) {
      const std::uint32_t begin = skip_space(text, i, line.end);
      i = begin;
      while (i < line.end && class_at(text, i) != kSpace) i += code_point_at(text, i).size;
      if (i > begin) spans_[size_++] = {begin, i};
    }
  }
  std::span<const Span> spans() const { return {spans_.data(), size_}; }
  std::uint8_t first_class(std::size_t i) const { return class_at(text_, spans_[i].begin); }

 private:
  std::string_view text_;
  std::array<Span, 40> spans_;
  std::size_t size_ = 0;
};

struct WordCounts {
  std::uint32_t letters = 0, capitals = 0, digits = 0, hyphens = 0;
};

WordCounts count_classes(std::string_view text, Span span) {
  WordCounts counts;
  for (std::uint32_t i = span.begin; i < span.end; i += code_point_at(text, i).size) {
    const std::uint8_t c = class_at(text, i);
    counts.letters += (c & kLetter) != 0;
    counts.capitals += c == kUpper;
    counts.digits += c == kDigit;
    counts.hyphens += text[i] == '-';
  }
  return counts;
}

// The size of `word` (small letters) at the begin of `line`, in any case, as whole words; 0 when it is not there.
std::uint32_t prefix_size(std::string_view text, Span line, std::string_view word) {
  std::uint32_t at = line.begin, in_word = 0;
  while (in_word < word.size()) {
    const CodePoint expected = code_point_at(word, in_word);
    const CodePoint found = code_point_at(text, at);
    if (at >= line.end || to_small(found.value) != expected.value) return 0;
    at += found.size;
    in_word += expected.size;
  }
  return at >= line.end || !(class_at(text, at) & kWordPart) ? at - line.begin : 0;
}

std::uint32_t longest_prefix(std::string_view text, Span line, const std::vector<std::string>& words) {
  std::uint32_t longest = 0;
  for (const std::string& word : words) longest = std::max(longest, prefix_size(text, line, word));
  return longest;
}

bool has_tail(std::string_view text, Span line, const std::vector<std::string>& tails) {
  const auto ends_line = [&](const std::string& tail) {
    if (tail.empty() || tail.size() > line.size()) return false;
    const std::uint32_t begin = line.end - static_cast<std::uint32_t>(tail.size());
    return prefix_size(text, {begin, line.end}, tail) != 0 &&
           (begin == line.begin || !(class_at(text, begin - 1) & kWordPart));
  };
  return std::any_of(tails.begin(), tails.end(), ends_line);
}

// `2025-12-06`, `2025/12/06`, `6.12.2025`: the size of such a number at `position`, or 0.
std::uint32_t numeric_date_size(std::string_view text, std::uint32_t position, std::uint32_t end) {
  std::uint32_t digits = 0, marks = 0, i = position;
  for (; i < end && (kByteClass[static_cast<unsigned char>(text[i])] == kDigit || text[i] == '-' || text[i] == '/' ||
                     text[i] == '.');
       ++i)
    ++(kByteClass[static_cast<unsigned char>(text[i])] == kDigit ? digits : marks);
  const bool is_date = marks == 2 && (digits == 8 || digits == 7 || digits == 6) && i - position >= 8;
  return is_date && !(i < end && (class_at(text, i) & kLetter) && text[i] != 'T') ? i - position : 0;
}

// A line of two numbers or more, one of them a year, and at most four other words, all capitalised: `Friday, December 6, 2025`.
bool is_written_date(std::string_view text, Span rest) {
  if (rest.size() > kMaxHeadLineBytes) return false;
  const LineWords words(text, rest);
  std::uint32_t numbers = 0, years = 0, others = 0;
  for (std::size_t i = 0; i < words.spans().size(); ++i) {
    const WordCounts counts = count_classes(text, words.spans()[i]);
    numbers += counts.digits != 0;
    years += counts.digits == 4 && counts.letters == 0;
    others += counts.digits == 0;
    if (counts.digits == 0 && !(words.first_class(i) & (kUpper | kUncased | kPunctuation | kSymbol))) return false;
  }
  return numbers >= 2 && years >= 1 && others <= 4 && numbers <= 4;
}

// Four digits that stand alone.
bool holds_year(std::string_view text, Span span) {
  std::uint32_t digits = 0;
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    digits = kByteClass[static_cast<unsigned char>(text[i])] == kDigit ? digits + 1 : 0;
    if (digits == 4 && (i + 1 == span.end || !(class_at(text, i + 1) & kWordPart))) return true;
  }
  return false;
}

bool is_connector(std::string_view text, Span word) { return count_classes(text, word).letters <= 3; }

}  // namespace

std::optional<MetadataMatch> read_metadata(std::string_view text, Span line, const LayoutWords& words) {
  const std::uint32_t key = longest_prefix(text, line, words.date_keys);
  std::uint32_t begin = skip_space(text, line.begin + key, line.end);
  if (key != 0 && begin < line.end && text[begin] == ':') begin = skip_space(text, begin + 1, line.end);
  const std::uint32_t size = numeric_date_size(text, begin, line.end);
  const Span rest{begin, line.end};
  if (size != 0 && (key != 0 || count_classes(text, rest).letters <= 4))
    return MetadataMatch{{line.begin, begin + size}, {begin, begin + size}, skip_space(text, begin + size, line.end)};
  if (!is_written_date(text, rest)) return std::nullopt;
  return MetadataMatch{line, rest, line.end};
}

Span read_date_line(std::string_view text, Span line, const LayoutWords& words) {
  constexpr std::uint32_t kMostBytes = 100;
  if (line.size() > kMostBytes || ends_sentence(text, line)) return {};
  const std::uint32_t key = longest_prefix(text, line, words.date_keys);
  std::uint32_t begin = skip_space(text, line.begin + key, line.end);
  if (key != 0 && begin < line.end && text[begin] == ':') begin = skip_space(text, begin + 1, line.end);
  if (const std::uint32_t size = numeric_date_size(text, begin, line.end)) return {begin, begin + size};
  return holds_year(text, {begin, line.end}) ? Span{begin, line.end} : Span{};
}

bool is_byline(std::string_view text, Span line, const LayoutWords& words) {
  if (line.size() > kMaxHeadLineBytes) return false;
  const std::uint32_t head = longest_prefix(text, line, words.byline_heads);
  if (head == 0) return false;
  const LineWords rest(text, {line.begin + head, line.end});
  if (rest.spans().empty() || rest.spans().size() > 16) return false;
  if (!(rest.first_class(0) & (kUpper | kUncased))) return false;
  if (has_tail(text, line, words.byline_tails)) return true;
  for (std::size_t i = 0; i < rest.spans().size(); ++i)
    if (!(rest.first_class(i) & (kUpper | kUncased)) && !is_connector(text, rest.spans()[i])) return false;
  return true;
}

bool is_byline_tail(std::string_view text, Span line, const LayoutWords& words) {
  return line.size() <= kMaxHeadLineBytes / 2 && has_tail(text, line, words.byline_tails);
}

bool holds_label(std::string_view text, Span span, const LayoutWords& words) {
  const LineWords parts(text, span);
  return std::ranges::any_of(parts.spans(), [&](Span part) { return longest_prefix(text, part, words.labels) != 0; });
}

bool is_bare_name(std::string_view text, Span line) {
  if (line.size() > kMaxHeadLineBytes / 2) return false;
  const LineWords words(text, line);
  if (words.spans().size() < 2 || words.spans().size() > 4) return false;
  for (std::size_t i = 0; i < words.spans().size(); ++i) {
    const WordCounts counts = count_classes(text, words.spans()[i]);
    if (!(words.first_class(i) & kUpper) || counts.digits != 0 || counts.capitals == counts.letters) return false;
  }
  return kByteClass[static_cast<unsigned char>(text[line.end - 1])] != kPunctuation;
}

bool is_wire_slug(std::string_view text, Span line) {
  if (line.size() > kMaxHeadLineBytes) return false;
  const LineWords words(text, line);
  std::size_t odd = 0;
  for (const Span& word : words.spans()) {
    const WordCounts counts = count_classes(text, word);
    const bool mixed = counts.digits != 0 && counts.letters != 0;
    const bool hyphened = counts.hyphens >= 2 && counts.capitals >= 2;
    odd += mixed || hyphened || counts.letters + counts.digits == 0 || (counts.letters == 1 && counts.capitals == 0) ||
           (counts.letters == 0 && counts.digits >= 3);
  }
  return odd != 0 && odd * 2 >= words.spans().size();
}

bool is_furniture(std::string_view text, Span line) {
  if (line.size() > kMaxHeadLineBytes / 2) return false;
  const std::string_view whole = text.substr(line.begin, line.size());
  if (whole.front() == '(' && whole.back() == ')') return true;
  for (const std::string_view separator : {" > ", " | ", " » "})
    if (whole.find(separator) != std::string_view::npos) return true;
  return false;
}

bool is_in_capitals(std::string_view text, Span span) {
  std::uint32_t capitals = 0, small = 0;
  for (std::uint32_t i = span.begin; i < span.end; i += code_point_at(text, i).size) {
    const std::uint8_t c = class_at(text, i);
    capitals += c == kUpper;
    small += c == kLower;
    // A few small letters are in `McDONALD` and `2nd`; the rest of the text need not be read once there are more.
    if (small > 8 && small * 10 > capitals) return false;
  }
  return capitals >= 2 && small * 10 <= capitals;
}

}  // namespace copydesk
