#include <algorithm>
#include <span>

#include "events/build_events.h"
#include "events/circumstances.h"
#include "events/scenes.h"
#include "times/print_value.h"

namespace copydesk {
namespace {

// The days on which somebody stayed somewhere, as one sentence tells them.
struct Stay {
  std::uint32_t sentence = 0;
  std::uint32_t item = 0;
  std::uint32_t place = kNoIndex;    // entity, where that sentence tells one
  std::vector<std::uint32_t> times;  // into TimeLayer::mentions
  std::string value;
  DaySpan days;
};

class StayReader {
 public:
  StayReader(const EventWork& work, const TimeLayer& times, const std::vector<Scene>& scenes)
      : work_(work), times_(times), scenes_(scenes) {}

  // In the order of the text, one of a sentence.
  std::vector<Stay> read() {
    for (const Annotation& annotation : work_.analysis.lattice.annotations)
      if (annotation.label == work_.names.stay && annotation.label != 0) add(annotation);
    std::ranges::stable_sort(stays_, {}, &Stay::sentence);
    const auto more = std::ranges::unique(stays_, {}, &Stay::sentence);
    stays_.erase(more.begin(), more.end());
    return std::move(stays_);
  }

 private:
  void add(const Annotation& annotation) {
    const Capture* told = work_.analysis.lattice.capture(annotation, work_.names.this_slot);
    const TimeMention* time = told != nullptr ? time_at(times_, told->range) : nullptr;
    if (time == nullptr) return;
    if (time->type == TimeType::duration) return add_lasting(*time);
    if (tells_when(*time) && !is_of_saying(*time)) add_told(begin_of_range(times_, *time));
  }

  // `From 7 to 9 March`, `next week`.
  void add_told(const TimeMention& first) {
    constexpr std::int32_t kLongest = 31;
    Stay stay = of(first);
    stay.value = first.value, stay.days = *first.days;
    if (first.range_end != kNoIndex) {
      const TimeMention& last = times_.mentions[first.range_end];
      if (!last.days) return;
      stay.times.push_back(first.range_end), stay.value += "/" + last.value, stay.days.last = last.days->last;
    }
    if (stay.days.last - stay.days.first < kLongest) stays_.push_back(std::move(stay));
  }

  // `Arrived on Monday for a three-day visit`, `ended a three-day visit on Wednesday`.
  void add_lasting(const TimeMention& duration) {
    const std::int32_t more = days_in(duration.value) - 1;
    const TimeMention* day = more > 0 ? day_beside(duration) : nullptr;
    if (day == nullptr) return;
    Stay stay = of(*day);
    stay.days = *day->days;
    (ended_in(duration.sentence) ? stay.days.first -= more : stay.days.last += more);
    stay.value = print_value(day_point(stay.days.first)) + "/" + print_value(day_point(stay.days.last));
    stays_.push_back(std::move(stay));
  }

  Stay of(const TimeMention& time) const {
    return {.sentence = time.sentence,
            .item = work_.analysis.item_of(time.sentence),
            .place = place_in(time.sentence),
            .times = {static_cast<std::uint32_t>(&time - times_.mentions.data())},
            .value = {},
            .days = {}};
  }

  // The day told in the sentence of a duration, nearest to it.
  const TimeMention* day_beside(const TimeMention& duration) const {
    const TimeMention* nearest = nullptr;
    const auto away = [&](const TimeMention& time) {
      return time.range.begin < duration.range.begin ? duration.range.begin - time.range.end
                                                     : time.range.begin - duration.range.end;
    };
    for (auto time = std::ranges::lower_bound(times_.mentions, duration.sentence, {}, &TimeMention::sentence);
         time != times_.mentions.end() && time->sentence == duration.sentence; ++time)
      if (tells_when(*time) && time->days->first == time->days->last && !is_of_saying(*time) &&
          (nearest == nullptr || away(*time) < away(*nearest)))
        nearest = &*time;
    return nearest;
  }

  bool is_of_saying(const TimeMention& time) const {
    return work_.analysis.lattice.find(time.range, work_.names.reporting_time) != kNoEdge;
  }

  std::uint32_t place_in(std::uint32_t sentence) const {
    const auto scenes = scenes_in(sentence);
    return scenes.empty() ? kNoIndex : scenes.front().place;
  }

  bool ended_in(std::uint32_t sentence) const {
    return std::ranges::find(scenes_in(sentence), work_.names.ended, &Scene::kind) != scenes_in(sentence).end();
  }

  std::span<const Scene> scenes_in(std::uint32_t sentence) const {
    return std::ranges::equal_range(scenes_, sentence, {}, &Scene::sentence);
  }

  const EventWork& work_;
  const TimeLayer& times_;
  const std::vector<Scene>& scenes_;
  std::vector<Stay> stays_;
};

class StayFinder {
 public:
  StayFinder(const EventWork& work, const TimeLayer& times, const std::vector<Stay>& stays)
      : work_(work), times_(times), stays_(stays) {}

  // The stay told last before a mention, of somebody who takes part in its event; nullptr when there is none.
  const Stay* of(const EventMention& mention, const EventRecord& event) const {
    constexpr std::uint32_t kSentencesBack = 8;
    const auto after = std::ranges::upper_bound(stays_, mention.sentence, {}, &Stay::sentence);
    if (after == stays_.begin()) return nullptr;
    const Stay& stay = *(after - 1);
    const bool near = stay.item == mention.item && stay.sentence + kSentencesBack >= mention.sentence;
    return near && is_of_its_days(stay, event) && (mention.on_stay || has_guest(work_, stay.sentence, event)) ? &stay
                                                                                                              : nullptr;
  }

 private:
  // What happened is not of days to come, nor what is planned of days gone by.
  bool is_of_its_days(const Stay& stay, const EventRecord& event) const {
    const std::optional<std::int32_t> today = times_.day_of_item(stay.item);
    if (!today) return false;
    if (event.modality == Modality::asserted) return stay.days.first <= *today;
    return event.modality == Modality::planned && stay.days.last >= *today;
  }

  const EventWork& work_;
  const TimeLayer& times_;
  const std::vector<Stay>& stays_;
};

}  // namespace

void add_stay_times(const EventWork& work, const TimeLayer& times, const std::vector<Scene>& scenes,
                    const std::vector<EventMention>& mentions, const std::vector<std::uint32_t>& event_of,
                    EventLayer& layer) {
  const std::vector<Stay> stays = StayReader(work, times, scenes).read();
  if (stays.empty()) return;
  const StayFinder finder(work, times, stays);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (event_of[i] == kNoIndex || mentions[i].earlier || work.names.is_gathering(mentions[i].type)) continue;
    EventRecord& event = layer.events[event_of[i]];
    const bool follows = mentions[i].sequel && !mentions[i].on_stay && event.modality == Modality::asserted;
    if (!event.times.empty() || follows) continue;
    const Stay* stay = finder.of(mentions[i], event);
    if (stay == nullptr) continue;
    event.times = stay->times, event.time = stay->value, event.days = stay->days;
    if (event.places.empty() && stay->place != kNoIndex && !mentions[i].remote) event.places.push_back(stay->place);
  }
}

}  // namespace copydesk
