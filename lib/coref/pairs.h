// Room 7, coref. Which of those told before a noun or pronoun for several stands for: `the two sides`, `both ports`, `the pair`.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "coref/entity_layer.h"
#include "coref/stand_ins.h"

namespace copydesk {

// What may be looked at: mentions from `first` on, groups from `first_group` up to `next_group`.
struct Reach {
  std::uint32_t first = 0;
  std::size_t first_group = 0, next_group = 0;
};

class Pairs {
 public:
  Pairs(const Analysis& analysis, const StandInRules& rules, const MentionLayer& layer, const EntityLayer& entities)
      : analysis_(analysis), rules_(rules), mentions_(layer.mentions), groups_(layer.groups), entities_(entities) {}

  // In which order types are tried: `they` are people first, `the sides` countries.
  std::span<const std::uint8_t, 3> order_of(std::uint32_t index) const;

  // Those of one type who stand together in a group, if they are as many as asked for; else none.
  std::vector<std::uint32_t> of_group(const Group& group, std::uint32_t index) const;

  // Those of the nearest group that fits, at most `back` sentences up.
  std::vector<std::uint32_t> together(std::uint32_t index, const Reach& reach, std::uint32_t back) const;

  // Those of the nearest sentence, at most `back` up, that names just as many as asked for. Of nouns such as `ports` first those
  // whose names hold the word.
  std::vector<std::uint32_t> only_ones(std::uint32_t index, const Reach& reach, std::uint32_t back) const;

  // The two, of all told of in the sentences before, that are told of more often than any other.
  std::vector<std::uint32_t> stand_out(std::uint32_t index, const Reach& reach, std::uint32_t back) const;

  // `ports`, or `port`, of somebody whose name holds the word.
  bool is_called(std::uint32_t entity, std::uint32_t noun) const;

  // The code of the country where a body is known to be from: `Norway's Velora`.
  std::string_view country_of(std::uint32_t entity) const;

 private:
  using Found = std::vector<std::uint32_t>;

  std::span<const std::uint8_t> mixed_order_of(std::uint32_t index) const;
  std::size_t count_of(std::uint32_t index) const;
  std::string_view folded(std::uint32_t token) const {
    return analysis_.tokens.folded_of(analysis_.tokens.tokens[token]);
  }
  bool is_of(std::uint32_t entity, std::uint8_t types) const;
  bool is_told(std::uint32_t mention) const;
  bool has_pronoun_before(std::uint32_t mention) const;
  bool is_owner(std::uint32_t mention) const;
  Found within(const Group& group, std::uint8_t wanted) const;
  Found states(std::uint32_t index, const Reach& reach) const;
  Found only_ones(std::uint32_t index, const Reach& reach, std::uint32_t back, bool called) const;
  Found just_enough(const Found& told, std::uint32_t index) const;

  const Analysis& analysis_;
  const StandInRules& rules_;
  const std::vector<EntityMention>& mentions_;
  const std::vector<Group>& groups_;
  const EntityLayer& entities_;
};

}  // namespace copydesk
