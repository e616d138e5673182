// Room 4, rules. Tables that tests of patterns refer to by number.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "lexicon/word_classes.h"
#include "rules/filter.h"
#include "rules/pattern.h"

namespace copydesk {

// Words, each with the classes in which it is meant; sorted by literal.
struct WordSet {
  static constexpr ClassMask kAnyClass = ~ClassMask{0};

  struct Form {
    std::uint32_t literal;
    ClassMask classes;
    friend auto operator<=>(const Form&, const Form&) = default;  // NOLINT(modernize-use-nullptr): <=> asks for 0
  };
  std::vector<Form> forms;
  friend auto operator<=>(const WordSet&, const WordSet&) = default;  // NOLINT(modernize-use-nullptr)

  void add(std::uint32_t literal, ClassMask classes);
  // The classes in which the word is meant; 0 when it is not of the set.
  ClassMask classes_of(std::uint32_t literal) const;
};

// Conditions of which one must hold on a token: what `(the|<possessive>|<digits>)` becomes.
struct TestChoice {
  ClassMask classes = 0;
  std::uint32_t shapes = 0;       // mask
  std::uint32_t token_kinds = 0;  // mask
  WordSet words;
  friend auto operator<=>(const TestChoice&, const TestChoice&) = default;  // NOLINT(modernize-use-nullptr)
};

// Values that have numbers; equal ones have the same.
template <class Value>
class Numbered {
 public:
  std::uint32_t add(const Value& value) {
    const auto [known, added] = numbers_.try_emplace(value, static_cast<std::uint32_t>(values_.size()));
    if (added) values_.push_back(value);
    return known->second;
  }
  const Value& operator[](std::size_t number) const { return values_[number]; }

  // What the image of a pack keeps, to which nothing is added; see rules/archive.h.
  static auto archived(auto& self) { return std::tie(self.values_); }

 private:
  std::vector<Value> values_;
  std::map<Value, std::uint32_t> numbers_;
};

// The words of all conditions of filters, one after the other: they are looked through once a document, so they take few bytes.
struct ConditionWords {
  std::vector<std::uint32_t> first_word{0}, first_form{0};  // of each condition, and of the end
  std::vector<std::uint16_t> words;                         // meant in any class
  std::vector<WordSet::Form> forms;                         // the others

  void add(const WordSet* set);
  std::span<const std::uint16_t> words_of(std::size_t condition) const {
    return {words.data() + first_word[condition], words.data() + first_word[condition + 1]};
  }
  std::span<const WordSet::Form> forms_of(std::size_t condition) const {
    return {forms.data() + first_form[condition], forms.data() + first_form[condition + 1]};
  }
};

struct TestTables {
  Numbered<WordSet> word_sets;
  Numbered<TestChoice> choices;
  std::vector<std::string> regexes;
  SignatureTable signatures;
  ConditionTable conditions;
  ConditionWords condition_words;
  std::uint32_t literals = 0;  // all of them are below

  // Call when all conditions are there.
  void lay_condition_words();
};

// Turns alternatives that are conditions on one token each into one test, so that the matcher takes one step for all of them.
void merge_choices(Pattern& pattern, TestTables& tables);

}  // namespace copydesk
