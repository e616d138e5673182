#include "events/attach_arguments.h"

#include <algorithm>

#include "events/clause_view.h"
#include "events/voices.h"

namespace copydesk {
namespace {

constexpr std::uint32_t kSubjectBack = 40;  // tokens
constexpr std::uint32_t kPartnerAhead = 30;
constexpr std::uint32_t kObjectAhead = 12, kPartnerBehindObject = 24;
constexpr std::uint32_t kNounGroup = 10;

class ClauseReader : ClauseView {
 public:
  explicit ClauseReader(EventWork& work) : ClauseView(work), work_(work) {}

  // `next_trigger`: where the next event of the sentence is told.
  void read(EventMention& mention, std::uint32_t next_trigger) {
    const EventType* type = work_.names.type(mention.type);
    if (type == nullptr || type->filler == 0 || mention.echo) return;
    mention_ = &mention, type_ = type, next_trigger_ = next_trigger;
    enter(mention.sentence);
    verb_ = is(mention.trigger.begin, words_.verb) && !is(mention.trigger.begin, words_.nominal);
    verb_ ? read_verb() : read_noun();
  }

  // `Spokesman Kimani said after the talks`: he says so of others.
  bool only_comments(const EventMention& mention, std::uint32_t entity) {
    enter(mention.sentence);
    if (is(mention.trigger.begin, words_.verb) && !is(mention.trigger.begin, words_.nominal)) return false;
    const EntityMention* first = told_in(work_, entity, mention.sentence);
    if (first == nullptr) return false;
    const Group* group = group_over(first->range.begin);
    return group != nullptr && speaks(*group) && only_speaks_for_others(work_, entity);
  }

 private:
  // The verb told of what is signed has it before itself: `the pact was signed`.
  bool is_passive() const { return mention_->instrument && mention_->instrument->range.end <= mention_->trigger.begin; }

  void read_verb() {
    const std::uint32_t begin = is_passive() ? mention_->instrument->range.end : sentence_.begin;
    if (!subject_before(mention_->trigger.begin, begin) && begins_sentence()) subject_behind_comma();
    const std::uint32_t end = mention_->trigger.end;
    if (!mention_->instrument) return object_behind(end);
    partners_behind(std::max(end, mention_->instrument->range.end));
    if (is_passive()) {
      partners_behind(mention_->instrument->range.end);
      owner_before(mention_->instrument->range.begin);
    }
  }

  // `Meeting Kimani, Ostrava promised aid.`, `When meeting Kimani, ...`.
  bool begins_sentence() const {
    const std::uint32_t trigger = mention_->trigger.begin, first = sentence_.begin;
    return trigger == first || (trigger == first + 1 && used(first, ClauseUse::kAttending | ClauseUse::kClause));
  }

  // `Norway's agreement with Chile was signed`.
  void owner_before(std::uint32_t at) {
    for (std::uint32_t steps = 0; at > sentence_.begin + 1 && steps < kNounGroup; ++steps, --at) {
      if (is_owner_mark(at - 1)) {
        const Group* owner = group_over(at - 2);
        if (owner != nullptr) add(*owner);
        return;
      }
      if (is(at - 1, words_.opener) || !belongs(at - 1)) return;
    }
  }

  void read_noun() {
    partners_behind(mention_->instrument && mention_->instrument->range.end > mention_->trigger.end
                        ? mention_->instrument->range.end
                        : mention_->trigger.end);
    const std::uint32_t begin = noun_group_begin();
    if (begin == sentence_.begin) return is_gerund(begin) ? subject_behind_comma() : void();
    const std::uint32_t governor = begin - 1;
    mention_->frames |= used(governor, ClauseUse::kOccasion);
    const bool addressed = used(governor, ClauseUse::kAddressing);  // `told the meeting`
    if ((used(governor, ClauseUse::kReporting) && !addressed) || used(governor, ClauseUse::kQuote)) return;
    if (is(governor, words_.to) && inside(governor - 1) && used(governor - 1, ClauseUse::kReporting)) return;
    const bool attending = addressed || used(governor, ClauseUse::kAttending) || mention_->frames;
    const bool signs = !type_->person_role.empty();
    if (signs || mention_->instrument) return;  // who watched, hailed or prepared a signing did not sign
    const bool governed = attending || is(governor, words_.verb | words_.to) || is(governor, words_.auxiliary);
    if (governed && !subject_before(governor, sentence_.begin) && attending) subject_behind_comma();
  }

