#include "text/layout.h"

#include <algorithm>

#include "text/characters.h"
#include "text/dateline.h"
#include "text/dateline_pieces.h"
#include "text/head.h"
#include "text/items.h"

namespace copydesk {
namespace {

constexpr std::uint32_t kMaxHeadlineColumns = 140;
constexpr std::uint32_t kMaxSectionHeadColumns = 64;
constexpr std::uint32_t kBodyColumns = 100;  // a line so long is a paragraph, whatever it ends with
constexpr std::size_t kHeadLines = 8;        // a dateline stands in the first lines or nowhere

class LayoutReader {
 public:
  LayoutReader(std::string_view text, const LayoutWords& words, Layout& layout)
      : text_(text), words_(words), layout_(layout), lines_(layout.lines) {}

  void read() {
    split_lines(text_, lines_);
    join_wrapped_lines(text_, lines_);
    layout_.items.emplace_back();
    drop_metadata();
    find_items(text_, lines_, next_, starts_);
    find_dateline();
    find_date_lines();
    drop_starts_of_head();
    read_head();
    layout_.items.front().dateline = layout_.dateline;
    read_body();
  }

 private:
  std::string_view slice(Span span) const { return text_.substr(span.begin, span.size()); }

  void add(BlockKind kind, Span span) {
    const auto item = static_cast<std::uint32_t>(layout_.items.size() - 1);
    if (!span.empty()) layout_.blocks.push_back({span, kind, is_in_capitals(text_, span), item});
  }

  // Takes metadata off the begin of the text; a report may go on in the same line.
  void drop_metadata() {
    while (next_ < lines_.size() && next_ < kHeadLines) {
      if (take_metadata()) continue;
      if (!is_noise(lines_[next_].span) || next_ + 1 == lines_.size()) return;
      add(BlockKind::metadata, lines_[next_++].span);
    }
  }

  bool is_noise(Span line) const {
    return is_furniture(text_, line) ||
           (is_wire_slug(text_, line) && read_dateline(text_, line).strength == DatelineStrength::none);
  }

  bool take_metadata() {
    const std::optional<MetadataMatch> metadata = read_metadata(text_, lines_[next_].span, words_);
    if (!metadata) return false;
    const bool whole_line = metadata->text_begin == lines_[next_].span.end;
    add(BlockKind::metadata, metadata->whole);
    if (layout_.metadata_date.empty()) layout_.metadata_date = metadata->date;
    if (whole_line)
      ++next_;
    else
      cut_line(metadata->text_begin);
    return true;
  }

  void cut_line(std::uint32_t begin) {
    TextLine& line = lines_[next_];
    line.columns -= std::min(line.columns, begin - line.span.begin);
    line.span.begin = begin;
  }

  bool ends_as_sentence(const TextLine& line) const { return ends_sentence(text_, line.span); }

  bool is_body(const TextLine& line) const { return line.columns > kBodyColumns && ends_as_sentence(line); }

  // The first sure dateline among the head's lines, or a likely one before a paragraph.
  void find_dateline() {
    const std::size_t last = std::min(list_begin(), next_ + kHeadLines);
    for (std::size_t i = next_; i < last; ++i) {
      if (read_metadata(text_, lines_[i].span, words_)) continue;
      const DatelineMatch match = read_dateline(text_, lines_[i].span);
      if (accepts(match, i) && (!has_dateline() || labelled_ || match.strength == DatelineStrength::sure)) {
        dateline_ = match;
        dateline_line_ = i;
        labelled_ = holds_label(text_, match.spans.place, words_);
        if (match.strength != DatelineStrength::place_alone && !labelled_) return;
      }
      if (is_body(lines_[i]) && i >= next_ + 3) return;
    }
  }

  bool is_sentence(const TextLine& line) const {
    return line.columns > kMaxSectionHeadColumns && ends_as_sentence(line);
  }

