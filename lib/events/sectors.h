// Room 8, events. What an event is about: the sectors that the words beside its triggers name, else those of the report.
#pragma once

#include <string_view>
#include <vector>

#include "events/sector_hits.h"

namespace copydesk {

// What rules say a trigger is about, and its name, decide; else what stands near the trigger.
void add_sectors(const EventWork& work, const SectorHits& hits, EventLayer& layer, std::vector<EventMention>& mentions);

// Adds what a sentence of its own tells to be the subject of the event told just before: `They also spoke of cod.`
void add_told_topics(const EventWork& work, const SectorHits& hits, const std::vector<EventMention>& mentions,
                     const std::vector<std::uint32_t>& event_of, EventLayer& layer);

// The index of a sector in the layer, added when new.
std::uint32_t sector_index(const EventNames& names, std::string_view id, EventLayer& layer);

}  // namespace copydesk
