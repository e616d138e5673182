#include "text/items.h"

#include <algorithm>

#include "text/characters.h"
#include "text/dateline_pieces.h"
#include "text/head.h"

namespace copydesk {
namespace {

constexpr std::size_t kFewest = 3;               // items of a list
constexpr std::uint32_t kMaxLabelBytes = 100;    // a dateline or head ends in so many
constexpr std::uint32_t kMaxTitleColumns = 140;  // of a title or a numbered head
constexpr std::uint32_t kFewestColumns = 16;     // of an entry behind its place
constexpr std::uint32_t kMaxDayColumns = 40;

class ItemFinder {
 public:
  ItemFinder(std::string_view text, const std::vector<TextLine>& lines, std::size_t first,
             std::vector<ItemStart>& starts)
      : text_(text), lines_(lines), first_(first), starts_(starts) {}

  void find() {
    for (std::size_t i = first_; i < lines_.size(); ++i) read_line(i);
    drop_entry_of_title();
    if (keep_list(entries_)) find_days();
    keep_list(headed_);
    keep_list(numbered_);
    std::ranges::stable_sort(starts_, {}, &ItemStart::text_line);
    const auto same_line = [](const ItemStart& a, const ItemStart& b) { return a.text_line == b.text_line; };
    starts_.erase(std::unique(starts_.begin(), starts_.end(), same_line), starts_.end());
    for (std::size_t k = 0; k < starts_.size(); ++k) take_title(k);
  }

 private:
  std::string_view slice(Span span) const { return text_.substr(span.begin, span.size()); }
  std::uint8_t first_class(Span span) const { return span.empty() ? 0 : class_at(text_, span.begin); }

  void read_line(std::size_t i) {
    Span line = lines_[i].span;
    if (first_class(line) == kDigit) return read_numbered(i);
    if (!has_label(line)) return;
    if (first_class(line) == kUpper) read_headed(i);
    while (line.begin < line.end && !(first_class(line) & kWordPart))
      line.begin += code_point_at(text_, line.begin).size;
    if (first_class(line) == kUpper) read_filed(i, line);
  }

  // Whether a mark that ends datelines or heads stands near the begin: most paragraphs have none.
  bool has_label(Span line) const {
    const std::string_view begin = slice(line).substr(0, kMaxLabelBytes);
    return begin.find(" -") != begin.npos || begin.find(" | ") != begin.npos || begin.find(": ") != begin.npos ||
           begin.find('(') != begin.npos || begin.find("\xE2\x80") != begin.npos || begin.find('/') != begin.npos ||
           begin.find('_') != begin.npos || ends_with_digit(line);
  }

  bool ends_with_digit(Span line) const {
    return line.size() < kMaxLabelBytes && kByteClass[static_cast<unsigned char>(text_[line.end - 1])] == kDigit;
  }

  void read_filed(std::size_t i, Span line) {
    DatelineMatch match = read_dateline(text_, line);
    if (match.strength == DatelineStrength::colon && match.capitals)
      match = read_dateline(text_, {match.text_begin, line.end});
    if (match.strength == DatelineStrength::sure) read_report(i, match);
    if (match.strength == DatelineStrength::capitals) read_entry(i, match);
  }

  // `LIMA, Dec. 4 (Reuters) -`: a place in capitals with a date or an agency, or one in small letters with both.
  void read_report(std::size_t i, const DatelineMatch& match) {
    if (match.spans.place.empty()) return;
    const bool dated = !match.spans.date.empty(), filed = !match.spans.agency.empty();
    const Span rest{match.text_begin, lines_[i].span.end};
    if (!(dated && filed) && !(match.capitals && has_body(rest, i))) return;
    starts_.push_back({.line = i, .text_line = i, .dateline = match});
  }

  bool has_body(Span rest, std::size_t i) const {
    if (!rest.empty()) return rest.size() > kFewestColumns && ends_sentence(text_, rest);
    return i + 1 < lines_.size() && ends_sentence(text_, lines_[i + 1].span);
  }

  // `** DAKAR - Senegal signs`, `CANCELLED: MANILA - Round table`.
  void read_entry(std::size_t i, const DatelineMatch& match) {
    if (match.text_begin + kFewestColumns > lines_[i].span.end) return;
    if (!(class_at(text_, match.text_begin) & (kUpper | kUncased | kPunctuation | kDigit))) return;
    entries_.push_back({.line = i, .text_line = i, .kind = ItemKind::entry, .dateline = match});
  }

  // `DIARY - News of the week` over the entries.
  void drop_entry_of_title() {
    if (entries_.size() < 2 || entries_[0].line != first_) return;
    if (entries_[1].line > first_ + 1 && is_title(first_)) entries_.erase(entries_.begin());
  }

