#include <gtest/gtest.h>

#include "entities/english.h"

namespace copydesk::testing {
namespace {

struct NameCase {
  const char* text;
  const char* entities;
};

constexpr NameCase kCases[] = {
    // People.
    {"The letter came from Margaret Thompson on Monday.", "person Margaret Thompson"},
    {"He wrote to Mr. Zwolinski about it.", "person Zwolinski"},
    {"The striker Bartosz Zwolinski scored twice.", "person Bartosz Zwolinski (striker)"},
    {"The novel by Nam Seo-jin sold well.", "person Nam Seo-jin"},
    {"They thanked Joost van der Merwe for it.", "person Joost van der Merwe"},
    {"They thanked Anna Novak, Zwolin Karpath, Peter Horn and a cook.",
     "person Anna Novak; person Zwolin Karpath; person Peter Horn"},
    {"A woman and U.S. Assistant Secretary Peter Horn agreed.",
     "country U.S.; person Peter Horn (Assistant Secretary, U.S.)"},
    // Organisations.
    {"She works for Zorblatt Inc. in the north.", "organisation Zorblatt Inc."},
    {"The Ministry of Water and Forests agreed.", "organisation Ministry of Water and Forests"},
    {"It was told by the Tavira Shipping Company on Monday.", "organisation Tavira Shipping Company"},
    {"The Lowland Rail Authority (LRA) closed it.", "organisation Lowland Rail Authority = LRA"},
    {"An analyst at Zwolin & Tarnow agreed.", "organisation Zwolin & Tarnow"},
    {"The National Bank of Korvala (BNK) agreed.", "organisation National Bank of Korvala = BNK"},
    {"-- Anna Nowak, Lisbon Newsroom", "person Anna Nowak; organisation Lisbon Newsroom"},
    // Of no list and no telling word: by the part they play.
    {"On Monday Korvex signed a loan agreement with Zorlan Meridia.",
     "organisation Korvex; organisation Zorlan Meridia"},
    {"The Dutch lender Korvex and Kazakh Harvest inked a deal.", "organisation Korvex; organisation Kazakh Harvest"},
    {"The fair was arranged by Business Norway.", "organisation Business Norway"},
    {"They met Datuk Seri Zwolin Karpath.", "person Zwolin Karpath"},
    {"They met Sultan bin Zwolin Al Karpath.", "person Sultan bin Zwolin Al Karpath"},
    {"The buses of La Plata's Korvala Bank left.", "place La Plata; organisation Korvala Bank"},
    {"Korvex and Zorlan Bank hired a cook.", "organisation Zorlan Bank"},
    {"The Port of Korvala Authority and Anlev-Meridor signed a pact.",
     "organisation Port of Korvala Authority; organisation Anlev-Meridor"},
    {"The lecture of He Zwolin was long.", "person He Zwolin"},
    {"The Korvala Foundation (Korvafund) left. They thanked Korvafund.", "organisation Korvala Foundation = Korvafund"},
    {"They asked Gazprom, Korvex and Siemens.", "organisation Gazprom; organisation Korvex; organisation Siemens"},
    {"The dairy group Bavaria hired a cook.", "organisation Bavaria"},
    {"Patria of Norway and Korvex signed a pact.", "organisation Patria; country Norway; organisation Korvex"},
    {"They thanked the Amir Sheikh Zwolin Karpath.", "person Zwolin Karpath (Amir Sheikh)"},
    {"They thanked Omar Sultan Al Zwolin.", "person Omar Sultan Al Zwolin"},
    // A name that begins for sure is not gone on into.
    {"Head of the Department of Water Resources Zwolin Karpath left.",
     "organisation Department of Water Resources; person Zwolin Karpath (Head of the Department of Water Resources, "
     "Department of Water Resources)"},
    // Places and countries.
    {"The ship left Rotterdam for Brazil.", "place Rotterdam; country Brazil"},
    {"He lives in the village of Korvala now.", "place Korvala"},
    {"It cost US$5 million to build.", ""},
    {"The ship left San Diego.", "place San Diego"},
    {"They landed at Korvala airport.", "place Korvala"},
    {"Traffic on Interstate 95 stopped.", "place Interstate 95"},
    {"Ships waited in the Gulf.", "place Gulf"},
    {"The city slept. The village did not.", ""},
    {"KORVALA, Norway, March 3 (Reuters) - The bridge was closed.",
     "place Korvala; country Norway; organisation Reuters"},
    // In reports on team sports a city is a side, unless it is a place.
    {"SOCCER - CUP RESULTS\n\nThe goalkeeper said Chemnitz and Rostock were late. The match in Leipzig was "
     "abandoned.",
     "organisation Chemnitz; organisation Rostock; place Leipzig"},
    {"The mayor of Chemnitz agreed that Rostock was late.", "place Chemnitz; place Rostock"},
    {"BASKETBALL - LEAGUE STANDINGS\n\nZwolin (B) 12 7 3 2 24\nKorvala 11 6 3 2 21\n",
     "organisation Zwolin; organisation Korvala"},
    {"Baseball fixtures of the National League\n\nChicago at Toronto\n", "organisation Chicago; place Toronto"},
    // Names whose type is settled.
    {"She flew from Boston to Paris Hilton.", "place Boston; person Paris Hilton"},
    // Names of things.
    {"They bought a Boeing 747 and an Airbus A380.", ""},
    {"They sold it in the iTunes Music Store.", ""},
    {"The Nasdaq composite index fell.", ""},
    {"They won the Northern Lights Cup in May.", ""},
};

TEST(EnglishNames, AreFound) {
  for (const NameCase& row : kCases) EXPECT_EQ(entities_of(row.text), row.entities) << row.text;
}

TEST(EnglishNames, OnePlaceTeachesTheWholeReport) {
  EXPECT_EQ(
      mentions_of("Mr. Zwolinski opened the mill. Later Zwolinski left. The mill was sold by Zwolinski.", "Zwolinski"),
      "Zwolinski | Zwolinski | Zwolinski");
}

TEST(EnglishNames, CapitalsAreReadWithWhatTheBodyKnows) {
  EXPECT_EQ(
      mentions_of(
          "ZWOLINSKI SELLS OLD MILL\n\nThe mill owner Bartosz Zwolinski said on Monday that he would sell it to a "
          "neighbour who had asked for it since spring.\n",
          "Bartosz Zwolinski"),
      "ZWOLINSKI | Bartosz Zwolinski | he");
}

TEST(EnglishNames, NeverOverlap) {
  const Document document = english().extract(
      "The Bank of England and the University of Paris met John Paris, Paris Saint-Germain and Bank of England staff.");
  std::vector<Span> names;
  for (const Entity& entity : document.entities)
    for (const Mention& mention : entity.mentions)
      if (mention.form != MentionForm::nominal) names.push_back(mention.span);
  for (const Span& a : names)
    for (const Span& b : names)
      EXPECT_TRUE(a == b || a.end <= b.begin || b.end <= a.begin)
          << document.text_of(a) << " and " << document.text_of(b);
}

}  // namespace
}  // namespace copydesk::testing
