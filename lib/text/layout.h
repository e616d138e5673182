// Room 1, text. Reads: the normalised text. Adds: its blocks (headline, metadata, byline, section heads, paragraphs), items and dateline.
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
  bool capitals = false;   // written in capitals only, so that case tells nothing
  std::uint32_t item = 0;  // index into Layout::items
};

// The parts of `TEHRAN, Dec. 6 (IRNA) --`; a part that is not there is empty.
struct DatelineSpans {
  Span whole;
  Span place;   // `BAGHDAD, Iraq`
  Span date;    // `Dec. 6`
  Span agency;  // `IRNA`
};

enum class ItemKind : std::uint8_t { report, entry, headed, numbered };

// A part of the text that is a report of its own: what stands in another tells nothing of it, unless a name does.
struct Item {
  ItemKind kind = ItemKind::report;
  DatelineSpans dateline;  // its own; of the first item that of the text
  Span date;               // of a report: that it has in its dateline or in a metadata line above
  Span day;                // of an entry of a diary: `FRIDAY, OCT 31` above it
};

struct Layout {
  std::vector<Block> blocks;
  std::vector<Item> items;  // at least one
  DatelineSpans dateline;
  Span metadata_date;            // `2025-12-06` of the line `date 2025-12-06`
  std::vector<Span> date_lines;  // of the head, what may hold the date: `17 Feb 2026 • 14:05 CET | Desk`
  Span last_line;                // the same of the last line, where it may

  std::vector<TextLine> lines;  // working space of read_layout, kept for the next text

  // Where an item was filed: its own dateline, else that of the text.
  const DatelineSpans& dateline_of(std::uint32_t item) const {
    return items[item].dateline.place.empty() ? dateline : items[item].dateline;
  }
};

// Words of the pack that the layout depends on, all in lower case.
struct LayoutWords {
  std::vector<std::string> date_keys;     // `date`, `published`: what may stand before the date of a metadata line
  std::vector<std::string> byline_heads;  // `by`: what a byline begins with
  std::vector<std::string> byline_tails;  // `staff writer`, `correspondent`: what a byline may end with
  std::vector<std::string> labels;        // `analysis`, `photo`: what stands where a dateline does and is no place
};

// Reuses the buffers of `layout`. Linear in the length of the text.
void read_layout(std::string_view text, const LayoutWords& words, Layout& layout);

}  // namespace copydesk
