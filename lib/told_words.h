// What an explanation asks of the events and sentences of a document, sorted out in one pass: so that to explain a long report
// takes time that grows with its length alone.
#pragma once

#include <span>
#include <vector>

#include "copydesk/document.h"
#include "rules/grammar.h"
#include "workspace.h"

namespace copydesk {

class ToldWords {
 public:
  ToldWords(const Grammar& grammar, const Workspace& workspace, const Document& document);

  // Annotations that speak of a trigger of the event, in the order in which rules made them.
  std::span<const Annotation* const> of_event(Index event) const { return of_event_[event]; }

  std::span<const Annotation* const> look_alikes(Index sentence) const { return look_alikes_[sentence]; }
  bool has_event(Index sentence) const { return has_event_[sentence]; }

  // The mention that stands nearest to a trigger, the first of several; none where there is no trigger.
  static const Mention* nearest(std::span<const Mention> mentions, std::span<const Trigger> triggers);

  // The first mention in a sentence with one of the triggers; none where there is none.
  const Mention* in_a_sentence_with(std::span<const Mention> mentions, std::span<const Trigger> triggers) const;

 private:
  struct Place {
    Span span;  // of a trigger
    Index event;
  };
  using Annotations = std::vector<const Annotation*>;

  void place_triggers();
  void add(const Annotation& annotation, Span trigger);
  Span around(Span span) const;

  const Document& document_;
  std::vector<Place> places_;  // by their begins
  std::uint32_t longest_ = 0;  // bytes of a trigger
  std::vector<Annotations> of_event_, look_alikes_;
  std::vector<bool> has_event_;
};

}  // namespace copydesk
