// Reports of a sentence or two with their times in the line notation: what a user sees of the room.
#include "english.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "copydesk/extractor.h"

namespace copydesk::testing {
namespace {

struct Case {
  std::string_view date, text;
  std::vector<std::string> times;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(times_of(c.text, c.date), c.times) << c.date << ": " << c.text;
}

TEST(EnglishTimes, Ranges) {
  check({
      {"2025-11-20", "The fair runs from December 6 to 7.", {"December 6=2025-12-06", "7=2025-12-07"}},
      {"2025-11-20",
       "The strike lasted from April 29 to May 2, 1998.",
       {"April 29=1998-04-29", "May 2, 1998=1998-05-02"}},
      {"2025-11-20", "She led the union in 1992-95.", {"1992=1992", "95=1995"}},
      {"2025-11-20", "The port was shut between May and July 2024.", {"May=2024-05", "July 2024=2024-07"}},
      {"2025-12-29",
       "The hall will be closed from December 30 to January 2.",
       {"December 30=2025-12-30", "January 2=2026-01-02"}},
  });
}

TEST(EnglishTimes, Tense) {
  check({
      {"2025-12-06", "The two mayors met on Friday.", {"Friday=2025-12-05"}},
      {"2025-12-06", "The two mayors will meet on Friday.", {"Friday=2025-12-12"}},
      {"2025-12-06", "The mill closed in October.", {"October=2025-10"}},
      {"2025-06-06", "The mill will close in October.", {"October=2025-10"}},
      {"2025-06-06", "The mill closed in October.", {"October=2024-10"}},
  });
}

TEST(EnglishTimes, Narrative) {
  check({
      {"2025-12-06",
       "The bridge opened in May 1931. The following month a flood damaged it.",
       {"May 1931=1931-05", "The following month=1931-06"}},
      {"2025-12-06",
       "Troops landed in July 1943; that September the port fell.",
       {"July 1943=1943-07", "that September=1943-09"}},
      {"",
       "The ferry left on 3 March 1987. It sank the same day.",
       {"3 March 1987=1987-03-03", "the same day=1987-03-03"}},
      {"2025-12-06",
       "The shop opens at 9 a.m. on Monday and closes at noon.",
       {"9 a.m. on Monday=2025-12-08T09:00", "noon=2025-12-08T12:00"}},
  });
}

TEST(EnglishTimes, OrderOfNumericDates) {
  check({
      {"2025-12-06", "Due 03/04/2025.", {"03/04/2025=2025-03-04"}},
      {"2025-12-06", "Due 03/04/2025, sent 25/03/2025.", {"03/04/2025=2025-04-03", "25/03/2025=2025-03-25"}},
  });
}

// What each order of evidence says, the strongest first.
TEST(EnglishTimes, OrderOfNumericDatesFromTheReport) {
  struct Ordered {
    DateOrder order;
    std::string_view text, value;
  };
  for (const Ordered& c : {
           Ordered{DateOrder::by_evidence, "Due 03/04/2025.", "2025-03-04"},
           {DateOrder::month_first, "Due 03/04/2025. Sent 25/03/2025.", "2025-03-04"},
           {DateOrder::day_first, "Due 03/04/2025.", "2025-04-03"},
           {DateOrder::by_evidence, "Due 03/04/2025. It was founded on 14 August 1969.", "2025-04-03"},
           {DateOrder::by_evidence, "Due 03/04/2025. It was founded on August 14, 1969.", "2025-03-04"},
           {DateOrder::by_evidence, "LISBON (Lusa) -- The rent is due 03/04/2025.", "2025-04-03"},
           {DateOrder::by_evidence, "CHICAGO (AP) -- The rent is due 03/04/2025.", "2025-03-04"},
           {DateOrder::by_evidence, "LISBON (Lusa) -- The rent is due 03/04/2025, not 03/25/2025.", "2025-03-04"},
       }) {
    const Document document = english().extract(c.text, {.reference_date = "2025-12-06", .date_order = c.order});
    ASSERT_FALSE(document.times.empty()) << c.text;
    EXPECT_EQ(document.times[0].value, c.value) << c.text;
  }
}

TEST(EnglishTimes, Anchors) {
  struct Anchored {
    std::string_view text;
    std::vector<std::uint32_t> anchors;
  };
  for (const Anchored& c : std::vector<Anchored>{
           {"They met on Friday.", {kReferenceAnchor}},
           {"They met on 3 March 1987.", {kNoAnchor}},
           {"They met on 3 March 1987 and parted the next day.", {kNoAnchor, 0}},
           {"They met in May 1931. The following month a flood came, and two years later a fire.", {kNoAnchor, 0, 1}},
           {"They waited six months.", {kNoAnchor}},
           {"The shop opens at 9 a.m. on Monday and closes at noon.", {kReferenceAnchor, 0}},
           {"They meet a week from tomorrow.", {kReferenceAnchor}},
       }) {
    const Document document = document_of(c.text, "2025-12-06");
    std::vector<std::uint32_t> anchors;
    for (const TimeExpression& time : document.times) anchors.push_back(time.anchor);
    EXPECT_EQ(anchors, c.anchors) << c.text;
  }
}

TEST(EnglishTimes, ReferenceDate) {
  EXPECT_EQ(document_of("date 2025-12-06\n\nThe mayors met yesterday.", "1999-01-01").reference_date, "2025-12-06");
  EXPECT_EQ(document_of("OSLO, Dec. 6 (NTB) -- The mayors met.", "2025-12-08").reference_date, "2025-12-06");
  EXPECT_EQ(document_of("OSLO, Dec. 31 (NTB) -- The mayors met.", "2026-01-01").reference_date, "2025-12-31");
  EXPECT_EQ(document_of("The mayors met.", "2025-12-08").reference_from, ReferenceFrom::option);
  EXPECT_EQ(document_of("The mayors met.", "").reference_from, ReferenceFrom::none);
  EXPECT_EQ(document_of("The mayors met.", "2025-02-30").reference_date, "");
}

// The line of the head, or the last one, that tells the day of the report, and lines that tell of another.
TEST(EnglishTimes, ReferenceDateOfALine) {
  const std::string body =
      "\n\nThe mayors of Oslo and Bergen met for an hour in the old town hall by the river, and then they had "
      "lunch.\n\nNo more.";
  const struct {
    const char* line;
    const char* date;
  } cases[] = {
      {"17 Feb 2026 • 14:05 CET | The Eastern Desk", "2026-02-17"},
      {"Posted on October 2, 2014 by Ann Moe", "2014-10-02"},
      {"JUNE 22, 2021", "2021-06-22"},
      {"Friday, 22 May 2020", "2020-05-22"},
      {"Kuala Lumpur, Malaysia, 20 November 2015", "2015-11-20"},
      {"Top headlines at 0600 GMT, Tuesday, September 3, 2002", "2002-09-03"},
      {"25.05.2023 - 16:10", "2023-05-25"},
      {"05.06.2023 [16:10]", "2023-06-05"},
      {"Mayors to meet on 3 May 2012 in the town hall of Bergen", ""},
      {"The treaty of March 3, 1998 will not be signed again", ""},
      {"Fair of 2014", ""},
  };
  for (const auto& test : cases) {
    EXPECT_EQ(document_of("Two mayors meet\n\n" + (test.line + body), "").reference_date, test.date) << test.line;
  }
  EXPECT_EQ(document_of("Two mayors meet" + body + "\n\nNovember 3, 2022 19:42 GMT+700", "").reference_date,
            "2022-11-03");
  EXPECT_EQ(document_of("Two mayors meet" + body + "\n\nNovember 3, 2022", "2022-11-05").reference_date, "2022-11-05");
  EXPECT_EQ(document_of("Two mayors meet\n\n08.10.2019 [15:42]\n\nOslo, October 8, NTB" + body, "").reference_date,
            "2019-10-08");
  EXPECT_EQ(document_of("Two mayors meet\n\n10/08/2019\n\nOslo, August 10, NTB" + body, "").reference_date,
            "2019-08-10");
  EXPECT_EQ(document_of("Two mayors meet\n\n10/08/2019\n\nOslo, October 8, NTB" + body, "").reference_date,
            "2019-10-08");
}

TEST(EnglishTimes, StayOpenWithoutReference) {
  check({{"", "They met on Friday, December 5.", {"Friday, December 5=XXXX-12-05"}},
         {"", "They met yesterday.", {"yesterday=XXXX-XX-XX"}}});
  const Document document = document_of("They met on December 5.", "");
  ASSERT_EQ(document.notes.size(), 1u);
  EXPECT_EQ(document.notes[0].kind, "no-reference-date");
}

TEST(EnglishTimes, NotATime) {
  for (const std::string_view text :
       {"May I come in?", "They may sign.", "Troops march on.", "She won a second term.", "He sat in the sun.",
        "They won 2-1.", "Version 2.10.4 is out.", "He reads the Sunday Times.", "It costs $1999.",
        "He read the novel 1984.", "Flight 1402 was late."})
    EXPECT_EQ(times_of(text, "2025-12-06"), std::vector<std::string>{}) << text;
}

}  // namespace
}  // namespace copydesk::testing
