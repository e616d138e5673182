// Room 8, events. Whether those of whom a mention tells may be those of an event told before.
#pragma once

#include <string_view>
#include <vector>

#include "events/cluster.h"
#include "events/collect_mentions.h"

namespace copydesk {

class ClusterSides {
 public:
  explicit ClusterSides(const EventWork& work) : work_(work) {}

  // A person in office stands for the side that the person serves.
  bool shares(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const;

  // Nobody is told of whom the other does not tell of.
  bool within(const Cluster& cluster, const MentionFacts& facts) const;

  // Each tells of somebody whom the other does not: `met Kimani`, `met Ostrava`.
  bool others_met(const Cluster& cluster, const MentionFacts& facts) const;

  // Both sides were told, and the mention tells of another: `agreements with Peru` after `Norway and Chile signed`.
  bool are_others(const Cluster& cluster, const MentionFacts& facts) const;

  // Whom the mention tells of, if only by what they are, has no part in the event: `the board met` after `talks with Chile`.
  bool is_foreign(const Cluster& cluster, const MentionFacts& facts) const;

  // `His talks with Ostrava`, where `present at the meeting were Ostrava and Lind` may tell more of one told before.
  bool names_partner(const EventMention& mention) const;

  // `He called on the premier before talks with party leaders`: the one or the other is told of for the first time.
  bool names_new_partner(const Cluster& cluster, const EventMention& mention, const MentionFacts& facts) const;

  // `The board met` is no talks of others, and no sitting of the cabinet.
  bool bodies_fit(const Cluster& cluster, const EventMention& mention, const MentionFacts& facts) const;

  // The noun of a body that is only described and that sits: `board` of `its board`; empty where the entity is none.
  std::string_view body_of(std::uint32_t entity) const;

 private:
  bool is_new_here(std::uint32_t entity, const EventMention& mention) const;
  bool may_serve(const Cluster& cluster, std::uint32_t one) const;
  bool may_stand_for(std::uint32_t one, const Cluster& cluster) const;
  bool has_type_of(const std::vector<std::uint32_t>& all, std::uint32_t one) const;
  std::vector<std::uint32_t> people_of(const std::vector<std::uint32_t>& all) const;
  bool has_other(const std::vector<std::uint32_t>& some, const std::vector<std::uint32_t>& all) const;

  const EventWork& work_;
};

}  // namespace copydesk
