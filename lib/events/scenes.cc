#include "events/scenes.h"

#include <algorithm>

#include "events/build_events.h"

namespace copydesk {
namespace {

class SceneReader {
 public:
  SceneReader(EventWork& work, const TimeLayer& times) : work_(work), times_(times) {}

  std::vector<Scene> read() {
    for (const Annotation& annotation : work_.analysis.lattice.annotations)
      if (annotation.label == work_.names.scene && annotation.label != 0) add(annotation);
    std::ranges::stable_sort(scenes_, {}, &Scene::token);
    return std::move(scenes_);
  }

 private:
  void add(const Annotation& annotation) {
    if (is_of_another_time(annotation.sentence)) return;
    const Capture* place = work_.analysis.lattice.capture(annotation, work_.names.place_slot);
    if (place == nullptr) return;
    entities_.clear();
    entities_under(work_, place->range, entities_);
    if (entities_.empty() || !is_named(entities_.front())) return;
    scenes_.push_back({place->range.begin, annotation.sentence, work_.analysis.item_of(annotation.sentence),
                       entities_.front(), annotation.kind});
  }

  // Not only by an adjective.
  bool is_named(std::uint32_t entity) const {
    return std::ranges::any_of(work_.entities.entities[entity].mentions,
                               [&](std::uint32_t mention) { return !work_.mentions.mentions[mention].demonym; });
  }

  // `His visit to Chile last year`.
  bool is_of_another_time(std::uint32_t sentence) const {
    constexpr std::int32_t kDays = 10;
    bool another = false;
    for (auto time = std::ranges::lower_bound(times_.mentions, sentence, {}, &TimeMention::sentence);
         time != times_.mentions.end() && time->sentence == sentence; ++time) {
      if (!time->days || !times_.reference_day) continue;
      const bool near =
          time->days->first <= *times_.reference_day + kDays && time->days->last >= *times_.reference_day - kDays;
      if (near) return false;
      another = true;
    }
    return another;
  }

  EventWork& work_;
  const TimeLayer& times_;
  std::vector<Scene> scenes_;
  std::vector<std::uint32_t> entities_;
};

class SceneFinder {
 public:
  SceneFinder(const EventWork& work, const TimeLayer& times, const std::vector<Scene>& scenes)
      : work_(work), times_(times), scenes_(scenes) {}

  // The last scene told before a mention; where no day is told of the event, not far before, and of somebody who takes
  // part in it, unless something was signed. Else the first of its item, for what a day is told of; kNoIndex when there is none.
  std::uint32_t place_at(const EventMention& mention, const EventRecord& event) const {
    const bool dated = !event.times.empty();
    const auto after = std::ranges::upper_bound(scenes_, mention.trigger.begin, {}, &Scene::token);
    for (auto scene = after; scene != scenes_.begin() && (scene - 1)->item == mention.item; --scene)
      if (const Scene& last = *(scene - 1); holds(last, event))
        return dated || is_near(last, mention, event) ? last.place : kNoIndex;
    if (!dated) return kNoIndex;
    for (auto scene = after; scene != scenes_.end() && scene->item == mention.item; ++scene)
      if (holds(*scene, event)) return scene->place;
    return kNoIndex;
  }

  // What is told as of these days, or without a day in a report that has a date, and is neither in doubt nor called off.
  bool is_of_these_days(const EventRecord& event, std::uint32_t item) const {
    constexpr std::int32_t kBefore = 4, kAfter = 5;
    if (event.modality != Modality::asserted && event.modality != Modality::planned) return false;
    const std::optional<std::int32_t> today = times_.day_of_item(item);
    if (!today || event.times.empty()) return today.has_value();
    return event.days && event.days->first >= *today - kBefore && event.days->last <= *today + kAfter;
  }

 private:
  // Where somebody is still to go, only what is to come takes place.
  bool holds(const Scene& scene, const EventRecord& event) const {
    return scene.kind != work_.names.ahead || event.modality == Modality::planned;
  }

  bool is_near(const Scene& scene, const EventMention& mention, const EventRecord& event) const {
    constexpr std::uint32_t kSentencesBack = 6;
    return scene.sentence + kSentencesBack >= mention.sentence &&
           (event.instrument || scene.sentence == mention.sentence || has_guest(work_, scene.sentence, event));
  }

  const EventWork& work_;
  const TimeLayer& times_;
  const std::vector<Scene>& scenes_;
};

// Events told near each other, of one day and with somebody in common, took place at one place, where only that of one is told.
class Neighbours {
 public:
  Neighbours(const std::vector<EventMention>& mentions, const std::vector<std::uint32_t>& event_of,
             const EventLayer& layer)
      : mentions_(mentions), event_of_(event_of), layer_(layer) {}

  // The event told nearest to mention `index` that took place where that of `index` did; kNoIndex when there is none.
  std::uint32_t at_one_place(std::size_t index) const {
    constexpr std::size_t kMentionsAway = 20;
    for (std::size_t away = 1; away <= kMentionsAway; ++away) {
      if (index >= away && fits(index, index - away)) return event_of_[index - away];
      if (index + away < mentions_.size() && fits(index, index + away)) return event_of_[index + away];
    }
    return kNoIndex;
  }

 private:
  bool fits(std::size_t index, std::size_t other) const {
    if (event_of_[other] == kNoIndex || mentions_[other].item != mentions_[index].item) return false;
    const EventRecord &event = layer_.events[event_of_[index]], &near = layer_.events[event_of_[other]];
    if (near.presumed_place && event.presumed_place) return false;
    return !near.places.empty() && near.modality != Modality::negated && near.days && event.days &&
           near.days->first <= event.days->last && event.days->first <= near.days->last &&
           shared_arguments(event, near) > 0;
  }

  const std::vector<EventMention>& mentions_;
  const std::vector<std::uint32_t>& event_of_;
  const EventLayer& layer_;
};

}  // namespace

bool has_guest(const EventWork& work, std::uint32_t sentence, const EventRecord& event) {
  return std::ranges::any_of(event.arguments, [&](const ArgumentRecord& argument) {
    const EntityRecord& entity = work.entities.entities[argument.entity];
    return entity.type != EntityType::country && entity.type != EntityType::place &&
           told_in(work, argument.entity, sentence) != nullptr;
  });
}

std::vector<Scene> find_scenes(EventWork& work, const TimeLayer& times) { return SceneReader(work, times).read(); }

void add_scene_places(const EventWork& work, const TimeLayer& times, const std::vector<Scene>& scenes,
                      const std::vector<EventMention>& mentions, const std::vector<std::uint32_t>& event_of,
                      EventLayer& layer) {
  const SceneFinder finder(work, times, scenes);
  const Neighbours neighbours(mentions, event_of, layer);
  std::vector<bool> seen(layer.events.size(), false);
  for (std::size_t i = 0; i < mentions.size(); ++i)
    if (event_of[i] != kNoIndex && mentions[i].remote) seen[event_of[i]] = true;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (event_of[i] == kNoIndex || seen[event_of[i]]) continue;
    seen[event_of[i]] = true;
    EventRecord& event = layer.events[event_of[i]];
    const bool told = !event.places.empty() && !event.presumed_place;
    if (told || !finder.is_of_these_days(event, mentions[i].item)) continue;
    const std::uint32_t place = event.places.empty() ? finder.place_at(mentions[i], event) : kNoIndex;
    if (place != kNoIndex)
      event.places.push_back(place);
    else if (const std::uint32_t near = neighbours.at_one_place(i); near != kNoIndex)
      event.places = layer.events[near].places, event.presumed_place = layer.events[near].presumed_place;
  }
}

}  // namespace copydesk