  // `Meeting Kimani, Ostrava promised aid.`
  bool is_gerund(std::uint32_t token) const { return token == mention_->trigger.begin && !is(token, words_.plural); }

  // Goes back over what belongs to the noun; whoever owns it takes part: `Kimani's talks`, `their meeting`.
  std::uint32_t noun_group_begin() {
    std::uint32_t begin = mention_->trigger.begin;
    if (const Group* holder = group_over(begin); holder != nullptr && holds_office_of(*holder))
      return add(*holder), holder->range.begin;
    if (const Group* body = group_over(begin); body != nullptr && (is_body(*body) || is_body_in_trigger(*body))) {
      add_owner(*body);
      begin = std::min(begin, body->range.begin);
    }
    if (const Group* those = subject_of_participle(begin)) return add(*those), those->range.begin;
    for (std::uint32_t steps = 0; begin > sentence_.begin && steps < kNounGroup; ++steps) {
      const std::uint32_t before = begin - 1;
      if (is_owner_mark(before) && before > sentence_.begin) {
        const Group* owner = group_over(before - 1);
        if (owner != nullptr) return add_owner(*owner), owner->range.begin;
        begin = before;  // `Monday's talks`
        continue;
      }
      if (const Group* group = group_over(before)) {
        begin = group->range.begin;
        if (is_body(*group)) add_owner(*group);
        continue;
      }
      if (add_named_by(before)) return before;
      if (!belongs(before) || is_verb_of(before) || (is(begin, words_.opener) && !may_precede(before))) break;
      mention_->frames |= used(before, ClauseUse::kBelonging) && used(before - 1, ClauseUse::kOccasion);
      begin = before;
    }
    return begin;
  }

  // `Her (talks)`: of whom the pronoun speaks.
  bool add_named_by(std::uint32_t pronoun) {
    if (!is(pronoun, words_.opener)) return false;
    entities_.clear();
    entities_of_pronoun(work_, pronoun, entities_);
    for (const std::uint32_t entity : entities_)
      add_argument(*mention_, role_of_owner(work_.entities.entities[entity].type), entity, mention_->rule);
    return !entities_.empty();
  }

  // `Kimani, chairman of the conference`: the trigger is a word of the office.
  bool holds_office_of(const Group& group) const {
    const TokenRange office = work_.mentions.mentions[group.members.back()].office;
    return office.begin < mention_->trigger.begin && mention_->trigger.end <= office.end;
  }

  // `(The ministers,) meeting in Oslo,`: they stand right before it.
  const Group* subject_of_participle(std::uint32_t trigger) const {
    const std::uint32_t next = mention_->trigger.end;
    if (is(trigger, words_.plural) || trigger == sentence_.begin || !inside(next)) return nullptr;
    if (!is(next, words_.preposition | words_.adverb)) return nullptr;
    const bool aside = is_comma(trigger - 1);
    const Group* group = group_over(aside ? trigger - 2 : trigger - 1);
    if (group == nullptr || group->range.begin < sentence_.begin) return nullptr;
    return group->plural || (aside && is_body_of_several(*group)) ? group : nullptr;
  }

  bool is_body_of_several(const Group& group) const {
    return work_.mentions.mentions[group.members.back()].type == EntityType::organisation;
  }

  // `the cabinet meeting`, `a parliament session`.
  bool is_body(const Group& group) const { return work_.mentions.mentions[group.members.back()].refers.sits; }

  // `The Kestrel Council meeting`, where the trigger is `Council meeting`.
  bool is_body_in_trigger(const Group& group) const {
    const EntityMention& body = work_.mentions.mentions[group.members.back()];
    return body.type == EntityType::organisation && body.form == MentionForm::name &&
           body.range.end < mention_->trigger.end;
  }

  // Who owns a gathering holds it: `the union's conference`.
  void add_owner(const Group& owner) { add(owner, role_of_owner(work_.mentions.mentions[owner.members.front()].type)); }

  std::uint16_t role_of_owner(EntityType type) const {
    return type_->is_gathering() && type != EntityType::person ? work_.names.host_slot : type_->filler;
  }

  bool belongs(std::uint32_t token) const {
    if (joins_words(token) || joins_words(token + 1)) return true;
    if (is(token, words_.preposition)) return used(token, ClauseUse::kBelonging) && is_part(token - 1);
    const Shape shape = tokens_[token].shape;
    return is(token, words_.premodifier | words_.opener) || tokens_[token].kind == TokenKind::number ||
           shape == Shape::capitalised || shape == Shape::upper;
  }

