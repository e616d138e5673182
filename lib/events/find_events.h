// Room 8, events. Reads: all of it. Adds: sectors, events with arguments, time, place and modality, and notes.
#pragma once

#include "coref/entity_layer.h"
#include "entities/mention_layer.h"
#include "events/event_layer.h"
#include "rules/analysis.h"
#include "times/time_layer.h"

namespace copydesk {

class EventGrammar {
 public:
  EventGrammar(const Language& language, std::vector<Error>& errors);
  ~EventGrammar();
  EventGrammar(EventGrammar&&) noexcept;

  void find(Analysis& analysis, const TimeLayer& times, MentionLayer& mentions, EntityLayer& entities,
            EventLayer& layer) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace copydesk
