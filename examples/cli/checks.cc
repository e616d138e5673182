#include "checks.h"

#include <unicode/ucnv.h>

#include <charconv>
#include <chrono>

namespace copydesk::cli {
namespace {

constexpr std::size_t kDateSize = 10;  // YYYY-MM-DD

// The number that fills `digits`; -1 where there is none.
int number(std::string_view digits) {
  int value = -1;
  const char* const end = digits.data() + digits.size();
  const auto [at, error] = std::from_chars(digits.data(), end, value);
  return error == std::errc() && at == end ? value : -1;
}

bool real_date(std::string_view date) {
  if (date.size() != kDateSize || date[4] != '-' || date[7] != '-') return false;
  const int year = number(date.substr(0, 4)), month = number(date.substr(5, 2)), day = number(date.substr(8, 2));
  if (year < 1 || month < 1 || day < 1) return false;
  return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

}  // namespace

std::string_view date_of(std::string_view text) {
  const bool has_time = text.size() > kDateSize && (text[kDateSize] == 'T' || text[kDateSize] == ' ');
  const std::string_view date = has_time ? text.substr(0, kDateSize) : text;
  return real_date(date) ? date : std::string_view();
}

std::string check_date(const std::string& value) {
  if (real_date(value)) return {};
  return "expected a date such as 2025-12-06, found `" + value + "`";
}

std::string check_charset(const std::string& value) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* const converter = value.empty() ? nullptr : ucnv_open(value.c_str(), &status);
  const bool known = converter != nullptr && U_SUCCESS(status);
  ucnv_close(converter);
  if (known) return {};
  return "expected a charset that ICU knows, such as windows-1251 or GB18030, found `" + value + "`";
}

}  // namespace copydesk::cli
