#include "events/sectors.h"

#include <algorithm>

#include "events/distances.h"
#include "tokens/tokenizer.h"

namespace copydesk {
namespace {

constexpr int kFarthestStrong = 18, kFarthestWeak = 12;

class SectorFinder {
 public:
  SectorFinder(const EventWork& work, const SectorHits& hits, EventLayer& layer)
      : work_(work), hits_(hits), layer_(layer), distances_(work, false) {}

  void run(std::vector<EventMention>& mentions) {
    for (const EventMention& mention : mentions)
      if (!mention.name.empty()) names_.push_back(mention.name);
    for (EventMention& mention : mentions) {
      add_subjects(mention);
      if (!mention.about && !mention.echo) add_nearby(mention);
    }
  }

 private:
  // What stands in the name of the event, in its trigger, or where a rule says that its subject stands.
  void add_subjects(EventMention& mention) {
    bool sure = false;
    for (const SectorHit& hit : hits_.in_sentence(mention.sentence)) {
      const auto subject =
          std::ranges::find_if(mention.subjects, [&](const Subject& s) { return s.range.contains(hit.range); });
      const bool named = mention.name.contains(hit.range) || mention.trigger.contains(hit.range) ||
                         hit.range.contains(mention.trigger);  // `tariff talks`
      if (!named && (subject == mention.subjects.end() || hit.in_name)) continue;
      if ((hit.in_name && !mention.name.contains(hit.range)) || in_other_name(mention, hit.range)) continue;
      add_unique(mention.sectors, sector_of(hit, subject == mention.subjects.end() ? mention.rule : subject->rule));
      mention.about = true;
      sure |= named || !hit.weak || topics(mention).matters(hit.id);
    }
    if (mention.about && !sure && !topics(mention).main().empty()) pass_over(mention);
  }

  // A weak word that the report hardly uses otherwise is no subject where the report has one: `talks on who will pay for the tunnel`.
  static void pass_over(EventMention& mention) {
    mention.sectors.clear();
    mention.about = false;
  }

  void add_nearby(EventMention& mention) {
    for (const SectorHit& hit : hits_.in_sentence(mention.sentence)) {
      if (hit.in_name || in_other_name(mention, hit.range) || !topics(mention).matters(hit.id)) continue;
      if (distances_.between(mention.trigger, hit.range) > (hit.weak ? kFarthestWeak : kFarthestStrong)) continue;
      add_unique(mention.sectors, sector_of(hit, kNoIndex));
    }
  }

  const ReportTopics& topics(const EventMention& mention) const { return hits_.topics(mention.item); }

  // `signed a pact on wool at the Fruit Forum`: fruit is the forum's subject alone.
  bool in_other_name(const EventMention& mention, TokenRange hit) const {
    const auto after = std::ranges::upper_bound(names_, hit.begin, {}, &TokenRange::begin);
    return after != names_.begin() && (after - 1)->contains(hit) && !(*(after - 1) == mention.name);
  }

  std::uint32_t sector_of(const SectorHit& hit, std::uint32_t rule) {
    const std::uint32_t index = sector_index(work_.names, hit.id, layer_);
    SectorRecord& record = layer_.sectors[index];
    // Hits come sentence by sentence, so one that is known lies near the end.
    for (auto known = record.mentions.rbegin();
         known != record.mentions.rend() && known->end + kMaxSentenceTokens > hit.range.begin; ++known)
      if (*known == hit.range) return index;
    record.mentions.push_back(hit.range);
    record.found_by.push_back(rule);
    return index;
  }

  const EventWork& work_;
  const SectorHits& hits_;
  EventLayer& layer_;
  Distances distances_;
  std::vector<TokenRange> names_;  // of the events, in the order of the text
};

}  // namespace

std::uint32_t sector_index(const EventNames& names, std::string_view id, EventLayer& layer) {
  const auto known = std::ranges::find(layer.sectors, id, &SectorRecord::id);
  const auto index = static_cast<std::uint32_t>(known - layer.sectors.begin());
  if (known != layer.sectors.end()) return index;
  const auto name = std::ranges::find(names.sectors, id, &SectorName::id);
  layer.sectors.push_back({.id = id, .isic = name == names.sectors.end() ? std::string_view() : name->isic});
  return index;
}

void add_sectors(const EventWork& work, const SectorHits& hits, EventLayer& layer,
                 std::vector<EventMention>& mentions) {
  SectorFinder(work, hits, layer).run(mentions);
}

}  // namespace copydesk
