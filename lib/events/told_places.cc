#include <algorithm>

#include "events/circumstances.h"
#include "events/distances.h"
#include "tokens/tokenizer.h"

namespace copydesk {
namespace {

// Places named in the sentence of a trigger, behind a word that says that something is there or that somebody goes there.
class PlaceFinder {
 public:
  explicit PlaceFinder(const EventWork& work) : work_(work), words_(work.names.clause), distances_(work) {}

  // The nearest; kNoIndex when there is none.
  std::uint32_t nearest(const EventMention& mention) const {
    const SentenceData& sentence = work_.analysis.tokens.sentences[mention.sentence];
    const auto& all = work_.mentions.mentions;
    std::uint32_t best = kNoIndex;
    int best_cost = kFarthest;
    for (auto place = first_in(all, sentence.begin, [](const EntityMention& m) { return m.range; });
         place != all.end() && place->range.begin < sentence.end; ++place) {
      const bool before = place->range.end <= mention.trigger.begin;
      if (!is_place(*place) || work_.analysis.lattice.find(place->range, work_.names.elsewhere) != kNoEdge) continue;
      if (!is_where(place->range, sentence.begin, before)) continue;
      const int cost = distances_.between(mention.trigger, place->range);
      if (cost < best_cost) best = static_cast<std::uint32_t>(place - all.begin()), best_cost = cost;
    }
    return best == kNoIndex ? kNoIndex : work_.entities.entity_of[best];
  }

  // The last before a trigger, in its own sentence or the one before.
  std::uint32_t before(const EventMention& mention) const {
    const std::uint32_t begin = work_.analysis.tokens.sentences[std::max(mention.sentence, 1u) - 1].begin;
    const auto& all = work_.mentions.mentions;
    for (auto place = first_in(all, mention.trigger.begin, [](const EntityMention& m) { return m.range; });
         place != all.begin() && (place - 1)->range.begin >= begin; --place)
      if (is_place(*(place - 1)) && is_where((place - 1)->range, begin, true))
        return work_.entities.entity_of[static_cast<std::size_t>(place - 1 - all.begin())];
    return kNoIndex;
  }

 private:
  static constexpr int kFarthest = 16;
  static constexpr std::uint32_t kNounGroup = 7;

  static bool is_place(const EntityMention& mention) {
    return mention.form == MentionForm::name && !mention.demonym && !mention.country.empty() &&
           (mention.type == EntityType::place || mention.type == EntityType::country);
  }

  // `in Oslo`, `in the Norwegian port of Bergen`; before the trigger `to Oslo` too.
  bool is_where(TokenRange range, std::uint32_t begin, bool before) const {
    const auto& tokens = work_.analysis.tokens.tokens;
    const TokenData* next = range.end < tokens.size() ? &tokens[range.end] : nullptr;
    if (next != nullptr && (next->word_class & (words_.clitic | words_.nominal)) != 0 && next->shape == Shape::lower)
      return false;                                                             // `Oslo's`, `Oslo police`
    if (range.begin > begin && is_noun(tokens[range.begin - 1])) return false;  // `at the ceremony Norway signed`
    const std::uint16_t wanted = before ? ClauseUse::kPlace | ClauseUse::kGoal : ClauseUse::kPlace;
    for (std::uint32_t at = range.begin, steps = 0; at > begin && steps < kNounGroup; --at, ++steps) {
      const TokenData& token = tokens[at - 1];
      const std::uint16_t uses = words_.uses(token);
      if ((uses & wanted & ~ClauseUse::kGoal) != 0) return true;
      if ((uses & wanted) != 0) return goes(at - 1, begin);
      const bool belongs = (uses & ClauseUse::kBelonging) != 0 || token.shape == Shape::capitalised ||
                           (token.word_class & (words_.noun_modifier | words_.opener | words_.clitic)) != 0;
      if (!belongs) return false;
    }
    return false;
  }

  bool is_noun(const TokenData& token) const {
    return (token.word_class & words_.nominal) != 0 && token.shape == Shape::lower;
  }

  // `flew to`, `on a visit to`, but not `the envoy to`.
  bool goes(std::uint32_t at, std::uint32_t begin) const {
    const auto& tokens = work_.analysis.tokens.tokens;
    if ((tokens[at].word_class & (words_.verb | words_.nominal)) != 0) return true;
    if (at == begin) return false;
    return (tokens[at - 1].word_class & words_.verb) != 0 || words_.has(tokens[at - 1], ClauseUse::kGoal);
  }

  const EventWork& work_;
  const ClauseWords& words_;
  Distances distances_;
};

}  // namespace

void add_places(EventWork& work, std::vector<EventMention>& mentions) {
  const PlaceFinder finder(work);
  for (EventMention& mention : mentions)
    if (mention.places.empty() && mention.place_name.empty() && !mention.echo && !mention.remote && !mention.modifier)
      if (const std::uint32_t place = finder.nearest(mention); place != kNoIndex) mention.places.push_back(place);
}

std::uint32_t dateline_place(const EventWork& work, std::uint32_t item) {
  const Span dateline = work.analysis.layout.dateline_of(item).place;
  if (dateline.empty()) return kNoIndex;
  const auto& all = work.mentions.mentions;
  const auto span_of = [&](const EntityMention& mention) { return work.analysis.span_of(mention.range); };
  const auto first =
      std::ranges::lower_bound(all, dateline.begin, {}, [&](const EntityMention& m) { return span_of(m).begin; });
  if (first == all.end() || !dateline.contains(span_of(*first))) return kNoIndex;
  return work.entities.entity_of[static_cast<std::size_t>(first - all.begin())];
}

namespace {

// Puts the place that `place_of` knows of a mention to those of which the text says `here` or `there`.
template <class PlaceOf>
void add_told_place(const EventWork& work, Label label, std::vector<EventMention>& mentions, PlaceOf place_of) {
  for (const Annotation& annotation : work.analysis.lattice.annotations) {
    if (annotation.label != label || label == 0) continue;
    EventMention* mention = mention_of(work, annotation, mentions);
    if (mention == nullptr || !mention->places.empty()) continue;
    if (const std::uint32_t place = place_of(*mention); place != kNoIndex) mention->places.push_back(place);
  }
}

}  // namespace

void add_here(EventWork& work, std::vector<EventMention>& mentions) {
  const PlaceFinder finder(work);
  add_told_place(work, work.names.here, mentions,
                 [&](const EventMention& mention) { return dateline_place(work, mention.item); });
  add_told_place(work, work.names.that_place, mentions,
                 [&](const EventMention& mention) { return finder.before(mention); });
}

}  // namespace copydesk
