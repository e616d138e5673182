// UTF-8: finding the bytes that are none, and reading them as U+FFFD.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/document.h"

namespace copydesk {

// The first byte from `position` on that is not part of valid UTF-8; bytes.size() when there is none.
std::size_t find_invalid_utf8(std::string_view bytes, std::size_t position);

struct Utf8Counts {
  std::size_t multibyte = 0;  // sequences of two to four bytes, well-formed or cut off after the second
  std::size_t bad = 0;        // bytes that begin nothing
};
Utf8Counts count_utf8(std::string_view bytes);

// Appends `bytes` to `text` with U+FFFD for each maximal ill-formed part, and to `shifts` where offsets part. `shift` is what
// lies between text and input at the begin: 3 after a byte order mark.
void repair_utf8(std::string_view bytes, std::int64_t shift, std::string& text, std::vector<OffsetShift>& shifts);

}  // namespace copydesk