  // Lines of the head, up to the first paragraph, and the last line of the text.
  void find_date_lines() {
    const std::size_t end =
        std::min({lines_.size(), next_ + kHeadLines, has_dateline() ? dateline_line_ : list_begin()});
    for (std::size_t i = next_; i < end && !is_sentence(lines_[i]); ++i)
      if (const Span date = read_date_line(text_, lines_[i].span, words_); !date.empty())
        layout_.date_lines.push_back(date);
    if (lines_.size() > next_ + 2) layout_.last_line = read_date_line(text_, lines_.back().span, words_);
  }

  // The line of the first entry of a list: what begins like a dateline there is none of the whole text.
  std::size_t list_begin() const {
    for (const ItemStart& start : starts_)
      if (start.kind != ItemKind::report) return start.line;
    return lines_.size();
  }

  void drop_starts_of_head() {
    const std::size_t body = has_dateline() ? dateline_line_ + 1 : next_;
    std::erase_if(starts_, [&](const ItemStart& start) { return start.text_line < body; });
    for (ItemStart& start : starts_) start.line = std::max(start.line, body);
  }

  bool accepts(const DatelineMatch& match, std::size_t i) const {
    const TextLine& line = lines_[i];
    const Span rest{match.text_begin, line.span.end};
    switch (match.strength) {
      case DatelineStrength::none:
        return false;
      case DatelineStrength::place_alone:
        return i > next_ && has_paragraph_after(i) && first_paragraph(i);
      case DatelineStrength::colon:
        return !rest.empty() && is_body_after_dash(line, rest) && first_paragraph(i) && !is_label(match, i);
      case DatelineStrength::sure:
        return !rest.empty() || match.capitals || has_paragraph_after(i);
      case DatelineStrength::capitals:
        return rest.empty() ? has_paragraph_after(i) : is_body_after_dash(line, rest);
      case DatelineStrength::mixed_case:
        return !rest.empty() && is_body_after_dash(line, rest) && first_paragraph(i);
    }
    return false;
  }

  bool has_paragraph_after(std::size_t i) const { return i + 1 < lines_.size() && is_body(lines_[i + 1]); }

  bool is_body_after_dash(const TextLine& line, Span rest) const {
    const bool capital = class_at(text_, rest.begin) & (kUpper | kUncased | kPunctuation | kDigit);
    return capital && is_body(line) && !is_in_capitals(text_, rest);
  }

  // The lines around begin with it too: `Photos: `; or those behind it with the like: an interview's `SMITH: `.
  bool is_label(const DatelineMatch& match, std::size_t i) const {
    const std::string_view label = slice(match.spans.whole);
    const auto begins_so = [&](std::size_t k) {
      if (k >= lines_.size()) return false;
      const DatelineMatch other = k > i ? read_dateline(text_, lines_[k].span) : DatelineMatch{};
      return slice(lines_[k].span).substr(0, label.size()) == label ||
             (other.strength == DatelineStrength::colon && other.capitals == match.capitals);
    };
    return begins_so(i + 1) || begins_so(i + 2) || (i > 0 && begins_so(i - 1));
  }

  bool first_paragraph(std::size_t i) const {
    const auto begin = lines_.begin();
    return std::none_of(begin + static_cast<std::ptrdiff_t>(next_), begin + static_cast<std::ptrdiff_t>(i),
                        [&](const TextLine& line) { return is_body(line); });
  }

  bool has_dateline() const { return dateline_.strength != DatelineStrength::none; }

  void read_head() {
    std::size_t end = has_dateline() ? dateline_line_ : std::min(lines_.size(), next_ + kHeadLines);
    if (!starts_.empty()) end = std::min(end, starts_.front().line);
    while (next_ < end && read_head_line(end)) {
    }
    if (!has_dateline()) return;
    for (; next_ < dateline_line_; ++next_) add(kind_in_body(next_), lines_[next_].span);
    if (!labelled_) layout_.dateline = dateline_.spans;
    add(labelled_ ? BlockKind::metadata : BlockKind::dateline, dateline_.spans.whole);
    if (dateline_.text_begin == lines_[next_].span.end)
      ++next_;
    else
      cut_line(dateline_.text_begin);
  }

