// Whether two names or times stand for the same thing, for scores. The measure is fixed: change it and old scores lie.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace copydesk::cli {

std::string lower_case(std::string_view text);

// Equal but for articles and titles, or one is the tail of the other, or most words are shared.
bool same_name(std::string_view a, std::string_view b);
// Whether any name of one list stands for the same as any of the other.
bool any_same(const std::vector<std::string>& a, const std::vector<std::string>& b);

// Equal, or an interval against its first day.
bool same_time(std::string_view a, std::string_view b);

}  // namespace copydesk::cli
