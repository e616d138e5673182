// The pieces that datelines are made of.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "copydesk/span.h"
#include "text/characters.h"

namespace copydesk {

enum class DatelinePieceKind : std::uint8_t { word, comma, agency, dash, colon, line_end, other };

struct DatelinePiece {
  DatelinePieceKind kind = DatelinePieceKind::other;
  Span span;
  Span inner;  // of an agency: without brackets or slashes; of a word: without its stop
  std::uint32_t letters = 0;
  bool capitalised = false;  // begins with a capital, or with a letter of a script without case
  bool capitals = false;     // two letters or more, all of them capitals
  bool has_digit = false;
  bool full_date = false;   // `1996-08-30`, `30/08/1996`
  bool year = false;        // `1996`
  bool stop_after = false;  // ends with a full stop
};

inline constexpr DatelinePiece kNoPiece{};

using DatelinePieces = std::vector<DatelinePiece>;

// No dateline is longer than the pieces read here; the last piece is `line_end` or `other`.
void lex_dateline(std::string_view text, Span line, DatelinePieces& pieces);

// The first position from `position` on that holds no white space, or `end`.
std::uint32_t skip_space(std::string_view text, std::uint32_t position, std::uint32_t end);

}  // namespace copydesk
