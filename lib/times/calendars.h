// Dates of other calendars as days of ours, through Boost.Locale over ICU.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

namespace copydesk {

enum class Calendar : std::uint8_t { gregorian, solar_hijri, hijri, buddhist, japanese };

// Threads: one may be used from many at once. Its locales are made when first asked for.
class Calendars {
 public:
  Calendars();
  ~Calendars();

  // The day of a date; nothing when there is no such date. Japanese years are told apart by their era, so `year` is ours.
  std::optional<std::int32_t> day_of(Calendar calendar, int year, int month, int day) const;

  // The year of `calendar` on a day.
  int year_on(Calendar calendar, std::int32_t day) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace copydesk
