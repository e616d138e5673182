#include "rules/regex_cache.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rules/regex.h"
#include "tokens/token_layer.h"

namespace copydesk {
namespace {

// Many words more than the cache holds, so that answers push each other out.
TEST(RegexCache, AnswersAsTheExpressionsDo) {
  const char* const patterns[] = {"[0-9]{4}", "[0-9]+(st|nd)", ".*7", "[a-z0-9]+"};
  std::vector<Regex> regexes;
  for (const char* pattern : patterns) regexes.emplace_back(pattern);
  RegexCache cache;
  for (int round = 0; round < 2; ++round)
    for (int number = 0; number < 6000; ++number)
      for (std::uint32_t regex = 0; regex < regexes.size(); ++regex) {
        const std::string word = std::to_string(number) + (number % 3 == 0 ? "st" : "");
        const bool plain = regexes[regex].matches_whole(word);
        EXPECT_EQ(cache.matches(regex, word, hash_folded(word), [&] { return plain; }), plain) << word;
      }
}

TEST(RegexCache, AsksOnceOfAShortWord) {
  struct Case {
    std::string word;
    int asked;  // in three times
  };
  const Case cases[] = {{"1995", 1}, {"", 3}, {"12345678901234567890", 3}};
  for (const Case& one : cases) {
    RegexCache cache;
    int asked = 0;
    for (int i = 0; i < 3; ++i) cache.matches(0, one.word, hash_folded(one.word), [&] { return ++asked > 0; });
    EXPECT_EQ(asked, one.asked) << one.word;
  }
}

}  // namespace
}  // namespace copydesk
