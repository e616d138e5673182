#include "coref/pairs.h"

#include <algorithm>
#include <array>

#include "coref/positions.h"

namespace copydesk {
namespace {

constexpr std::size_t kMentionsBack = 60;

// The last: a state may face a body.
constexpr std::array<std::uint8_t, 4> kOfNouns = {Refers::kCountry, Refers::kOrganisation, Refers::kPerson,
                                                  Refers::kCountry | Refers::kOrganisation};

// `port` and `ports`, `university` and `universities`; or the same word.
bool is_plural_of(std::string_view plural, std::string_view word) {
  constexpr std::size_t kShortest = 4, kLongestEnding = 3;
  if (plural == word) return true;
  if (word.size() < kShortest || plural.size() <= word.size() || plural.size() > word.size() + kLongestEnding)
    return false;
  return plural.starts_with(word.substr(0, word.size() - 1));
}

}  // namespace

std::span<const std::uint8_t, 3> Pairs::order_of(std::uint32_t index) const {
  static constexpr std::array<std::uint8_t, 3> kOfPronouns = {Refers::kPerson, Refers::kCountry, Refers::kOrganisation};
  return mentions_[index].form == MentionForm::pronoun ? std::span(kOfPronouns) : std::span(kOfNouns).first<3>();
}

std::span<const std::uint8_t> Pairs::mixed_order_of(std::uint32_t index) const {
  if (mentions_[index].form == MentionForm::pronoun) return order_of(index);
  return kOfNouns;
}

std::size_t Pairs::count_of(std::uint32_t index) const {
  return std::max<std::size_t>(mentions_[index].refers.count, 2);
}

bool Pairs::is_of(std::uint32_t entity, std::uint8_t types) const { return copydesk::is_of(entities_, entity, types); }

std::vector<std::uint32_t> Pairs::of_group(const Group& group, std::uint32_t index) const {
  const Refers& refers = mentions_[index].refers;
  // `The three leaders` may be told of as `the presidents of Norway, Chile and Peru`.
  const std::uint8_t types = refers.count > 2 ? refers.types | Refers::kCountry : refers.types;
  const std::size_t count = count_of(index);
  const bool any = refers.number != 2 && refers.count == 0;  // `the companies`
  for (const std::uint8_t wanted : mixed_order_of(index)) {
    if ((types & wanted) != wanted) continue;
    Found found;
    const auto add = [&](std::uint32_t mention) {
      if (is_of(entities_.entity_of[mention], wanted)) add_unique(found, entities_.entity_of[mention]);
    };
    std::ranges::for_each(group.members, add);
    std::ranges::for_each(group.sides, add);
    if ((count > 2 || refers.types == Refers::kCountry) && found.size() < count) found = within(group, wanted);
    if (found.size() == count || (any && found.size() > count)) return found;
  }
  return {};
}

std::vector<std::uint32_t> Pairs::together(std::uint32_t index, const Reach& reach, std::uint32_t back) const {
  const EntityMention& mention = mentions_[index];
  if (mention.refers.number == 2 && mention.form != MentionForm::pronoun)
    if (Found found = states(index, reach); !found.empty()) return found;
  for (std::size_t g = reach.next_group; g-- > reach.first_group;) {
    if (mentions_[groups_[g].members[0]].sentence + back < mention.sentence) break;
    if (Found found = of_group(groups_[g], index); !found.empty()) return found;
  }
  return {};
}

// `The two sides` are rather two states told of shortly before than the two people named last.
std::vector<std::uint32_t> Pairs::states(std::uint32_t index, const Reach& reach) const {
  constexpr std::uint32_t kStatesBack = 2;
  if ((mentions_[index].refers.types & Refers::kCountry) == 0) return {};
  for (std::size_t g = reach.next_group; g-- > reach.first_group;) {
    if (mentions_[groups_[g].members[0]].sentence + kStatesBack < mentions_[index].sentence) break;
    if (Found found = within(groups_[g], Refers::kCountry); found.size() == 2) return found;
  }
  return {};
}

// Those named in a group, at whatever depth: `the presidents of Norway, Chile and Peru`.
std::vector<std::uint32_t> Pairs::within(const Group& group, std::uint8_t wanted) const {
  Found found;
  auto mention =
      std::ranges::lower_bound(mentions_, group.range.begin, {}, [](const EntityMention& m) { return m.range.begin; });
  for (; mention != mentions_.end() && mention->range.begin < group.range.end; ++mention)
    if (const std::uint32_t entity = entities_.entity_of[static_cast<std::size_t>(mention - mentions_.begin())];
        is_of(entity, wanted))
      add_unique(found, entity);
  return found;
}

std::vector<std::uint32_t> Pairs::only_ones(std::uint32_t index, const Reach& reach, std::uint32_t back) const {
  const EntityMention& mention = mentions_[index];
  const bool says_kind = mention.form == MentionForm::nominal && (mention.refers.types & Refers::kOrganisation) != 0 &&
                         !mention.refers.generic;
  if (says_kind)
    if (Found found = only_ones(index, reach, back, true); !found.empty()) return found;
  return only_ones(index, reach, back, false);
}

// `called`: of those only whose names hold the singular of the noun.
std::vector<std::uint32_t> Pairs::only_ones(std::uint32_t index, const Reach& reach, std::uint32_t back,
                                            bool called) const {
  Found told;
  std::uint32_t sentence = mentions_[index].sentence;
  for (std::uint32_t i = index, steps = 0; i-- > reach.first && steps < kMentionsBack; ++steps) {
    if (mentions_[i].sentence != sentence) {
      if (Found found = just_enough(told, index); !found.empty()) return found;
      told.clear(), sentence = mentions_[i].sentence;
    }
    if (sentence + back < mentions_[index].sentence) return {};
    if (is_told(i) && (!called || is_called(entities_.entity_of[i], index))) add_unique(told, entities_.entity_of[i]);
  }
  return just_enough(told, index);
}

std::vector<std::uint32_t> Pairs::just_enough(const Found& told, std::uint32_t index) const {
  for (const std::uint8_t wanted : mixed_order_of(index)) {
    if ((mentions_[index].refers.types & wanted) != wanted) continue;
    Found found;
    std::ranges::copy_if(told, std::back_inserter(found), [&](std::uint32_t entity) { return is_of(entity, wanted); });
    if (found.size() != count_of(index)) continue;
    std::ranges::reverse(found);
    return found;
  }
  return {};
}

std::vector<std::uint32_t> Pairs::stand_out(std::uint32_t index, const Reach& reach, std::uint32_t back) const {
  Found told;
  for (std::uint32_t i = index, steps = 0; i-- > reach.first && steps < kMentionsBack; ++steps) {
    if (mentions_[i].sentence + back < mentions_[index].sentence) break;
    if (is_told(i)) told.push_back(entities_.entity_of[i]);
  }
  for (const std::uint8_t wanted : mixed_order_of(index)) {
    if ((mentions_[index].refers.types & wanted) != wanted) continue;
    Found some;
    std::ranges::copy_if(told, std::back_inserter(some), [&](std::uint32_t entity) { return is_of(entity, wanted); });
    const auto times = [&](std::uint32_t entity) { return std::ranges::count(some, entity); };
    const std::size_t count = count_of(index);
    Found most = most_told(some, count + 1);
    if (most.size() < count || (most.size() > count && times(most[count]) >= times(most[count - 1]))) continue;
    most.resize(count);
    return most;
  }
  return {};
}

// Neither a state that only says whose a body is, nor who brings the news.
bool Pairs::is_told(std::uint32_t index) const {
  const EntityMention& mention = mentions_[index];
  if (entities_.entity_of[index] == kNoIndex || mention.plural) return false;
  if (mention.demonym && !has_pronoun_before(index) && is_indefinite(analysis_, rules_, mention)) return false;
  if (mention.type == EntityType::country) return !is_owner(index);
  return analysis_.lattice.find(mention.range, rules_.news) == kNoEdge;
}

// `his (Norwegian counterpart)`.
bool Pairs::has_pronoun_before(std::uint32_t index) const {
  return index > 0 && mentions_[index - 1].form == MentionForm::pronoun &&
         mentions_[index - 1].range.end == mentions_[index].range.begin;
}

// `Norway` of `Norway's Velora`, `UK` of `UK banking group Velora`.
bool Pairs::is_owner(std::uint32_t index) const {
  constexpr std::uint32_t kMostBetween = 4;
  if (index + 1 == mentions_.size() || mentions_[index + 1].type != EntityType::organisation) return false;
  const std::uint32_t end = mentions_[index + 1].range.begin;
  if (end > mentions_[index].range.end + kMostBetween) return false;
  for (std::uint32_t at = mentions_[index].range.end; at < end; ++at)
    if ((analysis_.tokens.tokens[at].word_class & rules_.attribute) == 0) return false;
  return true;
}

std::string_view Pairs::country_of(std::uint32_t entity) const {
  const EntityRecord& body = entities_.entities[entity];
  if (!body.country.empty()) return body.country;
  for (const std::uint32_t mention : first_mentions(body))
    if (mention > 0 && mentions_[mention - 1].type == EntityType::country && is_owner(mention - 1))
      return mentions_[mention - 1].country;
  return {};
}

bool Pairs::is_called(std::uint32_t entity, std::uint32_t noun) const {
  const std::string_view plural = folded(mentions_[noun].head.end - 1);
  return std::ranges::any_of(first_mentions(entities_.entities[entity]), [&](std::uint32_t mention) {
    const TokenRange name = mentions_[mention].range;
    for (std::uint32_t at = name.begin; at < name.end; ++at)
      if (is_plural_of(plural, folded(at))) return true;
    return false;
  });
}

}  // namespace copydesk
