// Room 4, rules. Tables that tests of patterns refer to by number.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lexicon/word_classes.h"
#include "rules/pattern.h"

namespace copydesk {

// Words, each with the classes in which it is meant; sorted by literal.
struct WordSet {
  static constexpr ClassMask kAnyClass = ~ClassMask{0};

  struct Form {
    std::uint32_t literal;
    ClassMask classes;
  };
  std::vector<Form> forms;

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
};

struct TestTables {
  std::vector<WordSet> word_sets;
  std::vector<TestChoice> choices;
  std::vector<std::string> regexes;
  SignatureTable signatures;
};

// Turns alternatives that are conditions on one token each into one test, so that the matcher takes one step for all of them.
void merge_choices(Pattern& pattern, TestTables& tables);

}  // namespace copydesk
