// Room 3, lexicon. Words with their classes and lemmas, and the phrases of the gazetteers, as one flat image.
//
// The image holds no pointer: it is embedded in the library, or built from a folder, and read in place either way.
//
//     Lexicon lexicon = Lexicon::over(bytes);
//     std::uint32_t word = lexicon.find(folded, hash_folded(folded));
//     lexicon.match(words, tokens, 0, limit, [&](std::uint32_t end, std::uint32_t entry) { ... });
//
// Threads: immutable. Lifetime: a view; the bytes must outlive it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "lexicon/word_classes.h"
#include "tokens/token_layer.h"

namespace copydesk {

// One row of a list. Bit i of `capitals` says that token i is written with a capital in the list, and so must be in a text.
struct ListEntry {
  static constexpr std::uint16_t kUpper = 1;  // an acronym: the text must write it in capitals too

  std::uint16_t list = 0;
  std::uint16_t flags = 0;
  std::uint32_t capitals = 0;
  std::uint32_t kind = 0;    // index into Lexicon::kinds; 0: none
  std::uint32_t values = 0;  // first of its column values, one for each column after the surface
};

// A form of a lemma: `signed` as past of `sign`.
struct LemmaForm {
  std::uint32_t lemma = 0;
  std::uint32_t word = 0;
  ClassMask classes = 0;
};

// All that the image says of a word, side by side: where a look-up ends.
struct WordRecord {
  std::uint32_t hash = 0;
  std::uint32_t text = 0;  // where its letters begin; the next record's tell where they end
  ClassMask classes = 0, likely = 0;
  std::uint32_t root = 0;  // first node of the phrases that it begins; 0: none
};

// A node of the trie: its first child and first entry; the next node's tell where they end.
struct PhraseNode {
  std::uint32_t children = 0;
  std::uint32_t entries = 0;
};

// The phrases that begin with the tokens read so far.
struct Phrases {
  PhraseNode begin, end;
};

// What a token needs to know of its word, in one piece.
struct WordFacts {
  std::uint32_t word = kNoWord;
  ClassMask classes = 0, likely = 0;
  std::uint32_t literal = kNoWord;  // its number in the patterns of rules; filled by those who know them
  Phrases phrases;                  // that it begins
  std::uint64_t next = 0;           // a bit for each word that goes on in some of them, which several words may share

  bool may_lead_to(const WordFacts& behind) const {
    return behind.word != kNoWord && (next >> (behind.word % 64) & 1) != 0;
  }
};

struct ListInfo {
  std::uint32_t name = 0;          // string
  std::uint32_t first_column = 0;  // into the columns
  std::uint32_t columns = 0;
  std::uint32_t entries = 0;
};

class Lexicon {
 public:
  // Views an image made by LexiconBuilder. An empty or damaged image gives an empty lexicon.
  static Lexicon over(std::string_view image);

  std::uint32_t find(std::string_view folded, std::uint32_t hash) const;
  WordFacts facts_of(std::uint32_t word) const;
  std::size_t words() const { return words_.empty() ? 0 : words_.size() - 1; }
  std::string_view text_of(std::uint32_t word) const;
  ClassMask classes_of(std::uint32_t word) const { return words_[word].classes; }
  std::span<const LemmaForm> forms_of(std::uint32_t lemma) const;

  std::span<const ListInfo> lists() const { return lists_; }
  std::string_view string(std::uint32_t offset) const;
  std::string_view column(const ListInfo& list, std::uint32_t index) const {
    return string(columns_[list.first_column + index]);
  }
  std::string_view value(const ListEntry& entry, std::uint32_t column) const {
    return string(values_[entry.values + column]);
  }
  // The value of a named column; none when the list has no such column.
  std::optional<std::string_view> value_of(const ListEntry& entry, std::string_view column) const;
  std::size_t kinds() const { return kinds_.size(); }
  std::string_view kind(std::size_t index) const { return string(kinds_[index]); }
  std::span<const ListEntry> entries() const { return entries_; }
  const ListEntry& entry(std::uint32_t index) const { return entries_[index]; }

