#include "rules/regex.h"

#include <re2/re2.h>

namespace copydesk {
namespace {

re2::RE2::Options quiet_options() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_never_capture(true);
  return options;
}

}  // namespace

struct Regex::Impl {
  explicit Impl(std::string_view pattern) : re2(re2::StringPiece(pattern.data(), pattern.size()), quiet_options()) {}
  re2::RE2 re2;
};

Regex::Regex(std::string_view pattern) : impl_(std::make_unique<Impl>(pattern)) {}
Regex::Regex(Regex&&) noexcept = default;
Regex::~Regex() = default;

bool Regex::ok() const { return impl_->re2.ok(); }
std::string Regex::error() const { return impl_->re2.error(); }

bool Regex::begins_with_digit() const {
  std::string least, most;
  const re2::RE2 anchored("^(?:" + impl_->re2.pattern() + ")$", quiet_options());
  return anchored.ok() && anchored.PossibleMatchRange(&least, &most, 4) && !least.empty() && !most.empty() &&
         least[0] >= '0' && most[0] <= '9';
}

bool Regex::matches_whole(std::string_view text) const {
  return re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), impl_->re2);
}

}  // namespace copydesk
