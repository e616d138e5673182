#include "report/offset_map.h"

#include <algorithm>
#include <iterator>

namespace copydesk {
namespace {

constexpr std::size_t kBlock = 64;  // bytes of text between two entries of the map: a sixteenth of the text in memory

bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all = static_cast<unsigned char>(all | static_cast<unsigned char>(c));
  return all < 0x80;
}

std::uint32_t count_units(std::string_view text, OffsetUnit unit) {
  std::uint32_t leads = 0;  // bytes that begin a character
  std::uint32_t pairs = 0;  // characters that take two units of UTF-16
  for (const char c : text) {
    leads += static_cast<signed char>(c) >= -0x40;
    pairs += static_cast<unsigned char>(c) >= 0xF0;
  }
  return unit == OffsetUnit::utf16 ? leads + pairs : leads;
}

// A byte order mark that the text no longer holds: three bytes of the input, but one unit.
bool lost_byte_order_mark(const std::vector<OffsetShift>& shifts) {
  return !shifts.empty() && shifts[0].text_begin == 0 && shifts[0].shift == 3;
}

}  // namespace

OffsetMap::OffsetMap(const Document& document, OffsetUnit unit)
    : shifts_(document.offset_shifts), text_(document.text), unit_(unit) {
  identity_ = shifts_.empty() && (unit == OffsetUnit::utf8 || is_ascii(text_));
  if (identity_ || unit == OffsetUnit::utf8) return;
  std::uint32_t units = lost_byte_order_mark(shifts_) ? 1 : 0;
  block_units_.reserve(text_.size() / kBlock + 1);
  for (std::size_t begin = 0; begin <= text_.size(); begin += kBlock) {
    block_units_.push_back(units);
    units += count_units(text_.substr(begin, kBlock), unit);
  }
}

std::uint64_t OffsetMap::input_byte(std::uint32_t text_offset) const {
  const auto after = std::upper_bound(shifts_.begin(), shifts_.end(), text_offset,
                                      [](std::uint32_t offset, const OffsetShift& s) { return offset < s.text_begin; });
  const std::int64_t shift = after == shifts_.begin() ? 0 : std::prev(after)->shift;
  return static_cast<std::uint64_t>(text_offset + shift);
}

std::uint64_t OffsetMap::units_before(std::uint32_t text_offset) const {
  const std::size_t offset = std::min<std::size_t>(text_offset, text_.size());
  const std::size_t block = offset / kBlock;
  return block_units_[block] + count_units(text_.substr(block * kBlock, offset % kBlock), unit_);
}

}  // namespace copydesk