  // The image is larger than what a processor keeps near, and a look-up goes from one part of it to the next. Each of these
  // fetches what is looked at in one step, where the step before has come; so find() and facts_of() wait less some words later.
  void fetch_slot(std::uint32_t hash) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }
  void fetch_word(std::uint32_t hash) const {
    if (const WordRecord* record = first_record(hash)) __builtin_prefetch(record);
  }
  void fetch_text(std::uint32_t hash) const {
    const WordRecord* record = first_record(hash);
    if (record == nullptr) return;
    __builtin_prefetch(text_.data() + record->text);
    __builtin_prefetch(nodes_.data() + record->root);
  }

  // The same for match(): what second_node() looks at, and the entries of the phrases of one word and of two.
  void fetch_children(std::span<const WordFacts> words, std::size_t at) const {
    const Phrases& phrases = words[at].phrases;
    if (at + 1 < words.size() && words[at].may_lead_to(words[at + 1]))
      __builtin_prefetch(child_word_.data() + (phrases.begin.children + phrases.end.children) / 2);
  }
  void fetch_entries(const WordFacts& word, std::uint32_t second) const {
    const Phrases& phrases = word.phrases;
    if (phrases.begin.entries != phrases.end.entries) __builtin_prefetch(entries_.data() + phrases.begin.entries);
    if (second != 0) __builtin_prefetch(entries_.data() + nodes_[second].entries);
  }

  // Calls `found(end, entry_index)` for every list entry that the tokens from `begin` on spell, shortest first.
  // `words` holds what this lexicon knows of each token's word.
  template <class Found>
  void match(std::span<const WordFacts> words, std::span<const TokenData> tokens, std::uint32_t begin,
             std::uint32_t limit, Found&& found) const {
    match(words, tokens, begin, limit, second_node(words, begin, limit), found);
  }

  // The node of the phrases that begin with two words; 0 where there are none.
  std::uint32_t second_node(std::span<const WordFacts> words, std::uint32_t begin, std::uint32_t limit) const {
    if (begin + 1 >= limit || !words[begin].may_lead_to(words[begin + 1])) return 0;
    const std::uint32_t node = child(words[begin].phrases, words[begin + 1].word);
    __builtin_prefetch(nodes_.data() + node);
    return node;
  }

  // The same for those who have asked for second_node() before, so that what it leads to is here.
  template <class Found>
  void match(std::span<const WordFacts> words, std::span<const TokenData> tokens, std::uint32_t begin,
             std::uint32_t limit, std::uint32_t second, Found&& found) const {
    const auto use = [&](const Phrases& phrases, std::uint32_t end) {
      for (std::uint32_t i = phrases.begin.entries; i < phrases.end.entries; ++i)
        if (case_fits(entries_[i], tokens, begin, end)) found(end, i);
    };
    use(words[begin].phrases, begin + 1);
    std::uint32_t end = begin + 2;
    for (std::uint32_t node = second; node != 0; ++end) {
      const Phrases phrases{nodes_[node], nodes_[node + 1]};
      use(phrases, end);
      if (end == limit || words[end].word == kNoWord) return;
      node = child(phrases, words[end].word);
    }
  }

 private:
  bool is_whole() const;
  bool is_string(std::uint32_t offset, std::string_view text) const;
  static bool case_fits(const ListEntry& entry, std::span<const TokenData> tokens, std::uint32_t begin,
                        std::uint32_t end);
  // The node of those of `phrases` that go on with `word`; 0 where none does.
  std::uint32_t child(const Phrases& phrases, std::uint32_t word) const;
  // The record that find() looks at first.
  const WordRecord* first_record(std::uint32_t hash) const {
    const std::uint32_t slot = slots_.empty() ? 0 : slots_[hash & (slots_.size() - 1)];
    return slot == 0 ? nullptr : &words_[slot - 1];
  }
  std::uint64_t next_of(const Phrases& phrases) const;

  std::span<const std::uint32_t> slots_;  // open addressing over word ids + 1
  std::span<const WordRecord> words_;     // and one more, which ends the last
  std::string_view text_;
  std::span<const LemmaForm> forms_;   // sorted by lemma
  std::span<const PhraseNode> nodes_;  // and one more, which ends the last
  std::span<const std::uint32_t> child_word_, child_node_;
  std::span<const ListEntry> entries_;
  std::span<const ListInfo> lists_;
  std::span<const std::uint32_t> columns_, kinds_, values_;
  std::string_view strings_;  // each ends with a NUL
};

}  // namespace copydesk
