#include "coref/resolve_coreference.h"

#include "coref/entity_linker.h"
#include "coref/stand_ins.h"

namespace copydesk {

struct CoreferenceGrammar::Impl {
  explicit Impl(const Language& language) : rules(language) {}

  StandInRules rules;
};

CoreferenceGrammar::CoreferenceGrammar(const Language& language, std::vector<Error>&)
    : impl_(std::make_unique<Impl>(language)) {}
CoreferenceGrammar::~CoreferenceGrammar() = default;
CoreferenceGrammar::CoreferenceGrammar(CoreferenceGrammar&&) noexcept = default;

void CoreferenceGrammar::resolve(Analysis& analysis, const MentionLayer& mentions, EntityLayer& layer) const {
  layer.clear();
  if (!layer.work) layer.work = std::make_shared<LinkWork>();
  link_names(analysis, mentions, layer);
  learn_genders(analysis, impl_->rules, mentions, layer);
  link_stand_ins(analysis, impl_->rules, mentions, layer);
  finish_entities(analysis, mentions, layer);
}

}  // namespace copydesk
