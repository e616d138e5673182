// Room 4, rules. A rule file as it is read where nobody asks for the examples of its rules.
#pragma once

#include <string>
#include <string_view>

namespace copydesk {

// `text` without `examples` and `counter_examples`, a third of it; the lines of all else stay where they are. What is written in
// an unusual way (comments or marks of three quotes in the array) stays.
std::string without_examples(std::string_view text);

}  // namespace copydesk
