#include "coref/bodies.h"

#include <algorithm>

namespace copydesk {
namespace {

constexpr std::uint32_t kOfCountryBack = 8, kSenderBack = 4;  // sentences
constexpr std::size_t kMentionsBack = 60;

}  // namespace

bool Bodies::is_body(std::uint32_t mention) const {
  return entities_.entity_of[mention] != kNoIndex && mentions_[mention].form != MentionForm::pronoun &&
         mentions_[mention].type == EntityType::organisation && !mentions_[mention].plural;
}

std::uint32_t Bodies::of_country(std::uint32_t noun, std::string_view country, std::uint32_t first,
                                 std::uint32_t but) const {
  std::uint32_t found = kNoIndex, called = kNoIndex;
  bool several = false;
  for (std::uint32_t i = noun, steps = 0; i-- > first && steps < kMentionsBack; ++steps) {
    if (mentions_[i].sentence + kOfCountryBack < mentions_[noun].sentence) break;
    const std::uint32_t entity = entities_.entity_of[i];
    if (!is_body(i) || entity == but) continue;
    const std::string_view home = pairs_.country_of(entity);
    if (!home.empty() && home != country) continue;
    const bool is_called = pairs_.is_called(entity, noun);
    if (!home.empty() && is_called) return entity;
    if (!home.empty() && found == kNoIndex) found = entity;
    several |= is_called && called != kNoIndex && called != entity;
    if (is_called) called = entity;
  }
  return found != kNoIndex || several ? found : called;
}

std::uint32_t Bodies::inside(std::uint32_t noun) const {
  for (std::uint32_t i = noun + 1; i < mentions_.size(); ++i) {
    if (mentions_[i].range.begin >= mentions_[noun].range.end) return kNoIndex;
    if (mentions_[i].form == MentionForm::name || mentions_[i].demonym) return i;
  }
  return kNoIndex;
}

std::uint32_t Bodies::sender(std::uint32_t noun, std::uint32_t first) const {
  const std::uint32_t demonym = inside(noun);
  if (demonym == kNoIndex) return last_sender(noun, first);
  const std::uint32_t found = mentions_[demonym].demonym ? last_sender(noun, first) : kNoIndex;
  if (found == kNoIndex) return kNoIndex;
  const std::string_view known = pairs_.country_of(found);
  return known.empty() || known == mentions_[demonym].country ? found : kNoIndex;
}

std::uint32_t Bodies::last_sender(std::uint32_t noun, std::uint32_t first) const {
  for (std::uint32_t i = noun, steps = 0; i-- > first && steps < kMentionsBack; ++steps) {
    if (mentions_[i].sentence + kSenderBack < mentions_[noun].sentence) break;
    if (!mentions_[i].refers.sent) continue;
    if (const std::uint32_t known = entities_.entity_of[i]; known != kNoIndex) return known;
    if (const std::uint32_t named = named_with(i); named != kNoIndex) return named;
  }
  return kNoIndex;
}

// The body or state in the group of the noun: `a Velora delegation`, `a delegation from Velora`.
std::uint32_t Bodies::named_with(std::uint32_t noun) const {
  const auto behind = std::ranges::upper_bound(groups_, mentions_[noun].head.begin, {},
                                               [](const Group& group) { return group.range.begin; });
  if (behind == groups_.begin()) return kNoIndex;
  const TokenRange range = (behind - 1)->range;
  auto one = std::ranges::lower_bound(mentions_, range.begin, {}, [](const EntityMention& m) { return m.range.begin; });
  for (; one != mentions_.end() && one->range.begin < range.end; ++one)
    if (const auto mention = static_cast<std::uint32_t>(one - mentions_.begin()); sends(mention))
      return entities_.entity_of[mention];
  return kNoIndex;
}

bool Bodies::sends(std::uint32_t mention) const {
  const EntityMention& one = mentions_[mention];
  return entities_.entity_of[mention] != kNoIndex && one.form != MentionForm::pronoun &&
         (one.type == EntityType::organisation || one.type == EntityType::country);
}

}  // namespace copydesk
