#include "times/print_value.h"

#include <string_view>

namespace copydesk {
namespace {

void append_padded(int number, std::size_t width, std::string& out) {
  const std::string digits = std::to_string(number);
  out.append(width > digits.size() ? width - digits.size() : 0, '0');
  out += digits;
}

void append_part(std::string_view mark, const std::optional<int>& number, std::string& out) {
  out += mark;
  if (number)
    append_padded(*number, 2, out);
  else
    out += "XX";
}

void append_year(const TimeValue& value, std::string& out) {
  if (value.before_christ) out += "BC";
  if (value.year)
    append_padded(*value.year, 4, out);
  else
    out += "XXXX";
}

// `199` is the decade, `19` the century, `BC04` the fifth before Christ.
void append_cut_year(const TimeValue& value, std::size_t digits, std::string& out) {
  std::string year;
  append_year(value, year);
  out += year.substr(0, digits + (value.before_christ ? 2 : 0));
}

std::string_view season_code(Season season) {
  constexpr std::string_view kCodes[] = {"SP", "SU", "FA", "WI"};
  return kCodes[static_cast<std::size_t>(season)];
}

std::string_view part_code(DayPart part) {
  constexpr std::string_view kCodes[] = {"MO", "MI", "AF", "EV", "NI", "DT"};
  return kCodes[static_cast<std::size_t>(part)];
}

void append_numbered(std::string_view mark, const std::optional<int>& number, std::string& out) {
  out += mark;
  out += number ? std::to_string(*number) : std::string("X");
}

void append_week(const TimeValue& value, std::string& out) {
  append_year(value, out);
  append_part("-W", value.week, out);
  if (value.grain == Unit::weekend) out += "-WE";
}

void append_day(const TimeValue& value, std::string& out) {
  append_year(value, out);
  if (value.weekday && !value.day) {
    out += "-WXX-" + std::to_string(*value.weekday);
    return;
  }
  append_part("-", value.month, out);
  append_part("-", value.day, out);
}

void append_date(const TimeValue& value, std::string& out) {
  switch (value.grain) {
    case Unit::millennium:
      return append_cut_year(value, 1, out);
    case Unit::century:
      return append_cut_year(value, 2, out);
    case Unit::decade:
      return append_cut_year(value, 3, out);
    case Unit::year:
      return append_year(value, out);
    case Unit::half:
      return append_year(value, out), append_numbered("-H", value.half, out);
    case Unit::quarter:
      return append_year(value, out), append_numbered("-Q", value.quarter, out);
    case Unit::season:
      append_year(value, out), out += '-', out += value.season ? season_code(*value.season) : "XX";
      return;
    case Unit::month:
      return append_year(value, out), append_part("-", value.month, out);
    case Unit::week:
    case Unit::weekend:
      return append_week(value, out);
    default:
      return append_day(value, out);
  }
}

void append_zone(int minutes, std::string& out) {
  if (minutes == 0) {
    out += 'Z';
    return;
  }
  out += minutes < 0 ? '-' : '+';
  append_padded((minutes < 0 ? -minutes : minutes) / 60, 2, out);
  out += ':';
  append_padded((minutes < 0 ? -minutes : minutes) % 60, 2, out);
}

void append_clock(const Clock& clock, std::string& out) {
  append_padded(clock.hour, 2, out);
  out += ':';
  append_padded(clock.minute.value_or(0), 2, out);
  if (clock.second) out += ':', append_padded(*clock.second, 2, out);
  if (clock.zone) append_zone(*clock.zone, out);
}

std::string_view unit_code(Unit unit) {
  constexpr std::string_view kCodes[] = {"S", "M", "H", "D", "WE", "W", "M", "Q", "SE", "H", "Y", "DE", "CE", "ML"};
  return kCodes[static_cast<std::size_t>(unit)];
}

// Decades and centuries are counted in years; half a unit goes into the next smaller one where that is exact.
struct Step {
  Unit unit;
  int factor;
};

Step counted_in(Unit unit) {
  switch (unit) {
    case Unit::decade:
      return {Unit::year, 10};
    case Unit::century:
      return {Unit::year, 100};
    case Unit::millennium:
      return {Unit::year, 1000};
    case Unit::half:
      return {Unit::month, 6};
    case Unit::season:
      return {Unit::month, 3};
    default:
      return {unit, 1};
  }
}

std::optional<Step> smaller_half(Unit unit) {
  switch (unit) {
    case Unit::year:
      return Step{Unit::month, 6};
    case Unit::hour:
      return Step{Unit::minute, 30};
    case Unit::minute:
      return Step{Unit::second, 30};
    case Unit::day:
      return Step{Unit::hour, 12};
    default:
      return std::nullopt;
  }
}

class DurationPrinter {
 public:
  explicit DurationPrinter(std::string& out) : out_(out) { out_ += 'P'; }

  void add(const Amount& amount) {
    if (!amount.thousandths) return put("X", amount.unit == Unit::decade ? Unit::year : amount.unit);
    const Step step = counted_in(amount.unit);
    const std::int64_t count = *amount.thousandths * step.factor;
    const std::optional<Step> half = smaller_half(step.unit);
    if (count % 1000 != 500 || !half) return put(decimal(count), step.unit);
    if (count > 500) put(std::to_string(count / 1000), step.unit);
    put(std::to_string(half->factor), half->unit);
  }

 private:
  static std::string decimal(std::int64_t thousandths) {
    std::string number = std::to_string(thousandths / 1000);
    if (thousandths % 1000 == 0) return number;
    number += '.';
    append_padded(static_cast<int>(thousandths % 1000), 3, number);
    return number.substr(0, number.find_last_not_of('0') + 1);
  }

  void put(const std::string& number, Unit unit) {
    if (unit < Unit::day && !clocked_) out_ += 'T', clocked_ = true;
    out_ += number;
    out_ += unit_code(unit);
  }

  std::string& out_;
  bool clocked_ = false;
};

std::string print_duration(const TimeValue& value) {
  std::string out;
  DurationPrinter printer(out);
  printer.add(value.amount);
  if (value.rest) printer.add(*value.rest);
  return out;
}

std::string print_point(const TimeValue& value) {
  std::string out;
  append_date(value, out);
  if (value.clock)
    out += 'T', append_clock(*value.clock, out);
  else if (value.part)
    out += 'T', out += part_code(*value.part);
  return out;
}

}  // namespace

TimeType type_of(const TimeValue& value) {
  if (value.form == TimeValue::Form::duration) return TimeType::duration;
  if (value.form == TimeValue::Form::set) return TimeType::set;
  return value.clock || value.part ? TimeType::time : TimeType::date;
}

std::string print_value(const TimeValue& value) {
  switch (value.form) {
    case TimeValue::Form::none:
      return {};
    case TimeValue::Form::past:
      return "PAST_REF";
    case TimeValue::Form::present:
      return "PRESENT_REF";
    case TimeValue::Form::future:
      return "FUTURE_REF";
    case TimeValue::Form::duration:
      return print_duration(value);
    case TimeValue::Form::set:
      return value.periodic ? print_duration(value) : print_point(value);
    case TimeValue::Form::point:
      return print_point(value);
  }
  return {};
}

std::string_view print_mod(Mod mod) {
  constexpr std::string_view kCodes[] = {
      "",      "APPROX", "BEFORE", "AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
      "EARLY", "MID",    "LATE",   "START", "END"};
  return kCodes[static_cast<std::size_t>(mod)];
}

}  // namespace copydesk
