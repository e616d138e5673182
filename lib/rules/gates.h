// Room 4, rules. What a sentence must hold for a pattern to match anywhere in it.
#pragma once

#include <vector>

#include "rules/program.h"

namespace copydesk {

// The gates of a pattern: words and labels that every match of it holds. None where nothing is certain.
std::vector<Gate> gates_of(const Pattern& pattern);

}  // namespace copydesk
