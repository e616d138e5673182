#include "told_words.h"

#include <algorithm>

namespace copydesk {
namespace {

std::uint32_t begin_of(const Mention& mention) { return mention.span.begin; }

std::uint32_t distance(const Mention& mention, const Trigger& trigger) {
  const std::uint32_t a = mention.span.begin, b = trigger.span.begin;
  return a < b ? b - a : a - b;
}

}  // namespace

ToldWords::ToldWords(const Grammar& grammar, const Workspace& workspace, const Document& document)
    : document_(document),
      of_event_(document.events.size()),
      look_alikes_(document.sentences.size()),
      has_event_(document.sentences.size()) {
  place_triggers();
  const std::uint16_t look_alike = grammar.names.find("look_alike"), trigger = grammar.names.find("trigger"),
                      argument = grammar.names.find("argument"), modality = grammar.names.find("modality");
  for (const Annotation& annotation : workspace.lattice.annotations) {
    if (annotation.label == look_alike) look_alikes_[annotation.sentence].push_back(&annotation);
    if (annotation.label != argument && annotation.label != modality) continue;
    const Capture* const captured = workspace.lattice.capture(annotation, trigger);
    if (captured != nullptr) add(annotation, workspace.tokens.span_of(captured->range));
  }
}

void ToldWords::place_triggers() {
  for (Index event = 0; event < document_.events.size(); ++event)
    for (const Trigger& trigger : document_.events[event].triggers) {
      places_.push_back({trigger.span, event});
      longest_ = std::max(longest_, trigger.span.size());
      const Index sentence = document_.sentence_of(trigger.span);
      if (sentence != kNoIndex && document_.sentences[sentence].span.contains(trigger.span))
        has_event_[sentence] = true;
    }
  std::ranges::sort(places_, {}, [](const Place& place) { return place.span.begin; });
}

// Adds an annotation to the events one of whose triggers shares a byte with `trigger`.
void ToldWords::add(const Annotation& annotation, Span trigger) {
  const std::uint32_t first = trigger.begin - std::min(trigger.begin, longest_);
  auto place = std::ranges::lower_bound(places_, first, {}, [](const Place& one) { return one.span.begin; });
  for (; place != places_.end() && place->span.begin < trigger.end; ++place) {
    Annotations& told = of_event_[place->event];
    if (place->span.end > trigger.begin && (told.empty() || told.back() != &annotation)) told.push_back(&annotation);
  }
}

const Mention* ToldWords::nearest(std::span<const Mention> mentions, std::span<const Trigger> triggers) {
  const Mention* best = nullptr;
  std::uint32_t least = 0xFFFFFFFF;
  for (const Trigger& trigger : triggers) {
    const auto behind = std::ranges::lower_bound(mentions, trigger.span.begin, {}, begin_of);
    for (auto at = behind - (behind == mentions.begin() ? 0 : 1); at != mentions.end() && at <= behind; ++at) {
      const std::uint32_t here = distance(*at, trigger);
      if (here > least || (here == least && best <= &*at)) continue;
      least = here, best = &*at;
    }
  }
  return best;
}

// The sentence that a span begins in, with the blanks behind it.
Span ToldWords::around(Span span) const {
  const auto after = std::ranges::upper_bound(document_.sentences, span.begin, {},
                                              [](const Sentence& sentence) { return sentence.span.begin; });
  return {after == document_.sentences.begin() ? 0 : std::prev(after)->span.begin,
          after == document_.sentences.end() ? 0xFFFFFFFF : after->span.begin};
}

const Mention* ToldWords::in_a_sentence_with(std::span<const Mention> mentions,
                                             std::span<const Trigger> triggers) const {
  const Mention* first = nullptr;
  for (const Trigger& trigger : triggers) {
    const Span sentence = around(trigger.span);
    const auto at = std::ranges::lower_bound(mentions, sentence.begin, {}, begin_of);
    if (at != mentions.end() && at->span.begin < sentence.end && (first == nullptr || &*at < first)) first = &*at;
  }
  return first;
}

}  // namespace copydesk
