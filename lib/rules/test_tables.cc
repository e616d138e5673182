#include "rules/test_tables.h"

#include <algorithm>
#include <span>

namespace copydesk {
namespace {

bool can_merge(const PatternNode& node) {
  if (node.kind != PatternNode::Kind::tests || node.tests.size() != 1 || node.tests[0].negated) return false;
  switch (node.tests[0].kind) {
    case TestKind::word:
    case TestKind::words:
    case TestKind::word_class:
    case TestKind::shape:
    case TestKind::token_kind:
      return true;
    default:
      return false;
  }
}

void add_to(TestChoice& choice, const Test& test, const TestTables& tables) {
  if (test.kind == TestKind::word) choice.words.add(test.a, WordSet::kAnyClass);
  if (test.kind == TestKind::words)
    for (const WordSet::Form& form : tables.word_sets[test.a].forms) choice.words.add(form.literal, form.classes);
  if (test.kind == TestKind::word_class) choice.classes |= test.a;
  if (test.kind == TestKind::shape) choice.shapes |= test.a;
  if (test.kind == TestKind::token_kind) choice.token_kinds |= test.a;
}

// A sequence of one part stands for that part.
std::uint32_t unwrapped(const Pattern& pattern, std::uint32_t index) {
  const PatternNode& node = pattern.nodes[index];
  return node.kind == PatternNode::Kind::sequence && node.children.size() == 1 ? unwrapped(pattern, node.children[0])
                                                                               : index;
}

// The node of one test that stands for several alternatives.
std::uint32_t merged(Pattern& pattern, std::span<const std::uint32_t> alternatives, TestTables& tables) {
  TestChoice choice;
  Test test{.kind = TestKind::any_of, .signature = {}};
  for (const std::uint32_t alternative : alternatives) {
    const Test& one = pattern.nodes[unwrapped(pattern, alternative)].tests[0];
    add_to(choice, one, tables);
    test.signature |= one.signature;
  }
  test.a = tables.choices.add(choice);
  const std::uint32_t index = unwrapped(pattern, alternatives[0]);
  pattern.nodes[index].tests = {test};
  return index;
}

// Only neighbours are merged: an alternative of several tokens between two others keeps its place among them.
void merge_choice(Pattern& pattern, std::uint32_t index, TestTables& tables) {
  const std::vector<std::uint32_t> children = std::move(pattern.nodes[index].children);
  std::vector<std::uint32_t> kept;
  for (std::size_t i = 0; i < children.size();) {
    std::size_t end = i;
    while (end < children.size() && can_merge(pattern.nodes[unwrapped(pattern, children[end])])) ++end;
    kept.push_back(end - i > 1 ? merged(pattern, std::span(children).subspan(i, end - i), tables) : children[i]);
    i = std::max(end, i + 1);
  }
  pattern.nodes[index].children = std::move(kept);
}

}  // namespace

void WordSet::add(std::uint32_t literal, ClassMask classes) {
  const auto at = std::ranges::lower_bound(forms, literal, {}, &Form::literal);
  if (at != forms.end() && at->literal == literal)
    at->classes |= classes;
  else
    forms.insert(at, {literal, classes});
}

ClassMask WordSet::classes_of(std::uint32_t literal) const {
  const auto at = std::ranges::lower_bound(forms, literal, {}, &Form::literal);
  return at != forms.end() && at->literal == literal ? at->classes : 0;
}

void ConditionWords::add(const WordSet* set) {
  if (set != nullptr)
    for (const WordSet::Form& form : set->forms) {
      if (form.classes == WordSet::kAnyClass && form.literal <= 0xFFFF)
        words.push_back(static_cast<std::uint16_t>(form.literal));
      else
        forms.push_back(form);
    }
  first_word.push_back(static_cast<std::uint32_t>(words.size()));
  first_form.push_back(static_cast<std::uint32_t>(forms.size()));
}

void TestTables::lay_condition_words() {
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    const StepTest& test = conditions[i];
    const WordSet word{.forms = {{test.a, WordSet::kAnyClass}}};
    condition_words.add(test.kind == TestKind::word     ? &word
                        : test.kind == TestKind::words  ? &word_sets[test.a]
                        : test.kind == TestKind::any_of ? &choices[test.a].words
                                                        : nullptr);
  }
}

void merge_choices(Pattern& pattern, TestTables& tables) {
  for (std::uint32_t i = 0; i < pattern.nodes.size(); ++i)
    if (pattern.nodes[i].kind == PatternNode::Kind::choice) merge_choice(pattern, i, tables);
}

}  // namespace copydesk
