// Room 4, rules. The one place that knows TOML: the manifest and the rule files of a pack as plain records.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "copydesk/result.h"
#include "rules/rule.h"

namespace copydesk {

// What the cells of a column may hold; see list_checks.h.
struct CellSource {
  SourceText column;
  std::vector<std::string> one_of;
  std::string of_list;  // `countries.country`
  bool identifier = false, unique = false;
};

struct ListSource {
  SourceText name, file;
  std::vector<CellSource> cells;
  std::vector<SourceText> needs;  // columns that every row fills
};

// A step of a room: its rules run together over each sentence, then the next cascade sees what they gave.
struct CascadeSource {
  SourceText name, room, keep;
  std::vector<SourceText> files;
};

struct GroupSource {
  std::string name;
  std::vector<SourceText> classes;
};

struct Manifest {
  std::string name, language;
  std::vector<SourceText> classes, word_files;
  std::vector<GroupSource> groups;
  SourceText contexts, layout, abbreviations, starters, joined_prefixes, clitics;
  std::vector<ListSource> lists;
  std::vector<CascadeSource> cascades;
};

struct RuleFile {
  std::vector<PatternSource> patterns;
  std::vector<RuleSource> rules;
};

// Errors are added with their places; unknown keys are errors too.
Manifest read_manifest(std::string_view text, const std::string& file, std::vector<Error>& errors);
RuleFile read_rule_file(std::string_view text, const std::string& file, std::vector<Error>& errors);

}  // namespace copydesk
