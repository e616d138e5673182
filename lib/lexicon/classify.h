// Room 3, lexicon. Reads: tokens and the words of the pack. Adds: each token's word, possible classes, and the class decided.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "lexicon/lexicon.h"

namespace copydesk {

// One row of the pack's contexts: `determiner | plural|verb_s | * | plural`, with `|` between what may stand there.
struct ContextRow {
  std::string left, word, right, choose;
};

// Decides ambiguous words by the first context row that fits, reading left to right; else the likeliest class stands.
class Classifier {
 public:
  // Gives false, with the offending name in `unknown`, when a row names no class.
  bool add(const ContextRow& row, const WordClasses& classes, std::string& unknown);

  // Call when all rows are in: finds, for every set of classes that a word of the lexicon has, the rows that may speak of it.
  // Words of the group `stepped_over` (`has also signed`) let rows see what stands before them; tokens in capitals (`US`, `WHO`)
  // are no words of the group `function`.
  void index(const Lexicon& lexicon, const WordClasses& classes);

  // Decides the class of the tokens whose word may be of several. Linear: rows are mask tests, at most all of them a token.
  void classify(TokenLayer& layer) const;

  // What the image of a pack keeps; see rules/archive.h.
  static auto archived(auto& self) {
    return std::tie(self.rows_, self.stepped_over_, self.function_, self.rows_by_classes_, self.quoted_hashes_,
                    self.quoted_);
  }

 private:
  // A neighbour, or what a row asks of one: bits 0 to 31 of `classes` are word classes, the others the neighbours that are no
  // class; `quoted` has a bit for each word that rows quote.
  struct Context {
    std::uint64_t classes = 0;
    std::uint64_t quoted = 0;

    bool meets(const Context& other) const { return (classes & other.classes) != 0 || (quoted & other.quoted) != 0; }
  };
  struct Row {
    Context left, right;
    Context word;  // all its classes must be possible, and where it quotes words it must be one of them
    ClassMask choose = 0;
  };
  struct Quoted {
    std::uint32_t hash;
    std::string folded;
    std::uint64_t bit;
  };

  bool read(std::string_view cell, const WordClasses& classes, Context& context, std::string& unknown);
  std::uint64_t quoted_bit(std::string_view folded);
  Context left_of(const TokenLayer& layer, const SentenceData& sentence, std::uint32_t index) const;
  Context context_of(const TokenLayer& layer, std::uint32_t token, bool decided) const;
  std::uint64_t quoted_of(const TokenLayer& layer, const TokenData& token) const;
  void decide(TokenLayer& layer, const SentenceData& sentence, std::uint32_t token) const;

  const std::vector<std::uint16_t>& rows_for(ClassMask classes) const;

  std::vector<Row> rows_;
  ClassMask stepped_over_ = 0, function_ = 0;
  std::unordered_map<ClassMask, std::vector<std::uint16_t>> rows_by_classes_;
  std::vector<std::uint16_t> no_rows_;
  std::array<bool, 256> quoted_hashes_{};  // by the last byte of the hash: whether some row may quote the word
  std::vector<Quoted> quoted_;
};

}  // namespace copydesk
