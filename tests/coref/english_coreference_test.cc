#include <gtest/gtest.h>

#include "entities/english.h"

namespace copydesk::testing {
namespace {

struct ChainCase {
  const char* text;
  const char* name;
  const char* mentions;
};

constexpr ChainCase kChains[] = {
    {"Bartosz Zwolinski left on Monday. Zwolinski gave no reason.", "Bartosz Zwolinski",
     "Bartosz Zwolinski | Zwolinski"},
    {"Bartosz Zwolinski left on Monday. Mr. Zwolinsky gave no reason.", "Bartosz Zwolinski",
     "Bartosz Zwolinski | Zwolinsky"},
    {"The Lowland Rail Authority (LRA) closed the line. The LRA said so.", "Lowland Rail Authority",
     "Lowland Rail Authority | LRA | LRA"},
    {"Zorblatt Inc. grew in May. Shares of Zorblatt rose.", "Zorblatt Inc.", "Zorblatt Inc. | Zorblatt"},
    {"The United States agreed. The U.S. will pay.", "United States", "United States | U.S."},
    {"Finance minister Anna Nowak spoke. The minister gave no date.", "Anna Nowak", "Anna Nowak | The minister"},
    {"Anna Nowak spoke on Monday. She gave no date.", "Anna Nowak", "Anna Nowak | She"},
    {"The minister gave no date.", "Anna Nowak", ""},
};

TEST(EnglishCoreference, JoinsMentions) {
  for (const ChainCase& row : kChains) EXPECT_EQ(mentions_of(row.text, row.name), row.mentions) << row.text;
}

TEST(EnglishCoreference, KeepsPeopleApart) {
  EXPECT_EQ(entities_of("Anna Nowak met Piotr Nowicki in the hall."), "person Anna Nowak; person Piotr Nowicki");
}

}  // namespace
}  // namespace copydesk::testing
