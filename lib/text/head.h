// The lines above a report's first paragraph: metadata, bylines, wire slugs. Told by structure and the pack's few words.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/layout.h"

namespace copydesk {

struct MetadataMatch {
  Span whole;
  Span date;
  std::uint32_t text_begin = 0;  // where the line goes on after it
};

// `date 2025-12-06`, `Published: 6 December 2025`, `2016-07-15 13:14`; what stands behind an ISO date is left to the report.
std::optional<MetadataMatch> read_metadata(std::string_view text, Span line, const LayoutWords& words);

// The part of a line that may be told of as the date: short, no sentence, with a year. What stands in front of it as a key, such as
// `Posted on`, is left out, and so is what follows a date in numbers. Empty where there is none.
Span read_date_line(std::string_view text, Span line, const LayoutWords& words);

// `By John Smith and Ann Lee`, `By JOHN SMITH, Associated Press Writer`.
bool is_byline(std::string_view text, Span line, const LayoutWords& words);

// `Associated Press Writer`: the second line of a byline.
bool is_byline_tail(std::string_view text, Span line, const LayoutWords& words);

// Whether a word of `span` is a label: `NEWS ANALYSIS`, `UPDATE`.
bool holds_label(std::string_view text, Span span, const LayoutWords& words);

// `Sami Aboudi`: two to four capitalised words and nothing else.
bool is_bare_name(std::string_view text, Span line);

// `r i BC-IRAN-RUSSIA 12-06 0345`: what wires put before a report for machines.
bool is_wire_slug(std::string_view text, Span line);

// `Home > Business > Events`, `(LEAD)`: what pages and wires put around a report for their readers' use.
bool is_furniture(std::string_view text, Span line);

// Letters, and hardly a small one among them.
bool is_in_capitals(std::string_view text, Span span);

}  // namespace copydesk
