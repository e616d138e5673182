#include "events/cluster_sides.h"

#include <algorithm>

namespace copydesk {

bool ClusterSides::shares(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const {
  if (share(a, b)) return true;
  const auto stands_for = [&](std::uint32_t one, std::uint32_t other) {
    const EntityRecord& person = work_.entities.entities[one];
    return !person.office.empty() && person.affiliation == other;
  };
  return std::ranges::any_of(a, [&](std::uint32_t one) {
    return std::ranges::any_of(b,
                               [&](std::uint32_t other) { return stands_for(one, other) || stands_for(other, one); });
  });
}

bool ClusterSides::within(const Cluster& cluster, const MentionFacts& facts) const {
  const auto holds_all = [&](const std::vector<std::uint32_t>& all, const std::vector<std::uint32_t>& some) {
    return std::ranges::all_of(some, [&](std::uint32_t one) { return shares(all, {one}); });
  };
  return holds_all(cluster.fillers, facts.fillers) || holds_all(facts.fillers, cluster.fillers);
}

bool ClusterSides::has_type_of(const std::vector<std::uint32_t>& all, std::uint32_t one) const {
  const EntityType type = work_.entities.entities[one].type;
  return std::ranges::any_of(all, [&](std::uint32_t other) { return work_.entities.entities[other].type == type; });
}

bool ClusterSides::has_other(const std::vector<std::uint32_t>& some, const std::vector<std::uint32_t>& all) const {
  return std::ranges::any_of(some, [&](std::uint32_t one) { return has_type_of(all, one) && !shares(all, {one}); });
}

bool ClusterSides::others_met(const Cluster& cluster, const MentionFacts& facts) const {
  if (work_.names.is_gathering(cluster.type)) return false;
  if (has_other(cluster.fillers, facts.fillers) && has_other(facts.fillers, cluster.fillers)) return true;
  const auto people = people_of(cluster.fillers), others = people_of(facts.fillers);
  const auto known = [](const auto& all) { return [&](std::uint32_t one) { return holds(all, one); }; };
  return people.size() > 1 && others.size() > 1 && !std::ranges::all_of(people, known(others)) &&
         !std::ranges::all_of(others, known(people));
}

std::vector<std::uint32_t> ClusterSides::people_of(const std::vector<std::uint32_t>& all) const {
  std::vector<std::uint32_t> people;
  for (const std::uint32_t one : all)
    if (work_.entities.entities[one].type == EntityType::person) people.push_back(one);
  return people;
}

bool ClusterSides::are_others(const Cluster& cluster, const MentionFacts& facts) const {
  return cluster.all.size() > 1 && !work_.names.is_gathering(cluster.type) && has_other(facts.fillers, cluster.all);
}

bool ClusterSides::is_foreign(const Cluster& cluster, const MentionFacts& facts) const {
  if (cluster.all.empty() || facts.all.empty() || share(cluster.all, facts.all)) return false;
  const bool told_of_both = cluster.all.size() > 1 || !cluster.fillers.empty();
  if (told_of_both && facts.all.size() > 1 && !shares(cluster.all, facts.all)) return true;
  return std::ranges::none_of(facts.all, [&](std::uint32_t one) { return may_stand_for(one, cluster); });
}

// `the ministers`, `the premier`: anybody of the event; a name only whom it names.
bool ClusterSides::may_stand_for(std::uint32_t one, const Cluster& cluster) const {
  const EntityRecord& filler = work_.entities.entities[one];
  if (filler.named) return cluster.fillers.empty() || shares(cluster.all, {one});
  if (work_.mentions.mentions[filler.mentions.front()].plural) return true;
  return has_type_of(cluster.all, one);
}

bool ClusterSides::names_partner(const EventMention& mention) const {
  constexpr std::uint32_t kNear = 6;
  const std::uint32_t sentence_end = work_.analysis.tokens.sentences[mention.sentence].end;
  const std::uint32_t end = std::min(mention.trigger.end + kNear, sentence_end);
  for (std::uint32_t token = mention.trigger.end; token < end; ++token)
    if (work_.names.clause.has(work_.analysis.tokens.tokens[token], ClauseUse::kPartner)) return true;
  return false;
}

bool ClusterSides::is_new_here(std::uint32_t entity, const EventMention& mention) const {
  const EntityRecord& filler = work_.entities.entities[entity];
  const EntityMention& first = work_.mentions.mentions[filler.mentions.front()];
  return first.form == MentionForm::nominal && !first.definite && first.sentence == mention.sentence;
}

bool ClusterSides::names_new_partner(const Cluster& cluster, const EventMention& mention,
                                     const MentionFacts& facts) const {
  if (cluster.in_headline || cluster.all.empty() || work_.names.is_gathering(cluster.type) || !names_partner(mention))
    return false;
  return std::ranges::any_of(facts.all, [&](std::uint32_t one) {
    if (work_.entities.entities[one].named)
      return cluster.all.size() > 1 && !shares(cluster.all, {one}) && !may_serve(cluster, one);
    if (holds(cluster.all, one)) return false;
    return is_new_here(one, mention) || cluster.last_sentence == mention.sentence;
  });
}

// `Norway and Chile will sign it`, `Kimani will sign it with Chilean officials`: for whom, is not told.
bool ClusterSides::may_serve(const Cluster& cluster, std::uint32_t one) const {
  const EntityRecord& filler = work_.entities.entities[one];
  return filler.type == EntityType::person && filler.affiliation == kNoIndex && !filler.office.empty() &&
         !has_type_of(cluster.all, one);
}

bool ClusterSides::bodies_fit(const Cluster& cluster, const EventMention& mention, const MentionFacts& facts) const {
  if (!facts.body.empty()) return cluster.all.empty() || cluster.body == facts.body;
  if (cluster.body.empty() || mention.definite || facts.all.empty()) return true;
  return shares(cluster.all, facts.all);
}

std::string_view ClusterSides::body_of(std::uint32_t entity) const {
  const EntityRecord& record = work_.entities.entities[entity];
  if (record.named || record.mentions.empty()) return {};
  const EntityMention& mention = work_.mentions.mentions[record.mentions.front()];
  const TokenRange head{mention.head.end - 1, mention.head.end};
  if (list_value(work_.analysis, head, work_.names.event_sort, "sits").empty()) return {};
  return work_.analysis.tokens.folded_of(work_.analysis.tokens.tokens[head.begin]);
}

}  // namespace copydesk