  // Before `the`: `all the talks`, `a week of the talks`.
  bool may_precede(std::uint32_t token) const { return is(token, words_.opener | words_.preposition); }

  // `Kimani opened talks`, where `the planned talks` and `his planned talks` have none before it.
  bool is_verb_of(std::uint32_t token) const {
    return is(token, words_.verb) && !is(token, words_.nominal) && inside(token - 1) && !is(token - 1, words_.opener) &&
           (group_over(token - 1) != nullptr || used(token - 1, ClauseUse::kDash));
  }

  // `three hours of talks`, `the sidelines of the forum`, where who boycotts or fears it is not there.
  bool is_part(std::uint32_t token) const {
    return inside(token) && used(token, ClauseUse::kMeasure | ClauseUse::kOccasion);
  }

  // The nearest group that no preposition and no other verb governs.
  bool subject_before(std::uint32_t from, std::uint32_t begin) {
    for (std::uint32_t at = from; at > begin && from - at < kSubjectBack;) {
      const std::uint32_t token = at - 1;
      if (const Group* group = group_over(token)) {
        at = std::max(group->range.begin, begin);
        if (group->range.begin < begin) continue;
        if (is_subject(*group)) return add_before(*group), add(*group), true;
        leads_aside(*group) || names_them(*group) || stands_beside(*group) ? add(*group) : add_included(*group);
        continue;
      }
      if (const Group* one = antecedent(token); one != nullptr && one->range.begin >= begin) return add(*one), true;
      if (const Group* one = before_long_aside(token); one != nullptr)
        return add(*one), add_leaders({one->range.end, token}), true;
      const std::uint32_t aside = before_aside(token, begin);
      if ((aside == token && ends_clause(token)) || opens_told_clause(token)) return false;
      if (aside != token && add_aside({aside + 1, token})) return true;
      at = is_comma(token) ? before_relative(token, begin) : aside;
    }
    return false;
  }

  // `(the heads of both boards,) Kimani and Ostrava, (met)`.
  bool names_them(const Group& group) const {
    return group.members.size() > 1 && is_aside(group) &&
           work_.mentions.mentions[group.members.front()].type == EntityType::person;
  }

  // `(The guest,) along with Kimani,`.
  bool stands_beside(const Group& group) const {
    return work_.analysis.lattice.ends_at(group.range.begin, work_.names.row_link);
  }

  // `(The cabinet,) chaired by Kimani,`.
  void add_leaders(TokenRange aside) {
    for (std::uint32_t at = aside.begin; at < aside.end;) {
      const Group* group = group_over(at);
      if (group != nullptr && leads_aside(*group)) add(*group);
      at = group != nullptr ? group->range.end : at + 1;
    }
  }

  // `Kimani, who took office in May, and (Ostrava met)`: whoever stands before the relative clause is of the row.
  void add_before(const Group& group) {
    const std::uint32_t begin = sentence_.begin;
    std::uint32_t comma = group.range.begin;
    const bool joined = comma > begin && is(comma - 1, words_.conjunction);
    if (joined) --comma;
    if ((!joined && group.members.size() < 2) || comma <= begin + 1 || !is_comma(--comma)) return;
    const std::uint32_t opening = before_relative(comma, begin);
    const Group* other = opening < comma && opening > begin ? group_over(opening - 1) : nullptr;
    if (other != nullptr && is_subject(*other)) add(*other);
  }

  // `(those who sent troops) -- Norway, Chile and Peru -- met`: a row of names says who they are.
  bool add_aside(TokenRange range) {
    const Group* group = group_over(range.begin);
    if (group == nullptr || group->range != range || group->members.size() < 2) return false;
    add(*group);
    return true;
  }

  // `After talks with Kimani, Ostrava left.`
  void subject_behind_comma() {
    for (std::uint32_t at = mention_->trigger.end; at + 1 < sentence_.end; ++at) {
      if (ends_clause(at) || is(at, words_.finite | words_.auxiliary)) return;
      const Group* group = is_comma(at) ? group_over(at + 1) : nullptr;
      if (group == nullptr || group->range.begin != at + 1) continue;
      add_chain(*group);
      return;
    }
  }

