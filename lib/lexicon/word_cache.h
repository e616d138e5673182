// Room 3, lexicon. What was lately asked of words: most words of a text are few, and a look-up in the image misses every cache.
//
//     const WordFacts& facts = cache.find(folded, hash, [&] { return lexicon.facts_of(lexicon.find(folded, hash)); });
//
// Threads: one a worker. Lifetime: serves one lexicon.
#pragma once

#include <cstring>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "lexicon/short_text.h"

namespace copydesk {

class WordCache {
 public:
  // Fetches what find() will look at, so that it waits less when asked a few words later.
  void fetch(std::uint32_t hash) const {
    if (!entries_.empty()) __builtin_prefetch(&entries_[hash % kEntries]);
  }

  // Whether find() will most likely have to ask.
  bool lacks(std::uint32_t hash) const { return entries_.empty() || entries_[hash % kEntries].hash != hash; }

  // The facts of a word, from `ask()` when they are not here. Valid until the next call.
  template <class Ask>
  const WordFacts& find(std::string_view folded, std::uint32_t hash, Ask&& ask) {
    if (folded.empty() || folded.size() > kLongest) return uncached_ = ask();
    if (entries_.empty()) entries_.resize(kEntries);
    Entry& entry = entries_[hash % kEntries];
    if (entry.hash == hash && entry.size == folded.size() && same_short_text(entry.text, folded.data(), folded.size()))
      return entry.facts;
    entry.facts = ask();
    entry.hash = hash;
    entry.size = static_cast<std::uint32_t>(folded.size());
    std::memcpy(entry.text, folded.data(), folded.size());
    return entry.facts;
  }

 private:
  static constexpr std::size_t kEntries = 16384;  // 1 MiB; a power of two
  static constexpr std::size_t kLongest = 16;     // bytes of a word that is kept

  struct alignas(64) Entry {  // a cache line
    std::uint32_t hash = 0;
    std::uint32_t size = 0;  // 0: nothing is here
    char text[kLongest];
    WordFacts facts;
  };

  std::vector<Entry> entries_;
  WordFacts uncached_;
};

}  // namespace copydesk
