// Names as the press writes them: offices and whom they serve, orders of names, bands of several, sides, ambiguous names.
#include <gtest/gtest.h>

#include "entities/english.h"

namespace copydesk::testing {
namespace {

struct PressCase {
  const char* text;
  const char* entities;
};

constexpr PressCase kCases[] = {
    {"Norway's finance minister, Marta Lindqvist, met the head of the Kestrel Foundation, Peter Horn.",
     "country Norway; person Marta Lindqvist (finance minister, Norway); person Peter Horn (head of the Kestrel "
     "Foundation, Kestrel Foundation); organisation Kestrel Foundation"},
    {"A Norwegian delegation led by deputy fisheries minister Marta Lindqvist left.",
     "person Marta Lindqvist (deputy fisheries minister, Norwegian)"},
    {"The Ministries of Trade and Energy agreed.", "organisation Ministries of Trade and Energy"},
    {"The Foreign and Defence Ministries issued a statement.", "organisation Foreign and Defence Ministries"},
    {"Chinese Foreign Minister Wang Li met Hungarian Prime Minister Horvath Viktor in Beijing.",
     "person Wang Li (Foreign Minister, Chinese); person Horvath Viktor (Prime Minister, Hungarian); place Beijing"},
    {"Vietnamese Prime Minister Nguyen Tan Minh received South Korean envoy Park Jin in Hanoi.",
     "person Nguyen Tan Minh (Prime Minister, Vietnamese); person Park Jin (envoy, South Korean); place Hanoi"},
    {"Ahmed al-Sharif, Osama bin Rashid, Ursula van der Meer and Miguel de la Cruz attended.",
     "person Ahmed al-Sharif; person Osama bin Rashid; person Ursula van der Meer; person Miguel de la Cruz"},
    {"John F. Smith Jr. and Henry Walker III resigned.", "person John F. Smith Jr.; person Henry Walker III"},
    {"William \"Bill\" Carter, 62, was elected on Sunday.", "person William \"Bill\" Carter"},
    {"Smith, 45, was freed. Smith left.", "person Smith"},
    {"Hamid Jalili, Norway's ambassador to Chile, said the deal was near.",
     "person Hamid Jalili (ambassador to Chile, Norway); country Norway; country Chile"},
    {"\"We are ready,\" said Hadi Rahimov, a spokesman for the Uzbek energy ministry.",
     "person Hadi Rahimov (spokesman for the Uzbek energy ministry, Uzbek)"},
    {"Mariam Okoro, the chairwoman of the Nigerian Ports Authority, said ships were late.",
     "person Mariam Okoro (chairwoman of the Nigerian Ports Authority, Nigerian Ports Authority); organisation "
     "Nigerian Ports Authority"},
    {"The WTO (World Trade Organization) met in Doha.", "organisation World Trade Organization = WTO; place Doha"},
    {"Shares of Velmora rose 4 percent. Velmora said it would open a plant.", "organisation Velmora"},
    {"A Brenholt spokesman declined to comment.", "organisation Brenholt"},
    {"Beijing urged Tokyo to stop.", "country Beijing; country Tokyo"},
    {"Relations between Beijing and Tokyo are cool.", "country Beijing; country Tokyo"},
    {"The Kremlin refused and the White House agreed.", "country Kremlin; country White House"},
    {"Students of the University of Korvala met officials from Zwolin University.",
     "organisation University of Korvala; organisation Zwolin University"},
    {"The 82nd Airborne Division moved to Kuwait.", "organisation 82nd Airborne Division; country Kuwait"},
    {"They live in Cook County.", "place Cook County"},
    {"The plant stands in Pardis, Tehran Province, Iran.", "place Pardis; place Tehran Province; country Iran"},
    {"They met at the Intercontinental Hotel in Geneva near Charles de Gaulle Airport.",
     "place Intercontinental Hotel; place Geneva; place Charles de Gaulle Airport"},
    {"The city of Korvala is north of Yerevan.", "place Korvala; place Yerevan"},
    {"Paris Hilton flew to Paris from Houston. Whitney Houston sang.",
     "person Paris Hilton; place Paris; place Houston; person Whitney Houston"},
    {"Michael Jordan met King Abdullah of Jordan in Amman.",
     "person Michael Jordan; person Abdullah (King, Jordan); country Jordan; place Amman"},
    {"Chad sent troops to the border. Chad Miller, a farmer, left Chad.", "country Chad; person Chad Miller (farmer)"},
    {"Georgia Brown visited Georgia. Tbilisi welcomed her.", "person Georgia Brown; country Georgia; place Tbilisi"},
    {"Rice rose as farmers sold rice. Reading won.", ""},
    {"Theresa May said on Monday she would go.", "person Theresa May"},
    {"THE PRIME MINISTER OF NORWAY, ERNA HANSEN, MET ANGELA KRUGER IN BERLIN ON MONDAY. HANSEN SAID SHE WAS PLEASED.",
     "country Norway; person Erna Hansen (PRIME MINISTER OF NORWAY, Norway); person Angela Kruger; place BERLIN"},
    {"OPEC Ministers Agree Output Cut in Vienna\n\nMinisters of the Organization of Petroleum Exporting Countries "
     "agreed in Vienna on Monday to cut output, Saudi Oil Minister Ali Naimi said.",
     "organisation Organization of Petroleum Exporting Countries = OPEC; place Vienna; person Ali Naimi (Oil Minister, "
     "Saudi)"},
    {"The former head of the central bank and ex-minister Anna Nowak left.",
     "person Anna Nowak (former head of the central bank and ex-minister)"},
    {"Marta Lindqvist, Deputy Minister of Digital Economy, Post and Mass Media of Norway, resigned.",
     "person Marta Lindqvist (Deputy Minister of Digital Economy, Post and Mass Media of Norway, Norway); country "
     "Norway"},
    {"The deal was struck by the Kestrel Foundation, represented by Marta Lindqvist.",
     "organisation Kestrel Foundation; person Marta Lindqvist"},
    {"The mill owner Bartosz Safarkin left. It was sold by Safrkin.", "person Bartosz Safarkin (mill owner)"},
    {"Sheik Nouri al-Fahdawi and Col. Peter Horn met.", "person Nouri al-Fahdawi (Sheik); person Peter Horn (Col.)"},
    {"Archbishop Desmond Carter blessed Lt. Gen. Paul Otieno.",
     "person Desmond Carter (Archbishop); person Paul Otieno (Lt. Gen.)"},
    {"Ministers from Norway, Chile and Peru met leaders of Hezbollah and the African National Congress.",
     "country Norway; country Chile; country Peru; organisation Hezbollah; organisation African National Congress"},
};

TEST(EnglishPress, NamesAndOffices) {
  for (const PressCase& row : kCases) EXPECT_EQ(entities_of(row.text), row.entities) << row.text;
}

TEST(EnglishPress, AMisprintOfOneLetterIsTheSamePerson) {
  EXPECT_EQ(mentions_of("The mill owner Bartosz Safarkin left. It was sold by Safrkin.", "Bartosz Safarkin"),
            "Bartosz Safarkin | Safrkin");
}

}  // namespace
}  // namespace copydesk::testing
