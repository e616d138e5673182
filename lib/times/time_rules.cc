#include "times/time_rules.h"

#include <algorithm>

#include "times/read_number.h"

namespace copydesk {
namespace {

constexpr std::int64_t kOne = 1000;

// The numbers of `12/06/2025`, `10:30:15`, at most three; the count.
int split_numbers(std::string_view text, std::array<int, 3>& numbers) {
  int count = 0;
  bool open = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !open && count == 3) return count;
    if (digit && !open) numbers[static_cast<std::size_t>(count++)] = 0;
    if (digit) {
      int& number = numbers[static_cast<std::size_t>(count - 1)];
      number = std::min(number * 10 + (c - '0'), 100000);
    }
    open = digit;
  }
  return count;
}

// `10`, `10:30`, `2130`.
bool fill_clock(std::string_view text, TimeReading& reading) {
  std::array<int, 3> numbers{};
  const int count = split_numbers(text, numbers);
  if (count == 0 || numbers[0] > 2400) return false;
  const auto digits = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
  const bool joined = count == 1 && digits > 2;
  reading.hour = joined ? numbers[0] / 100 : numbers[0];
  if (joined) reading.minute = numbers[0] % 100;
  if (count > 1) reading.minute = numbers[1];
  if (count > 2) reading.second = numbers[2];
  return *reading.hour <= 24 && reading.minute.value_or(0) < 60 && reading.second.value_or(0) < 60 &&
         (*reading.hour < 24 || reading.minute.value_or(0) == 0);
}

void set_named(TimeField field, int value, TimeReading& reading) {
  switch (field) {
    case TimeField::as:
      reading.as = static_cast<ReadAs>(value);
      break;
    case TimeField::anchor:
      reading.anchor = static_cast<Anchor>(value);
      break;
    case TimeField::calendar:
      reading.calendar = static_cast<Calendar>(value);
      break;
    case TimeField::order:
      reading.order = static_cast<Order>(value);
      break;
    case TimeField::mod:
      reading.mod = static_cast<Mod>(value);
      break;
    case TimeField::season:
      reading.season = static_cast<Season>(value);
      break;
    case TimeField::part:
      reading.part = static_cast<DayPart>(value);
      break;
    case TimeField::unit:
      reading.unit = reading.amount.unit = static_cast<Unit>(value);
      break;
    case TimeField::rest_unit:
      reading.rest_unit = static_cast<Unit>(value);
      break;
    default:
      break;
  }
}

bool set_value(TimeField field, int value, TimeReading& reading) {
  const FieldInfo& info = info_of(field);
  if (field == TimeField::amount) {
    reading.counted = true;
    reading.amount.thousandths = value * kOne;
    return true;
  }
  if (info.whole == nullptr) return set_named(field, value, reading), true;
  if (value < info.least || value > info.most) return false;
  reading.*info.whole = value;
  return true;
}

}  // namespace

TimeRules::TimeRules(const Language& language, std::vector<Error>& errors) {
  const Grammar& grammar = language.grammar;
  find_columns(grammar);
  templates_.resize(grammar.rules.size());
  const std::uint16_t room = grammar.names.find("times");
  for (std::uint32_t index = 0; index < grammar.rules.size(); ++index)
    if (grammar.cascades[grammar.rules[index].cascade].room == room) read_rule(language, index, errors);
}

void TimeRules::read_rule(const Language& language, std::uint32_t index, std::vector<Error>& errors) {
  const Grammar& grammar = language.grammar;
  const Rule& rule = grammar.rules[index];
  const auto fail = [&](std::string message) {
    errors.push_back(
        {rule.place.file, rule.place.line, rule.place.column, "rule '" + rule.name + "': " + std::move(message)});
  };
  Template& made = templates_[index];
  for (const Field& field : rule.fields) {
    const std::string_view name = grammar.names.text(field.name);
    const FieldInfo* info = field_named(name);
    if (info == nullptr) {
      fail("found field '" + std::string(name) + "', expected one that times know");
    } else if (field.capture != 0) {
      made.bindings.push_back({info->field, field.capture, 0, true});
    } else if (const std::optional<int> value = written_value(info->field, field.constant)) {
      made.bindings.push_back({info->field, 0, *value, false});
    } else {
      fail(std::string(name) + ": found '" + field.constant + "', expected " + expected_values(info->field));
    }
  }
  for (const std::uint16_t capture : rule.program.captures)
    if (const FieldInfo* info = field_named(grammar.names.text(capture)))
      made.bindings.push_back({info->field, capture, 0, false});
  made.known =
      std::ranges::any_of(made.bindings, [](const Binding& binding) { return binding.field == TimeField::as; });
}

void TimeRules::find_columns(const Grammar& grammar) {
  for (const Lexicon& lexicon : grammar.lexicons) {
    std::vector<Column>& columns = columns_.emplace_back();
    for (std::size_t list = 0; list < lexicon.lists().size(); ++list)
      for (std::uint32_t i = 0; i < lexicon.lists()[list].columns; ++i) {
        const std::string_view name = lexicon.column(lexicon.lists()[list], i);
        const FieldInfo* info = field_named(name);
        const bool number = name == "number";
        if (info == nullptr && !number) continue;
        columns.push_back(
            {static_cast<std::uint16_t>(list), static_cast<std::uint16_t>(i), number ? TimeField::count : info->field});
      }
  }
}

