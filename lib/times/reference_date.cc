#include "times/reference_date.h"

#include <array>
#include <span>

#include "times/choose_year.h"
#include "tokens/tokenizer.h"

namespace copydesk {
namespace {

// The date with a year that a line of the head holds, if it is the line's own: it begins the line or stands behind a mark, and a
// mark, a number or a few words follow. Empty where there is none.
class DateLine {
 public:
  DateLine(const Analysis& analysis, Span line) : text_(analysis.text) {
    tokenize(analysis.text, {.span = line}, analysis.language.abbreviations, layer_);
  }

  // `is_month` of a token.
  template <class IsMonth>
  Span date(IsMonth is_month) const {
    if (size() == 1) return span(0, 1);
    for (std::size_t i = 0; i < size(); ++i) {
      if (!is_month(layer_, layer_.tokens[i])) continue;
      const std::size_t begin = i > 0 && is_day(i - 1) ? i - 1 : i;
      std::size_t end = begin < i ? i + 1 : i + 2;
      if (begin == i && (end > size() || !is_day(i + 1))) continue;
      if (end < size() && is_mark(end)) ++end;
      if (end < size() && is_year(end) && stands_alone(begin, end + 1)) return span(begin, end + 1);
    }
    return {};
  }

 private:
  std::size_t size() const { return layer_.tokens.size(); }
  Span span(std::size_t begin, std::size_t end) const {
    return {layer_.tokens[begin].begin, layer_.tokens[end - 1].end};
  }
  std::string_view at(std::size_t i) const { return text_.substr(span(i, i + 1).begin, span(i, i + 1).size()); }
  bool is_mark(std::size_t i) const {
    return layer_.tokens[i].kind == TokenKind::punctuation || layer_.tokens[i].kind == TokenKind::symbol;
  }
  bool is_digit(std::size_t i, std::size_t at_byte) const { return at(i)[at_byte] >= '0' && at(i)[at_byte] <= '9'; }
  bool is_day(std::size_t i) const { return is_digit(i, 0) && at(i).size() <= 4 && !is_year(i); }
  bool is_year(std::size_t i) const { return at(i).size() == 4 && is_digit(i, 0) && is_digit(i, 3); }

  bool stands_alone(std::size_t begin, std::size_t end) const {
    constexpr std::size_t kFewWords = 4;
    const bool led = begin > 1 && !is_mark(begin - 1);  // one word before it may be that of the weekday
    if (led) return false;
    return end == size() || is_mark(end) || is_digit(end, 0) || (begin < 2 && size() - end <= kFewWords);
  }

  std::string_view text_;
  TokenLayer layer_;
};

// A date written alone, outside of any sentence: `Dec. 6`, `6 December 2025`, `2025-12-06`.
class AloneDate {
 public:
  AloneDate(const Analysis& analysis, const TimeRules& rules, std::optional<Order> order, Span span)
      : analysis_(analysis), rules_(rules) {
    if (span.empty()) return;
    read_numbers(analysis.text.substr(span.begin, span.size()));
    read_month(span);
    if (reading_.month)
      sort_named();
    else
      sort_numeric(order == Order::day_first);
  }

  static bool is_month(const Analysis& analysis, const TimeRules& rules, const TokenLayer& layer,
                       const TokenData& token) {
    AloneDate date(analysis, rules);
    for (std::size_t i = 0; i < analysis.language.grammar.lexicons.size(); ++i)
      date.read_month_of(analysis.language.grammar.lexicons[i], i, layer, token);
    return date.reading_.month.has_value();
  }

  // A reading with month and day at least.
  const TimeReading* reading() const { return reading_.month && reading_.day ? &reading_ : nullptr; }

 private:
  AloneDate(const Analysis& analysis, const TimeRules& rules) : analysis_(analysis), rules_(rules) {}

  void read_numbers(std::string_view text) {
    bool open = false;
    for (const char c : text) {
      const bool digit = c >= '0' && c <= '9';
      if (digit && !open && count_ == numbers_.size()) return;
      if (digit && !open) ++count_;
      if (digit && numbers_[count_ - 1] < 100000) numbers_[count_ - 1] = numbers_[count_ - 1] * 10 + (c - '0');
      open = digit;
    }
  }

  void read_month(Span span) {
    TokenLayer layer;
    tokenize(analysis_.text, {.span = span}, analysis_.language.abbreviations, layer);
    const Grammar& grammar = analysis_.language.grammar;
    for (std::size_t i = 0; i < grammar.lexicons.size(); ++i)
      for (const TokenData& token : layer.tokens) read_month_of(grammar.lexicons[i], i, layer, token);
  }

  void read_month_of(const Lexicon& lexicon, std::size_t index, const TokenLayer& layer, const TokenData& token) {
    const std::uint32_t word = lexicon.find(layer.folded_of(token), token.hash);
    if (word == kNoWord) return;
    const WordFacts facts = lexicon.facts_of(word);
    lexicon.match(std::span(&facts, 1), std::span(&token, 1), 0, 1, [&](std::uint32_t, std::uint32_t entry) {
      const auto value = [&](TimeField field) { return rules_.value_of(lexicon, index, lexicon.entry(entry), field); };
      const auto month = value(TimeField::month), calendar = value(TimeField::calendar);
      if (!month || !calendar) return;
      reading_.month = month;
      reading_.calendar = static_cast<Calendar>(*calendar);
    });
  }

