#include "events/sectors.h"

#include <algorithm>

#include "events/distances.h"
#include "tokens/tokenizer.h"

namespace copydesk {
namespace {

constexpr int kFarthestStrong = 18, kFarthestWeak = 12;
constexpr int kLeadWeight = 2,
              kStrongWeight = 2;  // of a hit in the head and the first sentences, of one that is no weak word
constexpr std::uint32_t kFirstSentences = 4;

// A phrase of the list of sectors in the text.
struct Hit {
  TokenRange range;
  std::string_view id;
  bool weak = false;
  bool in_name =
      false;  // of a body or an office: `the Energy Ministry` is no subject, but tells what a report is about
};

class HitFinder {
 public:
  explicit HitFinder(const EventWork& work) : work_(work) {}

  void in_sentence(std::uint32_t index, std::vector<Hit>& hits) const {
    const SentenceData& sentence = work_.analysis.tokens.sentences[index];
    std::uint32_t covered = sentence.begin;
    for (std::uint32_t token = sentence.begin; token < sentence.end; ++token)
      for (std::uint32_t at = work_.analysis.lattice.first_at(token); at != kNoEdge;
           at = work_.analysis.lattice.edge(at).next_begin) {
        const Edge& edge = work_.analysis.lattice.edge(at);
        if (edge.label != work_.names.sector || edge.range.begin < covered) continue;
        if (const Hit hit = hit_of(edge); !hit.id.empty()) hits.push_back(hit);  // a look-alike has no sector
        covered = edge.range.end;
      }
  }

 private:
  Hit hit_of(const Edge& edge) const {
    const Grammar& grammar = work_.analysis.language.grammar;
    const std::string_view weight = grammar.value_of(edge, "weight").value_or(std::string_view());
    const EntityMention* mention = weight == "body" ? nullptr : mention_over(edge.range);
    if (mention != nullptr && names_person(*mention, edge.range)) return {};
    return {edge.range, grammar.value_of(edge, "sector").value_or(std::string_view()), weight != "strong",
            mention != nullptr};
  }

  // The mention in whose name or office a phrase stands; null when in none.
  const EntityMention* mention_over(TokenRange range) const {
    const auto& all = work_.mentions.mentions;
    const auto after =
        std::ranges::upper_bound(all, range.begin, {}, [](const EntityMention& m) { return m.range.begin; });
    if (after != all.end() && after->office.contains(range)) return &*after;
    const bool within =
        after != all.begin() && (after - 1)->form == MentionForm::name && (after - 1)->range.contains(range);
    return within ? &*(after - 1) : nullptr;
  }

  // `Ms Rice`: no word of a name of a person names a sector.
  static bool names_person(const EntityMention& mention, TokenRange range) {
    return mention.type == EntityType::person && mention.form == MentionForm::name && !mention.office.contains(range);
  }

  const EventWork& work_;
};

// How much a report says of each sector; its head and first sentences count more.
class ReportTopics {
 public:
  void add(const Hit& hit, bool leads) {
    const int weight = (hit.weak || hit.in_name ? 1 : kStrongWeight) * (leads ? kLeadWeight : 1);
    all_ += weight;
    const auto known = std::ranges::find(weights_, hit.id, &Weight::id);
    if (known == weights_.end())
      weights_.push_back({hit.id, weight});
    else
      known->weight += weight;
  }

  // The one that it says most of, where that makes up at least `weight` and one part in `share` of all; else empty.
  std::string_view most(int weight, int share) const {
    const auto most = std::ranges::max_element(weights_, {}, &Weight::weight);
    const bool stands_out = most != weights_.end() && most->weight >= weight && most->weight * share >= all_;
    return stands_out ? most->id : std::string_view();
  }

  std::string_view main() const { return most(kLeast, kMostShare); }

  // Whether a sector is more than mentioned in passing.
  bool matters(std::string_view id) const {
    const auto known = std::ranges::find(weights_, id, &Weight::id);
    return known != weights_.end() && known->weight * kPassingShare >= all_;
  }

