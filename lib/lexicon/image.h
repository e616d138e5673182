// Room 3, lexicon. The order of the parts of an image: a count of bytes for each, then the parts, each 8-byte aligned.
#pragma once

#include <cstdint>

namespace copydesk {

enum class ImagePart : std::uint32_t {
  slots,
  words,
  text,
  forms,
  nodes,
  child_word,
  child_node,
  entries,
  lists,
  columns,
  kinds,
  values,
  strings,
  count,
};

inline constexpr std::uint64_t kImageMagic = 0x324B534544595043;  // "CPYDESK2"

struct ImageHeader {
  std::uint64_t magic = kImageMagic;
  std::uint64_t sizes[static_cast<std::uint32_t>(ImagePart::count)] = {};
};

inline constexpr std::uint64_t image_aligned(std::uint64_t size) { return (size + 7) & ~std::uint64_t{7}; }

}  // namespace copydesk
