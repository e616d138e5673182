// Room 8, events. What an event is about: the sectors that the words beside its triggers name, else those of the report.
#pragma once

#include <string_view>
#include <vector>

#include "events/collect_mentions.h"

namespace copydesk {

// What rules say a trigger is about, and its name, decide; else what stands near the trigger.
void add_sectors(EventWork& work, EventLayer& layer, std::vector<EventMention>& mentions);

// The index of a sector in the layer, added when new.
std::uint32_t sector_index(const EventNames& names, std::string_view id, EventLayer& layer);

// The ids of the sector that an item of the text is about as a whole, empty when none stands out, and of the one that it names
// most, empty when it hardly names any.
struct ItemSubject {
  std::string_view main, most_named;
};
std::vector<ItemSubject> subjects_of_items(const EventWork& work);

}  // namespace copydesk
