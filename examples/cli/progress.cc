#include "progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace copydesk::cli {
namespace {

constexpr std::chrono::milliseconds kBetweenDraws(100);
constexpr std::size_t kBarWidth = 20;

void write_error_stream(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

std::size_t terminal_columns() {
  winsize size{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

// 1204 as `1,204`.
std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::ptrdiff_t at = std::ssize(digits) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), 1, ',');
  return digits;
}

std::string megabytes(double bytes) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f MB", bytes / 1e6);
  return text;
}

std::string bar(double part) {
  const auto full = static_cast<std::size_t>(part * kBarWidth);
  char percent[16];
  std::snprintf(percent, sizeof percent, " %3d %%", static_cast<int>(100 * part));
  return std::string("[").append(full, '#').append(kBarWidth - full, '.').append("]").append(percent);
}

std::string time_left(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::min(seconds, 359999.0));
  char text[48];
  std::snprintf(text, sizeof text, "%llu:%02llu left", static_cast<unsigned long long>(whole / 60),
                static_cast<unsigned long long>(whole % 60));
  return text;
}

}  // namespace

Progress::Progress(std::uint64_t total_bytes, bool wanted)
    : total_bytes_(total_bytes), shown_(wanted && terminal()), colour_(std::getenv("NO_COLOR") == nullptr) {}

bool Progress::terminal() {
  const char* const term = std::getenv("TERM");
  return ::isatty(STDERR_FILENO) == 1 && term != nullptr && std::string_view(term) != "dumb";
}

void Progress::add(std::uint64_t documents, std::uint64_t bytes) {
  documents_ += documents;
  bytes_ += bytes;
  if (!shown_ || Clock::now() < next_) return;
  draw();
  next_ = Clock::now() + kBetweenDraws;
}

std::string Progress::line(double seconds, std::size_t columns) const {
  const double bytes = static_cast<double>(bytes_), total = static_cast<double>(total_bytes_);
  const double rate = seconds > 0 ? bytes / seconds : 0;
  std::string line = grouped(documents_) + (documents_ == 1 ? " report   " : " reports   ") + megabytes(bytes) + "   " +
                     megabytes(rate) + "/s";
  if (total_bytes_ != 0) {
    line += "  " + bar(std::min(1.0, bytes / total));
    if (rate > 0) line += "   " + time_left(std::max(0.0, total - bytes) / rate);
  }
  return line.substr(0, columns > 0 ? columns - 1 : 0);
}

void Progress::draw() {
  const std::chrono::duration<double> seconds = Clock::now() - begin_;
  const std::string text = line(seconds.count(), terminal_columns());
  write_error_stream(colour_ ? "\r\x1b[K\x1b[36m" + text + "\x1b[0m" : "\r\x1b[K" + text);
  drawn_ = true;
}

void Progress::print(std::string_view lines) {
  clear();
  write_error_stream(lines);
}

void Progress::clear() {
  if (drawn_) write_error_stream("\r\x1b[K");
  drawn_ = false;
}

}  // namespace copydesk::cli
