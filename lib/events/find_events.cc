#include "events/find_events.h"

#include "events/attach_arguments.h"
#include "events/build_events.h"
#include "events/circumstances.h"
#include "events/event_sorts.h"
#include "events/merge.h"
#include "events/scenes.h"
#include "events/sectors.h"

namespace copydesk {

struct EventGrammar::Impl {
  explicit Impl(const Language& language) : names(language) {}
  EventNames names;
};

EventGrammar::EventGrammar(const Language& language, std::vector<Error>&) : impl_(std::make_unique<Impl>(language)) {}
EventGrammar::~EventGrammar() = default;
EventGrammar::EventGrammar(EventGrammar&&) noexcept = default;

void EventGrammar::find(Analysis& analysis, const TimeLayer& times, MentionLayer& mentions, EntityLayer& entities,
                        EventLayer& layer) const {
  layer.clear();
  analysis.run_room("events");
  EventWork work{analysis, impl_->names, mentions, entities};
  std::vector<EventMention> found;
  collect_mentions(work, found);
  add_sorts(work, found);
  attach_arguments(work, found);
  add_times(work, times, found);
  add_here(work, found);
  add_places(work, found);
  if (found.empty()) return;
  const SectorHits hits(work);
  add_sectors(work, hits, layer, found);
  const std::vector<std::uint32_t> event_of = merge_mentions(work, times, found);
  build_events(work, times, found, event_of, hits, layer);
  link_occasions(work, times, found, event_of, layer);
  const std::vector<Scene> scenes = find_scenes(work, times);
  add_stay_times(work, times, scenes, found, event_of, layer);
  add_details(times, found, event_of, layer);
  add_scene_places(work, times, scenes, found, event_of, layer);
  add_other_sides(work, found, event_of, layer);
  add_told_sides(work, found, event_of, layer);
  add_those_of_parts(work, layer);
  add_who_spoke(work, times, found, event_of, layer);
  note_names(work, layer);
}

}  // namespace copydesk
