#include "entities/name_table.h"

#include <gtest/gtest.h>

namespace copydesk {
namespace {

EvidenceRule says(NameType type) {
  EvidenceRule rule;
  rule.used = true;
  rule.type = type;
  return rule;
}

TEST(NameTable, CountsARuleOnceForAForm) {
  NameTable table;
  table.clear();
  const std::uint32_t form = table.add(11, {0, 1});
  table.count(form, 5, says(NameType::person), 20);
  table.count(form, 5, says(NameType::person), 20);
  table.count(form, 6, says(NameType::person), 10);
  EXPECT_EQ(table[form].scores.of(NameType::person), 30);
  EXPECT_EQ(table[form].scores.rule[0], 5u);
}

TEST(NameTable, GivesOneFormToOneKey) {
  NameTable table;
  table.clear();
  EXPECT_EQ(table.add(11, {0, 1}), table.add(11, {4, 5}));
  EXPECT_EQ(table.find(12), kNoForm);
}

TEST(Scores, NeverLeaveTheirRange) {
  Scores scores;
  for (int i = 0; i < 500; ++i) scores.add(NameType::place, 300, 1);
  EXPECT_EQ(scores.of(NameType::place), 1000);
}

}  // namespace
}  // namespace copydesk
