#include "times/reference_date.h"

#include <array>

#include "times/choose_year.h"
#include "tokens/tokenizer.h"

namespace copydesk {
namespace {

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

  // A reading with month and day at least.
  const TimeReading* reading() const { return reading_.month && reading_.day ? &reading_ : nullptr; }

 private:
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

ReferenceDate find_reference_date(const Analysis& analysis, const TimeRules& rules, const Calendars& calendars,
                                  std::optional<Order> order, std::string_view option) {
  const std::optional<std::int32_t> known = iso_day(option);
  const TimeContext context{.calendars = calendars, .reference = known};
  const AloneDate metadata(analysis, rules, order, analysis.layout.metadata_date);
  if (const auto day = resolve_alone(metadata, context)) return {day, ReferenceFrom::metadata};
  const AloneDate dateline(analysis, rules, order, analysis.layout.dateline.date);
  if (const auto day = resolve_alone(dateline, context)) return {day, ReferenceFrom::dateline};
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
