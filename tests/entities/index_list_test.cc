#include "entities/index_list.h"

#include <gtest/gtest.h>

namespace copydesk::testing {
namespace {

// The list against a plain vector, with as many indices as stand in it, and with more.
TEST(IndexList, HoldsWhatAVectorHolds) {
  for (std::uint32_t count = 0; count < 9; ++count)
    for (std::uint32_t erased = 0; erased <= count; ++erased) {
      IndexList list, more;
      std::vector<std::uint32_t> plain;
      for (std::uint32_t i = 0; i < count; ++i) list.push_back(i), plain.push_back(i);
      if (erased < count) list.erase(list.begin() + erased), plain.erase(plain.begin() + erased);
      more.append(list);
      more.append(list);
      const auto odd = [](std::uint32_t i) { return i % 2 == 1; };
      list.erase_if(odd), std::erase_if(plain, odd);
      list.push_back(100), plain.push_back(100);
      EXPECT_EQ(std::vector(list.begin(), list.end()), plain) << count << " without " << erased;
      EXPECT_EQ(list.size(), plain.size());
      EXPECT_EQ(list.front(), plain.front());
      EXPECT_EQ(list.back(), 100u);
      EXPECT_EQ(more.size(), 2 * (count - (erased < count ? 1 : 0)));
      list.clear();
      EXPECT_TRUE(list.empty());
    }
}

}  // namespace
}  // namespace copydesk::testing
