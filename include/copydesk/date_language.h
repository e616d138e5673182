// DateLanguage: dates as people write them in their language, beside the values of a report, which stay ISO.
//
//     auto french = copydesk::DateLanguage::open("fr");
//     french.value().written("2025-12-06");   // 6 décembre 2025
//     copydesk::write_report(document, copydesk::ReportFormat::line, {.dates = &french.value()}, out);
//
// Threads: immutable; may be used from many at once. Lifetime: owns what it needs; the global locale stays as it is.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "copydesk/export.h"
#include "copydesk/result.h"

namespace copydesk {

class COPYDESK_EXPORT DateLanguage {
 public:
  /// `language`: a tag such as `fr`, `en-GB` or `fa-IR`. Error: ICU does not know the language.
  static Result<DateLanguage> open(std::string_view language);

  DateLanguage(DateLanguage&&) noexcept;
  DateLanguage& operator=(DateLanguage&&) noexcept;
  ~DateLanguage();

  /// A day, or both ends of `2025-12-06/2025-12-08`, in this language; empty for any other value.
  std::string written(std::string_view value) const;

 private:
  struct Impl;
  explicit DateLanguage(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

}  // namespace copydesk
