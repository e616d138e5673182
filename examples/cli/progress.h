// Progress: one line on a terminal's standard error that tells how far the run is.
//
//     1,204 reports   3.1 MB   16.9 MB/s  [#######.............]  34 %   0:06 left
//
// Nothing is shown where standard error is no terminal or TERM is `dumb`; no colour where NO_COLOR is set. Drawn ten
// times a second at most. Threads: to be used from one.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace copydesk::cli {

class Progress {
 public:
  // `total_bytes` 0: not known, so no bar and no time left. `wanted` false: show nothing.
  Progress(std::uint64_t total_bytes, bool wanted);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  static bool terminal();

  void add(std::uint64_t documents, std::uint64_t bytes);
  // Writes lines for people without tearing the progress line.
  void print(std::string_view lines);
  void clear();

  // The line after `seconds`; for a terminal `columns` wide.
  std::string line(double seconds, std::size_t columns) const;

 private:
  using Clock = std::chrono::steady_clock;
  void draw();

  std::uint64_t total_bytes_;
  bool shown_;
  bool colour_;
  bool drawn_ = false;
  std::uint64_t documents_ = 0;
  std::uint64_t bytes_ = 0;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point next_ = begin_;
};

}  // namespace copydesk::cli
