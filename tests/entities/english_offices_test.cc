#include <gtest/gtest.h>

#include "entities/english.h"

namespace copydesk::testing {
namespace {

struct OfficeCase {
  const char* text;
  const char* entities;
};

constexpr OfficeCase kCases[] = {
    {"Norwegian Fisheries Minister Astrid Halvorsen spoke.", "person Astrid Halvorsen (Fisheries Minister, Norwegian)"},
    {"Astrid Halvorsen, Norway's ambassador to Chile, spoke.",
     "person Astrid Halvorsen (ambassador to Chile, Norway); country Norway; country Chile"},
    {"The spokesman Bartosz Zwolinski denied it.", "person Bartosz Zwolinski (spokesman)"},
};

TEST(EnglishOffices, AreFilledIn) {
  for (const OfficeCase& row : kCases) EXPECT_EQ(entities_of(row.text), row.entities) << row.text;
}

}  // namespace
}  // namespace copydesk::testing
