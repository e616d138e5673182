// Numbers as reports write them: `12`, `2,500`, `1/2`, `twenty-four`, `nineteen ninety-six`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace copydesk {

// `2,500.5`, `1/2`, `5th`, `'90s` in thousandths; the digits count and what follows them does not. Nothing when there is no
// digit, or the number has more than nine before its point.
std::optional<std::int64_t> read_digits(std::string_view text);

// Puts the parts of a number together, each in thousandths: 20 and 4 make 24, 2 and 1000 make 2000, 19 and 96 make 1996.
class NumberSum {
 public:
  void add(std::int64_t thousandths);
  std::optional<std::int64_t> thousandths() const;

 private:
  std::int64_t done_ = 0;  // thousands and more
  std::int64_t current_ = 0;
  bool any_ = false;
};

}  // namespace copydesk
