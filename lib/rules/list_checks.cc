#include "rules/list_checks.h"

#include <algorithm>

#include "lexicon/lexicon.h"

namespace copydesk {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) (all += all.empty() ? "" : ", ") += word;
  return all;
}

}  // namespace

bool is_identifier(std::string_view text) {
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto may_follow = [&](char c) { return is_small(c) || (c >= '0' && c <= '9') || c == '_' || c == '-'; };
  return !text.empty() && is_small(text[0]) && std::ranges::all_of(text, may_follow);
}

void ListChecks::add_below(const PackFiles& pack) {
  std::vector<Error> told_by_loader;
  const auto manifest = pack.files.find(kManifestFile);
  if (manifest != pack.files.end()) add(read_manifest(manifest->second, pack.name, told_by_loader).lists);
  const Lexicon lexicon = Lexicon::over(pack.lexicon);
  for (std::uint32_t list = 0; list < lexicon.lists().size(); ++list) {
    const ListInfo& info = lexicon.lists()[list];
    const std::string name(lexicon.string(info.name));
    std::vector<std::string>& columns = below_[name];
    for (std::uint32_t i = 0; i < info.columns; ++i) {
      const std::string column(lexicon.column(info, i));
      if (std::ranges::find(columns, column) == columns.end()) columns.push_back(column);
      const auto wanted = values_.find(std::string(name).append(".").append(column));
      if (wanted == values_.end()) continue;
      for (const ListEntry& entry : lexicon.entries())
        if (entry.list == list) wanted->second.emplace(lexicon.value(entry, i));
    }
  }
}

void ListChecks::add(const std::vector<ListSource>& lists) {
  for (const ListSource& list : lists) {
    for (const SourceText& column : list.needs) needs_[list.name.text].insert(column.text);
    for (const CellSource& cell : list.cells) {
      cells_[list.name.text].push_back(cell);
      if (!cell.of_list.empty()) values_[cell.of_list];
    }
  }
}

void ListChecks::begin(const std::string& list, const std::string& path, const std::vector<std::string>& header,
                       std::uint32_t line) {
  path_ = path;
  columns_.clear();
  std::uint32_t place = 1;
  for (std::size_t i = 0; i < header.size(); place += static_cast<std::uint32_t>(header[i++].size()) + 1) {
    if (i > 0) check_header(list, header, i, {path, line, place});
    add_column(list, i, header[i]);
  }
  check_needs(list, header, line);
}

void ListChecks::check_needs(const std::string& list, const std::vector<std::string>& header, std::uint32_t line) {
  const auto needs = needs_.find(list);
  if (needs == needs_.end()) return;
  for (const std::string& needed : needs->second) {
    if (std::ranges::find(header, needed) == header.end())
      errors_.push_back({path_, line, 1, "found no column '" + needed + "', which this list needs"});
    for (Column& column : columns_) column.needed |= column.name == needed;
  }
}

void ListChecks::check_header(const std::string& list, const std::vector<std::string>& header, std::size_t at,
                              const Place& place) {
  const auto fail = [&](const std::string& rest) {
    errors_.push_back({place.file, place.line, place.column, "found column '" + header[at] + "', " + rest});
  };
  const auto here = header.begin() + static_cast<std::ptrdiff_t>(at);
  if (std::find(header.begin(), here, header[at]) != here) fail("expected each column once");
  const auto below = below_.find(list);
  if (below == below_.end() || std::ranges::find(below->second, header[at]) != below->second.end()) return;
  fail(below->second.empty() ? "expected none but surface" : "expected one of: " + joined(below->second));
}

void ListChecks::add_column(const std::string& list, std::size_t at, const std::string& name) {
  if (const auto kept = values_.find(list + "." + name); kept != values_.end())
    columns_.push_back({.cell = at, .name = name, .kept = &kept->second});
  const auto checks = cells_.find(list);
  if (checks == cells_.end()) return;
  for (const CellSource& cell : checks->second)
    if (cell.column.text == name)
      columns_.push_back({.cell = at,
                          .name = name,
                          .source = &cell,
                          .known = cell.of_list.empty() ? nullptr : &values_.find(cell.of_list)->second});
}

void ListChecks::row(const TsvRow& row) {
  for (Column& column : columns_) {
    if (row.cells[column.cell].empty()) {
      if (column.needed) check_empty(row, column);
      continue;
    }
    if (column.kept != nullptr) column.kept->emplace(row.cells[column.cell]);
    if (column.source == nullptr) continue;
    check(row, column);
    if (column.source->unique) check_unique(row, column);
  }
}

void ListChecks::check_empty(const TsvRow& row, const Column& column) {
  if (column.source == nullptr) return;
  const std::vector<std::string>& one_of = column.source->one_of;
  fail(row, column, one_of.empty() ? "expected a value" : "expected one of: " + joined(one_of));
}

void ListChecks::check(const TsvRow& row, const Column& column) {
  const std::string_view cell = row.cells[column.cell];
  const std::vector<std::string>& one_of = column.source->one_of;
  if (!one_of.empty() && std::ranges::find(one_of, cell) == one_of.end())
    fail(row, column, "expected one of: " + joined(one_of));
  if (column.source->identifier && !is_identifier(cell))
    fail(row, column, "expected small letters, digits, '_' and '-', a letter first");
  if (column.known != nullptr && !column.known->contains(cell))
    fail(row, column, "expected one of those in " + column.source->of_list);
}

void ListChecks::check_unique(const TsvRow& row, Column& column) {
  const std::uint32_t number = column.seen.add(row.cells[column.cell]);
  if (number == column.lines.size()) return column.lines.push_back(row.line);
  fail(row, column, "expected another, it stands in line " + std::to_string(column.lines[number]));
}

void ListChecks::fail(const TsvRow& row, const Column& column, const std::string& rest) {
  const std::string_view cell = row.cells[column.cell];
  const auto place = static_cast<std::uint32_t>(cell.data() - row.cells[0].data()) + 1;
  errors_.push_back({path_, row.line, place, "found " + column.name + " '" + std::string(cell) + "', " + rest});
}

}  // namespace copydesk
