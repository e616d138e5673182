// Room 8, events. What an event is about: the sectors that the words beside its triggers name, else those of the report.
#pragma once

#include <vector>

#include "events/collect_mentions.h"

namespace copydesk {

// What rules say a trigger is about, and its name, decide; else what stands near the trigger.
void add_sectors(EventWork& work, EventLayer& layer, std::vector<EventMention>& mentions);

// The index of a sector in the layer, added when new.
std::uint32_t sector_index(const EventNames& names, std::string_view id, EventLayer& layer);

// The sector that the report as a whole is about, kNoIndex when none stands out.
std::uint32_t main_sector(EventWork& work, EventLayer& layer);

}  // namespace copydesk
