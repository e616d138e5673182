#include "support/json_schema.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <stdexcept>

namespace copydesk::testing {
namespace {

using Json = nlohmann::json;

[[noreturn]] void mistake(const std::string& place, const std::string& what) {
  throw std::invalid_argument(std::string("schema ").append(place.empty() ? "/" : place).append(": ").append(what));
}

void require(bool holds, const std::string& place, const std::string& what) {
  if (!holds) mistake(place, what);
}

bool is_list_of_texts(const Json& value) {
  return value.is_array() && std::all_of(value.begin(), value.end(), [](const Json& item) { return item.is_string(); });
}

std::string item_place(const std::string& place, std::size_t index) {
  return std::string(place).append("/").append(std::to_string(index));
}

const std::set<std::string> kTypes = {"null", "boolean", "integer", "number", "string", "array", "object"};
const std::set<std::string> kRemarks = {"$schema", "$id", "title", "description"};

bool has_type(const Json& value, const std::string& type) {
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  return value.type_name() == type;
}

// Characters of a valid UTF-8 text.
std::size_t length(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

JsonSchema::JsonSchema(Json schema) : schema_(std::move(schema)) { check_schema(schema_, ""); }

JsonSchema JsonSchema::load(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::invalid_argument("cannot read " + path);
  return JsonSchema(Json::parse(in));
}

void JsonSchema::check_schema(const Json& schema, const std::string& place) {
  require(schema.is_object(), place, "expected a schema, found " + schema.dump());
  for (const auto& [keyword, value] : schema.items())
    if (kRemarks.count(keyword) == 0) check_keyword(keyword, value, place + "/" + keyword);
}

void JsonSchema::check_keyword(const std::string& keyword, const Json& value, const std::string& place) {
  if (keyword == "type") {
    require(value.is_string() && kTypes.count(value) != 0, place, "no type: " + value.dump());
  } else if (keyword == "properties" || keyword == "$defs") {
    require(value.is_object(), place, "expected an object");
    for (const auto& [name, schema] : value.items()) check_schema(schema, place + "/" + name);
  } else if (keyword == "additionalProperties") {
    require(value.is_boolean(), place, "expected true or false");
  } else if (keyword == "required") {
    require(is_list_of_texts(value), place, "expected a list of names");
  } else if (keyword == "oneOf" || keyword == "anyOf") {
    require(value.is_array() && !value.empty(), place, "expected schemas");
    for (std::size_t i = 0; i < value.size(); ++i) check_schema(value[i], item_place(place, i));
  } else if (keyword == "items") {
    check_schema(value, place);
  } else if (keyword == "enum") {
    require(value.is_array() && !value.empty(), place, "expected values");
  } else if (keyword == "minimum" || keyword == "minItems" || keyword == "minLength") {
    require(value.is_number_integer(), place, "expected a whole number");
  } else if (keyword == "pattern") {
    require(value.is_string(), place, "expected a regular expression");
    patterns_.emplace(value, std::regex(value.get<std::string>(), std::regex::ECMAScript));
  } else if (keyword == "$ref") {
    require(value.is_string(), place, "expected a reference");
    target(value);
  } else {
    require(keyword == "const", place, "unknown keyword");
  }
}

const Json& JsonSchema::target(const std::string& reference) const {
  require(reference.starts_with("#/$defs/"), reference, "a reference begins with #/$defs/");
  const Json::json_pointer pointer(reference.substr(1));
  require(schema_.contains(pointer), reference, "leads nowhere");
  return schema_.at(pointer);
}

std::vector<std::string> JsonSchema::problems(const Json& value) const {
  Problems problems;
  check(schema_, value, "", problems);
  return problems;
}

void JsonSchema::check(const Json& schema, const Json& value, const std::string& place, Problems& problems) const {
  for (const auto& [keyword, rule] : schema.items()) check_keyword(keyword, rule, value, place, problems);
  if (value.is_object()) check_object(schema, value, place, problems);
}

void JsonSchema::check_keyword(const std::string& keyword, const Json& rule, const Json& value,
                               const std::string& place, Problems& problems) const {
  const auto problem = [&](const std::string& what) {
    problems.push_back(place + ": " + what + ", found " + value.dump());
  };
  if (keyword == "type" && !has_type(value, rule)) problem("expected " + rule.get<std::string>());
  if (keyword == "const" && value != rule) problem("expected " + rule.dump());
  if (keyword == "enum" && std::find(rule.begin(), rule.end(), value) == rule.end())
    problem("expected one of " + rule.dump());
  if (keyword == "minimum" && value.is_number() && value < rule) problem("expected at least " + rule.dump());
  if (keyword == "minItems" && value.is_array() && value.size() < rule) problem("expected more items");
  if (keyword == "minLength" && value.is_string() && length(value) < rule) problem("expected a longer text");
  if (keyword == "pattern" && value.is_string() && !std::regex_search(value.get<std::string>(), patterns_.at(rule)))
    problem("expected " + rule.get<std::string>());
  if (keyword == "items" && value.is_array())
    for (std::size_t i = 0; i < value.size(); ++i) check(rule, value[i], item_place(place, i), problems);
  if (keyword == "$ref") check(target(rule), value, place, problems);
  if (keyword == "oneOf" || keyword == "anyOf") check_alternatives(keyword, rule, value, place, problems);
}

void JsonSchema::check_object(const Json& schema, const Json& value, const std::string& place,
                              Problems& problems) const {
  static const Json kNone = Json::object();
  const Json& properties = schema.contains("properties") ? schema["properties"] : kNone;
  const Json& required = schema.contains("required") ? schema["required"] : kNone;
  const bool open = schema.value("additionalProperties", true);
  for (const auto& [name, item] : value.items()) {
    const auto property = properties.find(name);
    if (property != properties.end()) {
      check(*property, item, place + "/" + name, problems);
    } else if (!open) {
      problems.push_back(place + "/" + name + ": not expected");
    }
  }
  for (const Json& name : required)
    if (!value.contains(name.get_ref<const std::string&>()))
      problems.push_back(place + "/" + name.get<std::string>() + ": missing");
}

void JsonSchema::check_alternatives(const std::string& keyword, const Json& rule, const Json& value,
                                    const std::string& place, Problems& problems) const {
  std::size_t holding = 0;
  Problems nearest;
  for (const Json& schema : rule) {
    Problems found;
    check(schema, value, place, found);
    holding += found.empty();
    if (nearest.empty() || found.size() < nearest.size()) nearest = found;
  }
  if (holding == 0) problems.insert(problems.end(), nearest.begin(), nearest.end());
  if (holding > 1 && keyword == "oneOf") problems.push_back(place + ": more than one alternative holds");
}

}  // namespace copydesk::testing
