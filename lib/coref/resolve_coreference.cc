#include "coref/resolve_coreference.h"

namespace copydesk {

struct CoreferenceGrammar::Impl {};

CoreferenceGrammar::CoreferenceGrammar(const Language&, std::vector<Error>&) {}
CoreferenceGrammar::~CoreferenceGrammar() = default;
CoreferenceGrammar::CoreferenceGrammar(CoreferenceGrammar&&) noexcept = default;

void CoreferenceGrammar::resolve(Analysis&, const MentionLayer&, EntityLayer& layer) const { layer.clear(); }

}  // namespace copydesk
