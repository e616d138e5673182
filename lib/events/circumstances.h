// Room 8, events. When and where: times and places of the sentence that a mention stands in.
#pragma once

#include <algorithm>
#include <vector>

#include "events/collect_mentions.h"
#include "times/time_layer.h"

namespace copydesk {

// A day, or no more than a year of days, of a known year.
bool tells_when(const TimeMention& time);

// `On 7 and 8 June`: the first of the times of which `time` is the last; else that one.
const TimeMention& begin_of_range(const TimeLayer& times, const TimeMention& time);

// The days of a value such as `P3D`; 1 for any other.
std::int32_t days_in(std::string_view value);

// The time expression that a rule captured; nullptr when there is none.
const TimeMention* time_at(const TimeLayer& times, TokenRange range);

// The mention of whose trigger an annotation speaks; nullptr when there is none.
EventMention* mention_of(const EventWork& work, const Annotation& annotation, std::vector<EventMention>& mentions);

// The first of a vector of things in the order of the text that lies in a sentence, by bisection.
template <class T, class RangeOf>
auto first_in(const std::vector<T>& all, std::uint32_t token, RangeOf range_of) {
  return std::ranges::lower_bound(all, token, {}, [&](const T& one) { return range_of(one).begin; });
}

void add_times(EventWork& work, const TimeLayer& times, std::vector<EventMention>& mentions);

// The nearest place in the sentence of a trigger, where no rule of the pack gave one.
void add_places(EventWork& work, std::vector<EventMention>& mentions);

// The place of the dateline that holds for an item of the text, an entity; kNoIndex when there is none.
std::uint32_t dateline_place(const EventWork& work, std::uint32_t item);

// `here`, where the text says it of a trigger, is the place of the dateline.
void add_here(EventWork& work, std::vector<EventMention>& mentions);

}  // namespace copydesk
