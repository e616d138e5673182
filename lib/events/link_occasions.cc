#include <algorithm>

#include "events/build_events.h"

namespace copydesk {
namespace {

std::optional<DaySpan> days_of(const TimeLayer& times, const EventRecord& event) {
  if (event.times.empty()) return std::nullopt;
  std::optional<DaySpan> days = times.mentions[event.times.front()].days;
  const std::optional<DaySpan>& last = times.mentions[event.times.back()].days;
  if (days && last) days->last = std::max(days->last, last->last);
  return days;
}

void note_conflict(const TimeLayer& times, std::uint32_t index, EventLayer& layer) {
  const EventRecord& event = layer.events[index];
  const std::optional<DaySpan> own = days_of(times, event), around = days_of(times, layer.events[event.occasion]);
  if (!own || !around || (own->first <= around->last && around->first <= own->last)) return;
  layer.notes.push_back(
      {"time-conflict",
       event.time + " lies outside " + layer.events[event.occasion].time + ", the time of its occasion", index});
}

}  // namespace

void link_occasions(const TimeLayer& times, const std::vector<EventMention>& mentions,
                    const std::vector<std::uint32_t>& event_of, EventLayer& layer) {
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].occasion.empty()) continue;
    const auto around =
        std::ranges::find_if(mentions, [&](const EventMention& m) { return m.trigger.overlaps(mentions[i].occasion); });
    if (around == mentions.end()) continue;
    const std::uint32_t event = event_of[i], occasion = event_of[static_cast<std::size_t>(around - mentions.begin())];
    if (event != occasion && layer.events[occasion].occasion != event) layer.events[event].occasion = occasion;
  }
  for (std::uint32_t i = 0; i < layer.events.size(); ++i)
    if (layer.events[i].occasion != kNoIndex) note_conflict(times, i, layer);
}

}  // namespace copydesk
