#include <algorithm>

#include "events/build_events.h"

namespace copydesk {
namespace {

// `A contract may be signed in March`, `after months of talks`: who the sides are, the text told just before.
class ToldSides {
 public:
  ToldSides(EventWork& work, const std::vector<EventMention>& mentions, const std::vector<std::uint32_t>& event_of,
            EventLayer& layer)
      : work_(work), mentions_(mentions), event_of_(event_of), layer_(layer) {}

  void fill(std::size_t index) {
    const EventMention& mention = mentions_[index];
    const EventType* type = work_.names.type(mention.type);
    if (type == nullptr || type->filler == 0 || type->is_gathering() || mention.echo || mention.modifier) return;
    EventRecord& event = layer_.events[event_of_[index]];
    if (!event.arguments.empty() || has_subject(mention)) return;
    if (const EventRecord* other = told_before(index, *type); other != nullptr)
      for (const std::uint32_t side : sides_of(*other))
        add_new_argument(event, {work_.analysis.language.grammar.names.text(type->filler), side, mention.rule});
  }

 private:
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
