// Room 8, events. When, where and what about: times, places and sectors of the sentence that a mention stands in.
#pragma once

#include <vector>

#include "events/collect_mentions.h"
#include "times/time_layer.h"

namespace copydesk {

void add_sectors(EventWork& work, EventLayer& layer, std::vector<EventMention>& mentions);
// The index of a sector in the layer, added when new.
std::uint32_t sector_index(const EventNames& names, std::string_view id, EventLayer& layer);

// The sector that the report as a whole is about, kNoIndex when none stands out.
std::uint32_t main_sector(EventWork& work, EventLayer& layer);

void add_times(EventWork& work, const TimeLayer& times, std::vector<EventMention>& mentions);

// The nearest place in the sentence of a trigger, where no rule of the pack gave one.
void add_places(EventWork& work, std::vector<EventMention>& mentions);

// The place of the dateline, an entity; kNoIndex when there is none.
std::uint32_t dateline_place(const EventWork& work);

// `here`, where the text says it of a trigger, is the place of the dateline.
void add_here(EventWork& work, std::vector<EventMention>& mentions);

}  // namespace copydesk
