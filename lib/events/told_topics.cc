#include <algorithm>

#include "events/sectors.h"

namespace copydesk {
namespace {

class TopicTeller {
 public:
  TopicTeller(const EventWork& work, const SectorHits& hits, const std::vector<EventMention>& mentions,
              const std::vector<std::uint32_t>& event_of, EventLayer& layer)
      : work_(work), hits_(hits), mentions_(mentions), event_of_(event_of), layer_(layer) {}

  void add(const Annotation& annotation) {
    const std::uint32_t event = event_before(annotation);
    if (event == kNoIndex) return;
    for (const Capture& capture : work_.analysis.lattice.captures_of(annotation))
      if (capture.name == work_.names.subject_slot) add_hits(annotation, capture.range, layer_.events[event]);
  }

 private:
  static constexpr std::uint32_t kSentencesBack = 2;
  static constexpr int kMostLookedAt = 20;  // so that a report of any length is read in linear time

  // The event told last before a sentence, if that is of the type that the rule speaks of, and not told long ago; rather one of which
  // somebody is in the sentence.
  std::uint32_t event_before(const Annotation& annotation) const {
    auto mention = std::ranges::lower_bound(mentions_, annotation.range.begin, {},
                                            [](const EventMention& m) { return m.trigger.begin; });
    std::uint32_t last = kNoIndex;
    for (int looked_at = 0; mention != mentions_.begin() && looked_at < kMostLookedAt; ++looked_at) {
      --mention;
      if (mention->sentence + kSentencesBack < annotation.sentence) break;
      if (mention->item != work_.analysis.item_of(annotation.sentence)) break;
      const std::uint32_t event = event_of_[static_cast<std::size_t>(mention - mentions_.begin())];
      const bool fits = work_.names.may_tell_of(annotation.kind, mention->type);
      if (!fits && mention->sentence == annotation.sentence) return kNoIndex;  // `signed accords on cooperation in cod`
      if (event == kNoIndex || !fits) continue;
      if (has_someone_in(layer_.events[event], annotation.sentence)) return event;
      if (last == kNoIndex) last = event;
    }
    return last;
  }

  bool has_someone_in(const EventRecord& event, std::uint32_t sentence) const {
    return std::ranges::any_of(event.arguments, [&](const ArgumentRecord& argument) {
      return told_in(work_, argument.entity, sentence) != nullptr;
    });
  }

  void add_hits(const Annotation& annotation, TokenRange topic, EventRecord& event) {
    for (const SectorHit& hit : hits_.in_sentence(annotation.sentence))
      if (!hit.in_name && topic.contains(hit.range)) add_unique(event.sectors, add_mention(hit, annotation.rule));
  }

  std::uint32_t add_mention(const SectorHit& hit, std::uint32_t rule) {
    const std::uint32_t index = sector_index(work_.names, hit.id, layer_);
    layer_.sectors[index].mentions.push_back(hit.range);
    layer_.sectors[index].found_by.push_back(rule);
    return index;
  }

  const EventWork& work_;
  const SectorHits& hits_;
  const std::vector<EventMention>& mentions_;
  const std::vector<std::uint32_t>& event_of_;
  EventLayer& layer_;
};

// Puts the mentions of a sector into the order of the text, each once.
void sort_mentions(SectorRecord& record) {
  if (std::ranges::is_sorted(record.mentions, std::ranges::less_equal(), &TokenRange::begin)) return;
  std::vector<std::pair<TokenRange, std::uint32_t>> all;
  for (std::size_t i = 0; i < record.mentions.size(); ++i) all.emplace_back(record.mentions[i], record.found_by[i]);
  std::ranges::stable_sort(all, {}, [](const auto& one) { return one.first.begin; });
  record.mentions.clear(), record.found_by.clear();
  for (const auto& [range, rule] : all) {
    if (!record.mentions.empty() && record.mentions.back() == range) continue;
    record.mentions.push_back(range);
    record.found_by.push_back(rule);
  }
}

}  // namespace

void add_told_topics(const EventWork& work, const SectorHits& hits, const std::vector<EventMention>& mentions,
                     const std::vector<std::uint32_t>& event_of, EventLayer& layer) {
  TopicTeller teller(work, hits, mentions, event_of, layer);
  for (const Annotation& annotation : work.analysis.lattice.annotations)
    if (annotation.label == work.names.told_topic && annotation.label != 0) teller.add(annotation);
  for (SectorRecord& record : layer.sectors) sort_mentions(record);
}

}  // namespace copydesk
