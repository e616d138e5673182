#include "times/calendars.h"

#include <array>
#include <boost/locale.hpp>
#include <mutex>

#include "times/civil.h"

namespace copydesk {
namespace {

constexpr double kSecondsOfDay = 86400.0;

// Names that ICU knows; the Hijri calendar is the one of Umm al-Qura.
constexpr const char* kLocales[] = {"", "en_US.UTF-8@calendar=persian", "en_US.UTF-8@calendar=islamic-umalqura"};

bool is_other(Calendar calendar) { return calendar == Calendar::solar_hijri || calendar == Calendar::hijri; }

}  // namespace

struct Calendars::Impl {
  std::array<std::once_flag, std::size(kLocales)> made;
  std::array<std::locale, std::size(kLocales)> locales{std::locale::classic(), std::locale::classic(),
                                                       std::locale::classic()};

  // The calendar of a locale that no one else uses, in UTC.
  boost::locale::calendar open(Calendar calendar) {
    const auto index = static_cast<std::size_t>(calendar);
    std::call_once(made[index], [&] {
      boost::locale::generator generator;
      generator.categories(boost::locale::calendar_facet | boost::locale::information_facet);
      generator.characters(boost::locale::char_facet);
      locales[index] = generator(kLocales[index]);
    });
    return boost::locale::calendar(locales[index], "GMT");
  }
};

Calendars::Calendars() : impl_(std::make_unique<Impl>()) {}
Calendars::~Calendars() = default;

std::optional<std::int32_t> Calendars::day_of(Calendar calendar, int year, int month, int day) const {
  if (!is_other(calendar)) {
    const CivilDate date{calendar == Calendar::buddhist ? year - 543 : year, month, day};
    return is_valid(date) ? std::optional(days_of(date)) : std::nullopt;
  }
  namespace period = boost::locale::period;
  if (year < 1 || year > 2000 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const boost::locale::calendar open = impl_->open(calendar);
  boost::locale::date_time date(43200.0, open);
  date.set(period::year(), year);
  date.set(period::day(), 1);
  date.set(period::month(), month - 1);
  if (day > date.maximum(period::day())) return std::nullopt;
  date.set(period::day(), day);
  if (date.get(period::month()) != month - 1 || date.get(period::day()) != day) return std::nullopt;
  const double days = (date.time() - 43200.0) / kSecondsOfDay;
  return static_cast<std::int32_t>(days < 0 ? days - 0.5 : days + 0.5);
}

int Calendars::year_on(Calendar calendar, std::int32_t day) const {
  if (calendar == Calendar::buddhist) return date_of(day).year + 543;
  if (!is_other(calendar)) return date_of(day).year;
  const boost::locale::date_time date(day * kSecondsOfDay + 43200.0, impl_->open(calendar));
  return date.get(boost::locale::period::year());
}

}  // namespace copydesk
