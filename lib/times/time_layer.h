// Room 5, times: what it adds. Expressions with their resolved values, and the date they were resolved against.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "copydesk/document.h"
#include "times/civil.h"

namespace copydesk {

struct TimeMention {
  TokenRange range;
  TimeType type = TimeType::date;
  std::string value;  // TIMEX3, printed once from the typed value
  std::string mod;
  std::optional<DaySpan> days;         // that the value covers; of dates and times whose year is known
  std::uint32_t range_end = kNoIndex;  // of the begin of `from X to Y`: the mention of Y
  std::uint32_t rule = 0;              // index into Grammar::rules
  std::uint32_t sentence = 0;
  std::uint32_t anchor = kNoAnchor;  // the mention that a relative value was counted from, or kReferenceAnchor
};

struct TimeLayer {
  std::vector<TimeMention> mentions;                   // in the order of the text, never overlapping
  std::string reference_date;                          // ISO; empty when none
  std::optional<std::int32_t> reference_day;           // the same, counted from 1970-01-01
  std::vector<std::optional<std::int32_t>> item_days;  // of the items of the text, where there are several
  ReferenceFrom reference_from = ReferenceFrom::none;
  bool year_open = false;  // an expression stayed underspecified for want of a reference date

  // The day that the times of an item count from.
  std::optional<std::int32_t> day_of_item(std::uint32_t item) const {
    return item < item_days.size() ? item_days[item] : reference_day;
  }

  void clear() { *this = TimeLayer{std::move(mentions)}, mentions.clear(); }
};

}  // namespace copydesk
