// Room 9, report. OffsetMap: the one place where offsets of Document::text become offsets of the input.
//
//     OffsetMap map(document, OffsetUnit::codepoint);
//     map(span.begin);
//
// The input is the text with its repairs undone. In bytes (utf8) a repaired run counts as many as it had; in utf16 and
// codepoint it counts as the one U+FFFD that it is read as, so there the text itself is counted. One pass over the text
// builds the map, none where the offsets are the same; a look-up takes constant time in utf16 and codepoint, and the
// logarithm of the number of repairs in utf8. The document must outlive the map.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "copydesk/document.h"
#include "copydesk/report.h"

namespace copydesk {

class OffsetMap {
 public:
  OffsetMap(const Document& document, OffsetUnit unit);

  // `text_offset` lies at the boundary of a character, or at the end of the text.
  std::uint64_t operator()(std::uint32_t text_offset) const {
    return identity_ ? text_offset : unit_ == OffsetUnit::utf8 ? input_byte(text_offset) : units_before(text_offset);
  }

 private:
  std::uint64_t input_byte(std::uint32_t text_offset) const;
  std::uint64_t units_before(std::uint32_t text_offset) const;

  const std::vector<OffsetShift>& shifts_;
  std::string_view text_;
  OffsetUnit unit_;
  bool identity_;
  std::vector<std::uint32_t> block_units_;  // units before each block of the text
};

}  // namespace copydesk
