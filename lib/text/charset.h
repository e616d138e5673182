// Charsets other than UTF-8, by ICU: their names, their detection, and conversion with nothing dropped.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace copydesk {

// The name the Internet prefers (`windows-1252` of `cp1252`); empty for an unknown charset.
std::string canonical_charset(std::string_view charset);

// The charset of bytes that are no UTF-8, when the detector is sure; `near` is where the first bad byte stands.
std::string detect_charset(std::string_view bytes, std::size_t near);

// UTF-8 of `bytes`; what the charset cannot mean becomes U+FFFD and sets `repaired`. Empty when ICU knows no such charset.
std::optional<std::string> convert_to_utf8(std::string_view bytes, const std::string& charset, bool& repaired);

}  // namespace copydesk
