#include "entities/key_map.h"

#include <gtest/gtest.h>

namespace copydesk {
namespace {

TEST(KeyMap, KeepsTheFirstValueOfAKey) {
  KeyMap map;
  map.add(7, 1);
  map.add(7, 2);
  EXPECT_EQ(map.find(7), 1u);
  map.set(7, 3);
  EXPECT_EQ(map.find(7), 3u);
  EXPECT_EQ(map.find(8), KeyMap::kNone);
}

TEST(KeyMap, FindsAllKeysAfterItHasGrown) {
  KeyMap map;
  for (std::uint64_t key = 1; key <= 5000; ++key) map.add(key * 0x9E3779B97F4A7C15ull, static_cast<std::uint32_t>(key));
  for (std::uint64_t key = 1; key <= 5000; ++key) EXPECT_EQ(map.find(key * 0x9E3779B97F4A7C15ull), key) << key;
}

TEST(KeyMap, ForgetsWhenCleared) {
  KeyMap map;
  map.clear();
  map.add(7, 1);
  map.clear();
  EXPECT_EQ(map.find(7), KeyMap::kNone);
}

// A map that has grown, a little or far, is cleared whole.
TEST(KeyMap, ForgetsAllKeysHoweverManyThereWere) {
  for (const std::uint64_t many : {300, 3000, 30000}) {
    KeyMap map;
    for (int round = 0; round < 2; ++round) {
      for (std::uint64_t key = 1; key <= many; ++key) map.add(key * 0x9E3779B97F4A7C15ull, 1);
      map.clear();
      for (std::uint64_t key = 1; key <= many; ++key)
        ASSERT_EQ(map.find(key * 0x9E3779B97F4A7C15ull), KeyMap::kNone) << key << " of " << many;
    }
  }
}

}  // namespace
}  // namespace copydesk
