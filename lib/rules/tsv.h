// Room 4, rules. Tab-separated lists of a pack: a line of column names, rows of as many cells. Lines that begin with `# ` are
// comments.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/result.h"

namespace copydesk {

struct TsvRow {
  std::uint32_t line = 0;
  std::vector<std::string_view> cells;
};

// Calls `row` for each row. Errors, all of them: a row with too few or too many cells, an empty first cell, invalid UTF-8,
// a cell of over kMostCell bytes. Where `columns` is not empty the header must be exactly these.
inline constexpr std::size_t kMostCell = 4096;
std::vector<std::string> read_tsv(std::string_view text, const std::string& file,
                                  const std::vector<std::string>& columns, std::vector<Error>& errors,
                                  const std::function<void(const TsvRow&)>& row);

// The column names alone; none when there is no header. `line`: where they stand.
std::vector<std::string> tsv_columns(std::string_view text, std::uint32_t& line);

}  // namespace copydesk
