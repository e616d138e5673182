#include <algorithm>

#include "events/build_events.h"
#include "events/clause_view.h"

namespace copydesk {
namespace {

// An instrument binds two sides or more: where the clauses name fewer, those that the sentence names beside it.
bool is_side(const EntityRecord& entity) {
  return entity.type == EntityType::country || (entity.named && entity.type == EntityType::organisation);
}

class SideFinder {
 public:
  SideFinder(EventWork& work, const std::vector<EventMention>& mentions, const std::vector<std::uint32_t>& event_of,
             EventLayer& layer)
      : work_(work), view_(work), mentions_(mentions), event_of_(event_of), layer_(layer) {}

  void complete(std::size_t index) {
    const EventMention& mention = mentions_[index];
    const EventType* type = work_.names.type(mention.type);
    if (type == nullptr || mention.echo || mention.modifier || type->filler == 0) return;
    event_ = &layer_.events[event_of_[index]];
    role_ = work_.analysis.language.grammar.names.text(type->filler);
    if (known() >= 2 || has_several()) return;
    view_.enter(mention.sentence);
    if (!type->two_sided) return type->is_gathering() ? void() : add_speaker(mention);
    const auto near = [&](const Group& group) { return group.range.begin + kFarthest < mention.trigger.begin; };
    const std::vector<Group>& groups = work_.mentions.groups;
    for (auto group = std::ranges::partition_point(groups, near);
         group != groups.end() && group->range.begin < mention.trigger.end + kFarthest; ++group)
      if (view_.inside(group->range.begin) && may_act(*group) && !is_of_trigger(*group) &&
          !is_apart(group->range.end, mention.trigger.begin))
        add(*group, mention.rule);
  }

 private:
  static constexpr std::uint32_t kFarthest = 60;  // tokens

  // `Zorblatt boss Kimani said talks with Velora were going on`: for whom that person speaks, where one side alone is told.
  void add_speaker(const EventMention& mention) {
    const std::vector<ArgumentRecord>& arguments = event_->arguments;
    if (arguments.size() != 1 || !is_side(work_.entities.entities[arguments.front().entity])) return;
    if (!names_partner(mention.trigger.end)) return;
    const std::vector<Group>& groups = work_.mentions.groups;
    const std::uint32_t begin = view_.sentence().begin;
    for (auto group = std::ranges::lower_bound(groups, begin, {}, [](const Group& g) { return g.range.begin; });
         group != groups.end() && group->range.begin < begin + kFarthest && view_.inside(group->range.begin); ++group) {
      const std::uint32_t entity = work_.entities.entity_of[group->members.front()];
      if (entity == kNoIndex || !view_.speaks(*group)) continue;
      const EntityRecord& speaker = work_.entities.entities[entity];
      const std::uint32_t side = speaker.type == EntityType::person ? speaker.affiliation : kNoIndex;
      if (side != kNoIndex && is_side(work_.entities.entities[side]) && is_new(side))
        event_->arguments.push_back({role_, side, mention.rule});
      return;
    }
  }

  // Behind `talks`: `with Velora`.
  bool names_partner(std::uint32_t from) const {
    constexpr std::uint32_t kNear = 6;
    for (std::uint32_t at = from; view_.inside(at) && at - from < kNear; ++at)
      if (view_.used(at, ClauseUse::kPartner)) return true;
    return false;
  }

  std::ptrdiff_t known() const {
    return std::ranges::count_if(event_->arguments, [&](const ArgumentRecord& argument) {
      return argument.role == role_ && work_.entities.entities[argument.entity].named;
    });
  }

  // `The two universities`: both are told, if not by name.
  bool has_several() const {
    return std::ranges::any_of(event_->arguments, [&](const ArgumentRecord& argument) {
      const EntityRecord& entity = work_.entities.entities[argument.entity];
      const bool side = entity.type != EntityType::person && !entity.named && !entity.mentions.empty();
      return side && work_.mentions.mentions[entity.mentions.front()].plural;
    });
  }

  // `Kimani met Ostrava, the first time since an accord was signed`.
  bool is_apart(std::uint32_t from, std::uint32_t trigger) const {
    if (!is_verb(trigger)) return false;
    const ClauseWords& words = work_.names.clause;
    const Group* subject = view_.group_over(trigger - 1);
    if (subject != nullptr && work_.mentions.mentions[subject->members.front()].form == MentionForm::pronoun)
      return false;  // `... when they signed`
    for (std::uint32_t at = from; at < trigger; ++at)
      if (view_.used(at, ClauseUse::kClause) && !view_.is(at, words.relative)) return true;
    return false;
  }

