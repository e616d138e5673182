// Checks of what a user gives as an option or as a field of a row.
#pragma once

#include <string>
#include <string_view>

namespace copydesk::cli {

// The date at the head of `2025-12-06` or `2025-12-06T10:00:00Z`; empty where it is no real date.
std::string_view date_of(std::string_view text);

// For CLI11: what was expected, or nothing where the value is good.
std::string check_date(const std::string& value);
std::string check_charset(const std::string& value);

}  // namespace copydesk::cli
