// The English pack, opened once for all tests of a program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "copydesk/extractor.h"

namespace copydesk::testing {

inline const Extractor& english() {
  static const Extractor extractor = Extractor::open().value();
  return extractor;
}

inline Document document_of(std::string_view text, std::string_view date) {
  return english().extract(text, {.reference_date = date});
}

// The times of a text as `TEXT=VALUE`.
inline std::vector<std::string> times_of(std::string_view text, std::string_view date) {
  const Document document = document_of(text, date);
  std::vector<std::string> times;
  for (const TimeExpression& time : document.times)
    times.push_back(std::string(document.text_of(time.span)) + "=" + time.value);
  return times;
}

}  // namespace copydesk::testing
