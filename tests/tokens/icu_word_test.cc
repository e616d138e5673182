// Our tokens beside ICU's words: every difference is one we mean.
#include <gtest/gtest.h>

#include "tokens/icu_difference.h"

namespace copydesk {
namespace {

struct DifferenceCase {
  std::string text;
  std::string categories;  // joined by `, `; empty where both agree
};

std::string categories_of(const Differences& differences) {
  std::string line;
  for (const auto& [category, count] : differences.counts)
    line += (line.empty() ? "" : ", ") + (category.empty() ? "?" : category);
  return line;
}

TEST(IcuWords, DifferWhereWeMeanIt) {
  const DifferenceCase cases[] = {
      {"Iran and Russia signed 1,000.5 deals, again; \"yes\" (no).", ""},
      {"Iran-Russia and six-month", ""},
      {"O'Neill in the 1990s at 5th", ""},
      {"日本とイランは協力", ""},
      {"Президент подписал. وقال الرئيس", ""},
      {"Dr. Ng of the U.S. left", "stop of an abbreviation"},
      {"Iran's and don't", "clitic or apostrophe"},
      {"Radio 4's", "clitic or apostrophe"},
      {"al-Amr", "joined prefix"},
      {"AT&T", "ampersand"},
      {"12/06/2025", "date or clock"},
      {"wait... what?? --", "run of marks"},
      {"see http://a.ir/b and a@b.ir", "address"},
      {"rose .5", "number without its nought"},
      {"the end.The start", "space lost after a stop"},
      {"Oct. 26,1998", "list of numbers, stop of an abbreviation"},
      {"word_word", "low line"},
      {"a·b", "middle dot"},
  };
  for (const DifferenceCase& c : cases) {
    Differences differences;
    compare_words(c.text, differences);
    EXPECT_EQ(categories_of(differences), c.categories) << c.text;
  }
}

TEST(IcuWords, DifferInTheCorpusOnlySo) {
  Differences differences;
  for (const auto& [name, text] : corpus_texts()) compare_words(text, differences);
  for (const std::string& example : differences.examples[""]) ADD_FAILURE() << "no category explains: " << example;
  for (const auto& [category, count] : differences.counts)
    if (!category.empty()) std::cout << count << "\t" << category << "\t" << differences.examples[category][0] << "\n";
}

}  // namespace
}  // namespace copydesk
