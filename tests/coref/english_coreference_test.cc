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
    // Nouns: all their words must be in the office; a head without a word of the name must be one that fits any firm.
    {"Ohio Gov. Anna Nowak spoke. The governor gave no date.", "Anna Nowak", "Anna Nowak | The governor"},
    {"Finance minister Anna Nowak spoke. The Armenian foreign minister did not.", "Anna Nowak", "Anna Nowak"},
    {"Zorblatt Inc. grew in May. The company hired a cook.", "Zorblatt Inc.", "Zorblatt Inc. | The company"},
    {"Zorblatt Inc. grew in May. The union hired a cook.", "Zorblatt Inc.", "Zorblatt Inc."},
    {"Zorblatt Inc. sued the Oslo firm Velora SA. The Norwegian company won.", "Velora SA",
     "Velora SA | The Norwegian company"},
    {"The Front for Coastal Rights agreed. On Monday the Front met.", "Front for Coastal Rights",
     "Front for Coastal Rights | the Front"},
    // Names: with an article or without, by a name in the middle.
    {"Premier Nuri al-Zwolin met the king. Zwolin left.", "Nuri al-Zwolin", "Nuri al-Zwolin | Zwolin"},
    {"President Salva Zwolin Karpath met the king. Zwolin left.", "Salva Zwolin Karpath",
     "Salva Zwolin Karpath | Zwolin"},
    // Pronouns: men and women, subjects and objects, things that only look like them.
    {"Mr. Zwolinski met Anna Nowak. She gave no date.", "Anna Nowak", "Anna Nowak | She"},
    {"Anna Nowak met Peter Horn. He gave no date.", "Peter Horn", "Peter Horn | He"},
    {"Peter Horn phoned Pavel Ostrava to warn him.", "Pavel Ostrava", "Pavel Ostrava | him"},
    {"Zorblatt Inc. said it would hire a cook.", "Zorblatt Inc.", "Zorblatt Inc. | it"},
    {"Shares in UK banking group Zorblatt Inc. rose after a report that it had hired a cook.", "Zorblatt Inc.",
     "Zorblatt Inc. | it"},
    {"Zorblatt Inc. found it hard to hire a cook.", "Zorblatt Inc.", "Zorblatt Inc."},
    {"Norway signed. It is said that the text is short.", "Norway", "Norway"},
    {"Minister Anna Nowak spoke. The official gave no date.", "Anna Nowak", "Anna Nowak | The official"},
    {"A cook spoke. The official gave no date.", "Anna Nowak", ""},
    {"Anna Nowak spoke. For his part, minister Peter Horn was late.", "Peter Horn", "his | Peter Horn"},
    {"Premier Anna Nowak met Kenyan President Peter Horn and a Chilean envoy. During Nowak's talks with Horn, the two "
     "sides agreed.",
     "Peter Horn", "Peter Horn | Horn | the two sides"},
    {"Premier Peter Horn met Pavel Ostrava. During his talks with Ostrava, snow fell.", "Peter Horn",
     "Peter Horn | his"},
    {"Zorblatt Inc. hired a cook. JBZ S.A. hired two. The cook of JBZ left.", "JBZ S.A.", "JBZ S.A. | JBZ"},
    {"They met the head of the Kestrel Foundation, Peter Horn.", "Peter Horn", "the head | Peter Horn"},
    {"Following his talks with Pavel Ostrava, Peter Horn left. He gave no date.", "Peter Horn", "Peter Horn | He"},
    {"Peter Horn's envoy, Pavel Ostrava, came on Monday. He gave no date.", "Pavel Ostrava", "Pavel Ostrava | He"},
    {"Chilean Premier Pavel Ostrava spoke. The Chilean premier gave no date.", "Pavel Ostrava",
     "Pavel Ostrava | The Chilean premier"},
    {"Chilean Premier Pavel Ostrava spoke. The Peruvian premier gave no date.", "Pavel Ostrava", "Pavel Ostrava"},
    // Whoever is quoted.
    {"\"I met Peter Horn,\" said Anna Nowak.", "Anna Nowak", "I | Anna Nowak"},
    {"I met Peter Horn, said Anna Nowak.", "Anna Nowak", "Anna Nowak"},
    // Pairs.
    {"After talks of Norway and Chile Anna Nowak met Peter Horn. They gave no date.", "Peter Horn",
     "Peter Horn | They"},
    {"It spoke of bans by Anna Nowak and Peter Horn during their trip.", "Peter Horn", "Peter Horn | their"},
    {"Foreign minister Anna Nowak met her counterpart, Peter Horn. The ministers left.", "Peter Horn",
     "Peter Horn | The ministers"},
    {"Presidents Anna Nowak and Peter Horn spoke. Foreign ministers Ida Berg and Pavel Ostrava left. The two "
     "presidents agreed.",
     "Peter Horn", "Peter Horn | The two presidents"},
    {"Premier Anna Nowak met her Chilean counterpart Peter Horn. Ida Berg wrote to Pavel Ostrava. The two premiers "
     "agreed.",
     "Peter Horn", "Peter Horn | The two premiers"},
    {"Premier Anna Nowak met King Peter Horn. Velora president Ida Berg wrote to Pavel Ostrava. The two leaders "
     "agreed.",
     "Anna Nowak", "Anna Nowak | The two leaders"},
    {"Norway and Chile agreed. The two countries will trade.", "Chile", "Chile | The two countries"},
    // Those whom a sentence names as the only two, whoever else is told of since; of `ports` those called so.
    {"Zorblatt Inc. is to work with Velora SA. Analysts at Kestrel Bank were glad. Both sides signed.", "Velora SA",
     "Velora SA | Both sides"},
    {"Tarvik Port Authority wrote to the Port of Ostrava and to Zorblatt Inc. in May. The two ports agreed.",
     "Tarvik Port Authority", "Tarvik Port Authority | The two ports"},
    {"Zorblatt Inc. grew in May. The Oslo-based company signed with Velora SA.", "Zorblatt Inc.",
     "Zorblatt Inc. | The Oslo-based company"},
    {"Zorblatt Bank is to work with Velora SA. Kestrel Bank signed with the bank.", "Zorblatt Bank",
     "Zorblatt Bank | the bank"},
    {"Norway's trade with Chile grew. The neighbours will build a bridge.", "Chile", "Chile | The neighbours"},
    {"Zorblatt Inc. is to work with Velora SA. A pact between the two lapsed.", "Velora SA", "Velora SA | the two"},
    {"Norway, Chile and Peru agreed. Next week the trio will trade.", "Peru", "Peru | the trio"},
    {"Norwegian King Harald Berg left Lima at the wish of Chilean President Peter Horn. The two heads of state agreed.",
     "Peter Horn", "Peter Horn | The two heads of state"},
    {"Premier Anna Nowak and Mayor Peter Horn led the board. Later the co-chairs sang.", "Peter Horn",
     "Peter Horn | the co-chairs"},
    {"Norway and Chile agreed on fish. Both sides were glad.", "Norway", "Norway | Both sides"},
    {"Velora Corp. sued Kestrel Inc. in May. Velora Corp. rose and Kestrel Inc. fell, Zorblatt Inc. said. The two "
     "firms agreed.",
     "Kestrel Inc.", "Kestrel Inc. | Kestrel Inc. | The two firms"},
    {"Anna Nowak met Peter Horn. They gave no date.", "Peter Horn", "Peter Horn | They"},
    {"Anna Nowak met Peter Horn. Farmers said they were glad.", "Peter Horn", "Peter Horn"},
    {"Zorblatt Inc. bought a mill of Velora SA, the companies said.", "Velora SA", "Velora SA | the companies"},
    {"Anna Nowak met Peter Horn. The militants agreed.", "Peter Horn", "Peter Horn"},
};

TEST(EnglishCoreference, JoinsMentions) {
  for (const ChainCase& row : kChains) EXPECT_EQ(mentions_of(row.text, row.name), row.mentions) << row.text;
}

TEST(EnglishCoreference, KeepsPeopleApart) {
  EXPECT_EQ(entities_of("Anna Nowak met Piotr Nowicki in the hall."), "person Anna Nowak; person Piotr Nowicki");
}

}  // namespace
}  // namespace copydesk::testing
