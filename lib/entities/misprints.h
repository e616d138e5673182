// Room 6, entities. Long names that one letter tells apart: `Safrinia` and `Safarinia`.
#pragma once

#include <algorithm>
#include <string_view>

namespace copydesk {

inline constexpr std::size_t kLongName = 6;  // bytes from which one letter may be a misprint

// Whether one of two different words becomes the other by a letter put in, taken out or replaced behind the first.
inline bool one_letter_apart(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (b.size() < kLongName || a.size() - b.size() > 1 || a[0] != b[0]) return false;
  std::size_t same = 0;
  while (same < b.size() && a[same] == b[same]) ++same;
  if (same == a.size()) return true;
  return a.substr(same + 1) == b.substr(a.size() == b.size() ? same + 1 : same);
}

}  // namespace copydesk
