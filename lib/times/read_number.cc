#include "times/read_number.h"

namespace copydesk {
namespace {

constexpr std::int64_t kOne = 1000;
constexpr std::int64_t kMost = 1'000'000'000 * kOne;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The whole number at the begin of `text`, which is shortened by it; thousands may be set off by commas.
std::optional<std::int64_t> take_whole(std::string_view& text) {
  std::int64_t value = 0;
  std::size_t digits = 0;
  while (!text.empty() && (is_digit(text[0]) || (text[0] == ',' && text.size() > 1 && is_digit(text[1])))) {
    if (is_digit(text[0])) value = value * 10 + (text[0] - '0'), ++digits;
    if (digits > 9) return std::nullopt;
    text.remove_prefix(1);
  }
  return digits == 0 ? std::nullopt : std::optional(value);
}

std::int64_t take_decimals(std::string_view text) {
  std::int64_t value = 0;
  std::int64_t scale = kOne / 10;
  for (; !text.empty() && is_digit(text[0]); text.remove_prefix(1), scale /= 10) value += scale * (text[0] - '0');
  return value;
}

}  // namespace

std::optional<std::int64_t> read_digits(std::string_view text) {
  while (!text.empty() && !is_digit(text[0])) text.remove_prefix(1);
  const std::optional<std::int64_t> whole = take_whole(text);
  if (!whole) return std::nullopt;
  if (text.size() < 2 || !is_digit(text[1])) return *whole * kOne;
  if (text[0] == '.') return *whole * kOne + take_decimals(text.substr(1));
  if (text[0] != '/') return *whole * kOne;
  text.remove_prefix(1);
  const std::optional<std::int64_t> divisor = take_whole(text);
  return divisor && *divisor != 0 ? std::optional(*whole * kOne / *divisor) : std::nullopt;
}

void NumberSum::add(std::int64_t thousandths) {
  any_ = true;
  if (thousandths >= kOne * kOne) {
    done_ += (current_ == 0 ? kOne : current_) * (thousandths / kOne);
    current_ = 0;
  } else if (thousandths == 100 * kOne) {
    current_ = current_ == 0 ? thousandths : current_ * 100;
  } else if (current_ >= 10 * kOne && current_ < 100 * kOne && thousandths >= 10 * kOne) {
    current_ = current_ * 100 + thousandths;  // the two halves of a year
  } else {
    current_ += thousandths;
  }
  if (done_ > kMost) done_ = kMost;
  if (current_ > kMost) current_ = kMost;
}

std::optional<std::int64_t> NumberSum::thousandths() const {
  const std::int64_t sum = done_ + current_;
  return any_ && sum < kMost ? std::optional(sum) : std::nullopt;
}

}  // namespace copydesk