  // `CEMENT TALKS STALL: Talks between`.
  void read_headed(std::size_t i) {
    const Span line = lines_[i].span;
    const std::size_t colon = slice(line).substr(0, kMaxLabelBytes).find(": ");
    if (colon == std::string_view::npos || !ends_sentence(text_, line)) return;
    const Span head{line.begin, line.begin + static_cast<std::uint32_t>(colon) + 1};
    const Span rest{skip_space(text_, head.end, line.end), line.end};
    if (has_small_letter(head) || slice(head).find(' ') == std::string_view::npos || rest.size() < kMaxDayColumns)
      return;
    headed_.push_back({.line = i, .text_line = i, .kind = ItemKind::headed, .head = head});
  }

  bool has_small_letter(Span span) const {
    for (std::uint32_t i = span.begin; i < span.end; i += code_point_at(text_, i).size)
      if (class_at(text_, i) == kLower) return true;
    return false;
  }

  // `02. Fair of Foods`, a title over a paragraph; numbered paragraphs are one text.
  void read_numbered(std::size_t i) {
    const Span line = lines_[i].span;
    std::uint32_t end = line.begin;
    while (end < line.end && text_[end] >= '0' && text_[end] <= '9') ++end;
    const bool marked = end - line.begin <= 3 && end + 1 < line.end && (text_[end] == '.' || text_[end] == ')');
    if (!marked || class_at(text_, end + 1) != kSpace || !is_title(i) || i + 1 == lines_.size()) return;
    if (!ends_sentence(text_, lines_[i + 1].span)) return;
    numbered_.push_back({.line = i, .text_line = i, .kind = ItemKind::numbered, .head = line});
  }

  bool is_title(std::size_t i) const {
    return lines_[i].columns <= kMaxTitleColumns && !ends_sentence(text_, lines_[i].span);
  }

  // A label that comes again is a speaker's, or that of a column.
  bool keep_list(std::vector<ItemStart>& list) {
    std::vector<std::string_view> labels;
    labels.reserve(list.size());
    for (const ItemStart& start : list)
      labels.push_back(slice(start.head.empty() ? start.dateline.spans.place : start.head));
    std::ranges::sort(labels);
    const auto repeated = std::ranges::adjacent_find(labels);
    if (list.size() < kFewest || (repeated != labels.end() && !list.front().head.empty())) return list.clear(), false;
    labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
    if (labels.size() < kFewest || labels.size() * 2 < list.size()) return list.clear(), false;
    starts_.insert(starts_.end(), list.begin(), list.end());
    return true;
  }

  // `FRIDAY, OCT 31` before entries of a diary; it looks like a place and a date.
  void find_days() {
    Span day;
    std::size_t next = first_;
    std::erase_if(starts_,
                  [&](const ItemStart& start) { return start.kind == ItemKind::report && is_day(start.line); });
    for (ItemStart& start : starts_) {
      if (start.kind != ItemKind::entry) continue;
      const std::size_t entry = start.text_line;
      for (; next < entry; ++next)
        if (is_day(next)) day = lines_[next].span, start.line = next;
      start.day = day;
      next = entry + 1;
    }
  }

  bool is_day(std::size_t i) const {
    const TextLine& line = lines_[i];
    if (line.columns > kMaxDayColumns || ends_sentence(text_, line.span)) return false;
    bool digit = false, word = false;
    for (std::uint32_t at = line.span.begin; at < line.span.end; at += code_point_at(text_, at).size) {
      const std::uint8_t c = class_at(text_, at);
      digit |= c == kDigit;
      word |= (c & kLetter) != 0;
    }
    return digit && word;
  }

  // The lines before the dateline of a second report that are no sentences: its headline, its byline.
  void take_title(std::size_t k) {
    constexpr std::size_t kMostLines = 3;
    ItemStart& start = starts_[k];
    if (start.kind != ItemKind::report) return;
    const std::size_t begin = k == 0 ? first_ : starts_[k - 1].text_line + 1;
    while (start.line > begin && start.text_line - start.line < kMostLines && is_title(start.line - 1)) --start.line;
  }

  std::string_view text_;
  const std::vector<TextLine>& lines_;
  std::size_t first_;
  std::vector<ItemStart>& starts_;
  std::vector<ItemStart> entries_, headed_, numbered_;
};

}  // namespace

void find_items(std::string_view text, const std::vector<TextLine>& lines, std::size_t first,
                std::vector<ItemStart>& starts) {
  starts.clear();
  ItemFinder(text, lines, first, starts).find();
}

}  // namespace copydesk
