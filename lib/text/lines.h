// The lines of a text, and which of them belong together in one paragraph.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "copydesk/span.h"

namespace copydesk {

// A stretch between line ends that holds more than white space; its span is trimmed.
struct TextLine {
  Span span;
  std::uint32_t columns = 0;  // characters of the span
  bool gap_before = false;    // blank line, form feed or paragraph separator before; true for the first line
  bool indented = false;
};

// Line ends are LF, CR, CRLF, VT, FF, NEL, U+2028 and U+2029. Appends to `lines`.
void split_lines(std::string_view text, std::vector<TextLine>& lines);

// Joins the lines of hard-wrapped paragraphs: afterwards each line is a paragraph, a headline, a row of a table ...
// Lines of web pages, which are paragraphs already, stay apart.
void join_wrapped_lines(std::string_view text, std::vector<TextLine>& lines);

// Whether the text of a line ends as sentences do: `.`, `?`, `!`, also before closing quotes and brackets.
bool ends_sentence(std::string_view text, Span span);

}  // namespace copydesk
