#include <algorithm>

#include "events/build_events.h"
#include "events/clause_view.h"

namespace copydesk {
namespace {

// `A contract may be signed in March`, `after months of talks`: who the sides are, the text told just before.
class ToldSides {
 public:
  ToldSides(EventWork& work, const std::vector<EventMention>& mentions, const std::vector<std::uint32_t>& event_of,
            EventLayer& layer)
      : work_(work), view_(work), mentions_(mentions), event_of_(event_of), layer_(layer) {}

  void fill(std::size_t index) {
    const EventMention& mention = mentions_[index];
    const EventType* type = work_.names.type(mention.type);
    if (type == nullptr || type->filler == 0 || type->is_gathering() || mention.echo || mention.modifier) return;
    EventRecord& event = layer_.events[event_of_[index]];
    if (has_subject(mention)) return;
    if (event.arguments.size() == 1) return add_protagonist(mention, *type, event);
    if (!event.arguments.empty()) return;
    if (const EventRecord* other = told_before(index, *type); other != nullptr)
      for (const std::uint32_t side : sides_of(*other))
        add_new_argument(event, {work_.analysis.language.grammar.names.text(type->filler), side, mention.rule});
  }

 private:
  // `Kimani left for Lima. A meeting with Ostrava is due`: whoever the sentence before is about.
  void add_protagonist(const EventMention& mention, const EventType& type, EventRecord& event) {
    const std::uint32_t known = event.arguments.front().entity;
    if (type.two_sided || !work_.entities.entities[known].named || !opens_with_partner(mention)) return;
    const std::uint32_t before = mention.sentence - 1;
    if (mention.sentence == 0 || work_.analysis.item_of(before) != mention.item || work_.in_headline(before)) return;
    const std::uint32_t leader = leader_of(before);
    if (leader == kNoIndex || !work_.entities.entities[leader].named) return;
    if (work_.entities.entities[leader].type != EntityType::person) return;
    add_new_argument(event, {work_.analysis.language.grammar.names.text(type.filler), leader, mention.rule});
  }

  // `A meeting with Ostrava`: nobody is told of in front of it.
  bool opens_with_partner(const EventMention& mention) {
    constexpr std::uint32_t kNear = 6;
    view_.enter(mention.sentence);
    for (std::uint32_t at = view_.sentence().begin; at < mention.trigger.begin; ++at)
      if (view_.group_over(at) != nullptr) return false;
    for (std::uint32_t at = mention.trigger.end; view_.inside(at) && at - mention.trigger.end < kNear; ++at)
      if (view_.used(at, ClauseUse::kPartner)) return true;
    return false;
  }

  // The one that leads its first clause.
  std::uint32_t leader_of(std::uint32_t sentence) {
    constexpr std::uint32_t kNear = 20;
    view_.enter(sentence);
    const std::uint32_t begin = view_.sentence().begin;
    for (std::uint32_t at = begin; view_.inside(at) && at - begin < kNear; ++at) {
      const Group* group = view_.group_over(at);
      if (group == nullptr || !view_.is_subject(*group)) continue;
      return group->members.size() == 1 ? work_.entities.entity_of[group->members.front()] : kNoIndex;
    }
    return kNoIndex;
  }

  // `The growers signed a pact`: somebody of whom no more is known did, where `a pact was signed` tells of nobody.
  bool has_subject(const EventMention& mention) const {
    const ClassMask word = work_.analysis.tokens.tokens[mention.trigger.begin].word_class;
    const bool verb = (word & work_.names.clause.verb) != 0 && (word & work_.names.clause.nominal) == 0;
    return verb && !(mention.instrument && mention.instrument->range.end <= mention.trigger.begin);
  }

  // The nearest event whose two sides are known. What was signed may follow talks; talks are those of what was signed, or
  // talks told again.
  const EventRecord* told_before(std::size_t index, const EventType& type) const {
    constexpr std::uint32_t kSigningBack = 3, kTalksBack = 1;  // sentences
    const EventMention& mention = mentions_[index];
    const bool negated = layer_.events[event_of_[index]].modality == Modality::negated;
    const bool again = mention.definite || mention.earlier || mention.distinct || mention.ahead;
    const std::uint32_t back = type.two_sided ? kSigningBack : kTalksBack;
    for (std::size_t i = index; i-- > 0 && mentions_[i].sentence + back >= mention.sentence;) {
      const EventType* other = work_.names.type(mentions_[i].type);
      if (other == nullptr || event_of_[i] == kNoIndex || event_of_[i] == event_of_[index]) continue;
      if (mentions_[i].item != mention.item || other->is_gathering()) continue;
      if (!type.two_sided && !other->two_sided && !again) continue;
      const EventRecord& told = layer_.events[event_of_[i]];
      if (told.modality != Modality::asserted && negated) continue;  // `no pact was signed` at talks that took place
      if (sides_of(told).size() == 2) return &told;
    }
    return nullptr;
  }

  // Bodies and states, or those whom the people told of serve.
  std::vector<std::uint32_t> sides_of(const EventRecord& event) const {
    std::vector<std::uint32_t> sides, served;
    for (const ArgumentRecord& argument : event.arguments) {
      const EntityRecord& entity = work_.entities.entities[argument.entity];
      if (is_side(entity)) add_unique(sides, argument.entity);
      if (entity.type == EntityType::person && entity.affiliation != kNoIndex &&
          is_side(work_.entities.entities[entity.affiliation]))
        add_unique(served, entity.affiliation);
    }
    return sides.empty() ? served : sides;
  }

  static bool is_side(const EntityRecord& entity) {
    return entity.named && (entity.type == EntityType::country || entity.type == EntityType::organisation);
  }

  EventWork& work_;
  ClauseView view_;
  const std::vector<EventMention>& mentions_;
  const std::vector<std::uint32_t>& event_of_;
  EventLayer& layer_;
};

}  // namespace

void add_told_sides(EventWork& work, const std::vector<EventMention>& mentions,
                    const std::vector<std::uint32_t>& event_of, EventLayer& layer) {
  ToldSides finder(work, mentions, event_of, layer);
  for (std::size_t i = 0; i < mentions.size(); ++i)
    if (event_of[i] != kNoIndex) finder.fill(i);
}

}  // namespace copydesk
