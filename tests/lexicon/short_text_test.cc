#include "lexicon/short_text.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace copydesk {
namespace {

// Every length, and every place at which texts may differ, against the library's own comparison.
TEST(ShortText, IsTheSameAsMemcmpSays) {
  std::mt19937 random(7);
  for (std::size_t size = 1; size <= 16; ++size)
    for (int round = 0; round < 200; ++round) {
      std::string one(size, 'a');
      for (char& letter : one) letter = static_cast<char>('a' + random() % 3);
      std::string other = one;
      if (round % 2 == 1) other[random() % size] ^= static_cast<char>(random() % 2);
      EXPECT_EQ(same_short_text(one.data(), other.data(), size), one == other) << one << ' ' << other;
    }
}

}  // namespace
}  // namespace copydesk
