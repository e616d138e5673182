// Datelines by their structure alone: capitals, commas, digits, brackets and dashes, no word of any language.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/layout.h"

namespace copydesk {

enum class DatelineStrength : std::uint8_t {
  none,
  place_alone,  // `ANKARA` on a line of its own
  colon,        // `PARIS: The`, `Colombo: The`, might be a label: `Photos: The`
  mixed_case,   // `Tehran – Top`: place and dash, might be any phrase
  capitals,     // `TEHRAN – Top`: the same in capitals, might be a headline's `SOCCER - `
  sure,         // agency or date are there too
};

struct DatelineMatch {
  DatelineStrength strength = DatelineStrength::none;
  DatelineSpans spans;
  bool capitals = false;         // the place begins with a word of capitals
  std::uint32_t text_begin = 0;  // where the report goes on; the line's end when nothing follows
};

// Reads the dateline that `line` begins with.
DatelineMatch read_dateline(std::string_view text, Span line);

}  // namespace copydesk
