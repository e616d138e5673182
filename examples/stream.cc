// Reads a stream of reports that may never end, in memory that does not grow: a connection on which each report comes as four
// bytes of length, the highest first, and as many bytes of UTF-8.
//
// Backpressure: between the thread that reads the connection and the workers stands a queue of a few reports. While it is full
// nobody reads, the buffers of the connection fill, and the sender waits in its write until the workers have caught up.
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <iostream>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "copydesk/copydesk.h"

namespace {

constexpr std::size_t kMostWaiting = 8;
constexpr std::uint32_t kLongestReport =
    1 << 20;  // bytes; what is longer is passed over, so that no sender can fill the memory

class ReportQueue {
 public:
  // Waits while the queue is full.
  void push(std::string report) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.size() < kMostWaiting; });
    waiting_.push_back(std::move(report));
    most_ = std::max(most_, waiting_.size());
    changed_.notify_all();
  }

  // Waits for a report; none once the stream has ended.
  std::optional<std::string> pop() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !waiting_.empty() || ended_; });
    if (waiting_.empty()) return std::nullopt;
    std::string report = std::move(waiting_.front());
    waiting_.pop_front();
    changed_.notify_all();
    return report;
  }

  void end() {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_all();
  }

  std::size_t most() const { return most_; }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::string> waiting_;
  std::size_t most_ = 0;
  bool ended_ = false;
};

// A read may give less than was asked for; false where the stream ends first.
bool read_all(int connection, char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t got = ::read(connection, bytes, size);
    if (got <= 0) return false;
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

bool write_all(int connection, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(connection, bytes.data(), bytes.size());
    if (put <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

std::optional<std::uint32_t> read_length(int connection) {
  std::array<char, 4> bytes{};
  if (!read_all(connection, bytes.data(), bytes.size())) return std::nullopt;
  std::uint32_t length = 0;
  for (const char byte : bytes) length = length << 8 | static_cast<unsigned char>(byte);
  return length;
}

bool pass_over(int connection, std::uint32_t length) {
  std::array<char, 4096> bytes{};
  for (; length > bytes.size(); length -= static_cast<std::uint32_t>(bytes.size()))
    if (!read_all(connection, bytes.data(), bytes.size())) return false;
  return read_all(connection, bytes.data(), length);
}

// Reads the connection to its end; returns how many reports were too long.
std::size_t receive(int connection, ReportQueue& queue) {
  std::size_t too_long = 0;
  while (const auto length = read_length(connection)) {
    if (*length > kLongestReport) {
      ++too_long;
      if (!pass_over(connection, *length)) break;
      continue;
    }
    std::string report(*length, '\0');
    if (!read_all(connection, report.data(), report.size())) break;
    queue.push(std::move(report));
  }
  queue.end();
  return too_long;
}

// The other end of the connection, elsewhere in earnest.
void send_reports(int connection) {
  const auto frame = [&](const std::string& report) {
    std::string length;
    for (int shift = 24; shift >= 0; shift -= 8) length += static_cast<char>(report.size() >> shift & 0xFF);
    return write_all(connection, length) && write_all(connection, report);
  };
  for (int i = 0; i < 1000; ++i)
    if (!frame("Norway and Chile signed a fisheries agreement in Oslo on 4 May " + std::to_string(2000 + i % 25) + "."))
      break;
  frame(std::string(kLongestReport + 1, ' '));
  ::close(connection);
}

}  // namespace

int main() {
  auto opened = copydesk::Extractor::open();
  std::array<int, 2> ends{};
  if (!opened.ok() || ::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) != 0) return 1;
  const copydesk::Extractor& extractor = opened.value();

  ReportQueue queue;
  std::vector<std::size_t> events(std::max(1u, std::thread::hardware_concurrency()));  // each worker counts its own
  const auto work = [&](std::size_t& count) {
    // A document lives as long as its loop: a service would write its report to the next connection here.
    while (const auto report = queue.pop()) count += extractor.extract(*report).events.size();
  };
  std::size_t too_long = 0;
  {
    std::vector<std::jthread> threads;
    threads.emplace_back(send_reports, ends[1]);
    for (std::size_t& count : events) threads.emplace_back(work, std::ref(count));
    too_long = receive(ends[0], queue);
  }
  ::close(ends[0]);

  std::size_t all = 0;
  for (const std::size_t count : events) all += count;
  std::cout << all << " events, " << too_long << " report too long, "
            << (queue.most() <= kMostWaiting ? "memory bounded" : "memory unbounded") << '\n';
}
