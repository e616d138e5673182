// Room 4, rules. Outlines: of a long pattern what stands in every match of it, with stretches of any tokens between.
//
// Most sentences that open the gates of a long pattern lack something of it, or hold it too far apart or in another order. The
// filter of its outline tells so in a few ops; where it finds nothing, neither would the pattern's own.
#pragma once

#include "rules/pattern.h"

namespace copydesk {

// A pattern that matches, begun somewhere, wherever `pattern` does; without nodes where that would be of no use.
Pattern outline_of(const Pattern& pattern);

}  // namespace copydesk
