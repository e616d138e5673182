#include "copydesk/explain.h"

#include <algorithm>
#include <utility>

#include "explain_events.h"
#include "pack_loader.h"
#include "pipeline.h"
#include "report/notation.h"
#include "rules/near_miss.h"
#include "told_words.h"

namespace copydesk {
namespace {

class Explainer {
 public:
  Explainer(const Pipeline& pipeline, const Workspace& workspace, const Document& document)
      : grammar_(pipeline.language().grammar),
        w_(workspace),
        document_(document),
        told_(grammar_, workspace, document) {}

  std::string run() {
    std::string events = tell_events();
    for (Index i = 0; i < document_.sentences.size(); ++i)
      if (!told_.has_event(i)) tell_sentence(i);
    for (const Note& note : document_.notes) line("note " + std::string(note.kind) + ": " + note.message);
    return events + out_;
  }

  std::string tell_events() {
    for (Index i = 0; i < document_.events.size(); ++i) tell_event(i);
    return std::exchange(out_, {});
  }

 private:
  Span span_of(TokenRange range) const { return w_.tokens.span_of(range); }
  std::string words(Span span) const {
    std::string text = "\"" + std::string(document_.text_of(span)) + "\"";
    std::ranges::replace(text, '\n', ' ');
    return text;
  }
  void line(const std::string& text) { out_ += text + "\n"; }
  void slot(std::string_view name, const std::string& words, std::string_view found_by) {
    line("  " + std::string(name) + " " + words + (found_by.empty() ? "" : " by " + std::string(found_by)));
  }

  void tell_event(Index index) {
    const Event& event = document_.events[index];
    line("v" + std::to_string(index + 1) + " " + event_notation(document_, event));
    for (const Trigger& trigger : event.triggers) slot("trigger", words(trigger.span), trigger.found_by);
    for (const Argument& argument : event.arguments)
      slot(argument.role, mention_near(document_.entities[argument.entity], event), argument.found_by);
    if (event.time)
      for (const Index time : event.time->times)
        slot("time", words(document_.times[time].span), document_.times[time].found_by);
    for (const Index place : event.places) slot("place", mention_near(document_.entities[place], event), {});
    for (const std::string_view name : {"time", "place", "occasion", "name", "edition"}) tell_captures(index, name);
    for (const Index sector : event.sectors) tell_sector(document_.sectors[sector], event);
    if (event.instrument) slot("instrument", words(event.instrument->span), "list of instruments");
    tell_modality(index);
  }

  // The mention of an entity that stands nearest to the triggers, with the rule that found it.
  std::string mention_near(const Entity& entity, const Event& event) const {
    const Mention* const mention = ToldWords::nearest(entity.mentions, event.triggers);
    return mention == nullptr ? "\"" + entity.name + "\""
                              : words(mention->span) + " (" + std::string(mention->found_by) + ")";
  }

  void tell_sector(const Sector& sector, const Event& event) {
    const Mention* const mention = told_.in_a_sentence_with(sector.mentions, event.triggers);
    if (mention == nullptr) return slot("sector", std::string(sector.sector), "what the report is about");
    slot("sector", std::string(sector.sector) + " " + words(mention->span), mention->found_by);
  }

  // What rules captured of an event for a slot that no field of it names: when, where, during what.
  void tell_captures(Index event, std::string_view name) {
    const std::uint16_t argument = grammar_.names.find("argument"), wanted = grammar_.names.find(name);
    for (const Annotation* const annotation : told_.of_event(event)) {
      const Capture* capture = annotation->label == argument ? w_.lattice.capture(*annotation, wanted) : nullptr;
      if (capture != nullptr) slot(name, words(span_of(capture->range)), grammar_.rules[annotation->rule].name);
    }
  }

  void tell_modality(Index event) {
    const std::uint16_t modality = grammar_.names.find("modality");
    for (const Annotation* const annotation : told_.of_event(event))
      if (annotation->label == modality)
        slot("modality", words(span_of(annotation->range)), grammar_.rules[annotation->rule].name);
  }

  void tell_sentence(Index index) {
    const Sentence& sentence = document_.sentences[index];
    if (w_.layout.blocks[w_.tokens.sentences[index].block].kind == BlockKind::metadata) return;
    line("no event " + words(sentence.span));
    for (const Annotation* const annotation : told_.look_alikes(index))
      slot("look-alike", words(span_of(annotation->range)), grammar_.rules[annotation->rule].name);
    if (told_.look_alikes(index).empty()) tell_nearest(sentence.tokens);
  }

  void tell_nearest(TokenRange sentence) {
    NearMissFinder finder(grammar_.tables, w_.lattice);
    const std::uint16_t trigger = grammar_.names.find("trigger");
    const Rule* nearest = nullptr;
    NearMiss best;
    for (const Rule& rule : grammar_.rules) {
      if (rule.label != trigger) continue;
      const NearMiss miss = finder.find(rule, sentence);
      if (miss.telling == 0 || miss.telling < best.telling) continue;
      if (miss.telling == best.telling && miss.matched.size() <= best.matched.size()) continue;
      best = miss, nearest = &rule;
    }
    if (nearest == nullptr) return;
    std::string how = words(span_of(best.matched));
    if (best.context_failed)
      how += ", but not what stands around it";
    else if (best.matched.end < sentence.end)
      how += ", failed at " + words(span_of({best.matched.end, best.matched.end + 1}));
    else
      how += ", failed at the end of the sentence";
    line("  nearest " + nearest->name + ": matched " + how);
  }

  const Grammar& grammar_;
  const Workspace& w_;
  const Document& document_;
  ToldWords told_;
  std::string out_;
};

}  // namespace

std::string explain_events(const Pipeline& pipeline, const Workspace& workspace, const Document& document) {
  return Explainer(pipeline, workspace, document).tell_events();
}

Result<std::string> explain(const Options& options, std::string_view bytes, const DocumentOptions& document_options) {
  auto language = load_packs(options, false);
  if (!language.ok()) return language.errors();
  std::vector<Error> errors;
  const Pipeline pipeline(std::move(language).value(), errors);
  if (!errors.empty()) return errors;
  Workspace workspace;
  const Document document = pipeline.run(bytes, document_options, workspace);
  return Explainer(pipeline, workspace, document).run();
}

}  // namespace copydesk
