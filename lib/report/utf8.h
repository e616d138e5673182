// Room 9, report. The little UTF-8 that writing needs.
#pragma once

#include <cstddef>
#include <string_view>

namespace copydesk {

inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

// Bytes of the well-formed character at `from`, which is above ASCII; 0 where the bytes are no UTF-8.
inline std::size_t utf8_length(const char* from, const char* to) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(from[i]); };
  const unsigned char lead = byte(0);
  const std::size_t size = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (size == 0 || static_cast<std::size_t>(to - from) < size) return 0;
  for (std::size_t i = 1; i < size; ++i)
    if ((byte(i) & 0xC0) != 0x80) return 0;
  if (lead == 0xE0 && byte(1) < 0xA0) return 0;   // longer than need be
  if (lead == 0xED && byte(1) >= 0xA0) return 0;  // surrogate
  if (lead == 0xF0 && byte(1) < 0x90) return 0;   // longer than need be
  if (lead == 0xF4 && byte(1) >= 0x90) return 0;  // above U+10FFFF
  return size;
}

}  // namespace copydesk
