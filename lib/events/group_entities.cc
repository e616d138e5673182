#include <algorithm>

#include "events/collect_mentions.h"

namespace copydesk {
namespace {

constexpr std::uint32_t kMostFillers = 24;  // of one captured group

std::uint32_t entity_of_mention(EventWork& work, std::uint32_t index) {
  EntityLayer& layer = work.entities;
  if (layer.entity_of[index] != kNoIndex) return layer.entity_of[index];
  const EntityMention& mention = work.mentions.mentions[index];
  if (mention.form != MentionForm::nominal || mention.demonym) return kNoIndex;
  layer.entity_of[index] = static_cast<std::uint32_t>(layer.entities.size());
  EntityRecord& record = layer.entities.emplace_back();
  record.type = mention.type;
  record.name = work.analysis.text_of(mention.range);
  record.mentions.push_back(index);
  return layer.entity_of[index];
}

}  // namespace

void add_mention_entities(EventWork& work, std::uint32_t index, std::vector<std::uint32_t>& found) {
  const EntityLayer& layer = work.entities;
  if (index < layer.several.size() && !layer.several[index].empty()) {
    for (const std::uint32_t entity : layer.several[index]) add_unique(found, entity);
    return;
  }
  if (const std::uint32_t entity = entity_of_mention(work, index); entity != kNoIndex) add_unique(found, entity);
}

namespace {

// Whether an adjective of a country before this noun stands for the country: `Chinese and Russian leaders`.
bool head_acts_for_side(EventWork& work, const EntityMention& nominal) {
  const Analysis& analysis = work.analysis;
  return analysis.lattice.find({nominal.range.end - 1, nominal.range.end}, work.names.side_head) != kNoEdge;
}

// `the Group of Seven (G7)`: told before.
bool in_brackets(const EventWork& work, const EntityMention& mention) {
  const std::uint32_t end = mention.range.end;
  return end < work.analysis.tokens.tokens.size() && work.analysis.text_of({end, end + 1}) == ")";
}

// `the Norwegian official`, `the Norwegian delegation`, named before: that person or body, and not the country.
bool is_known(const EventWork& work, std::uint32_t nominal) {
  if (!work.entities.several[nominal].empty()) return true;
  const std::uint32_t entity = work.entities.entity_of[nominal];
  return !work.mentions.mentions[nominal].plural && entity != kNoIndex && work.entities.entities[entity].named &&
         work.entities.entities[entity].type != EntityType::country;
}

// `the secular Front faction`, `the Kestrel mission`: a body named before a noun for one is that body.
bool is_of_body(const EventWork& work, const Group& group, const EntityMention& nominal) {
  if (nominal.type != EntityType::organisation || group.sides.size() != 1) return false;
  return work.mentions.mentions[group.sides.front()].type == EntityType::organisation;
}

// `Norway` of `Norway's Marta Lindqvist`.
bool is_served_by_next(const std::vector<EntityMention>& all, std::size_t mention) {
  return mention + 1 < all.size() && all[mention + 1].type == EntityType::person &&
         all[mention + 1].affiliation == mention;
}

// `Norway` of `members of Norway's Kestrel Party`.
bool owns_next(const EventWork& work, std::size_t mention) {
  const auto& all = work.mentions.mentions;
  const std::uint32_t mark = all[mention].range.end;
  return mention + 1 < all.size() && all[mention + 1].range.begin == mark + 1 &&
         all[mention + 1].type == EntityType::organisation && all[mention + 1].form < MentionForm::nominal &&
         work.is_owner_mark(mark);
}

// `Norwegian` of `envoys of the Norwegian government`.
bool is_of_side(const EventWork& work, const EntityMention& mention) {
  const std::uint32_t noun = mention.range.end;
  return mention.demonym && !mention.country.empty() &&
         work.analysis.lattice.find({noun, noun + 1}, work.names.side_head) != kNoEdge;
}

// `The two countries` of `envoys of the two countries`, told before.
bool stands_for_several(const EventWork& work, const EntityMention& mention, std::size_t index) {
  return mention.form == MentionForm::nominal && !work.entities.several[index].empty();
}

// `officials from Norway, Chile and Peru`: the names behind the head act through it.
void add_names_in(EventWork& work, TokenRange range, std::vector<std::uint32_t>& found) {
  const auto& all = work.mentions.mentions;
  for (auto mention =
           std::ranges::lower_bound(all, range.begin, {}, [](const EntityMention& m) { return m.range.begin; });
       mention != all.end() && mention->range.begin < range.end; ++mention)
    if (mention->type != EntityType::person &&
        (mention->form == MentionForm::name || mention->form == MentionForm::acronym || is_of_side(work, *mention) ||
         stands_for_several(work, *mention, static_cast<std::size_t>(mention - all.begin()))) &&
        !in_brackets(work, *mention) && !is_served_by_next(all, static_cast<std::size_t>(mention - all.begin())) &&
        !owns_next(work, static_cast<std::size_t>(mention - all.begin())))
      add_mention_entities(work, static_cast<std::uint32_t>(mention - all.begin()), found);
}

// The tokens of a group that belong to one member, up to its head.
TokenRange before_head(const EventWork& work, const Group& group, std::size_t member) {
  const auto& all = work.mentions.mentions;
  const std::uint32_t begin = member == 0 ? group.range.begin : all[group.members[member - 1]].range.end;
  return {begin, all[group.members[member]].head.begin};
}

std::ptrdiff_t sides_of(const EventWork& work, const Group& group, std::size_t member) {
  const TokenRange before = before_head(work, group, member);
  return std::ranges::count_if(group.sides,
                               [&](std::uint32_t side) { return before.contains(work.mentions.mentions[side].range); });
}

// The adjectives of countries before a head stand for the countries, and so do the names behind it.
void add_sides(EventWork& work, const Group& group, std::size_t member, std::vector<std::uint32_t>& found) {
  const auto& all = work.mentions.mentions;
  const TokenRange head = all[group.members[member]].head, before = before_head(work, group, member);
  const bool last = member + 1 == group.members.size();
  const std::uint32_t end = last ? group.range.end : all[group.members[member + 1]].range.begin;
  for (const std::uint32_t side : group.sides) {
    const bool of_none = all[side].demonym && all[side].country.empty();  // `African leaders`
    if (!of_none && before.contains(all[side].range)) add_mention_entities(work, side, found);
  }
  if (end > head.end) add_names_in(work, {head.end, end}, found);
}

bool names_behind(const EventWork& work, const Group& group, const EntityMention& head) {
  const auto& all = work.mentions.mentions;
  const auto next =
      std::ranges::upper_bound(all, head.range.begin, {}, [](const EntityMention& m) { return m.range.begin; });
  return next != all.end() && group.range.contains(next->range) && next->type != EntityType::person;
}

// `The airline's management`, where the airline is known by name, acts for it.
bool names_owner(const EventWork& work, const Group& group) {
  const std::uint32_t owner = work.entities.entity_of[group.members.back()];
  return owner != kNoIndex && work.entities.entities[owner].named;
}

// `(The airline's) owner, Kimani`: whom the name says.
bool has_named_person(const EventWork& work, const Group& group) {
  const EntityMention& last = work.mentions.mentions[group.members.back()];
  return last.type == EntityType::person && last.form == MentionForm::name;
}

// The union of `the teachers' union`: whom it belongs to is not meant. Nothing where the group owns nobody.
const Group* owned_by(const EventWork& work, const Group& group) {
  constexpr std::uint32_t kMostBetween = 3;
  const auto next = std::ranges::upper_bound(work.mentions.groups, group.range.begin, {},
                                             [](const Group& other) { return other.range.begin; });
  if (next == work.mentions.groups.end() || next->range.begin > group.range.end + kMostBetween) return nullptr;
  if (!work.is_owner_mark(group.range.end)) return nullptr;
  for (std::uint32_t at = group.range.end + 1; at < next->range.begin; ++at)
    if ((work.analysis.tokens.tokens[at].word_class & work.names.clause.premodifier) == 0) return nullptr;
  return names_owner(work, group) && !has_named_person(work, *next) ? nullptr : &*next;
}

// `Their ministers`: the countries that the pronoun stands for.
void add_owners_told(EventWork& work, const EntityMention& nominal, std::vector<std::uint32_t>& found) {
  const auto& all = work.mentions.mentions;
  const auto owner = std::ranges::lower_bound(all, nominal.range.begin, {},
                                              [](const EntityMention& mention) { return mention.range.begin; });
  for (auto one = owner; one != all.end() && one->range.begin == nominal.range.begin; ++one) {
    if (one->form != MentionForm::pronoun) continue;
    const auto index = static_cast<std::size_t>(one - all.begin());
    const auto add = [&](std::uint32_t entity) {
      if (entity != kNoIndex && work.entities.entities[entity].type == EntityType::country) add_unique(found, entity);
    };
    add(work.entities.entity_of[index]);  // `our government`
    std::ranges::for_each(work.entities.several[index], add);
  }
}

// Bodies and states that a noun in the plural at a group stands for: `the two countries`.
void add_told_in(EventWork& work, const Group* group, std::vector<std::uint32_t>& found) {
  if (group == nullptr || group->members.size() != 1) return;
  for (const std::uint32_t entity : work.entities.several[group->members.front()])
    if (work.entities.entities[entity].type != EntityType::person) add_unique(found, entity);
}

// `The ministers of the two countries`, `the two countries' ministers`: who those are was told before.
void add_those_told(EventWork& work, const Group& group, std::vector<std::uint32_t>& found) {
  const std::vector<Group>& groups = work.mentions.groups;
  const std::vector<TokenData>& tokens = work.analysis.tokens.tokens;
  const auto next =
      std::ranges::upper_bound(groups, group.range.begin, {}, [](const Group& g) { return g.range.begin; });
  const std::uint32_t link = group.range.end;
  if (next != groups.end() && next->range.begin == link + 1 &&
      (tokens[link].word_class & work.names.clause.preposition) != 0)
    return add_told_in(work, &*next, found);
  const auto owner = next == groups.begin() ? groups.end() : next - 1;  // the group itself
  if (owner == groups.end() || owner == groups.begin()) return;
  const Group& before = *(owner - 1);
  if (before.range.end + 1 == group.range.begin && work.is_owner_mark(before.range.end))
    add_told_in(work, &before, found);
}

// Of the first members of a group.
void add_members(EventWork& work, const Group& group, std::size_t members, std::vector<std::uint32_t>& found) {
  for (std::size_t i = 0; i < members && found.size() <= kMostFillers; ++i) {
    const EntityMention& mention = work.mentions.mentions[group.members[i]];
    const bool acts =
        mention.form == MentionForm::nominal && (!group.sides.empty() || names_behind(work, group, mention)) &&
        (head_acts_for_side(work, mention) || is_of_body(work, group, mention)) && !is_known(work, group.members[i]);
    const std::size_t known = found.size();
    if (acts) add_sides(work, group, i, found);
    if (head_acts_for_side(work, mention) && found.size() == known) add_owners_told(work, mention, found);
    if (mention.plural && group.members.size() == 1 && found.size() == known && head_acts_for_side(work, mention))
      add_those_told(work, group, found);
    if (found.size() == known) add_mention_entities(work, group.members[i], found);
    // `Chilean and Peruvian firms`: those of two countries act for both, where `a Chilean firm` does not.
    if (!acts && mention.plural && sides_of(work, group, i) > 1) add_sides(work, group, i, found);
  }
}

void entities_of_one(EventWork& work, const Group& group, std::vector<std::uint32_t>& found) {
  constexpr int kMostOwners = 4;  // `the union's board's members`
  const Group* whole = &group;
  for (int owners = 0; whole != nullptr; ++owners) {
    const Group* owned = owners < kMostOwners ? owned_by(work, *whole) : nullptr;
    add_members(work, *whole, whole->members.size() - (owned != nullptr ? 1 : 0), found);
    whole = owned;
  }
}

}  // namespace

void entities_of_group(EventWork& work, const Group& group, std::vector<std::uint32_t>& found) {
  std::uint32_t at = work.rows.row_of(group);
  if (at == kNoIndex) return entities_of_one(work, group, found);
  for (; at != kNoIndex && found.size() <= kMostFillers; at = work.rows.next(at))
    entities_of_one(work, work.mentions.groups[at], found);
}

const EntityMention* told_in(const EventWork& work, std::uint32_t entity, std::uint32_t sentence) {
  const std::vector<EntityMention>& all = work.mentions.mentions;
  const IndexList& mentions = work.entities.entities[entity].mentions;
  const auto first =
      std::ranges::lower_bound(mentions, sentence, {}, [&](std::uint32_t index) { return all[index].sentence; });
  return first != mentions.end() && all[*first].sentence == sentence ? &all[*first] : nullptr;
}

void entities_of_pronoun(EventWork& work, std::uint32_t token, std::vector<std::uint32_t>& found) {
  const auto& all = work.mentions.mentions;
  auto one = std::ranges::lower_bound(all, token, {}, [](const EntityMention& mention) { return mention.range.begin; });
  for (; one != all.end() && one->range.begin == token; ++one)
    if (one->form == MentionForm::pronoun)
      add_mention_entities(work, static_cast<std::uint32_t>(one - all.begin()), found);
}

void entities_under(EventWork& work, TokenRange range, std::vector<std::uint32_t>& found) {
  const Lattice& lattice = work.analysis.lattice;
  const EventNames& names = work.names;
  if (const std::uint32_t group = lattice.find(range, names.group); group != kNoEdge)
    return entities_of_group(work, work.mentions.groups[lattice.edge(group).payload], found);
  for (const Label label : {names.person, names.organisation, names.place, names.country, names.demonym, names.nominal})
    if (const std::uint32_t edge = lattice.find(range, label); edge != kNoEdge)
      return add_mention_entities(work, lattice.edge(edge).payload, found);
}

}  // namespace copydesk
