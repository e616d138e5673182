// Room 7, coref. Reads: mentions and groups. Adds: entities.
#pragma once

#include "coref/entity_layer.h"
#include "entities/mention_layer.h"
#include "rules/analysis.h"

namespace copydesk {

class CoreferenceGrammar {
 public:
  CoreferenceGrammar(const Language& language, std::vector<Error>& errors);
  ~CoreferenceGrammar();
  CoreferenceGrammar(CoreferenceGrammar&&) noexcept;

  void resolve(Analysis& analysis, const MentionLayer& mentions, EntityLayer& layer) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace copydesk
