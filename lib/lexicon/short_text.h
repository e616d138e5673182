// Room 3, lexicon. Whether two short texts are the same, without a call: what caches ask of nearly every word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace copydesk {

// Whether the first and the last bytes of two texts are the same, as many as `Bytes` has.
template <class Bytes>
bool same_ends(const char* one, const char* other, std::size_t size) {
  Bytes of_one[2], of_other[2];
  std::memcpy(of_one, one, sizeof(Bytes));
  std::memcpy(of_other, other, sizeof(Bytes));
  std::memcpy(of_one + 1, one + size - sizeof(Bytes), sizeof(Bytes));
  std::memcpy(of_other + 1, other + size - sizeof(Bytes), sizeof(Bytes));
  return of_one[0] == of_other[0] && of_one[1] == of_other[1];
}

// `size`: of both, 1 to 16 bytes.
inline bool same_short_text(const char* one, const char* other, std::size_t size) {
  if (size >= 8) return same_ends<std::uint64_t>(one, other, size);
  if (size >= 4) return same_ends<std::uint32_t>(one, other, size);
  return one[0] == other[0] && one[size / 2] == other[size / 2] && one[size - 1] == other[size - 1];
}

}  // namespace copydesk
