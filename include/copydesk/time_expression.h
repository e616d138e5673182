// TimeExpression: one TIMEX3 expression of a report, with its resolved value.
//
//     for (const copydesk::TimeExpression& time : document.times)
//       std::cout << document.text_of(time.span) << " is " << time.value << '\n';   // Friday is 2025-12-05
//
// Values follow TimeML's TIMEX3 (ISO 24617-1). Threads: plain data. Lifetime: owned by its Document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "copydesk/export.h"
#include "copydesk/span.h"

namespace copydesk {

/// Anchors that are no expression: of a value that its own words tell, and of one counted from the report's date.
inline constexpr std::uint32_t kNoAnchor = 0xFFFFFFFF;
inline constexpr std::uint32_t kReferenceAnchor = 0xFFFFFFFE;

enum class TimeType : std::uint8_t { date, time, duration, set };

/// As TIMEX3 and the report spell it: `DATE`.
COPYDESK_EXPORT std::string_view to_string(TimeType type) noexcept;

struct TimeExpression {
  Span span;
  TimeType type = TimeType::date;
  std::string value;          ///< ISO or TIMEX3: `2025-12-05`, `2025-W49`, `P3Y`, `PAST_REF`, `XXXX-12-06`
  std::string mod;            ///< APPROX, EARLY, LATE, MORE_THAN ...; empty when none
  std::string_view found_by;  ///< name of the rule
  std::uint32_t anchor =
      kNoAnchor;  ///< the expression a relative value was counted from, as index into Document::times
};

}  // namespace copydesk
