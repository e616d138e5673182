// Room 7, coref. Whom a noun or pronoun for several stands for: `both sides`, `the companies`, `they`, `the two`.
#pragma once

#include <cstdint>

#include "coref/bodies.h"
#include "coref/pairs.h"

namespace copydesk {

class Several {
 public:
  Several(const Analysis& analysis, const StandInRules& rules, const MentionLayer& layer, const Pairs& pairs,
          const Bodies& bodies, EntityLayer& entities)
      : analysis_(analysis), rules_(rules), layer_(layer), pairs_(pairs), bodies_(bodies), entities_(entities) {}

  // Writes those that the mention `index` stands for to `several` of the entities; nobody where it is not clear.
  void link(std::uint32_t index, const Reach& reach) const;

 private:
  const Analysis& analysis_;
  const StandInRules& rules_;
  const MentionLayer& layer_;
  const Pairs& pairs_;
  const Bodies& bodies_;
  EntityLayer& entities_;
};

}  // namespace copydesk
