// Room 6, entities. Reads: tokens, list hits, times. Adds: mentions and groups, as layers and as edges of the lattice
// (labels person, organisation, place, country, nominal, group; the payload is the index of the mention or group).
#pragma once

#include "entities/mention_layer.h"
#include "rules/analysis.h"
#include "times/time_layer.h"

namespace copydesk {

class MentionGrammar {
 public:
  MentionGrammar(const Language& language, std::vector<Error>& errors);
  ~MentionGrammar();
  MentionGrammar(MentionGrammar&&) noexcept;

  void find(Analysis& analysis, const TimeLayer& times, MentionLayer& layer) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace copydesk
