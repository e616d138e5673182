// Where in a text a new item begins: a second report with a dateline of its own, an entry of a diary or of a list of headlines
// (`OSLO - Parliament votes`), a headed item of a digest (`CEMENT TALKS STALL: Talks`), a numbered one (`02. Fair of Foods`).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/dateline.h"

namespace copydesk {

struct ItemStart {
  std::size_t line = 0;       // its first one, that of its title or day
  std::size_t text_line = 0;  // the one that begins with its dateline or head
  ItemKind kind = ItemKind::report;
  DatelineMatch dateline;  // strength none: it has none
  Span head;               // of a headed or numbered item
  Span day;                // of a diary: the line of the day that it stands under
};

// Of the lines from `first` on, in their order. A list or digest has three items or more of which few begin alike; a report that
// begins with a sure dateline stands alone.
void find_items(std::string_view text, const std::vector<TextLine>& lines, std::size_t first,
                std::vector<ItemStart>& starts);

}  // namespace copydesk