std::optional<int> TimeRules::list_value(const Analysis& analysis, TokenRange range, TimeField field) const {
  const Lattice& lattice = analysis.lattice;
  for (std::uint32_t at = lattice.first_at(range.begin); at != kNoEdge; at = lattice.edge(at).next_begin) {
    const Edge& edge = lattice.edge(at);
    if (edge.annotation || edge.range != range) continue;
    const Lexicon& lexicon = analysis.language.grammar.lexicons[edge.layer];
    if (const auto value = value_of(lexicon, edge.layer, lexicon.entry(edge.payload), field)) return value;
  }
  return std::nullopt;
}

// The sum of the number words and digits of a range; nothing when one of them is vague, or there is none.
std::optional<std::int64_t> TimeRules::sum_of(const Analysis& analysis, TokenRange range) const {
  const Lattice& lattice = analysis.lattice;
  NumberSum sum;
  for (std::uint32_t token = range.begin; token < range.end;) {
    std::uint32_t next = token + 1;
    std::optional<std::int64_t> number;
    if (lattice.token(token).kind == TokenKind::number)
      number = read_digits(lattice.layer().folded_of(lattice.token(token)));
    for (std::uint32_t at = lattice.first_at(token); at != kNoEdge && !number; at = lattice.edge(at).next_begin) {
      const Edge& edge = lattice.edge(at);
      if (edge.annotation || edge.range.end > range.end) continue;
      const Lexicon& lexicon = analysis.language.grammar.lexicons[edge.layer];
      const ListEntry& entry = lexicon.entry(edge.payload);
      for (const Column& column : columns_[edge.layer])
        if (column.list == entry.list && column.field == TimeField::count) {
          number = read_digits(lexicon.value(entry, column.index));
          next = edge.range.end;
          if (!number) return std::nullopt;
        }
    }
    if (number) sum.add(*number);
    token = next;
  }
  return sum.thousandths();
}

std::optional<int> TimeRules::number_value(const Analysis& analysis, TokenRange range, TimeField field) const {
  if (const std::optional<int> value = list_value(analysis, range, field)) return value;
  const std::optional<std::int64_t> sum = sum_of(analysis, range);
  if (!sum) return std::nullopt;
  return static_cast<int>(std::min<std::int64_t>(*sum / kOne, 1'000'000));
}

// True when the range says how many, be it vaguely.
bool TimeRules::fill_amount(const Analysis& analysis, TokenRange range, Amount& amount) const {
  amount.thousandths = sum_of(analysis, range);
  return true;
}

bool TimeRules::fill(const Analysis& analysis, const Binding& binding, TokenRange range, TimeReading& reading) const {
  if (binding.may_lack) {
    const std::optional<int> cell = list_value(analysis, range, binding.field);
    return !cell || set_value(binding.field, *cell, reading);
  }
  switch (binding.field) {
    case TimeField::base:
    case TimeField::clock:
      return true;
    case TimeField::hour:
      if (const auto listed = list_value(analysis, range, TimeField::hour)) return reading.hour = listed, true;
      if (range.size() > 1 || analysis.lattice.token(range.begin).kind == TokenKind::word) break;
      return fill_clock(analysis.text_of(range), reading);
    case TimeField::numeric:
      return split_numbers(analysis.text_of(range), reading.numeric) == 3;
    case TimeField::amount:
      reading.counted = true;
      return fill_amount(analysis, range, reading.amount);
    case TimeField::rest_unit:
      if (const auto unit = list_value(analysis, range, TimeField::unit))
        return set_value(binding.field, *unit, reading);
      return false;
    case TimeField::rest:
      if (!reading.rest) reading.rest.emplace();
      return fill_amount(analysis, range, *reading.rest);
    default:
      break;
  }
  if (has_named_values(binding.field)) {
    const std::optional<int> value = list_value(analysis, range, binding.field);
    return value && set_value(binding.field, *value, reading);
  }
  const std::optional<int> value = number_value(analysis, range, binding.field);
  return value && set_value(binding.field, *value, reading);
}

std::optional<TimeReading> TimeRules::read(const Analysis& analysis, const Annotation& annotation) const {
  const Template& made = templates_[annotation.rule];
  TimeReading reading;
  for (const Binding& binding : made.bindings) {
    if (binding.capture == 0) {
      if (!set_value(binding.field, binding.constant, reading)) return std::nullopt;
      continue;
    }
    const Capture* capture = analysis.lattice.capture(annotation, binding.capture);
    if (capture != nullptr && !capture->range.empty() && !fill(analysis, binding, capture->range, reading))
      return std::nullopt;
  }
  return reading;
}

TokenRange TimeRules::tokens_of(const Lattice& lattice, const Annotation& annotation, TimeField field) const {
  for (const Binding& binding : templates_[annotation.rule].bindings)
    if (binding.field == field && binding.capture != 0)
      if (const Capture* capture = lattice.capture(annotation, binding.capture)) return capture->range;
  return {};
}

const Annotation* TimeRules::part_of(const Lattice& lattice, const Annotation& annotation, TimeField field) const {
  const TokenRange range = tokens_of(lattice, annotation, field);
  if (range.empty()) return nullptr;
  for (std::uint32_t at = lattice.first_at(range.begin); at != kNoEdge; at = lattice.edge(at).next_begin) {
    const Edge& edge = lattice.edge(at);
    if (!edge.annotation || edge.range != range) continue;
    const Annotation& found = lattice.annotations[edge.payload];
    if (&found != &annotation && templates_[found.rule].known) return &found;
  }
  return nullptr;
}

std::optional<int> TimeRules::value_of(const Lexicon& lexicon, std::size_t layer, const ListEntry& entry,
                                       TimeField field) const {
  for (const Column& column : columns_[layer])
    if (column.list == entry.list && column.field == field)
      return written_value(field, lexicon.value(entry, column.index));
  return std::nullopt;
}

}  // namespace copydesk
