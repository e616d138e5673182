// From what an expression says to what it denotes. One function for each kind of reading; none of them keeps anything.
#pragma once

#include "times/calendars.h"
#include "times/time_reading.h"
#include "times/time_value.h"

namespace copydesk {

// The tense of the clause that an expression stands in, as far as words around it tell.
// A state (`is part of`) says nothing of when; a plain present (`the council votes`) tells what is planned.
enum class Tense : std::uint8_t { unknown, past, state, present, future };

// The times that a report has already told. The anchor of each is the mention that told it.
struct Narrative {
  std::optional<TimeValue> last;     // the last point whose days are known
  std::optional<TimeValue> day;      // the last of them that is a day
  std::optional<TimeValue> quarter;  // the one the report is about: of the quarters told that were over, the latest
  std::optional<TimeValue> last_quarter;
  std::uint32_t sentence = 0;  // of `last`
  std::uint32_t day_sentence = 0;
  std::uint32_t quarter_sentence = 0;       // of `last_quarter`
  bool compares_quarter = false;            // the last figures told were of a quarter, not of several quarters
  std::optional<std::int32_t> reference{};  // the day of the report

  // The quarter that figures told in this sentence are of.
  const std::optional<TimeValue>& quarter_in(std::uint32_t this_sentence) const {
    return last_quarter && quarter_sentence == this_sentence ? last_quarter : quarter;
  }

  void tell(const TimeValue& value, std::uint32_t in_sentence, std::uint32_t mention = kNoAnchor);

 private:
  void tell_quarter(std::uint32_t in_sentence);
};

// What an expression is resolved against.
struct TimeContext {
  const Calendars& calendars;
  std::optional<std::int32_t> reference;              // the day of the report
  std::uint32_t reference_anchor = kReferenceAnchor;  // of what is counted from `reference`
  Narrative narrative;
  Tense tense = Tense::unknown;
  std::uint32_t sentence = 0;
  std::optional<Order> order = {};  // of numeric dates, where it is known or the report shows it
};

// A value without form when the reading makes no valid time.
TimeValue resolve(const TimeReading& reading, const TimeContext& context);

// Each of the following is one kind; parts of the day, clock and mod are added by resolve().
TimeValue resolve_date(const TimeReading& reading, const TimeContext& context);
TimeValue resolve_other_calendar(const TimeReading& reading, const TimeContext& context);
TimeValue resolve_numeric(const TimeReading& reading, const TimeContext& context);
TimeValue resolve_weekday(const TimeReading& reading, const TimeContext& context);
TimeValue resolve_holiday(const TimeReading& reading, const TimeContext& context);
TimeValue resolve_unit(const TimeReading& reading, const TimeContext& context);
TimeValue resolve_shift(const TimeReading& reading, const TimeContext& context);
TimeValue resolve_within(const TimeReading& reading);
TimeValue resolve_same(const TimeReading& reading, const TimeContext& context);
TimeValue resolve_day_of_context(const TimeReading& reading, const TimeContext& context);
TimeValue resolve_decade(const TimeReading& reading);
TimeValue resolve_century(const TimeReading& reading);
TimeValue resolve_duration(const TimeReading& reading);
TimeValue resolve_set(const TimeReading& reading);
TimeValue resolve_reference(const TimeReading& reading);

// The four digits of a year written in two.
int whole_year(int year);

}  // namespace copydesk
