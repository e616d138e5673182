// What a TIMEX3 value may look like: the grammar of ISO 8601 as TimeML uses it, and days that there are.
#pragma once

#include <regex>
#include <string>

namespace copydesk::testing {

inline bool is_timex_form(const std::string& value) {
  static const std::regex kForms(
      "(PAST|PRESENT|FUTURE)_REF"
      "|P(?=[0-9XT])([0-9X.]+(Y|Q|WE|W|DE|D|M|CE|ML))*(T([0-9X.]+[HMS])+)?"              // durations
      "|BC[0-9]{2}([0-9]{2})?"                                                           // before Christ
      "|([0-9]{1,4}|X{1,4})"                                                             // years, decades, centuries
      "|([0-9]{4}|X{4})-(Q[1-4X]|H[12X]|SP|SU|FA|WI|XX)"                                 // parts of years
      "|([0-9]{4}|X{4})-W([0-9]{2}|XX)(-WE|-[1-7])?(T(MO|MI|AF|EV|NI|DT))?"              // weeks
      "|([0-9]{4}|X{4})-([0-9]{2}|XX)(-([0-9]{2}|XX))?"                                  // months, days
      "(T(MO|MI|AF|EV|NI|DT|[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[-+][0-9]{2}:[0-9]{2})?))?"  // and times
      "|XXXX-WXX-[1-7]T[0-9]{2}:[0-9]{2}(:[0-9]{2})?Z?");
  return std::regex_match(value, kForms);
}

inline int days_in(int year, int month) {
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 ? (leap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// A month, day, week, hour or minute, where the value names one, is one that there is.
inline bool is_valid_value(const std::string& value) {
  if (!is_timex_form(value)) return false;
  static const std::regex kDay("([0-9X]{4})-([0-9]{2})(-([0-9]{2}))?(T.*)?"), kWeek("[0-9X]{4}-W([0-9]{2}).*"),
      kClock(".*T([0-9]{2}):([0-9]{2})(:([0-9]{2}))?.*");
  std::smatch parts;
  if (std::regex_match(value, parts, kClock) &&
      (std::stoi(parts[1]) > 24 || std::stoi(parts[2]) > 59 || (parts[4].matched && std::stoi(parts[4]) > 59)))
    return false;
  if (std::regex_match(value, parts, kWeek)) return std::stoi(parts[1]) >= 1 && std::stoi(parts[1]) <= 53;
  if (!std::regex_match(value, parts, kDay)) return true;
  const int year = parts[1] == "XXXX" ? 2000 : std::stoi(parts[1]), month = std::stoi(parts[2]);
  if (year < 1 || month < 1 || month > 12) return false;
  return !parts[4].matched || (std::stoi(parts[4]) >= 1 && std::stoi(parts[4]) <= days_in(year, month));
}

}  // namespace copydesk::testing
