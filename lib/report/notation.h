// Room 9, report. One-line notations of what a document holds, for tables in tests, examples in packs and `--to line`.
// notation.md tells the form. None of them ends with a line feed, and none holds one.
#pragma once

#include <string>
#include <string_view>

#include "copydesk/date_language.h"
#include "copydesk/document.h"

namespace copydesk {

// `signing(party=Iran, party=Russia, instrument=treaty)@2025-12-05 in Moscow asserted`
std::string event_notation(const Document& document, const Event& event);

// `time(Friday)=2025-12-05`, `time(some 20 years)=P20Y APPROX`
std::string time_notation(const Document& document, const TimeExpression& time);

// `person(Meysam Abedi; office=deputy ICT minister; affiliation=Iran)`
std::string entity_notation(const Document& document, const Entity& entity);

// The same, appended to `out`; with `dates` the time in that language behind its value.
void append_event_notation(const Document& document, const Event& event, const DateLanguage* dates, std::string& out);

// `2025-12-06`, with `dates` `2025-12-06 [6 décembre 2025]`.
void append_date(std::string_view value, const DateLanguage* dates, std::string& out);

// `word word` with control characters as spaces, in quotes where a comma, bracket or the like would be read as ours.
void append_name(std::string_view name, std::string& out);

}  // namespace copydesk
