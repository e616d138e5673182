// Room 8, events. From merged mentions to the events of the report.
#pragma once

#include "events/collect_mentions.h"
#include "times/time_layer.h"

namespace copydesk {

void build_events(EventWork& work, const TimeLayer& times, const std::vector<EventMention>& mentions,
                  const std::vector<std::uint32_t>& event_of, EventLayer& layer);

}  // namespace copydesk