  // Neither an owner of something, nor a place, nor who only says so.
  bool may_act(const Group& group) const {
    if (view_.inside(group.range.end) && view_.is_owner_mark(group.range.end)) return is_visitor(group);
    if (group.range.begin == view_.sentence().begin) return true;
    const std::uint32_t before = group.range.begin - 1;
    if (view_.inside(before - 1) && view_.is(before, work_.names.clause.to) &&
        view_.used(before - 1, ClauseUse::kReporting))
      return false;  // `according to Kimani`
    return !view_.tells(group) && !is_of_other_verb(before) && !is_paper(group) && !in_brackets(before) &&
           !view_.used(before, ClauseUse::kPlace | ClauseUse::kReporting);
  }

  // `(Ten papers were signed) during Kimani's three-day visit`.
  bool is_visitor(const Group& group) const {
    constexpr std::uint32_t kNear = 5;
    const std::uint32_t owned = group.range.end + 1;
    for (std::uint32_t at = owned; view_.inside(at) && at - owned < kNear; ++at)
      if (view_.is(at, work_.names.clause.nominal) && view_.used(at, ClauseUse::kGoal)) return true;
    return false;
  }

  // `The Lima Accords` are what is signed.
  bool is_paper(const Group& group) const {
    return work_.analysis.lattice.ends_at(group.range.end, work_.names.instrument);
  }

  // `Zorblatt Corp. (NASDAQ: ZRB)`.
  bool in_brackets(std::uint32_t before) const { return work_.analysis.text_of({before, before + 1}) == "("; }

  // `The G20` of `the G20 summit`.
  bool is_of_trigger(const Group& group) const {
    const auto next = std::ranges::lower_bound(mentions_, group.range.end, {},
                                               [](const EventMention& mention) { return mention.trigger.begin; });
    return next != mentions_.end() && next->trigger.begin == group.range.end && !is_verb(next->trigger.begin);
  }

  // `A truce brokered by Libya`: who brokers it does not sign it.
  bool is_of_other_verb(std::uint32_t agent) const {
    return view_.used(agent, ClauseUse::kAgent) && view_.inside(agent - 1) && is_verb(agent - 1) &&
           !is_to_be(agent - 2) && !event_->triggers.front().range.contains({agent - 1, agent});
  }

  // `An agreement to be acquired by Zorblatt`.
  bool is_to_be(std::uint32_t token) const {
    const ClauseWords& words = work_.names.clause;
    return view_.inside(token) && view_.inside(token - 1) && view_.is(token, words.auxiliary) &&
           view_.is(token - 1, words.to);
  }

  bool is_verb(std::uint32_t token) const {
    const ClauseWords& words = work_.names.clause;
    return view_.is(token, words.verb) && !view_.is(token, words.nominal);
  }

  void add(const Group& group, std::uint32_t rule) {
    entities_.clear();
    entities_of_group(work_, group, entities_);
    for (std::uint32_t entity : entities_) {
      const EntityRecord& record = work_.entities.entities[entity];
      if (record.type == EntityType::person && !record.office.empty()) entity = record.affiliation;
      if (entity != kNoIndex && is_side(work_.entities.entities[entity]) && is_new(entity))
        event_->arguments.push_back({role_, entity, rule});
    }
  }

  // Nor the country of a capital that signs.
  bool is_new(std::uint32_t entity) const {
    const std::string_view country = work_.entities.entities[entity].country;
    const auto same = [&](std::uint32_t other) {
      const EntityRecord& known = work_.entities.entities[other];
      return other == entity || (!country.empty() && known.type != EntityType::person && known.country == country);
    };
    return std::ranges::none_of(event_->arguments, same, &ArgumentRecord::entity);
  }

  EventWork& work_;
  ClauseView view_;
  const std::vector<EventMention>& mentions_;
  const std::vector<std::uint32_t>& event_of_;
  EventLayer& layer_;
  EventRecord* event_ = nullptr;
  std::string_view role_;
  std::vector<std::uint32_t> entities_;
};

// The next round of talks has the sides of the last one, where the report does not say who else.
class RoundFiller {
 public:
  RoundFiller(EventWork& work, EventLayer& layer) : work_(work), layer_(layer) {}

