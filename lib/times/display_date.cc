#include "times/display_date.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <boost/locale.hpp>
#include <sstream>

namespace copydesk {
namespace {

std::locale make_locale(std::string language) {
  std::ranges::replace(language, '-', '_');
  boost::locale::generator generator;
  generator.categories(boost::locale::formatting_facet | boost::locale::calendar_facet |
                       boost::locale::information_facet);
  generator.characters(boost::locale::char_facet);
  return generator(language + ".UTF-8");
}

}  // namespace

bool DateDisplay::knows(const std::string& language) {
  std::array<char, ULOC_FULLNAME_CAPACITY> locale{}, own{}, other{};
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t parsed = 0;
  uloc_forLanguageTag(language.c_str(), locale.data(), locale.size(), &parsed, &status);
  if (U_FAILURE(status) || language.empty() || static_cast<std::size_t>(parsed) != language.size()) return false;
  uloc_getLanguage(locale.data(), own.data(), own.size(), &status);
  for (std::int32_t i = 0; i < uloc_countAvailable() && U_SUCCESS(status); ++i) {
    uloc_getLanguage(uloc_getAvailable(i), other.data(), other.size(), &status);
    if (own == other) return true;
    other.fill(0);
  }
  return false;
}

struct DateDisplay::Impl {
  explicit Impl(const std::string& language) : locale(make_locale(language)) {}
  std::locale locale;
};

DateDisplay::DateDisplay(const std::string& language) : impl_(std::make_unique<Impl>(language)) {}
DateDisplay::~DateDisplay() = default;
DateDisplay::DateDisplay(DateDisplay&&) noexcept = default;

std::string DateDisplay::day(std::int32_t days) const {
  std::ostringstream out;
  out.imbue(impl_->locale);
  out << boost::locale::as::date << boost::locale::as::date_long << boost::locale::as::gmt << days * 86400.0 + 43200.0;
  return out.str();
}

}  // namespace copydesk
