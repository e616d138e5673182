#include "times/resolve.h"

namespace copydesk {
namespace {

// The hour of the day that `4` means beside `p.m.` or `in the afternoon`.
int hour_of_day(const TimeReading& reading) {
  const int hour = *reading.hour;
  if (reading.meridiem && hour <= 12) return hour % 12 + *reading.meridiem;
  const bool later = reading.part == DayPart::afternoon || reading.part == DayPart::evening;
  return later && hour < 12 ? hour + 12 : hour;
}

TimeValue resolve_kind(const TimeReading& reading, const TimeContext& context) {
  switch (reading.as) {
    case ReadAs::date:
      return resolve_date(reading, context);
    case ReadAs::numeric:
      return resolve_numeric(reading, context);
    case ReadAs::weekday:
      return resolve_weekday(reading, context);
    case ReadAs::unit:
      return resolve_unit(reading, context);
    case ReadAs::shift:
      return resolve_shift(reading, context);
    case ReadAs::within:
      return resolve_within(reading);
    case ReadAs::same:
      return resolve_same(reading, context);
    case ReadAs::holiday:
      return resolve_holiday(reading, context);
    case ReadAs::clock:
    case ReadAs::part:
      return resolve_day_of_context(reading, context);
    case ReadAs::decade:
      return resolve_decade(reading);
    case ReadAs::century:
      return resolve_century(reading);
    case ReadAs::duration:
      return resolve_duration(reading);
    case ReadAs::set:
      return resolve_set(reading);
    case ReadAs::reference:
      return resolve_reference(reading);
    case ReadAs::base:
      return reading.base.value_or(TimeValue{});
  }
  return {};
}

bool is_day(const TimeValue& value) {
  return (value.form == TimeValue::Form::point || (value.form == TimeValue::Form::set && !value.periodic)) &&
         value.grain == Unit::day;
}

bool year_fits(const TimeValue& value) {
  const int least = value.grain == Unit::century ? 0 : kLeastYear;  // the first century begins before its first year
  return !value.year || (*value.year >= least && *value.year <= kMostYear);
}

// `the nine months`
bool spans_quarters(const TimeValue& value) {
  return value.form == TimeValue::Form::duration && value.amount.unit == Unit::month &&
         value.amount.thousandths.value_or(0) > 3000;
}

}  // namespace

void Narrative::tell(const TimeValue& value, std::uint32_t in_sentence, std::uint32_t mention) {
  if (spans_quarters(value)) compares_quarter = false;
  if (!days_of(value)) return;
  last = anchored(value, mention);
  sentence = in_sentence;
  if (value.grain == Unit::day) day = last, day_sentence = in_sentence;
  if (value.grain == Unit::quarter) tell_quarter(in_sentence);
}

void Narrative::tell_quarter(std::uint32_t in_sentence) {
  last_quarter = last;
  quarter_sentence = in_sentence;
  compares_quarter = true;
  const DaySpan days = *days_of(*last);
  const bool over = !reference || days.last < *reference;
  if (!quarter || (over && days.first >= days_of(*quarter)->first)) quarter = last;
}

TimeValue resolve(const TimeReading& reading, const TimeContext& context) {
  TimeValue value = resolve_kind(reading, context);
  if (value.form == TimeValue::Form::none || !year_fits(value)) return {};
  if (reading.mod != Mod::none && value.mod == Mod::none) value.mod = reading.mod;
  if (!is_day(value)) return value;
  if (reading.part) value.part = reading.part;
  if (reading.hour) value.clock = Clock{hour_of_day(reading), reading.minute, reading.second, reading.zone};
  return value;
}

// The day that a time of day without one belongs to: the one the sentence names, else the day of the report.
TimeValue resolve_day_of_context(const TimeReading& reading, const TimeContext& context) {
  if (reading.base) return *reading.base;
  const Narrative& narrative = context.narrative;
  const std::uint32_t reach = reading.as == ReadAs::part ? 1 : 0;  // `in the morning` goes on with the sentence before
  if (narrative.day && (narrative.day_sentence + reach >= context.sentence || !context.reference)) {
    TimeValue day = *narrative.day;
    day.clock.reset();
    day.part.reset();
    return day;
  }
  if (context.reference) return anchored(day_point(*context.reference), context.reference_anchor);
  return open_point(Unit::day);
}

TimeValue resolve_duration(const TimeReading& reading) {
  if (!reading.unit) return {};
  TimeValue value;
  value.form = TimeValue::Form::duration;
  value.amount = reading.amount;
  value.rest = reading.rest;
  if (value.rest) value.rest->unit = reading.rest_unit.value_or(value.amount.unit);
  return value;
}

TimeValue resolve_set(const TimeReading& reading) {
  TimeValue value;
  value.form = TimeValue::Form::set;
  value.periodic = reading.unit.has_value();
  value.amount = reading.amount;
  if (value.periodic) return value;
  value.weekday = reading.weekday;
  value.month = reading.month;
  value.day = reading.day;
  value.season = reading.season;
  value.quarter = reading.quarter;
  if (value.month && value.day && *value.day > days_in_month(2000, *value.month)) return {};
  if (value.season) value.grain = Unit::season;
  if (value.quarter) value.grain = Unit::quarter;
  if (value.month && !value.day) value.grain = Unit::month;
  return value;
}

TimeValue resolve_reference(const TimeReading& reading) {
  TimeValue value;
  const int tense = reading.tense.value_or(0);
  value.form = tense < 0 ? TimeValue::Form::past : tense > 0 ? TimeValue::Form::future : TimeValue::Form::present;
  return value;
}

TimeValue resolve_decade(const TimeReading& reading) {
  if (!reading.decade) return {};
  TimeValue value = year_point(whole_year(*reading.decade));
  value.grain = Unit::decade;
  return value;
}

TimeValue resolve_century(const TimeReading& reading) {
  if (!reading.century) return {};
  TimeValue value = year_point((*reading.century - 1) * 100);
  value.grain = Unit::century;
  value.before_christ = reading.before_christ.has_value();
  return value;
}

int whole_year(int year) {
  if (year >= 100) return year;
  return year < 40 ? 2000 + year : 1900 + year;
}

}  // namespace copydesk
