// Room 4, rules. What cells of a list may hold, as the manifest of its pack or of one below says: a mistake in a list of a
// million names is told with its line and column instead of giving reports that are wrong in silence.
//
//     [[list]]
//     name = "organisations"
//     file = "organisations.tsv"
//     cells = { kind = ["company", "party"], country = "countries.country", id = "identifier unique" }
//     needs = ["kind"]
//
// A cell may be empty, but for columns that the list needs. `countries.country` is a column of a list read before, of this pack or of one below.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "copydesk/result.h"
#include "lexicon/text_table.h"
#include "rules/pack_files.h"
#include "rules/toml_reader.h"
#include "rules/tsv.h"

namespace copydesk {

// Small letters, digits, `_` and `-`, a letter first: what types, roles, sectors and instruments are called.
bool is_identifier(std::string_view text);

class ListChecks {
 public:
  explicit ListChecks(std::vector<Error>& errors) : errors_(errors) {}

  // Lists of a pack below: a list of the same name has no other columns and keeps its checks.
  void add_below(const PackFiles& pack);

  // The checks that a manifest has for its lists.
  void add(const std::vector<ListSource>& lists);

  // Goes on to the rows of a list. Errors: a column that is needed and missing, that stands twice, or that the list of this name has in no pack below.
  void begin(const std::string& list, const std::string& path, const std::vector<std::string>& header,
             std::uint32_t line);
  void row(const TsvRow& row);

 private:
  struct Column {
    std::size_t cell = 0;
    std::string name;
    const CellSource* source = nullptr;                         // none: its values alone are wanted
    bool needed = false;                                        // not to be empty
    const std::set<std::string, std::less<>>* known = nullptr;  // values that another list has
    std::set<std::string, std::less<>>* kept = nullptr;         // values that another list may ask for
    TextTable seen;                                             // of a unique one
    std::vector<std::uint32_t> lines;                           // of each seen
  };

  void check_header(const std::string& list, const std::vector<std::string>& header, std::size_t at,
                    const Place& place);
  void check_needs(const std::string& list, const std::vector<std::string>& header, std::uint32_t line);
  void add_column(const std::string& list, std::size_t at, const std::string& name);
  void check_empty(const TsvRow& row, const Column& column);
  void check(const TsvRow& row, const Column& column);
  void check_unique(const TsvRow& row, Column& column);
  void fail(const TsvRow& row, const Column& column, const std::string& rest);

  std::vector<Error>& errors_;
  std::map<std::string, std::vector<std::string>, std::less<>> below_;  // columns of lists below
  std::map<std::string, std::vector<CellSource>, std::less<>> cells_;   // by list
  std::map<std::string, std::set<std::string>, std::less<>> needs_;     // columns, by list
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>>
      values_;  // by `list.column`, of those asked for
  std::string path_;
  std::vector<Column> columns_;  // of the list being read, those that are checked
};

}  // namespace copydesk
