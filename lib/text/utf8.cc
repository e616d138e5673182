#include "text/utf8.h"

#include <cstdint>
#include <cstring>

namespace copydesk {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::uint8_t byte_at(std::string_view bytes, std::size_t position) {
  return static_cast<std::uint8_t>(bytes[position]);
}

// 32 bytes at a time: most of the press is ASCII, and the compiler makes vector code of it.
std::size_t skip_ascii(std::string_view bytes, std::size_t position) {
  while (position + 32 <= bytes.size()) {
    std::uint64_t block[4];
    std::memcpy(block, bytes.data() + position, 32);
    if ((block[0] | block[1] | block[2] | block[3]) & 0x8080808080808080u) break;
    position += 32;
  }
  while (position < bytes.size() && byte_at(bytes, position) < 0x80) ++position;
  return position;
}

struct Lead {
  std::uint8_t size;        // of the whole sequence; 0 for a byte that begins none
  std::uint8_t second_low;  // the range of the second byte rules out overlong forms and surrogates
  std::uint8_t second_high;
};

Lead lead_of(std::uint8_t byte) {
  if (byte < 0xC2) return {0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte < 0xF0) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte < 0xF4) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

struct Sequence {
  std::size_t size;  // of the sequence, or of its maximal ill-formed part
  bool valid;
};

// The sequence at a byte that is not ASCII (Unicode, table 3-7 and "U+FFFD substitution of maximal subparts").
Sequence sequence_at(std::string_view bytes, std::size_t position) {
  const Lead lead = lead_of(byte_at(bytes, position));
  if (lead.size == 0) return {1, false};
  std::uint8_t low = lead.second_low, high = lead.second_high;
  for (std::size_t i = 1; i < lead.size; ++i) {
    if (position + i >= bytes.size()) return {i, false};
    const std::uint8_t next = byte_at(bytes, position + i);
    if (next < low || next > high) return {i, false};
    low = 0x80, high = 0xBF;
  }
  return {lead.size, true};
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view bytes, std::size_t position) {
  while (position < bytes.size()) {
    if (byte_at(bytes, position) < 0x80) {
      position = skip_ascii(bytes, position);
      continue;
    }
    const Sequence sequence = sequence_at(bytes, position);
    if (!sequence.valid) return position;
    position += sequence.size;
  }
  return position;
}

Utf8Counts count_utf8(std::string_view bytes) {
  Utf8Counts counts;
  for (std::size_t position = skip_ascii(bytes, 0); position < bytes.size(); position = skip_ascii(bytes, position)) {
    const Sequence sequence = sequence_at(bytes, position);
    // A part of two or three bytes is a sequence cut off: no other charset is likely to look so.
    ++(sequence.valid || sequence.size > 1 ? counts.multibyte : counts.bad);
    position += sequence.size;
  }
  return counts;
}

void repair_utf8(std::string_view bytes, std::int64_t shift, std::string& text, std::vector<OffsetShift>& shifts) {
  text.reserve(text.size() + bytes.size() + bytes.size() / 8);
  if (shift != 0) shifts.push_back({static_cast<std::uint32_t>(text.size()), shift});
  for (std::size_t position = 0; position < bytes.size();) {
    const std::size_t bad = find_invalid_utf8(bytes, position);
    text.append(bytes.substr(position, bad - position));
    position = bad;
    if (position == bytes.size()) break;
    const std::size_t size = sequence_at(bytes, position).size;
    text.append(kReplacement);
    position += size;
    if (size == kReplacement.size()) continue;
    shift += static_cast<std::int64_t>(size) - static_cast<std::int64_t>(kReplacement.size());
    shifts.push_back({static_cast<std::uint32_t>(text.size()), shift});
  }
}

}  // namespace copydesk
