// PackText: a pack that a program writes while it runs, so that lists and rules of its own need no folder on disk.
//
//     copydesk::PackText mine("harbour");
//     mine.add_list("names", {{"surface", "kind"}, {"Kestrel Yards", "organisation"}});
//     mine.add_rules("triggers", rules);   // TOML, as lib/packs/RULES.md tells
//     auto extractor = copydesk::Extractor::open({.pack_texts = {mine}});
//
// Extractor::open reads it as it reads a folder, and tells every mistake with its place: `harbour/names.tsv:2:15: ...`.
// Threads: a plain value. Lifetime: what opens it copies what it needs.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/export.h"

namespace copydesk {

class COPYDESK_EXPORT PackText {
 public:
  /// `name` stands in messages for the folder.
  explicit PackText(std::string_view name);

  PackText(const PackText& other);
  PackText(PackText&& other) noexcept;
  PackText& operator=(const PackText& other);
  PackText& operator=(PackText&& other) noexcept;
  ~PackText();

  /// Adds entries to the list of that name, or a new list: a row of column names, `surface` the first, then an entry a row.
  /// UTF-8; tabs and line breaks in a cell become spaces. Each list once. The row at index n is line n + 1 of `LIST.tsv`.
  PackText& add_list(std::string_view list, const std::vector<std::vector<std::string>>& rows);

  /// The same from a file of tab-separated values, which is read when the pack is opened.
  PackText& add_list_file(std::string_view list, const std::string& path);

  /// Adds rules in front of those that the cascade has: the text of a rule file, in messages `CASCADE.toml`, and
  /// `CASCADE-2.toml` for the second text of one cascade.
  PackText& add_rules(std::string_view cascade, std::string_view rules);

  const std::string& name() const noexcept;

  /// What would stand in its folder, by file name: `pack.toml`, lists and rules; not the files of add_list_file().
  std::map<std::string, std::string> files() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace copydesk
