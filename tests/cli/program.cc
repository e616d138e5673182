#include "cli/program.h"

#include <gmock/gmock.h>

#include <sstream>

#include "support/json_schema.h"

namespace copydesk::testing {

std::vector<nlohmann::json> records(const std::string& out) {
  static const JsonSchema schema = JsonSchema::load(COPYDESK_SOURCE_DIR "/lib/report/report.schema.json");
  std::vector<nlohmann::json> records;
  std::istringstream lines(out);
  for (std::string line; std::getline(lines, line);) {
    records.push_back(nlohmann::json::parse(line));
    EXPECT_THAT(schema.problems(records.back()), ::testing::IsEmpty()) << line;
  }
  return records;
}

std::vector<std::string> ids(const std::string& out) {
  std::vector<std::string> ids;
  std::istringstream lines(out);
  for (std::string line; std::getline(lines, line);) ids.push_back(nlohmann::json::parse(line).at("id"));
  return ids;
}

std::string row(const std::string& id, const std::string& text) {
  return nlohmann::json{{"id", id}, {"text", text}}.dump() + "\n";
}

}  // namespace copydesk::testing
