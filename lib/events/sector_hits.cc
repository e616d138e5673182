#include "events/sector_hits.h"

#include <algorithm>

namespace copydesk {
namespace {

// Of a hit in the head and the first sentences, of one that is no weak word.
constexpr int kLeadWeight = 2, kStrongWeight = 2;
constexpr std::uint32_t kFirstSentences = 4;

class HitFinder {
 public:
  explicit HitFinder(const EventWork& work) : work_(work) {}

  void in_sentence(std::uint32_t index, std::vector<SectorHit>& hits) const {
    const SentenceData& sentence = work_.analysis.tokens.sentences[index];
    std::uint32_t covered = sentence.begin;
    for (std::uint32_t token = sentence.begin; token < sentence.end; ++token)
      for (std::uint32_t at = work_.analysis.lattice.first_at(token); at != kNoEdge;
           at = work_.analysis.lattice.edge(at).next_begin) {
        const Edge& edge = work_.analysis.lattice.edge(at);
        const bool second = edge.label == work_.names.second_sector && work_.names.second_sector != 0;
        if (!second && (edge.label != work_.names.sector || edge.range.begin < covered)) continue;
        const SectorHit hit = hit_of(edge);
        if (!hit.id.empty() && !is_head_of_last(hit, hits)) hits.push_back(hit);  // a look-alike has no sector
        covered = std::max(covered, second ? covered : edge.range.end);
      }
  }

 private:
  SectorHit hit_of(const Edge& edge) const {
    const Grammar& grammar = work_.analysis.language.grammar;
    const std::string_view weight = grammar.value_of(edge, "weight").value_or(std::string_view());
    const EntityMention* mention = weight == "body" ? nullptr : mention_over(edge.range);
    if (mention != nullptr && names_person(*mention, edge.range)) return {};
    return {edge.range, grammar.value_of(edge, "sector").value_or(std::string_view()), weight != "strong",
            mention != nullptr};
  }

  // `Wool industry`, `tidal technology`: the sector is what stands before such an unspecific word.
  bool is_head_of_last(const SectorHit& hit, const std::vector<SectorHit>& hits) const {
    return !hits.empty() && hits.back().range.end == hit.range.begin && work_.names.is_unspecific(hit.id);
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

}  // namespace

void ReportTopics::add(const SectorHit& hit, bool leads) {
  const int weight = (hit.weak || hit.in_name ? 1 : kStrongWeight) * (leads ? kLeadWeight : 1);
  all_ += weight;
  const auto known = std::ranges::find(weights_, hit.id, &Weight::id);
  if (known == weights_.end())
    weights_.push_back({hit.id, weight});
  else
    known->weight += weight;
}

std::string_view ReportTopics::most(int weight, int share) const {
  const auto most = std::ranges::max_element(weights_, {}, &Weight::weight);
  const bool stands_out = most != weights_.end() && most->weight >= weight && most->weight * share >= all_;
  return stands_out ? most->id : std::string_view();
}

std::string_view ReportTopics::main() const {
  constexpr int kLeast = 6, kShare = 3;
  return most(kLeast, kShare);
}

std::string_view ReportTopics::most_named() const {
  constexpr int kLeast = 5, kShare = 4;
  return most(kLeast, kShare);
}

bool ReportTopics::has_share(std::string_view id, int share) const {
  const auto known = std::ranges::find(weights_, id, &Weight::id);
  return known != weights_.end() && known->weight * share >= all_;
}

bool ReportTopics::matters(std::string_view id) const {
  constexpr int kPassingShare = 5;
  return has_share(id, kPassingShare);
}

bool ReportTopics::stands_out(std::string_view id) const {
  constexpr int kShare = 4;
  return has_share(id, kShare);
}

SectorHits::SectorHits(const EventWork& work) : topics_(work.analysis.layout.items.size()) {
  const HitFinder finder(work);
  std::uint32_t item = kNoIndex, first = 0;
  const auto sentences = static_cast<std::uint32_t>(work.analysis.tokens.sentences.size());
  for (std::uint32_t sentence = 0; sentence < sentences; ++sentence) {
    if (work.analysis.item_of(sentence) != item) item = work.analysis.item_of(first = sentence);
    begins_.push_back(static_cast<std::uint32_t>(hits_.size()));
    finder.in_sentence(sentence, hits_);
    for (const SectorHit& hit : std::span(hits_).subspan(begins_.back()))
      topics_[item].add(hit, sentence - first < kFirstSentences);
  }
  begins_.push_back(static_cast<std::uint32_t>(hits_.size()));
}

}  // namespace copydesk
