#include <algorithm>

#include "events/build_events.h"
#include "events/clause_view.h"
#include "events/voices.h"

namespace copydesk {
namespace {

// Whoever a report of a gathering quotes spoke there, but for those who only speak for others.
class SpeakerFinder {
 public:
  SpeakerFinder(EventWork& work, const TimeLayer& times, EventLayer& layer)
      : work_(work), view_(work), times_(times), layer_(layer) {}

  void run(const std::vector<EventMention>& mentions, const std::vector<std::uint32_t>& event_of) {
    for (std::size_t i = 0; i < mentions.size(); ++i)
      if (event_of[i] != kNoIndex && is_news(mentions[i], event_of[i])) note(mentions[i], event_of[i]);
    for (const Lead& lead : leads_)
      if (lead.only) add_speakers(lead);
  }

 private:
  // A gathering that the first sentences of an item tell of.
  struct Lead {
    std::uint32_t event = kNoIndex, item = 0, rule = 0, begin = 0;
    bool only = true;  // of these days in its item
  };

  void note(const EventMention& mention, std::uint32_t event) {
    if (leads_.empty() || leads_.back().item != mention.item)
      leads_.push_back({event, mention.item, mention.rule, mention.sentence, is_first(mention)});
    else if (leads_.back().event != event)
      leads_.back().only = false;
  }

  bool is_news(const EventMention& mention, std::uint32_t index) const {
    constexpr std::int32_t kDaysBefore = 4;
    const EventRecord& event = layer_.events[index];
    const EventType* type = work_.type_named(event.type);
    if (type == nullptr || !type->is_gathering() || event.modality != Modality::asserted) return false;
    const std::optional<std::int32_t> today = times_.day_of_item(mention.item);
    return !event.days || (today && event.days->last >= *today - kDaysBefore);
  }

  bool is_first(const EventMention& mention) const {
    constexpr std::uint32_t kSentences = 3;
    if (mention.modifier || mention.echo) return false;
    return mention.sentence < kSentences || work_.analysis.item_of(mention.sentence - kSentences) != mention.item;
  }

  void add_speakers(const Lead& lead) {
    const std::vector<Group>& groups = work_.mentions.groups;
    const std::uint32_t begin = work_.analysis.tokens.sentences[lead.begin].begin;
    for (auto group = std::ranges::lower_bound(groups, begin, {}, [](const Group& g) { return g.range.begin; });
         group != groups.end(); ++group) {
      const EntityMention& mention = work_.mentions.mentions[group->members.front()];
      if (work_.analysis.item_of(mention.sentence) != lead.item) return;
      if (mention.type != EntityType::person || mention.form != MentionForm::name) continue;
      view_.enter(mention.sentence);
      if (view_.speaks(*group)) add(group->members.front(), lead);
    }
  }

  void add(std::uint32_t mention, const Lead& lead) {
    const std::uint32_t entity = work_.entities.entity_of[mention];
    if (entity == kNoIndex || only_speaks_for_others(work_, entity)) return;
    const EventType* type = work_.type_named(layer_.events[lead.event].type);
    add_new_argument(layer_.events[lead.event],
                     {work_.analysis.language.grammar.names.text(type->filler), entity, lead.rule});
  }

  EventWork& work_;
  ClauseView view_;
  const TimeLayer& times_;
  EventLayer& layer_;
  std::vector<Lead> leads_;
};

}  // namespace

void add_who_spoke(EventWork& work, const TimeLayer& times, const std::vector<EventMention>& mentions,
                   const std::vector<std::uint32_t>& event_of, EventLayer& layer) {
  SpeakerFinder(work, times, layer).run(mentions, event_of);
}

}  // namespace copydesk
