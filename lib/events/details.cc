#include "events/build_events.h"

namespace copydesk {
namespace {

// Several instruments, told of on a day: those that the next sentences tell of one by one were signed then and there. What is told as
// following an event of these days was on its day.
class DetailFinder {
 public:
  DetailFinder(const TimeLayer& times, const std::vector<EventMention>& mentions,
               const std::vector<std::uint32_t>& event_of, const EventLayer& layer)
      : times_(times), mentions_(mentions), event_of_(event_of), layer_(layer) {}

  // The event when and where that told first by mention `index` was too; kNoIndex when there is none.
  std::uint32_t whole_of(std::size_t index) const {
    const EventRecord& event = layer_.events[event_of_[index]];
    const bool follows = mentions_[index].sequel || mentions_[index].on_stay;
    const bool planned = event.modality == Modality::planned && follows;  // `she will also meet`
    if (event.days || (event.modality != Modality::asserted && !planned)) return kNoIndex;
    if (follows)
      return last_before(index, [&](const EventRecord& other) {
        return (planned || other.modality == Modality::asserted) && is_of_these_days(other, mentions_[index].item);
      });
    if (!event.instrument) return kNoIndex;
    const std::uint32_t whole = last_before(index, [&](const EventRecord& other) { return is_whole(other, event); });
    if (whole != kNoIndex) return whole;
    // `The two sides signed`, told after their talks.
    return last_before(index, [&](const EventRecord& other) {
      return other.modality == Modality::asserted && is_of_these_days(other, mentions_[index].item) &&
             shared_arguments(event, other) >= 2;
    });
  }

 private:
  // The event that happened and is told last, not far before a mention, of those that `fits` holds of.
  template <typename Fits>
  std::uint32_t last_before(std::size_t index, Fits fits) const {
    constexpr std::size_t kMentionsBack = 20;
    constexpr std::uint32_t kSentencesBack = 4;
    for (std::size_t i = index; i-- > 0 && i + kMentionsBack >= index;) {
      if (mentions_[i].sentence + kSentencesBack < mentions_[index].sentence) break;
      if (mentions_[i].item != mentions_[index].item || event_of_[i] == kNoIndex || event_of_[i] == event_of_[index])
        continue;
      const EventRecord& other = layer_.events[event_of_[i]];
      if (is_told(other) && fits(other)) return event_of_[i];
    }
    return kNoIndex;
  }

  bool is_of_these_days(const EventRecord& event, std::uint32_t item) const {
    constexpr std::int32_t kDays = 7;
    const std::optional<std::int32_t> today = times_.day_of_item(item);
    return today && event.days && event.days->first >= *today - kDays && event.days->last <= *today + kDays;
  }

  static bool is_told(const EventRecord& event) {
    return event.modality == Modality::asserted || event.modality == Modality::planned;
  }

  static bool is_whole(const EventRecord& whole, const EventRecord& event) {
    return whole.modality == Modality::asserted && whole.type == event.type && whole.days && whole.instrument &&
           whole.instrument->count != 1u;
  }

  const TimeLayer& times_;
  const std::vector<EventMention>& mentions_;
  const std::vector<std::uint32_t>& event_of_;
  const EventLayer& layer_;
};

// Of a row of documents each was signed where, when and during what the whole row was.
void take_all(EventRecord& event, const EventRecord& whole, std::uint32_t index) {
  take_circumstances(event, whole);
  if (event.type == whole.type && event.occasion == kNoIndex && whole.occasion != index)
    event.occasion = whole.occasion;
}

}  // namespace

void add_details(const TimeLayer& times, const std::vector<EventMention>& mentions,
                 const std::vector<std::uint32_t>& event_of, EventLayer& layer) {
  const DetailFinder finder(times, mentions, event_of, layer);
  std::vector<bool> seen(layer.events.size(), false);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (event_of[i] == kNoIndex || seen[event_of[i]]) continue;
    seen[event_of[i]] = true;
    if (const std::uint32_t whole = finder.whole_of(i); whole != kNoIndex)
      take_all(layer.events[event_of[i]], layer.events[whole], event_of[i]);
  }
}

}  // namespace copydesk
