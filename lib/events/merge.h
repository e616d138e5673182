// Room 8, events. Mentions that may speak of one event become one: the type agrees, and time, participants, names and places do
// not contradict each other.
#pragma once

#include <vector>

#include "events/collect_mentions.h"
#include "times/time_layer.h"

namespace copydesk {

// For each mention the number of its event, in the order in which the report tells them; kNoIndex for an echo of none.
std::vector<std::uint32_t> merge_mentions(const EventWork& work, const TimeLayer& times,
                                          const std::vector<EventMention>& mentions);

}  // namespace copydesk
