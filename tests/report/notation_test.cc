#include "report/notation.h"

#include <gtest/gtest.h>

#include "copydesk/report.h"
#include "report/documents.h"

namespace copydesk::testing {
namespace {

TEST(Notation, Events) {
  const Document document = full_document();
  EXPECT_EQ(event_notation(document, document.events[0]),
            "signing(party=Iran, party=Russia, signatory=José Abedi, instrument=memorandum-of-understanding x5, "
            "sector=fintech, occasion=v2)@2025-12-05 in Moscow, Iran asserted");
  EXPECT_EQ(
      event_notation(document, document.events[1]),
      R"(forum(host="Shanghai Cooperation Organization, The", name="Iran-Russia \"ICT\" Forum", edition=5) planned)");
}

TEST(Notation, SmallEvents) {
  struct Case {
    void (*change)(Event&);
    const char* expected;
  };
  constexpr Case kCases[] = {
      {[](Event&) {}, "meeting() asserted"},
      {[](Event& e) { e.modality = Modality::negated; }, "meeting() negated"},
      {[](Event& e) { e.modality = Modality::possible; }, "meeting() possible"},
      {[](Event& e) {
         e.time = EventTime{"2025-12-05/2025-12-07", {}};
       },
       "meeting()@2025-12-05/2025-12-07 asserted"},
      {[](Event& e) { e.places = {4}; }, R"(meeting() in "Shanghai Cooperation Organization, The" asserted)"},
      {[](Event& e) {
         e.instrument = Instrument{"treaty", 1, {}};
       },
       "meeting(instrument=treaty) asserted"},
      {[](Event& e) {
         e.instrument = Instrument{"treaty", 2, {}};
       },
       "meeting(instrument=treaty x2) asserted"},
      {[](Event& e) {
         e.instrument = Instrument{"treaty", {}, {}};
       },
       "meeting(instrument=treaty x?) asserted"},
      {[](Event& e) {
         e.sectors = {1, 0};
       },
       "meeting(sector=ict, sector=fintech) asserted"},
      {[](Event& e) {
         e.arguments = {{"host", 99, ""}};
       },
       "meeting(host=?) asserted"},
  };
  const Document document = full_document();
  for (const auto& [change, expected] : kCases) {
    Event event;
    event.type = "meeting";
    change(event);
    EXPECT_EQ(event_notation(document, event), expected);
  }
}

TEST(Notation, Times) {
  const Document document = full_document();
  EXPECT_EQ(time_notation(document, document.times[0]), "time(Friday)=2025-12-05");
  EXPECT_EQ(time_notation(document, document.times[1]), "time(some 20 days)=P20D APPROX");
}

TEST(Notation, Entities) {
  const Document document = full_document();
  const char* const expected[] = {
      "place(Moscow; country=RU)",
      "person(José Abedi; office=Minister; affiliation=Iran)",
      "country(Iran; country=IR)",
      "country(Russia)",
      R"(organisation("Shanghai Cooperation Organization, The"; acronym=SCO))",
  };
  for (std::size_t i = 0; i < document.entities.size(); ++i)
    EXPECT_EQ(entity_notation(document, document.entities[i]), expected[i]);
}

TEST(Notation, Names) {
  struct Case {
    const char* name;
    const char* expected;
  };
  constexpr Case kCases[] = {
      {"Meysam Abedi", "Meysam Abedi"},
      {"O'Brien & Co.", "O'Brien & Co."},
      {"Acme, Inc.", R"("Acme, Inc.")"},
      {R"(the "A" team)", R"("the \"A\" team")"},
      {"a=b", R"("a=b")"},
      {"UN (New York)", "\"UN (New York)\""},
      {"New\nYork", "New York"},
      {R"(back\slash)", R"(back\slash)"},
      {R"(b\s, c)", R"("b\\s, c")"},
      {"bad \xFF, \xC3\xA9", "\"bad \uFFFD, é\""},
  };
  for (const auto& [name, expected] : kCases) {
    std::string out;
    append_name(name, out);
    EXPECT_EQ(out, expected) << name;
  }
}

TEST(Notation, Documents) {
  const auto lines = [](const Document& document) {
    std::string out;
    write_report(document, ReportFormat::line, {}, out);
    return out;
  };
  Document document = full_document();
  EXPECT_EQ(lines(document), "# ict-forum 2025-12-06\n" + event_notation(document, document.events[0]) + "\n" +
                                 event_notation(document, document.events[1]) + "\n");
  EXPECT_EQ(lines(bare_document()), "#\n");
  document.id = "two\nlines";
  document.reference_date.clear();
  document.events.clear();
  EXPECT_EQ(lines(document), "# two lines\n");
}

TEST(Notation, Errors) {
  std::string out;
  write_error("line-3", {"a.jsonl", 3, 0, "the row has no `text`"}, ReportFormat::line, out);
  EXPECT_EQ(out, "# line-3 error a.jsonl:3: the row has no `text`\n");
}

}  // namespace
}  // namespace copydesk::testing
