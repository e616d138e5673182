// Room 4, rules. Branches of a pattern: the alternatives that it is made of as a whole.
//
// A rule often tells one thing in several ways, `A | B | C`. What all of them need together is little, so nearly every sentence
// would open its gates; what each needs is much. So each has gates and filters of its own, and a sentence asks only those whose
// gates it opens.
#pragma once

#include <vector>

#include "rules/pattern.h"

namespace copydesk {

// Patterns of which one matches wherever `pattern` does, and none elsewhere; itself where it is not made of alternatives.
// Captures around the whole are left out.
std::vector<Pattern> branches_of(const Pattern& pattern);

}  // namespace copydesk