  // `met briefly on Friday with Kimani`.
  void object_behind(std::uint32_t from) {
    for (std::uint32_t at = from; at < sentence_.end && at - from < kPartnerBehindObject;) {
      if (const Group* group = group_over(at)) {
        if (tells(*group)) return;
        if (is_object(*group) && (at - from < kObjectAhead || is_partner(*group)))
          return static_cast<void>(add_chain(*group));
        at = group->range.end;
        continue;
      }
      if (ends_clause(at) || (tokens_[at].kind == TokenKind::punctuation && tokens_[at].space_before)) return;
      if (is(at, words_.finite | words_.auxiliary | words_.subordinator | words_.relative | words_.to)) return;
      ++at;
    }
  }

  // What stands behind `in` or `on` is met by nobody.
  bool is_object(const Group& group) const {
    return !is(group.range.begin - 1, words_.preposition) || is_partner(group);
  }

  bool is_partner(const Group& group) const { return used(group.range.begin - 1, ClauseUse::kPartner); }

  // Groups behind words such as `with`, `between` and `by`, up to the next verb; those of a noun may stand behind its verb too:
  // `talks that ended on Friday between`, `the meeting was held with`.
  void partners_behind(std::uint32_t from) {
    bool passed = false;
    const bool in_aside = in_relative_clause(mention_->trigger.begin);
    for (std::uint32_t at = from; at < sentence_.end && at - from < kPartnerAhead;) {
      if (const Group* group = group_over(at)) {
        add_included(*group);
        at = group->range.end;
        continue;
      }
      if (mention_->instrument && is(at, words_.to) && is(at + 1, words_.verb)) return;
      if (ends_clause(at) || (passed && (at >= next_trigger_ || is(at, words_.conjunction)))) return;
      if (is(at, words_.finite | words_.auxiliary | words_.subordinator) && !leads(at)) {
        if (!may_pass(at, from) || (is_comma(at - 1) && in_aside)) return;
        passed = true;
      }
      const Group* partner = links(at) ? next_group(at + 1) : nullptr;
      if (partner != nullptr && acts_apart(at, *partner)) partner = nullptr;
      at = partner != nullptr ? add_chain(*partner) : at + 1;
    }
  }

  // `(talks opened), with diplomats playing down hopes`: who does something of their own.
  bool acts_apart(std::uint32_t link, const Group& group) const {
    const std::uint32_t verb = group.range.end;
    return is_comma(link - 1) && inside(verb) && is(verb, words_.verb) && !is(verb, words_.nominal | words_.finite);
  }

  // `(the talks drew firms from) twenty countries including Norway and Chile`.
  void add_included(const Group& group) {
    std::uint32_t at = group.range.begin;
    while (at < group.range.end && (!used(at, ClauseUse::kPartner) || !leads(at))) ++at;
    if (at == group.range.end) return;
    Group named{.range = {at, group.range.end}};
    for (const std::uint32_t member : group.members)
      if (work_.mentions.mentions[member].range.begin > at) named.members.push_back(member);
    add(named);
  }

  bool links(std::uint32_t at) const {
    if (used(at, ClauseUse::kPartner)) return !follows_instrument(at) && !follows_bond(at);
    return mention_->instrument && used(at, ClauseUse::kAgent) && !is_of_other_verb(at - 1);
  }

  // `(talks on) the contract between the two mills`: those are its sides.
  bool follows_instrument(std::uint32_t at) const {
    return !mention_->instrument && mention_->arguments.size() > 1 &&
           work_.analysis.lattice.ends_at(at, work_.names.instrument);
  }

  // `(talks on) relations with Peru`: with whom the talks are is told elsewhere.
  bool follows_bond(std::uint32_t at) const {
    const bool told = mention_->arguments.size() > 1 || type_->is_gathering();
    return told && work_.analysis.lattice.find({at - 1, at}, work_.names.bond) != kNoEdge;
  }

  // `a truce brokered by Libya`: who brokers it does not sign it.
  bool is_of_other_verb(std::uint32_t token) const {
    return is(token, words_.verb) && !is(token, words_.nominal) && !mention_->trigger.contains({token, token + 1});
  }

  bool may_pass(std::uint32_t at, std::uint32_t from) const {
    if (verb_ || mention_->instrument) return false;
    if (!is(at, words_.subordinator)) return true;
    return at == from && inside(at + 1) && is(at + 1, words_.finite | words_.auxiliary | words_.adverb);
  }

