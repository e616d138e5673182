// Room 8, events. Who takes part, by the clause: the subject before the trigger and the partners behind it, where no rule of the
// pack says more of them.
#pragma once

#include <vector>

#include "events/collect_mentions.h"

namespace copydesk {

void attach_arguments(EventWork& work, std::vector<EventMention>& mentions);

}  // namespace copydesk
