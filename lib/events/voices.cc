#include "events/voices.h"

#include <algorithm>

namespace copydesk {
namespace {

bool has_voice(const EventWork& work, TokenRange range) {
  for (std::uint32_t at = range.begin; at < range.end; ++at)
    if (work.analysis.lattice.find({at, at + 1}, work.names.voice) != kNoEdge) return true;
  return false;
}

}  // namespace

bool only_speaks_for_others(const EventWork& work, std::uint32_t entity) {
  constexpr std::size_t kFirst = 16;  // mentions
  return std::ranges::any_of(first_mentions(work.entities.entities[entity], kFirst), [&](std::uint32_t index) {
    const EntityMention& mention = work.mentions.mentions[index];
    return has_voice(work, mention.form == MentionForm::nominal ? mention.head : mention.office);
  });
}

}  // namespace copydesk