 private:
  static constexpr int kLeast = 6, kMostShare = 3, kPassingShare = 5;

  struct Weight {
    std::string_view id;
    int weight = 0;
  };

  std::vector<Weight> weights_;
  int all_ = 0;
};

// Of each item of the text: a digest is many reports.
std::vector<ReportTopics> topics_of_items(const EventWork& work) {
  std::vector<ReportTopics> topics(work.analysis.layout.items.size());
  std::vector<Hit> hits;
  const HitFinder finder(work);
  std::uint32_t item = kNoIndex, first = 0;
  for (std::uint32_t sentence = 0; sentence < work.analysis.tokens.sentences.size(); ++sentence) {
    if (work.analysis.item_of(sentence) != item) item = work.analysis.item_of(first = sentence);
    hits.clear();
    finder.in_sentence(sentence, hits);
    for (const Hit& hit : hits) topics[item].add(hit, sentence - first < kFirstSentences);
  }
  return topics;
}

class SectorFinder {
 public:
  SectorFinder(EventWork& work, EventLayer& layer)
      : work_(work), layer_(layer), distances_(work), finder_(work), topics_(topics_of_items(work)) {}

  void run(std::vector<EventMention>& mentions) {
    for (const EventMention& mention : mentions)
      if (!mention.name.empty()) names_.push_back(mention.name);
    std::uint32_t sentence = kNoIndex;
    for (EventMention& mention : mentions) {
      if (mention.sentence != sentence) {
        hits_.clear();
        finder_.in_sentence(sentence = mention.sentence, hits_);
      }
      add_subjects(mention);
      if (!mention.about && !mention.echo) add_nearby(mention);
    }
  }

 private:
  // What stands in the name of the event, in its trigger, or where a rule says that its subject stands.
  void add_subjects(EventMention& mention) {
    bool sure = false;
    for (const Hit& hit : hits_) {
      const auto subject =
          std::ranges::find_if(mention.subjects, [&](const Subject& s) { return s.range.contains(hit.range); });
      const bool named = mention.name.contains(hit.range) || mention.trigger.contains(hit.range);
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
    for (const Hit& hit : hits_) {
      if (hit.in_name || in_other_name(mention, hit.range) || !topics(mention).matters(hit.id)) continue;
      if (distances_.between(mention.trigger, hit.range) > (hit.weak ? kFarthestWeak : kFarthestStrong)) continue;
      add_unique(mention.sectors, sector_of(hit, kNoIndex));
    }
  }

  const ReportTopics& topics(const EventMention& mention) const { return topics_[mention.item]; }

  // `signed a pact on wool at the Fruit Forum`: fruit is the forum's subject alone.
  bool in_other_name(const EventMention& mention, TokenRange hit) const {
    const auto after = std::ranges::upper_bound(names_, hit.begin, {}, &TokenRange::begin);
    return after != names_.begin() && (after - 1)->contains(hit) && !(*(after - 1) == mention.name);
  }

  std::uint32_t sector_of(const Hit& hit, std::uint32_t rule) {
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

  EventWork& work_;
  EventLayer& layer_;
  Distances distances_;
  HitFinder finder_;
  std::vector<ReportTopics> topics_;  // of the items
  std::vector<Hit> hits_;
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

std::vector<ItemSubject> subjects_of_items(const EventWork& work) {
  constexpr int kLeast = 5, kShare = 4;
  std::vector<ItemSubject> subjects;
  for (const ReportTopics& topics : topics_of_items(work))
    subjects.push_back({topics.main(), topics.most(kLeast, kShare)});
  return subjects;
}

void add_sectors(EventWork& work, EventLayer& layer, std::vector<EventMention>& mentions) {
  if (!mentions.empty()) SectorFinder(work, layer).run(mentions);
}

}  // namespace copydesk
