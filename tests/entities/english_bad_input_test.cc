#include <gtest/gtest.h>

#include "entities/english.h"

namespace copydesk::testing {
namespace {

std::string repeated(std::string_view piece, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += piece;
  return all;
}

TEST(EnglishBadInput, NeverFails) {
  const std::string texts[] = {"",
                               " ",
                               "A",
                               "(",
                               "'s",
                               repeated("Anna ", 5000),
                               repeated("A. ", 5000),
                               repeated("U.S.-", 3000),
                               repeated("Bank of ", 3000),
                               repeated("MINISTER ", 3000),
                               repeated("Lake, Lake (", 2000),
                               std::string(10000, 'Z'),
                               repeated("the minister ", 3000)};
  for (const std::string& text : texts) {
    const Document document = english().extract(text);
    for (const Entity& entity : document.entities) EXPECT_FALSE(entity.mentions.empty()) << entity.name;
  }
}

}  // namespace
}  // namespace copydesk::testing
