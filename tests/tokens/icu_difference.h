// Where ICU's iterators and ours part, and why: each difference has a name, or the test fails on it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tokens/english.h"

namespace copydesk {

enum class IcuBreaks : std::uint8_t { word, sentence };

// Byte offsets of ICU's boundaries for English.
std::vector<std::uint32_t> icu_boundaries(std::string_view text, IcuBreaks breaks);

// The texts of the project's corpus, by file name.
std::vector<std::pair<std::string, std::string>> corpus_texts();

struct Differences {
  std::map<std::string, int> counts;                         // by category
  std::map<std::string, std::vector<std::string>> examples;  // a few of each; `|` where one of both breaks
};

// Adds the differences of one text; those without a name stand under "".
void compare_words(std::string_view text, Differences& differences);
void compare_sentences(std::string_view text, Differences& differences);

}  // namespace copydesk
