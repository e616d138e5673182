// Room 1, text. Reads: the normalised text. Adds: its blocks (headline, metadata, byline, section heads, paragraphs) and dateline.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/span.h"
#include "text/lines.h"

namespace copydesk {

enum class BlockKind : std::uint8_t { metadata, headline, byline, dateline, section_head, paragraph };

// A stretch of text that sentences never cross. Blocks are in the order of the text and do not overlap; blank space lies
// outside of them.
struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
  bool capitals = false;  // written in capitals only, so that case tells nothing
};

// The parts of `TEHRAN, Dec. 6 (IRNA) --`; a part that is not there is empty.
struct DatelineSpans {
  Span whole;
  Span place;   // `BAGHDAD, Iraq`
  Span date;    // `Dec. 6`
  Span agency;  // `IRNA`
};

struct Layout {
  std::vector<Block> blocks;
  DatelineSpans dateline;
  Span metadata_date;  // `2025-12-06` of the line `date 2025-12-06`

  std::vector<TextLine> lines;  // working space of read_layout, kept for the next text
};

// Words of the pack that the layout depends on, all in lower case.
struct LayoutWords {
  std::vector<std::string> date_keys;     // `date`, `published`: what may stand before the date of a metadata line
  std::vector<std::string> byline_heads;  // `by`: what a byline begins with
  std::vector<std::string> byline_tails;  // `staff writer`, `correspondent`: what a byline may end with
};

// Reuses the buffers of `layout`. Linear in the length of the text.
void read_layout(std::string_view text, const LayoutWords& words, Layout& layout);

}  // namespace copydesk
