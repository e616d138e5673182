// Which mentions are one entity, as files `corpus/press/*.chains` have it: the report with `[a|Anna Nowak]` and `[a+b|the two women]`
// around what names or stands for what. Adjectives of countries stand for none.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace copydesk::testing {

struct ChainScore {
  int gold_links = 0, gold_found = 0;  // links of chains that need n - 1 for n mentions, and those that reports have
  int report_links = 0, report_right = 0;  // the same from the other side
  std::string errors;                      // gold chains that fall apart, report chains that mix

  double f1() const;
};

// Adds a report to `score`; `marked` is the file with its marks, `text` the report's own.
void score_chains(const std::string& marked, const std::string& text, const nlohmann::json& report, ChainScore& score);

}  // namespace copydesk::testing
