// Sentences of our own, by kind of expression, each with all times that it holds: english_phrases.tsv.
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "english.h"

namespace copydesk::testing {
namespace {

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char c : line) c == '\t' ? static_cast<void>(cells.emplace_back()) : cells.back().push_back(c);
  return cells;
}

std::string written_times(const std::string& text, const std::string& date) {
  const Document document = document_of(text, date);
  std::string out;
  for (const TimeExpression& time : document.times) {
    if (!out.empty()) out += " | ";
    out += std::string(document.text_of(time.span)) + "=" + time.value;
    if (!time.mod.empty()) out += " " + time.mod;
  }
  return out;
}

TEST(EnglishPhrases, AreReadAsTheTableSays) {
  std::ifstream table(COPYDESK_PHRASES);
  int rows = 0;
  for (std::string line; std::getline(table, line);) {
    if (line.starts_with("# ") || line.starts_with("kind\t")) continue;
    const std::vector<std::string> cells = cells_of(line);
    ASSERT_EQ(cells.size(), 4u) << line;
    EXPECT_EQ(written_times(cells[2], cells[1].empty() ? "2025-12-06" : cells[1]), cells[3]) << line;
    ++rows;
  }
  EXPECT_GT(rows, 300);
}

}  // namespace
}  // namespace copydesk::testing
