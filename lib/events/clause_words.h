// Room 8, events. The words and word classes that tell what a group of names is in the clause of a trigger; from the pack's list
// `clause_words`.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/word_classes.h"
#include "tokens/token_layer.h"

namespace copydesk {

// Uses of a word, as bits: one word may have several.
struct ClauseUse {
  static constexpr std::uint16_t kPartner = 1;    // `with`: before those whom one meets
  static constexpr std::uint16_t kAgent = 2;      // `by`
  static constexpr std::uint16_t kAttending = 4;  // `after`: before a gathering that the subject is at
  static constexpr std::uint16_t kReporting = 8;  // `said`: its subject only tells
  static constexpr std::uint16_t kLeading = 16;   // `led`: before who leads a delegation
  static constexpr std::uint16_t kPlace = 32;     // `in`
  static constexpr std::uint16_t kQuote = 64;
  static constexpr std::uint16_t kComma = 128;
  static constexpr std::uint16_t kBelonging = 256;
  static constexpr std::uint16_t kOccasion = 1024;     // `during`, `sidelines`: something else happened there
  static constexpr std::uint16_t kGoal = 512;          // `to`: before where somebody goes
  static constexpr std::uint16_t kClause = 2048;       // `before`: a clause of its own may follow
  static constexpr std::uint16_t kMeasure = 8192;      // `hours of`: a part of what follows
  static constexpr std::uint16_t kAddressing = 16384;  // `told`: before who is told
  static constexpr std::uint16_t kDash = 32768;        // around an aside
  static constexpr std::uint16_t kCopular = 4096;      // `become`: before what the subject is
};

class ClauseWords {
 public:
  explicit ClauseWords(const WordClasses& classes);

  // A row of the list: words, with blanks between them, and their use.
  void add(std::string_view words, std::string_view use);

  std::uint16_t uses(const TokenData& token) const;
  bool has(const TokenData& token, std::uint16_t use) const { return (uses(token) & use) != 0; }

  ClassMask verb, finite, auxiliary, preposition, subordinator, relative, conjunction, opener, premodifier,
      noun_modifier, adverb, clitic, to, nominal, plural, degree;

 private:
  struct Word {
    std::uint32_t hash;
    std::uint16_t uses;
  };
  std::vector<Word> words_;  // by hash, each once
  std::bitset<1024> met_;    // by the low bits of their hashes: tells at once that most words are none
};

}  // namespace copydesk