  bool read_head_line(std::size_t end) {
    const TextLine& line = lines_[next_];
    if (is_byline(text_, line.span, words_) || (after_byline() && is_byline_tail(text_, line.span, words_)) ||
        (has_dateline() && next_ + 1 == end && !layout_.blocks.empty() && is_bare_name(text_, line.span))) {
      add(BlockKind::byline, line.span);
      ++next_;
      return true;
    }
    if (take_metadata()) return true;
    if (is_furniture(text_, line.span)) {
      add(BlockKind::metadata, line.span);
      ++next_;
      return true;
    }
    if (repeats_headline()) return take_repeated_headline();
    if (!is_headline()) return false;
    take_headline();
    return true;
  }

  bool after_byline() const { return !layout_.blocks.empty() && layout_.blocks.back().kind == BlockKind::byline; }

  const Block* headline() const {
    for (const Block& block : layout_.blocks)
      if (block.kind == BlockKind::headline) return &block;
    return nullptr;
  }

  // `headline\n\nheadline Updated: 2016-07-15 13:14`: web pages say it twice, and more behind it.
  bool repeats_headline() const {
    const Block* first = headline();
    if (first == nullptr || first->span.size() < 12) return false;
    const Span line = lines_[next_].span;
    const std::string_view title = slice(first->span);
    if (slice(line).substr(0, title.size()) != title) return false;
    const std::uint32_t rest = skip_space(text_, line.begin + first->span.size(), line.end);
    return rest == line.end || (lines_[next_].columns <= kMaxHeadlineColumns && !ends_as_sentence(lines_[next_]));
  }

  bool take_repeated_headline() {
    const std::uint32_t size = headline()->span.size();
    const Span line = lines_[next_].span;
    add(BlockKind::headline, {line.begin, line.begin + size});
    const std::uint32_t rest = skip_space(text_, line.begin + size, line.end);
    if (rest != line.end && !read_rest_of_headline({rest, line.end})) add(BlockKind::metadata, {rest, line.end});
    ++next_;
    return true;
  }

  bool read_rest_of_headline(Span rest) {
    const std::optional<MetadataMatch> metadata = read_metadata(text_, rest, words_);
    if (!metadata) return false;
    if (layout_.metadata_date.empty()) layout_.metadata_date = metadata->date;
    add(BlockKind::metadata, rest);
    return true;
  }

  bool is_headline() const {
    const TextLine& line = lines_[next_];
    if (headline() != nullptr && !is_second_headline(line)) return false;
    if (line.columns > kMaxHeadlineColumns || !looks_like_title(line)) return false;
    if (has_dateline() && next_ < dateline_line_) return true;
    if (ends_with_full_stop(line) || next_ + 1 == lines_.size()) return false;
    const TextLine& after = lines_[next_ + 1];
    return after.gap_before || after.columns > line.columns || is_byline(text_, after.span, words_) ||
           read_metadata(text_, after.span, words_).has_value();
  }

  // A line under the headline without full stop, before the dateline: `Deal covers fintech and cybersecurity`.
  bool is_second_headline(const TextLine& line) const {
    return has_dateline() && layout_.blocks.back().kind == BlockKind::headline && line.columns >= 20 &&
           line.columns <= kBodyColumns && !ends_with_full_stop(line);
  }

  bool looks_like_title(const TextLine& line) const {
    const std::uint8_t first = class_at(text_, line.span.begin);
    const char last = text_[line.span.end - 1];
    return (first & (kUpper | kUncased | kDigit | kPunctuation)) && last != ':' && last != ',' && last != ';';
  }

  // A stop after one letter is that of an abbreviation: `talks with U.S.`
  bool ends_with_full_stop(const TextLine& line) const {
    if (!ends_as_sentence(line) || text_[line.span.end - 1] != '.')
      return ends_as_sentence(line) && line.columns > kBodyColumns;
    return line.span.size() < 4 || text_[line.span.end - 3] != '.';
  }