  void fill(const EventMention& mention, std::uint32_t index) {
    if (!mention.distinct && !mention.earlier && !mention.ahead) return;
    EventRecord& event = layer_.events[index];
    const EventType* type = work_.names.type(mention.type);
    if (type == nullptr || type->filler == 0 || type->two_sided || type->is_gathering() || event.arguments.size() > 1)
      return;
    const EventRecord* other = nearest_round(mention, index);
    if (other == nullptr) return;
    for (const ArgumentRecord& argument : other->arguments)
      if (is_named_side(argument)) add_new_argument(event, {argument.role, argument.entity, mention.rule});
  }

 private:
  bool is_named_side(const ArgumentRecord& argument) const {
    const EntityRecord& entity = work_.entities.entities[argument.entity];
    return entity.named && is_side(entity);
  }

  // Of those called by the same noun, the one told of last before, else first behind; not far off.
  const EventRecord* nearest_round(const EventMention& mention, std::uint32_t index) const {
    constexpr std::uint32_t kBack = 16, kAhead = 4;  // events
    for (std::uint32_t i = index; i-- > 0 && index - i < kBack;)
      if (is_round(layer_.events[i], mention, index)) return &layer_.events[i];
    for (std::uint32_t i = index + 1; i < layer_.events.size() && i - index < kAhead; ++i)
      if (is_round(layer_.events[i], mention, index)) return &layer_.events[i];
    return nullptr;
  }

  // Who is known of both takes part in both.
  bool is_round(const EventRecord& other, const EventMention& mention, std::uint32_t index) const {
    const EventRecord& event = layer_.events[index];
    return other.type == event.type && (has_noun_of(other, mention) || shares_sentence(other, mention)) &&
           sides_of(other) >= 2 &&
           shared_arguments(event, other) == static_cast<std::ptrdiff_t>(event.arguments.size());
  }

  std::ptrdiff_t sides_of(const EventRecord& event) const {
    return std::ranges::count_if(event.arguments,
                                 [&](const ArgumentRecord& argument) { return is_named_side(argument); });
  }

  // `A third round of talks ended, and a fourth round is due`.
  bool shares_sentence(const EventRecord& event, const EventMention& mention) const {
    const SentenceData& sentence = work_.analysis.tokens.sentences[mention.sentence];
    return std::ranges::any_of(event.triggers, [&](const TriggerRecord& trigger) {
      return trigger.range.begin >= sentence.begin && trigger.range.end <= sentence.end;
    });
  }

  bool has_noun_of(const EventRecord& event, const EventMention& mention) const {
    return std::ranges::any_of(event.triggers, [&](const TriggerRecord& trigger) {
      return hash_at(trigger.range.end - 1) == hash_at(mention.trigger.end - 1);
    });
  }

  std::uint32_t hash_at(std::uint32_t token) const { return work_.analysis.tokens.tokens[token].hash; }

  EventWork& work_;
  EventLayer& layer_;
};

std::ptrdiff_t named_in(const EventWork& work, const EventRecord& event) {
  return std::ranges::count_if(
      event.arguments, [&](const ArgumentRecord& argument) { return work.entities.entities[argument.entity].named; });
}

}  // namespace

void add_those_of_parts(const EventWork& work, EventLayer& layer) {
  for (const EventRecord& part : layer.events) {
    if (part.occasion == kNoIndex || part.modality == Modality::negated) continue;
    EventRecord& whole = layer.events[part.occasion];
    if (whole.type == part.type) continue;
    const EventType* type = work.type_named(whole.type);
    if (type == nullptr || type->two_sided) continue;
    if (type->is_gathering() && part.instrument) continue;  // who signs at a fair need not be among its visitors
    const std::string_view role = work.analysis.language.grammar.names.text(type->filler);
    // A meeting has two sides, a forum any number.
    const bool lacks_sides = named_in(work, whole) < (type->is_gathering() ? 1 : 2);
    for (const ArgumentRecord& argument : part.arguments) {
      const EntityRecord& entity = work.entities.entities[argument.entity];
      const bool takes_part = entity.type == EntityType::person || (is_side(entity) && lacks_sides);
      if (entity.named && takes_part) add_new_argument(whole, {role, argument.entity, argument.rule});
    }
  }
}

void add_other_sides(EventWork& work, const std::vector<EventMention>& mentions,
                     const std::vector<std::uint32_t>& event_of, EventLayer& layer) {
  SideFinder finder(work, mentions, event_of, layer);
  for (std::size_t i = 0; i < mentions.size(); ++i)
    if (event_of[i] != kNoIndex) finder.complete(i);
  RoundFiller rounds(work, layer);
  for (std::size_t i = 0; i < mentions.size(); ++i)
    if (event_of[i] != kNoIndex) rounds.fill(mentions[i], event_of[i]);
}

}  // namespace copydesk
