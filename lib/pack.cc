#include "copydesk/pack.h"

#include <algorithm>
#include <set>

#include "pack_loader.h"
#include "pipeline.h"
#include "report/notation.h"

namespace copydesk {
namespace {

// Runs the examples of rules and gathers what does not hold.
class ExampleRunner {
 public:
  ExampleRunner(const Pipeline& pipeline, std::vector<Error>& errors) : pipeline_(pipeline), errors_(errors) {}

  void example(const RuleSource& rule, const ExampleSource& example) {
    const Document document = run(example);
    if (!fired(rule)) return fail(example.text.place, "example: the rule does not match: " + example.text.text);
    if (example.gives.empty()) return;
    const std::set<std::string> given = notations(document);
    if (given.contains(example.gives)) return;
    std::string found;
    for (const std::string& one : given) found += "\n    found " + one;
    fail(example.text.place, "example: " + example.text.text + "\n    expected " + example.gives + found);
  }

  void counter_example(const RuleSource& rule, const ExampleSource& example) {
    run(example);
    if (fired(rule)) fail(example.text.place, "counter-example: the rule matches: " + example.text.text);
  }

 private:
  Document run(const ExampleSource& example) {
    return pipeline_.run(example.text.text, {.reference_date = example.date}, workspace_);
  }

  bool fired(const RuleSource& rule) const {
    const auto& rules = pipeline_.language().grammar.rules;
    return std::ranges::any_of(workspace_.lattice.annotations, [&](const Annotation& annotation) {
      const Rule& by = rules[annotation.rule];
      return by.place.file == rule.name.place.file && by.place.line == rule.name.place.line;
    });
  }

  std::set<std::string> notations(const Document& document) const {
    std::set<std::string> all;
    for (const TimeExpression& time : document.times) all.insert(time_notation(document, time));
    for (const Entity& entity : document.entities) all.insert(entity_notation(document, entity));
    for (const Event& event : document.events) all.insert(event_notation(document, event));
    const Names& names = pipeline_.language().grammar.names;
    for (const Annotation& annotation : workspace_.lattice.annotations) {
      const Span span{workspace_.tokens.tokens[annotation.range.begin].begin,
                      workspace_.tokens.tokens[annotation.range.end - 1].end};
      std::string label(names.text(annotation.label));
      if (annotation.kind != kAnyKind) label += ":" + std::string(names.text(annotation.kind));
      all.insert(label + " \"" + std::string(document.text_of(span)) + "\"");
    }
    return all;
  }

  void fail(const Place& place, std::string message) {
    errors_.push_back({place.file, place.line, place.column, std::move(message)});
  }

  const Pipeline& pipeline_;
  std::vector<Error>& errors_;
  Workspace workspace_;
};

}  // namespace

Result<PackCheck> check_pack(const Options& options) {
  auto language = load_packs(options, true);
  if (!language.ok()) return language.errors();
  std::vector<Error> errors;
  const Pipeline pipeline(language.value(), errors);
  if (!errors.empty()) return errors;
  PackCheck check;
  for (const Lexicon& lexicon : pipeline.language().grammar.lexicons) {
    check.lists += static_cast<std::uint32_t>(lexicon.lists().size());
    check.entries += static_cast<std::uint32_t>(lexicon.entries().size());
  }
  ExampleRunner runner(pipeline, errors);
  for (const LoadedRules& source : pipeline.language().sources)
    for (const RuleSource& rule : source.file.rules) {
      ++check.rules;
      check.examples += static_cast<std::uint32_t>(rule.examples.size());
      check.counter_examples += static_cast<std::uint32_t>(rule.counter_examples.size());
      for (const ExampleSource& example : rule.examples) runner.example(rule, example);
      for (const ExampleSource& example : rule.counter_examples) runner.counter_example(rule, example);
    }
  if (!errors.empty()) return errors;
  return check;
}

Result<std::vector<PackItem>> list_pack(const Options& options) {
  auto language = load_packs(options, false);
  if (!language.ok()) return language.errors();
  const Grammar& grammar = language.value()->grammar;
  std::vector<PackItem> items;
  for (std::size_t layer = 0; layer < grammar.lexicons.size(); ++layer)
    for (const ListInfo& list : grammar.lexicons[layer].lists())
      items.push_back({"list", "", std::string(grammar.lexicons[layer].string(list.name)),
                       language.value()->packs[layer].name, 0, list.entries});
  for (const Cascade& cascade : grammar.cascades)
    for (const std::uint32_t index : cascade.rules) {
      const Rule& rule = grammar.rules[index];
      items.push_back({"rule", std::string(grammar.names.text(cascade.room)) + "/" + cascade.name, rule.name,
                       rule.place.file, rule.place.line, 0});
    }
  return items;
}

}  // namespace copydesk
