// Room 4, rules. Numbers for the columns that fields of rules name, and where each list has them: a field is read for most matches,
// and to compare the names of columns took most of the time.
//
//     const std::uint16_t number = columns.add("country");
//     columns.index(lexicons);
//     columns.value_of(lexicons, edge, number);
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/lattice.h"

namespace copydesk {

class ColumnIndex {
 public:
  // The number of a name, the same for the same.
  std::uint16_t add(std::string_view name);
  // Call when all names are in.
  void index(const std::vector<Lexicon>& lexicons);

  // What the column says of a hit; none for an edge that is no hit, or when its list has no such column.
  std::optional<std::string_view> value_of(const std::vector<Lexicon>& lexicons, const Edge& edge,
                                           std::uint16_t number) const;

 private:
  static constexpr std::uint16_t kNone = 0xFFFF;

  std::vector<std::string> names_;
  std::vector<std::size_t> first_rows_;  // of each lexicon that of its first list
  std::vector<std::uint16_t> columns_;   // a row for each list: its column of each name, or kNone
};

}  // namespace copydesk
