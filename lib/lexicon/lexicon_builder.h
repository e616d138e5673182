// Room 3, lexicon. Gathers words and list rows, then lays them out as the image that Lexicon reads.
//
//     LexiconBuilder builder;
//     builder.add_word("signed", classes.find("past"), "sign", 120);
//     std::uint16_t list = builder.add_list("country", {"country", "kind"});
//     builder.add_entry(list, tokens_of("Ivory Coast"), {"CI", "country"});
//     std::string image = builder.build();
//
// Threads: one. Lifetime: owns everything; build() leaves it empty.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/lexicon.h"

namespace copydesk {

class LexiconBuilder {
 public:
  void add_word(std::string_view folded, ClassMask word_class, std::string_view lemma, std::uint32_t count);

  // `columns` without the surface. A column named `kind` becomes the kind of an entry.
  std::uint16_t add_list(std::string_view name, const std::vector<std::string>& columns);

  // `phrase` holds the tokens of the surface alone. False when it has none, or more than kMostTokens.
  static constexpr std::size_t kMostTokens = 32;
  bool add_entry(std::uint16_t list, const TokenLayer& phrase, const std::vector<std::string_view>& values);

  std::string build();

 private:
  struct Word {
    ClassMask classes = 0;
    ClassMask likely = 0;
    std::uint32_t likely_count = 0;
    std::uint32_t hash = 0;
  };
  struct Node {
    std::uint32_t parent = 0;
    std::uint32_t word = 0;
  };
  struct PendingEntry {
    std::uint32_t node;
    std::uint32_t order;
    ListEntry entry;
  };
  struct PairHash {
    std::size_t operator()(std::uint64_t pair) const { return (pair ^ (pair >> 29)) * 0x9E3779B97F4A7C15ull; }
  };
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return hash_folded(text); }
  };

  std::uint32_t word_id(std::string_view folded);
  std::uint32_t kind_id(std::uint32_t string);
  std::uint32_t string_id(std::string_view text);
  std::uint32_t child(std::uint32_t node, std::uint32_t word);

  std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> ids_;
  std::vector<Word> words_;
  std::vector<std::uint32_t> word_begin_{0};
  std::string text_;
  std::vector<LemmaForm> forms_;
  std::unordered_map<std::uint64_t, std::uint32_t, PairHash> children_;  // (node, word) to node
  std::vector<Node> nodes_{{}};                                          // node 0 is the root
  std::vector<PendingEntry> entries_;
  std::vector<ListInfo> lists_;
  std::vector<int> kind_column_;  // of each list, -1: none
  std::vector<std::uint32_t> columns_, values_;
  std::vector<std::uint32_t> kinds_{0};  // strings; kind 0 is none
  std::unordered_map<std::uint32_t, std::uint32_t> kind_ids_;
  std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> string_ids_;
  std::string strings_{'\0'};  // offset 0 is the empty string
};

}  // namespace copydesk
