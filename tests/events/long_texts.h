// Texts that are long in one way only: a thousand names in a sentence, a thousand triggers, a thousand reports in a file.
#pragma once

#include <string>
#include <string_view>

namespace copydesk::testing {

// The name of person number `i`.
inline std::string person(int i) {
  static constexpr const char* kFirst[] = {"Anna", "Boris", "Dina", "Emil", "Farah", "Goran", "Hana", "Ivan", "Jana"};
  std::string family = "K";
  for (int rest = i; family.size() < 7; rest /= 5) family += "aeiou"[rest % 5];
  return std::string(kFirst[i % 9]) + " " + family + "lov";
}

// A text of `head`, any number of `unit` and `tail`. In a unit, # is the name of one more person.
struct LongText {
  std::string_view head, unit, tail;

  std::string of(int count) const {
    std::string text(head);
    for (int i = 0, next = 0; i < count; ++i)
      for (const char c : unit) c == '#' ? void(text += person(next++)) : text.push_back(c);
    return text.append(tail);
  }
};

inline constexpr LongText kLongTexts[] = {
    {"OSLO, Dec. 5 - ", "#, ", "and Per Olsen met on Friday to discuss fishing.\n"},
    {"The agreement was signed on Friday in Oslo by ", "#, ", "and Per Olsen.\n"},
    {"The fifth Oslo Fish Forum on Friday was attended by ", "#, ", "and Per Olsen.\n"},
    {"", "# met # in Oslo on Friday. ", "\n"},
    {"Norway and Chile ", "signed an agreement and held talks and met in Oslo and ", "opened a forum.\n"},
    {"Norway ", "signed, met, talks, summit, ", "Chile.\n"},
    {"He said ", "that she said Norway would sign ", "a treaty.\n"},
    {"Norway signed a treaty ", "during the forum on the sidelines of the summit ", "in Oslo.\n"},
    {"Norway and Chile signed a treaty in Oslo ", "on May 4, 1995 or on 5 June 1996 or ", "in July.\n"},
    {"", "Norway and Chile held talks in Oslo. ", "\n"},
    {"", "Per Olsen met Ana Lind in Oslo. His company said it would go on. The official said so too. ", "\n"},
    {"", "President Ana Lind arrived in Lima on Monday for a three-day visit. She met Per Olsen there. ", "\n"},
    {"", "President Kimani of Norway spoke of wool in Oslo. Both presidents met at the summit. ", "\n"},
    {"",
     "The fair, hosted by Velora Bank, opened on Monday. The delegation, led by Minister Ana Lind, met its Thai "
     "partner. ",
     "\n"},
    {"", "NORWAY AND CHILE SIGNED A TREATY IN OSLO ON FRIDAY, SAID MINISTER PER OLSEN. ", "\n"},
    {"", "Oslo\t3\t17\t2-1\tmet\tLima\t4/5/1999\n", ""},
    {"",
     "OSLO, Dec. 5 (AFP) - Norway and Chile signed a treaty on Friday.\n\nThe two ministers also met on Thursday.\n\n",
     ""},
    {"", "Norway and Chile signed a", ""},
    {"", "\"We met (", ""},
};

}  // namespace copydesk::testing
