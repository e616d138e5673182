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
#include "lexicon/text_table.h"

namespace copydesk {

class ImageWriter;

class LexiconBuilder {
 public:
  LexiconBuilder();

  void add_word(std::string_view folded, ClassMask word_class, std::string_view lemma, std::uint32_t count);

  // `columns` without the surface. A column named `kind` becomes the kind of an entry.
  std::uint16_t add_list(std::string_view name, const std::vector<std::string>& columns);

  // `phrase` holds the tokens of the surface alone. False when it has none, or more than kMostTokens.
  static constexpr std::size_t kMostTokens = 32;
  bool add_entry(std::uint16_t list, const TokenLayer& phrase, const std::vector<std::string_view>& values);

  // Makes room for so many entries of a list of so many columns, so that a long one is not copied as it grows.
  void reserve(std::size_t entries, std::size_t columns);

  std::string build();

 private:
  struct Word {
    ClassMask classes = 0;
    ClassMask likely = 0;
    std::uint32_t likely_count = 0;
  };
  struct Node {
    std::uint32_t parent = 0;
    std::uint32_t word = 0;
  };

  std::uint32_t word_id(std::string_view folded);
  std::uint32_t kind_id(std::uint32_t string);
  std::uint32_t string_id(std::string_view text);
  std::uint32_t child(std::uint32_t node, std::uint32_t word);
  std::uint32_t& child_slot(std::uint32_t node, std::uint32_t word);
  void grow_children();
  std::size_t image_size() const;
  void write_words(ImageWriter& writer);
  void write_phrases(ImageWriter& writer);
  void write_children(ImageWriter& writer, std::vector<std::uint32_t> begins, std::vector<std::uint32_t> order);

  TextTable words_;
  std::vector<Word> classes_;  // of the words up to the last that has any
  std::vector<LemmaForm> forms_;
  std::vector<Node> nodes_{{}};          // node 0 is the root
  std::vector<std::uint32_t> children_;  // open addressing over nodes, by parent and word; 0: free
  std::vector<ListEntry> entries_;
  std::vector<std::uint32_t> entry_nodes_;  // of each entry
  std::vector<ListInfo> lists_;
  std::vector<int> kind_column_;  // of each list, -1: none
  std::vector<std::uint32_t> columns_, values_;
  std::vector<std::uint32_t> kinds_{0};  // strings; kind 0 is none
  std::unordered_map<std::uint32_t, std::uint32_t> kind_ids_;
  TextTable strings_{1};  // the first is the empty string
};

}  // namespace copydesk
