// Room 1, text. Reads: the bytes of a report. Adds: valid UTF-8 text with a map back to the input.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "copydesk/document.h"

namespace copydesk {

struct NormalisedText {
  std::string text;                 // valid UTF-8
  std::string charset;              // of the input where it was converted; else empty
  std::vector<OffsetShift> shifts;  // from text offsets to input offsets; empty when the same
  bool repaired = false;            // bad bytes were read as U+FFFD
};

// Valid UTF-8 is kept as it is; bad bytes become U+FFFD, one for each maximal part, as Unicode advises. Where `charset` is
// given, or where the bytes are no UTF-8 and ICU's detector is sure of another charset, the input is converted and offsets
// are those of the conversion. An unknown charset name reads as none.
NormalisedText normalise(std::string_view bytes, std::string_view charset);

}  // namespace copydesk
