#include "rules/tsv.h"

#include <algorithm>

#include "text/utf8.h"

namespace copydesk {
namespace {

std::string_view next_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

void split_cells(std::string_view line, std::vector<std::string_view>& cells) {
  cells.clear();
  for (std::size_t tab; (tab = line.find('\t')) != std::string_view::npos; line.remove_prefix(tab + 1))
    cells.push_back(line.substr(0, tab));
  cells.push_back(line);
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) (all += all.empty() ? "" : ", ") += name;
  return all;
}

class TsvChecker {
 public:
  TsvChecker(const std::string& file, std::vector<Error>& errors) : file_(file), errors_(errors) {}

  void fail(std::uint32_t line, std::size_t column, std::string message) {
    errors_.push_back({file_, line, static_cast<std::uint32_t>(column), std::move(message)});
  }

  bool row(const TsvRow& row, std::size_t columns) {
    const char* line_begin = row.cells[0].data();
    if (row.cells.size() != columns) {
      fail(row.line, 1, "found " + std::to_string(row.cells.size()) + " cells, expected " + std::to_string(columns));
      return false;
    }
    if (row.cells[0].empty()) return fail(row.line, 1, "the first cell is empty"), false;
    for (const std::string_view cell : row.cells)
      if (cell.size() > kMostCell)
        return fail(row.line, static_cast<std::size_t>(cell.data() - line_begin) + 1,
                    "found a cell of " + std::to_string(cell.size()) + " bytes, expected at most " +
                        std::to_string(kMostCell)),
               false;
    return true;
  }

 private:
  const std::string& file_;
  std::vector<Error>& errors_;
};

}  // namespace

std::vector<std::string> tsv_columns(std::string_view text, std::uint32_t& line_number) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<std::string_view> cells;
  for (line_number = 1; !text.empty(); ++line_number) {
    const std::string_view line = next_line(text);
    if (line.empty() || line.starts_with('#')) continue;
    split_cells(line, cells);
    break;
  }
  return {cells.begin(), cells.end()};
}

std::vector<std::string> read_tsv(std::string_view text, const std::string& file,
                                  const std::vector<std::string>& columns, std::vector<Error>& errors,
                                  const std::function<void(const TsvRow&)>& handle) {
  TsvChecker checker(file, errors);
  std::vector<std::string> header;
  TsvRow row;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    const std::string_view line = next_line(text);
    ++row.line;
    if (line.starts_with("# ") || (header.empty() && line.starts_with('#'))) continue;
    if (line.empty()) continue;
    if (const std::size_t bad = find_invalid_utf8(line, 0); bad < line.size()) {
      checker.fail(row.line, bad + 1, "invalid UTF-8; lists are UTF-8");
      continue;
    }
    split_cells(line, row.cells);
    if (header.empty()) {
      header.assign(row.cells.begin(), row.cells.end());
      if (!columns.empty() && header != columns)
        checker.fail(row.line, 1, "found columns " + joined(header) + ", expected " + joined(columns));
      if (!columns.empty() && header != columns) return header;
    } else if (checker.row(row, header.size())) {
      handle(row);
    }
  }
  if (header.empty()) checker.fail(1, 1, "found no line of column names");
  return header;
}

}  // namespace copydesk
