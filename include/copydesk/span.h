// Span and TokenRange: the two half-open ranges of the library; never mixed.
#pragma once

#include <cstdint>

namespace copydesk {

/// Bytes `[begin, end)` of Document::text (UTF-8).
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool empty() const noexcept { return begin == end; }
  std::uint32_t size() const noexcept { return end - begin; }
  bool contains(Span other) const noexcept { return begin <= other.begin && other.end <= end; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// Indices `[begin, end)` into Document::tokens.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool empty() const noexcept { return begin == end; }
  std::uint32_t size() const noexcept { return end - begin; }
  bool contains(TokenRange other) const noexcept { return begin <= other.begin && other.end <= end; }
  bool overlaps(TokenRange other) const noexcept { return begin < other.end && other.begin < end; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

}  // namespace copydesk
