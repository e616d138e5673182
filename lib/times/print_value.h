// The one place that writes TIMEX3: type, value and mod of a resolved value.
#pragma once

#include <string>

#include "copydesk/time_expression.h"
#include "times/time_value.h"

namespace copydesk {

TimeType type_of(const TimeValue& value);
std::string print_value(const TimeValue& value);  // empty for a value without form
std::string_view print_mod(Mod mod);              // empty for none

}  // namespace copydesk
