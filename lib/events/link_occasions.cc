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

namespace {

constexpr std::size_t kMentionsAround = 12;

// The event during which a mention's own took place, as a rule says it; kNoIndex when none does.
std::uint32_t told_occasion(const std::vector<EventMention>& mentions, const std::vector<std::uint32_t>& event_of,
                            const EventMention& mention) {
  if (mention.occasion.empty()) return kNoIndex;
  const auto around =
      std::ranges::find_if(mentions, [&](const EventMention& m) { return m.trigger.overlaps(mention.occasion); });
  return around == mentions.end() ? kNoIndex : event_of[static_cast<std::size_t>(around - mentions.begin())];
}

// A gathering that frames the sentence, such as `at the forum`.
std::uint32_t framing_event(const EventNames& names, const std::vector<EventMention>& mentions,
                            const std::vector<std::uint32_t>& event_of, std::size_t index) {
  const std::size_t begin = index > kMentionsAround ? index - kMentionsAround : 0;
  const std::size_t end = std::min(mentions.size(), index + kMentionsAround);
  for (std::size_t i = begin; i < end; ++i) {
    const EventType* type = names.type(mentions[i].type);
    if (mentions[i].sentence == mentions[index].sentence && mentions[i].frames && type != nullptr &&
        type->absorbs != kAnyKind && mentions[i].type != mentions[index].type)
      return event_of[i];
  }
  return kNoIndex;
}

// What took place at a gathering took place where and when the gathering did.
void take_circumstances(EventRecord& event, const EventRecord& occasion) {
  if (event.places.empty()) event.places = occasion.places;
  if (!event.times.empty()) return;
  event.times = occasion.times;
  event.time = occasion.time;
}

}  // namespace

void link_occasions(const EventNames& names, const TimeLayer& times, const std::vector<EventMention>& mentions,
                    const std::vector<std::uint32_t>& event_of, EventLayer& layer) {
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (event_of[i] == kNoIndex) continue;
    EventRecord& event = layer.events[event_of[i]];
    std::uint32_t occasion = told_occasion(mentions, event_of, mentions[i]);
    if (occasion == kNoIndex && event.occasion == kNoIndex) occasion = framing_event(names, mentions, event_of, i);
    if (occasion != kNoIndex && occasion != event_of[i] && layer.events[occasion].occasion != event_of[i])
      event.occasion = occasion;
  }
  for (std::uint32_t i = 0; i < layer.events.size(); ++i)
    if (layer.events[i].occasion != kNoIndex)
      take_circumstances(layer.events[i], layer.events[layer.events[i].occasion]);
  for (std::uint32_t i = 0; i < layer.events.size(); ++i)
    if (layer.events[i].occasion != kNoIndex) note_conflict(times, i, layer);
}

}  // namespace copydesk
