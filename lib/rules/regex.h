// Room 4, rules. The one place that knows RE2: a regular expression on one token.
//
// Debian's RE2 takes its own StringPiece, newer ones absl's view; both come from std::string_view here and nowhere else.
// Threads: an RE2 object serialises the threads that share it, so each worker keeps copies of its own.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace copydesk {

class Regex {
 public:
  explicit Regex(std::string_view pattern);
  Regex(Regex&&) noexcept;
  ~Regex();

  bool ok() const;
  std::string error() const;
  // Whether whatever it matches begins with an ASCII digit.
  bool begins_with_digit() const;
  bool matches_whole(std::string_view text) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace copydesk
