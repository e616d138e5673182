#include "events/find_events.h"

namespace copydesk {

struct EventGrammar::Impl {};

EventGrammar::EventGrammar(const Language&, std::vector<Error>&) {}
EventGrammar::~EventGrammar() = default;
EventGrammar::EventGrammar(EventGrammar&&) noexcept = default;

void EventGrammar::find(Analysis&, const TimeLayer&, const MentionLayer&, EntityLayer&, EventLayer& layer) const { layer.clear(); }

}  // namespace copydesk
