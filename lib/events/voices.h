// Room 8, events. Who, by the words of the office, only speaks for others or of what others do: spokesmen, analysts.
#pragma once

#include "events/collect_mentions.h"

namespace copydesk {

// By the office, or the noun, of the first mentions; a report names an office where it names somebody first.
bool only_speaks_for_others(const EventWork& work, std::uint32_t entity);

}  // namespace copydesk
