#include "coref/holders.h"

#include <algorithm>

namespace copydesk {
namespace {

constexpr std::uint32_t kTwoBack = 8, kOfficeBack = 3;  // sentences
constexpr std::size_t kMentionsBack = 60;

}  // namespace

// `heads` of `heads of state`.
std::string_view Holders::word_of(std::uint32_t noun) const {
  return analysis_.tokens.folded_of(analysis_.tokens.tokens[mentions_[noun].head.begin]);
}

bool Holders::is_one(std::uint32_t entity, std::uint32_t noun) const {
  return std::ranges::any_of(first_mentions(entities_.entities[entity]), [&](std::uint32_t mention) {
    return offices_.holds_singular(mentions_[mention].office, word_of(noun));
  });
}

bool Holders::is_called(std::uint32_t entity, std::uint32_t noun) const {
  const bool two = mentions_[noun].refers.number == 2;
  return std::ranges::any_of(first_mentions(entities_.entities[entity]), [&](std::uint32_t mention) {
    return offices_.is_called(mentions_[mention].office, two ? word_of(noun) : std::string_view(),
                              serves_a_firm(entity));
  });
}

bool Holders::serves_a_firm(std::uint32_t entity) const {
  const std::uint32_t served = entities_.entities[entity].affiliation;
  return served != kNoIndex && entities_.entities[served].type == EntityType::organisation;
}

std::vector<std::uint32_t> Holders::last_two(std::uint32_t noun, std::uint32_t first) const {
  std::vector<std::uint32_t> found;
  std::uint32_t sentence = mentions_[noun].sentence;
  for (std::uint32_t i = noun, steps = 0; i-- > first && steps < kMentionsBack; ++steps) {
    if (mentions_[i].sentence != sentence && found.size() == 2) return found;
    if (mentions_[i].sentence + kTwoBack < mentions_[noun].sentence) break;
    if (mentions_[i].sentence != sentence) found.clear(), sentence = mentions_[i].sentence;
    const std::uint32_t entity = entities_.entity_of[i];
    if (entity == kNoIndex || mentions_[i].plural || entities_.entities[entity].type != EntityType::person) continue;
    if (is_one(entity, noun) || is_called(entity, noun)) add_unique(found, entity);
  }
  if (found.size() != 2) found.clear();
  return found;
}

std::vector<std::uint32_t> Holders::last_in_office(std::uint32_t noun, std::uint32_t first) const {
  std::vector<std::uint32_t> found;
  std::uint32_t sentence = kNoIndex;
  for (std::uint32_t i = noun, steps = 0; i-- > first && steps < kMentionsBack; ++steps) {
    if (mentions_[i].sentence + kOfficeBack < mentions_[noun].sentence) break;
    if (mentions_[i].office.empty() || entities_.entity_of[i] == kNoIndex) continue;
    if (sentence != kNoIndex && mentions_[i].sentence != sentence) break;
    sentence = mentions_[i].sentence;
    add_unique(found, entities_.entity_of[i]);
  }
  return found;
}

}  // namespace copydesk