  void sort_named() {
    for (std::size_t i = 0; i < count_; ++i) {
      if (numbers_[i] > 31 && !reading_.year) reading_.year = numbers_[i];
      if (numbers_[i] >= 1 && numbers_[i] <= 31 && !reading_.day) reading_.day = numbers_[i];
    }
  }

  void sort_numeric(bool days_first) {
    if (count_ < 3) return;
    const bool year_first = numbers_[0] > 31;
    const bool day_first = !year_first && (numbers_[0] > 12 || (days_first && numbers_[1] <= 12));
    reading_.year = year_first ? numbers_[0] : numbers_[2];
    reading_.month = year_first || day_first ? numbers_[1] : numbers_[0];
    reading_.day = year_first ? numbers_[2] : day_first ? numbers_[0] : numbers_[1];
  }

  const Analysis& analysis_;
  const TimeRules& rules_;
  TimeReading reading_;
  std::array<int, 3> numbers_{};
  std::size_t count_ = 0;
};

std::optional<std::int32_t> resolve_alone(const AloneDate& date, const TimeContext& context) {
  if (date.reading() == nullptr || *date.reading()->month > 12 || *date.reading()->month < 1) return std::nullopt;
  const std::optional<DaySpan> days = days_of(resolve_date(*date.reading(), context));
  return days ? std::optional(days->first) : std::nullopt;
}

std::optional<std::int32_t> iso_day(std::string_view text) {
  const auto number = [&](std::size_t begin, std::size_t size) {
    int value = 0;
    for (const char c : text.substr(begin, size)) value = c >= '0' && c <= '9' ? value * 10 + (c - '0') : -100000;
    return value;
  };
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const CivilDate date{number(0, 4), number(5, 2), number(8, 2)};
  return is_valid(date) ? std::optional(days_of(date)) : std::nullopt;
}

}  // namespace

namespace {

// The day of the first of these lines that holds the date.
std::optional<std::int32_t> day_of_lines(const Analysis& analysis, const TimeRules& rules, std::optional<Order> order,
                                         const TimeContext& context, std::span<const Span> lines) {
  const auto is_month = [&](const TokenLayer& layer, const TokenData& token) {
    return AloneDate::is_month(analysis, rules, layer, token);
  };
  for (const Span line : lines) {
    if (line.empty()) continue;
    const Span date = DateLine(analysis, line).date(is_month);
    if (const auto day = resolve_alone(AloneDate(analysis, rules, order, date), context)) return day;
  }
  return std::nullopt;
}

// Which of two numbers is the day: as the dateline has it in words, else first where dots stand between them.
std::optional<Order> order_of_head(const Analysis& analysis, const TimeRules& rules, Span numeric) {
  const AloneDate dateline(analysis, rules, std::nullopt, analysis.layout.dateline.date);
  for (const Order order : {Order::day_first, Order::month_first}) {
    const AloneDate date(analysis, rules, order, numeric);
    if (date.reading() == nullptr || dateline.reading() == nullptr) continue;
    if (date.reading()->month == dateline.reading()->month && date.reading()->day == dateline.reading()->day)
      return order;
  }
  const bool dots = analysis.text.substr(numeric.begin, numeric.size()).find('.') != std::string_view::npos;
  return dots ? std::optional(Order::day_first) : std::nullopt;
}

}  // namespace

ReferenceDate find_reference_date(const Analysis& analysis, const TimeRules& rules, const Calendars& calendars,
                                  std::optional<Order> order, std::string_view option) {
  const Layout& layout = analysis.layout;
  const std::optional<std::int32_t> known = iso_day(option);
  TimeContext context{.calendars = calendars, .reference = known};
  const auto order_in = [&](Span date) { return order ? order : order_of_head(analysis, rules, date); };
  const AloneDate metadata(analysis, rules, order_in(layout.metadata_date), layout.metadata_date);
  if (const auto day = resolve_alone(metadata, context)) return {day, ReferenceFrom::metadata};
  const std::span<const Span> last(&layout.last_line, 1);
  const Span numeric = layout.date_lines.empty() ? layout.last_line : layout.date_lines.front();
  const std::optional<Order> shown = order_in(numeric);
  std::optional<std::int32_t> line = day_of_lines(analysis, rules, shown, context, layout.date_lines);
  if (!line && !known) line = day_of_lines(analysis, rules, shown, context, last);
  if (!known) context.reference = line;
  const AloneDate dateline(analysis, rules, order, layout.dateline.date);
  if (const auto day = resolve_alone(dateline, context)) return {day, ReferenceFrom::dateline};
  if (line) return {line, ReferenceFrom::metadata};
  return {known, known ? ReferenceFrom::option : ReferenceFrom::none};
}

std::vector<std::optional<std::int32_t>> find_item_days(const Analysis& analysis, const TimeRules& rules,
                                                        const Calendars& calendars, std::optional<Order> order,
                                                        std::optional<std::int32_t> reference) {
  std::vector<std::optional<std::int32_t>> days;
  const std::vector<Item>& items = analysis.layout.items;
  if (items.size() == 1) return days;
  const TimeContext context{.calendars = calendars, .reference = reference};
  for (std::size_t i = 0; i < items.size(); ++i) {
    std::optional<std::int32_t> day = reference;
    if (i > 0 && !items[i].date.empty())
      if (const auto own = resolve_alone(AloneDate(analysis, rules, order, items[i].date), context)) day = own;
    days.push_back(day);
  }
  return days;
}

}  // namespace copydesk
