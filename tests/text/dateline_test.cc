#include "text/dateline.h"

#include <gtest/gtest.h>

#include <string>

namespace copydesk {
namespace {

// `strength place|date|agency > what follows`
std::string read(const std::string& line) {
  const DatelineMatch match = read_dateline(line, {0, static_cast<std::uint32_t>(line.size())});
  const auto slice = [&](Span span) { return line.substr(span.begin, span.size()); };
  static constexpr const char* kNames[] = {"none", "alone", "colon", "mixed", "capitals", "sure"};
  std::string notation = kNames[static_cast<int>(match.strength)];
  if (match.strength == DatelineStrength::none) return notation;
  const DatelineSpans& spans = match.spans;
  return notation + " " + slice(spans.place) + "|" + slice(spans.date) + "|" + slice(spans.agency) + " > " +
         line.substr(match.text_begin);
}

struct DatelineCase {
  std::string line;
  std::string match;
};

TEST(Dateline, OfEveryAgency) {
  const DatelineCase cases[] = {
      {"TEHRAN – Top tech", "capitals TEHRAN|| > Top tech"},
      {"TEHRAN, Dec. 6 (IRNA) -- Iran", "sure TEHRAN|Dec. 6|IRNA > Iran"},
      {"WASHINGTON _ The", "capitals WASHINGTON|| > The"},
      {"WASHINGTON _", "capitals WASHINGTON|| > "},
      {"Nairobi, November 12 (Xinhua) -- Kenya", "sure Nairobi|November 12|Xinhua > Kenya"},
      {"WASHINGTON, Nov. 11 (Xinhua)-- US", "sure WASHINGTON|Nov. 11|Xinhua > US"},
      {"(Reuters) - The", "sure ||Reuters > The"},
      {"Aug 22 (Reuters) - Central", "sure |Aug 22|Reuters > Central"},
      {"Aug 22 - Central", "none"},
      {"Tehran, IRNA – The", "sure Tehran||IRNA > The"},
      {"Abu Dhabi, UAE – 17 January 2024: The", "sure Abu Dhabi, UAE|17 January 2024| > The"},
      {"LIMA, May 12 (Andean Wire) The", "sure LIMA|May 12|Andean Wire > The"},
      {"BAGHDAD, Iraq (AP) _ A", "sure BAGHDAD, Iraq||AP > A"},
      {"BAGHDAD, Iraq (AP)_ A", "sure BAGHDAD, Iraq||AP > A"},
      {"HAVANA (AP ) --", "sure HAVANA||AP > "},
      {"SEOUL, South Korea — South", "capitals SEOUL, South Korea|| > South"},
      {"MOSCOW. March 12 (Interfax) - Russia", "sure MOSCOW|March 12|Interfax > Russia"},
      {"ROME. March 12 (Interfax) - Italy", "sure ROME|March 12|Interfax > Italy"},
      {"TASHKENT, March 5. /TASS/. The", "sure TASHKENT|March 5|TASS > The"},
      {"LONDON, Sept 3, 1996 (Reuter) - The", "sure LONDON|Sept 3, 1996|Reuter > The"},
      {"UNITED NATIONS, Nov. 3 (AFP) - The", "sure UNITED NATIONS|Nov. 3|AFP > The"},
      {"JAKARTA (Antara) - A", "sure JAKARTA||Antara > A"},
      {"PARIS: The", "colon PARIS|| > The"},
      {"Kathmandu, 12 January 2024: The", "sure Kathmandu|12 January 2024| > The"},
      {"Smith, 12: The", "none"},
      {"New Delhi: The", "colon New Delhi|| > The"},
      {"LONDON 1996-08-30", "sure LONDON|1996-08-30| > "},
      {"ST. LOUIS 1996-08-30", "sure ST. LOUIS|1996-08-30| > "},
      {"LONDON Sept 3 (Reuter) - The", "sure LONDON|Sept 3|Reuter > The"},
      {"TALLINN, 12 October 1995 -- Estonia", "sure TALLINN|12 October 1995| > Estonia"},
      {"SEOUL, NOV 24 - SOUTH", "sure SEOUL|NOV 24| > SOUTH"},
      {"INDEPENDENCE, MO. (AP)-- Poland", "sure INDEPENDENCE, MO.||AP > Poland"},
      {"NEWARK, N.J. _ A", "capitals NEWARK, N.J.|| > A"},
      {"DAR ES SALAAM, Tanzania (AP) _ A", "sure DAR ES SALAAM, Tanzania||AP > A"},
      {"Dar es Salaam, August 7 (Xinhua) -- A", "sure Dar es Salaam|August 7|Xinhua > A"},
      {"N'DJAMENA (Reuters) - Chad", "sure N'DJAMENA||Reuters > Chad"},
      {"SEOUL/WASHINGTON (Reuters) - North", "sure SEOUL/WASHINGTON||Reuters > North"},
      {"BASEL, Switzerland and PUNE, India, June 4, 2019 (GLOBE NEWSWIRE) -- Kestrel",
       "sure BASEL, Switzerland and PUNE, India|June 4, 2019|GLOBE NEWSWIRE > Kestrel"},
      {"Asunción, (EFE).- The", "sure Asunción||EFE > The"},
      {"Muscat, Jan 14, 2026, IRNA – Oman", "sure Muscat|Jan 14, 2026|IRNA > Oman"},
      {"ASTANA. KAZINFORM – The", "sure ASTANA||KAZINFORM > The"},
      {"Tirana, Albania (CNN) Some", "sure Tirana, Albania||CNN > Some"},
      {"(CNN)The FBI", "mixed ||CNN > The FBI"},
      {"Tehran – Top", "mixed Tehran|| > Top"},
      {"MULTAN, Dec 6 (APP): The", "sure MULTAN|Dec 6|APP > The"},
      {"Savannakhet, Dec 6 (KPL): The", "sure Savannakhet|Dec 6|KPL > The"},
      {"MULTAN, (APP): The", "sure MULTAN||APP > The"},
      {"MULTAN, Dec 6: The", "sure MULTAN|Dec 6| > The"},
      {"RIGA, Latvia: The", "colon RIGA, Latvia|| > The"},
      {"RIGA | The", "capitals RIGA|| > The"},
      {"RIGA, Latvia | The", "capitals RIGA, Latvia|| > The"},
      {"Kano, Dec. 6, 2025 (NAN) The", "sure Kano|Dec. 6, 2025|NAN > The"},
      {"GANJA, Azerbaijan, December 6. The", "sure GANJA, Azerbaijan|December 6| > The"},
      {"LEEDS – 6 December 2025 – The", "sure LEEDS|6 December 2025| > The"},
      {"MULTAN – Dec 6, 2025: The", "sure MULTAN|Dec 6, 2025| > The"},
      {"BOISE--(BUSINESS WIRE)--Kestrel", "sure BOISE||BUSINESS WIRE > Kestrel"},
      {"CRICKET - 1997 TOUR OF KENYA.", "capitals CRICKET|| > 1997 TOUR OF KENYA."},
      {"ANKARA", "alone ANKARA|| > "},
      {"МОСКВА, 6 дек. (ТАСС) - Россия", "sure МОСКВА|6 дек.|ТАСС > Россия"},
      {"北京 (新华社) -- 中国", "sure 北京||新华社 > 中国"},
  };
  for (const DatelineCase& c : cases) EXPECT_EQ(read(c.line), c.match) << c.line;
}

TEST(Dateline, NotInOtherLines) {
  for (const char* line : {"",
                           "-",
                           "(",
                           "The World Health Organization (WHO) said",
                           "Iran, Russia sign deal",
                           "World Series 2016",
                           "Brown names 16 March for Budget",
                           "He said: \"No",
                           "ARI SHAPIRO, HOST: More",
                           "Iran-Russia forum opens",
                           "The minister -- who was ill -- left",
                           "2005 – a year of",
                           "on Friday (AP) -",
                           "Rolando Bianchi (Reggina)",
                           "Int 5 RSS           147.50    148.50 N",
                           "Wednesday (Kick off in GMT)",
                           "http://example.com/",
                           "Q: Who signed?",
                           "A|B",
                           "UPDATE 1-Iran",
                           "ANNE ROE, REPORTER: The",
                           "Brown, May 6: The",
                           "Rain, wind | Weather"})
    EXPECT_EQ(read(line), "none") << line;
}

}  // namespace
}  // namespace copydesk