  // A group and those that go on from it: `Kimani, finance minister Ostrava and the union's envoys`. Gives where they end.
  std::uint32_t add_chain(const Group& first) {
    add(first);
    std::uint32_t end = first.range.end;
    const Group* last = &first;
    for (const Group* group = further(end); group != nullptr; group = further(end)) {
      if (!says_who_it_is(*last, *group)) add(*group);
      last = group, end = group->range.end;
    }
    return end;
  }

  // `Kimani, the leader of Norway's growers,`: one, told of by what he is.
  bool says_who_it_is(const Group& person, const Group& next) const {
    const EntityMention& named = work_.mentions.mentions[person.members.back()];
    const EntityMention& noun = work_.mentions.mentions[next.members.front()];
    if (named.type != EntityType::person || named.form != MentionForm::name || !is_comma(next.range.begin - 1))
      return false;
    return noun.form == MentionForm::nominal && noun.type == EntityType::person && !noun.plural &&
           next.members.size() == 1;
  }

  const Group* further(std::uint32_t end) const {
    std::uint32_t at = end;
    bool comma = false;
    for (; inside(at) && at - end < 3 && !ends_clause(at) && !leads(at); ++at) {
      if (tokens_[at].kind != TokenKind::punctuation && !is(at, words_.conjunction)) break;
      comma |= tokens_[at].kind == TokenKind::punctuation;
    }
    if (const Group* leader = leader_behind(at)) return leader;
    if (at == end) return nullptr;
    const Group* group = next_group(at);
    if (group == nullptr && comma) group = behind_aside(at);
    if (group == nullptr || !inside(group->range.end)) return group;
    const bool own_verb = is(group->range.end, words_.finite | words_.auxiliary);
    return own_verb && (verb_ || comma) ? nullptr : group;  // `met Kimani, and Ostrava said`
  }

  // `(Kimani,) on the Kenyan side, and Ostrava`: whoever stands behind the next comma and its `and`.
  const Group* behind_aside(std::uint32_t from) const {
    constexpr std::uint32_t kMostAside = 12;
    for (std::uint32_t at = from; inside(at + 2) && at - from < kMostAside; ++at) {
      if (ends_clause(at) || is(at, words_.finite | words_.auxiliary | words_.subordinator)) return nullptr;
      if (is_comma(at) && is(at + 1, words_.conjunction)) return next_group(at + 2);
    }
    return nullptr;
  }

  // `(a delegation) of growers led by Kimani`.
  const Group* leader_behind(std::uint32_t at) const {
    constexpr std::uint32_t kMostOfWhat = 6;
    if (inside(at) && is(at, words_.preposition) && !used(at, 0xFF))
      for (std::uint32_t steps = 0; inside(at) && !leads(at) && steps < kMostOfWhat; ++steps, ++at)
        if (is(at, words_.finite | words_.auxiliary) || (is_mark(at) && !(is_comma(at) && leads(at + 1))))
          return nullptr;
    if (!inside(at + 1) || !leads(at)) return nullptr;
    return next_group(at + (used(at + 1, ClauseUse::kAgent) ? 2 : 1));
  }

  bool is_mark(std::uint32_t token) const { return tokens_[token].kind == TokenKind::punctuation; }

  void add(const Group& group) { add(group, type_->filler); }

  void add(const Group& group, std::uint16_t role) {
    entities_.clear();
    entities_of_group(work_, group, entities_);
    for (const std::uint32_t entity : entities_)
      if (work_.entities.entities[entity].type != EntityType::place)
        add_argument(*mention_, role, entity, mention_->rule);
  }

  EventWork& work_;
  EventMention* mention_ = nullptr;
  const EventType* type_ = nullptr;  // of the mention
  bool verb_ = false;
  std::uint32_t next_trigger_ = 0;
  std::vector<std::uint32_t> entities_;
};

}  // namespace

void attach_arguments(EventWork& work, std::vector<EventMention>& mentions) {
  ClauseReader reader(work);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    EventMention& mention = mentions[i];
    if (!mention.modifier) reader.read(mention, i + 1 < mentions.size() ? mentions[i + 1].trigger.begin : kNoIndex);
    std::erase_if(mention.arguments, [&](const MentionArgument& argument) {
      return std::ranges::find(mention.absent, argument.entity) != mention.absent.end() ||
             reader.only_comments(mention, argument.entity);
    });
  }
}

}  // namespace copydesk
