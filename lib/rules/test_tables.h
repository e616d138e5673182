// Room 4, rules. Tables that tests of patterns refer to by number.
#pragma once

#include <cstdint>
#include <map>
#include <string>
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

 private:
  std::vector<Value> values_;
  std::map<Value, std::uint32_t> numbers_;
};

struct TestTables {
  Numbered<WordSet> word_sets;
  Numbered<TestChoice> choices;
  std::vector<std::string> regexes;
  SignatureTable signatures;
  ConditionTable conditions;
  std::uint32_t literals = 0;  // all of them are below
};

// Turns alternatives that are conditions on one token each into one test, so that the matcher takes one step for all of them.
void merge_choices(Pattern& pattern, TestTables& tables);

}  // namespace copydesk
