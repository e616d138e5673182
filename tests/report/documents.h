// Documents made by hand for the tests of the report.
#pragma once

#include <string>
#include <string_view>

#include "copydesk/document.h"

namespace copydesk::testing {

// The span of the nth `words` in `text`, from 0; they must be there.
Span find(std::string_view text, std::string_view words, int nth = 0);

// Two events, with every field of every layer used at least once. Its text holds characters of one to four bytes.
Document full_document();

// Nothing is known but the text.
Document bare_document();

}  // namespace copydesk::testing