  // Two or three lines in one piece are one headline.
  void take_headline() {
    Span span = lines_[next_].span;
    const bool single = headline() != nullptr;
    std::uint32_t taken = 1;
    const std::size_t end = has_dateline() ? dateline_line_ : lines_.size();
    ++next_;
    while (!single && taken < 3 && next_ < end && continues_headline(next_)) {
      span.end = lines_[next_++].span.end;
      ++taken;
    }
    add(BlockKind::headline, span);
  }

  bool continues_headline(std::size_t i) const {
    const TextLine& line = lines_[i];
    const bool ends_group =
        i + 1 == lines_.size() || lines_[i + 1].gap_before || (has_dateline() && i + 1 == dateline_line_);
    return !line.gap_before && ends_group && line.columns <= 80 && lines_[i - 1].columns <= 80 &&
           looks_like_title(line) && !ends_as_sentence(line) && !ends_as_sentence(lines_[i - 1]) &&
           !is_byline(text_, line.span, words_) && !is_bare_name(text_, line.span) &&
           !read_metadata(text_, line.span, words_) && slice(line.span) != slice(lines_[i - 1].span);
  }

  void read_body() {
    auto start = starts_.begin();
    for (; next_ < lines_.size(); ++next_) {
      if (start != starts_.end() && next_ == start->line) {
        begin_item(*start);
        read_title(start->text_line, start->kind);
        read_begin(*start++);
      } else {
        add(kind_in_body(next_), lines_[next_].span);
      }
    }
  }

  void begin_item(const ItemStart& start) {
    const DatelineSpans& dateline = start.dateline.spans;
    layout_.items.push_back({.kind = start.kind, .dateline = dateline, .date = dateline.date, .day = start.day});
  }

  // Moves to the line `end`.
  void read_title(std::size_t end, ItemKind kind) {
    for (; next_ < end; ++next_) {
      const Span line = lines_[next_].span;
      if (kind != ItemKind::report) {
        add(BlockKind::section_head, line);
        continue;
      }
      const std::optional<MetadataMatch> metadata = read_metadata(text_, line, words_);
      if (metadata) layout_.items.back().date = metadata->date;
      add(metadata                         ? BlockKind::metadata
          : is_byline(text_, line, words_) ? BlockKind::byline
                                           : BlockKind::headline,
          line);
    }
  }

  // The dateline or head of an item, and what follows it in the line.
  void read_begin(const ItemStart& start) {
    const Span line = lines_[next_].span;
    const bool filed = start.dateline.strength != DatelineStrength::none;
    const Span label = filed ? start.dateline.spans.whole : start.head;
    add(filed ? BlockKind::dateline : BlockKind::section_head, {line.begin, label.end});
    add(BlockKind::paragraph, {skip_space(text_, label.end, line.end), line.end});
  }

  BlockKind kind_in_body(std::size_t i) const {
    return is_section_head(i) ? BlockKind::section_head : BlockKind::paragraph;
  }

  // A short line without stop before a longer one that ends as sentences do.
  bool is_section_head(std::size_t i) const {
    const TextLine& line = lines_[i];
    if (line.columns > kMaxSectionHeadColumns || i + 1 == lines_.size() || ends_as_sentence(line)) return false;
    if (!looks_like_title(line) || !(class_at(text_, line.span.begin) & (kUpper | kUncased | kDigit))) return false;
    const TextLine& after = lines_[i + 1];
    return after.columns > line.columns && ends_as_sentence(after);
  }

  std::string_view text_;
  const LayoutWords& words_;
  Layout& layout_;
  std::vector<TextLine>& lines_;
  std::size_t next_ = 0;
  DatelineMatch dateline_;
  std::size_t dateline_line_ = 0;
  bool labelled_ = false;          // it begins with `ANALYSIS` or the like instead of a place
  std::vector<ItemStart> starts_;  // of the items behind the first
};

}  // namespace

void read_layout(std::string_view text, const LayoutWords& words, Layout& layout) {
  layout.blocks.clear();
  layout.lines.clear();
  layout.items.clear();
  layout.date_lines.clear();
  layout.last_line = {};
  layout.dateline = {};
  layout.metadata_date = {};
  LayoutReader(text, words, layout).read();
}

}  // namespace copydesk
