// Room 8, events. Where the people of a report are told to have gone, and for which days.
#pragma once

#include <vector>

#include "events/collect_mentions.h"
#include "times/time_layer.h"

namespace copydesk {

// A place that the text says somebody went to: what is told around it took place there.
struct Scene {
  std::uint32_t token = 0;
  std::uint32_t sentence = 0;
  std::uint32_t item = 0;
  std::uint32_t place = kNoIndex;  // entity
  Kind kind = kAnyKind;            // of EventNames: a stay that began, ended, or is still ahead
};

// In the order of the text.
std::vector<Scene> find_scenes(EventWork& work, const TimeLayer& times);

// Whether somebody, not only a country, takes part of whom a sentence speaks, such as that of a scene or a stay.
bool has_guest(const EventWork& work, std::uint32_t sentence, const EventRecord& event);

// Puts the place of a scene of these days to events of which no other place is told.
void add_scene_places(const EventWork& work, const TimeLayer& times, const std::vector<Scene>& scenes,
                      const std::vector<EventMention>& mentions, const std::vector<std::uint32_t>& event_of,
                      EventLayer& layer);

// Puts the days of a stay to what somebody did on it of which no day is told.
void add_stay_times(const EventWork& work, const TimeLayer& times, const std::vector<Scene>& scenes,
                    const std::vector<EventMention>& mentions, const std::vector<std::uint32_t>& event_of,
                    EventLayer& layer);

}  // namespace copydesk
