// Room 8, events. What sort of gathering a mention speaks of, by the words before its noun: a board's, of ministers, on peace.
#pragma once

#include <vector>

#include "events/collect_mentions.h"

namespace copydesk {

void add_sorts(const EventWork& work, std::vector<EventMention>& mentions);

// Whether two mentions tell of two sorts: of one axis, but not the same.
bool sorts_differ(const std::vector<EventSort>& a, const std::vector<EventSort>& b);

}  // namespace copydesk
