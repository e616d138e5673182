// Dates for people to read, in their language; values stay ISO. Through Boost.Locale, never the global locale.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace copydesk {

// Threads: immutable once made; may be used from many at once.
class DateDisplay {
 public:
  // Whether ICU has the language of a tag such as `en`, `de` or `fa-IR`.
  static bool knows(const std::string& language);

  // One that ICU does not know falls back to its root.
  explicit DateDisplay(const std::string& language);
  ~DateDisplay();
  DateDisplay(DateDisplay&&) noexcept;

  std::string day(std::int32_t days) const;  // `December 6, 2025`, `6. Dezember 2025`

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace copydesk
