// Whether what takes time grows as its input does.
#pragma once

#include <ctime>

namespace copydesk::testing {

// Seconds of the processor, so that other programs do not count.
template <typename Run>
double seconds_of(const Run& run) {
  const std::clock_t begin = std::clock();
  run();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

// Eight times as long an input takes about eight times as long, and sixty-four times where something is quadratic. Looked at
// again where it seems so, since a cold cache seems so too.
template <typename Few, typename Many>
bool is_linear(const Few& few, const Many& many) {
  constexpr double kMost = 32;
  for (int attempts = 0; attempts < 3; ++attempts)
    if (seconds_of(many) < kMost * (seconds_of(few) + 0.001)) return true;
  return false;
}

}  // namespace copydesk::testing
