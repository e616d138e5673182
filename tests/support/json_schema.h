// JsonSchema: checks JSON against the part of JSON Schema (draft 2020-12) that our schemas use.
//
//     const JsonSchema schema = JsonSchema::load(COPYDESK_SOURCE_DIR "/lib/report/report.schema.json");
//     EXPECT_THAT(schema.problems(report), IsEmpty());
//
// A keyword that it does not know, or a $ref that leads nowhere, is an error of the schema and throws.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <vector>

namespace copydesk::testing {

class JsonSchema {
 public:
  // Throws std::invalid_argument with the place and the mistake.
  explicit JsonSchema(nlohmann::json schema);
  static JsonSchema load(const std::string& path);

  // What is wrong with `value`, each as `/events/0/time: what`; empty where nothing is.
  std::vector<std::string> problems(const nlohmann::json& value) const;

 private:
  using Json = nlohmann::json;
  using Problems = std::vector<std::string>;

  void check_schema(const Json& schema, const std::string& place);
  void check_keyword(const std::string& keyword, const Json& value, const std::string& place);
  const Json& target(const std::string& reference) const;

  void check(const Json& schema, const Json& value, const std::string& place, Problems& problems) const;
  void check_keyword(const std::string& keyword, const Json& rule, const Json& value, const std::string& place,
                     Problems& problems) const;
  void check_object(const Json& schema, const Json& value, const std::string& place, Problems& problems) const;
  void check_alternatives(const std::string& keyword, const Json& rule, const Json& value, const std::string& place,
                          Problems& problems) const;

  Json schema_;
  std::map<std::string, std::regex> patterns_;
};

}  // namespace copydesk::testing
