// Our sentences beside ICU's: every difference is one we mean.
#include <gtest/gtest.h>

#include "tokens/icu_difference.h"

namespace copydesk {
namespace {

TEST(IcuSentences, DifferWhereWeMeanIt) {
  const struct {
    std::string text, category;
  } cases[] = {
      {"Iran signed. Oman did not. \"Why?\" She left.", ""},
      {"Dr. Ng left.", "abbreviation"},
      {"The U.S. President left.", "abbreviation"},
      {"\"Why?\" he asked.", "goes on in small letters"},
      {"1. The first", "number of a list"},
      {"Yahoo! Inc. left", "name with an exclamation mark"},
      {"He left… She stayed.", "ellipsis"},
      {"The end.The start.", "space lost after a stop"},
      {"\" We won . \" He left .", "mark that belongs to the sentence before"},
      {"He left. -- Oman stayed.", "dash that begins a sentence"},
      {"It is\nA line", "line end"},
  };
  for (const auto& c : cases) {
    Differences differences;
    compare_sentences(c.text, differences);
    std::string found;
    for (const auto& [category, count] : differences.counts)
      found += (found.empty() ? "" : ", ") + (category.empty() ? "?" : category);
    EXPECT_EQ(found, c.category) << c.text;
  }
}

TEST(IcuSentences, DifferInTheCorpusOnlySo) {
  Differences differences;
  for (const auto& [name, text] : corpus_texts()) {
    Layout layout;
    read_layout(text, {}, layout);
    for (const Block& block : layout.blocks)
      compare_sentences(std::string_view(text).substr(block.span.begin, block.span.size()), differences);
  }
  for (const std::string& example : differences.examples[""]) ADD_FAILURE() << "no category explains: " << example;
  for (const auto& [category, count] : differences.counts)
    if (!category.empty()) std::cout << count << "\t" << category << "\t" << differences.examples[category][0] << "\n";
}

}  // namespace
}  // namespace copydesk
