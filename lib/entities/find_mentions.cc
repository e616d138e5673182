#include "entities/find_mentions.h"

namespace copydesk {

struct MentionGrammar::Impl {};

MentionGrammar::MentionGrammar(const Language&, std::vector<Error>&) {}
MentionGrammar::~MentionGrammar() = default;
MentionGrammar::MentionGrammar(MentionGrammar&&) noexcept = default;

void MentionGrammar::find(Analysis&, const TimeLayer&, MentionLayer& layer) const { layer.clear(); }

}  // namespace copydesk
