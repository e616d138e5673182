#include "rules/column_index.h"

#include <algorithm>

namespace copydesk {

std::uint16_t ColumnIndex::add(std::string_view name) {
  const auto known = std::ranges::find(names_, name);
  const auto number = static_cast<std::uint16_t>(known - names_.begin());
  if (known == names_.end()) names_.emplace_back(name);
  return number;
}

void ColumnIndex::index(const std::vector<Lexicon>& lexicons) {
  for (const Lexicon& lexicon : lexicons) {
    first_rows_.push_back(columns_.size());
    for (const ListInfo& list : lexicon.lists()) {
      const std::size_t row = columns_.size();
      columns_.resize(row + names_.size(), kNone);
      for (std::uint32_t i = std::min<std::uint32_t>(list.columns, kNone); i-- > 0;)
        if (const auto name = std::ranges::find(names_, lexicon.column(list, i)); name != names_.end())
          columns_[row + static_cast<std::size_t>(name - names_.begin())] = static_cast<std::uint16_t>(i);
    }
  }
}

std::optional<std::string_view> ColumnIndex::value_of(const std::vector<Lexicon>& lexicons, const Edge& edge,
                                                      std::uint16_t number) const {
  if (edge.annotation || edge.layered) return std::nullopt;
  const Lexicon& lexicon = lexicons[edge.layer];
  const ListEntry& entry = lexicon.entry(edge.payload);
  const std::uint16_t column = columns_[first_rows_[edge.layer] + std::size_t{entry.list} * names_.size() + number];
  if (column == kNone) return std::nullopt;
  return lexicon.value(entry, column);
}

}  // namespace copydesk
