// Room 4, rules. What regular expressions said of words lately: reports write the same years, days and counts again and again, and
// to ask an expression of a word takes forty times as long as to find its answer here.
//
//     const bool holds = cache.matches(regex, word, hash, [&] { return regexes[regex].matches_whole(word); });
//
// Threads: one a worker. Lifetime: serves one grammar.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "lexicon/short_text.h"

namespace copydesk {

class RegexCache {
 public:
  // The answer of a regular expression, by its number, to a word; from `ask()` when it is not here.
  template <class Ask>
  bool matches(std::uint32_t regex, std::string_view word, std::uint32_t hash, Ask&& ask) {
    if (word.empty() || word.size() > kLongest) return ask();
    Entry& entry = entries_[(hash + regex * kSpread) % kEntries];
    if (entry.regex == regex && entry.size == word.size() && same_short_text(entry.word, word.data(), word.size()))
      return entry.matches;
    entry = {.regex = regex, .size = static_cast<std::uint8_t>(word.size()), .matches = ask()};
    std::memcpy(entry.word, word.data(), word.size());
    return entry.matches;
  }

 private:
  static constexpr std::size_t kEntries = 4096;  // 64 KiB; a power of two
  static constexpr std::size_t kLongest = 10;    // bytes of a word that is kept
  static constexpr std::uint32_t kSpread =
      0x9E3779B1;  // so that the expressions asked of a word do not push each other out

  struct Entry {
    std::uint32_t regex = 0;
    std::uint8_t size = 0;  // 0: nothing is here
    bool matches = false;
    char word[kLongest] = {};
  };

  std::array<Entry, kEntries> entries_;
};

}  // namespace copydesk
