#include "coref/resolve_coreference.h"

#include "coref/entity_linker.h"
#include "coref/stand_ins.h"

namespace copydesk {

struct CoreferenceGrammar::Impl {};

CoreferenceGrammar::CoreferenceGrammar(const Language&, std::vector<Error>&) : impl_(std::make_unique<Impl>()) {}
CoreferenceGrammar::~CoreferenceGrammar() = default;
CoreferenceGrammar::CoreferenceGrammar(CoreferenceGrammar&&) noexcept = default;

void CoreferenceGrammar::resolve(Analysis& analysis, const MentionLayer& mentions, EntityLayer& layer) const {
  layer.clear();
  if (!layer.work) layer.work = std::make_shared<LinkWork>();
  link_names(analysis, mentions, layer);
  link_stand_ins(analysis, mentions, layer);
  finish_entities(analysis, mentions, layer);
}

}  // namespace copydesk
