#include "support/json_schema.h"

#include <gmock/gmock.h>

namespace copydesk::testing {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

struct Case {
  const char* schema;
  const char* good;
  const char* bad;
};

constexpr Case kCases[] = {
    {R"({"type": "null"})", "null", "0"},
    {R"({"type": "integer"})", "3", "3.5"},
    {R"({"type": "number"})", "3.5", "\"3\""},
    {R"({"type": "boolean"})", "true", "1"},
    {R"({"type": "array"})", "[]", "{}"},
    {R"({"const": "a"})", "\"a\"", "\"b\""},
    {R"({"enum": ["a", null]})", "null", "\"b\""},
    {R"({"minimum": 1})", "1", "0"},
    {R"({"minItems": 1})", "[1]", "[]"},
    {R"({"minLength": 2})", R"("éé")", R"("é")"},
    {R"({"pattern": "^e[1-9]$"})", "\"e1\"", "\"e0\""},
    {R"({"items": {"type": "string"}})", R"(["a", "b"])", R"(["a", 1])"},
    {R"({"required": ["a"]})", R"({"a": null})", "{}"},
    {R"({"properties": {"a": {"type": "null"}}})", R"({"b": 1})", R"({"a": 1})"},
    {R"({"properties": {"a": {}}, "additionalProperties": false})", R"({"a": 1})", R"({"b": 1})"},
    {R"({"oneOf": [{"type": "null"}, {"type": "string"}]})", "null", "1"},
    {R"({"oneOf": [{"type": "integer"}, {"minimum": 3}]})", "2", "4"},
    {R"({"anyOf": [{"type": "integer"}, {"type": "null"}]})", "4", "\"a\""},
    {R"({"$ref": "#/$defs/a", "$defs": {"a": {"type": "null"}}})", "null", "1"},
    {R"({"items": {"$ref": "#/$defs/a"}, "$defs": {"a": {"items": {"$ref": "#/$defs/a"}, "type": "array"}}})", "[[[]]]",
     "[[[1]]]"},
};

TEST(JsonSchema, TellsGoodFromBad) {
  for (const Case& c : kCases) {
    const JsonSchema schema(nlohmann::json::parse(c.schema));
    EXPECT_THAT(schema.problems(nlohmann::json::parse(c.bad)), Not(IsEmpty())) << c.schema << " of " << c.bad;
    EXPECT_THAT(schema.problems(nlohmann::json::parse(c.good)), IsEmpty()) << c.schema << " of " << c.good;
  }
}

TEST(JsonSchema, NamesThePlace) {
  const JsonSchema schema(nlohmann::json::parse(R"({"properties": {"a": {"items": {"type": "null"}}}})"));
  EXPECT_THAT(schema.problems(nlohmann::json::parse(R"({"a": [null, 1]})")),
              ::testing::ElementsAre("/a/1: expected null, found 1"));
}

TEST(JsonSchema, RefusesSchemasThatItDoesNotUnderstand) {
  for (const char* schema :
       {R"({"typ": "null"})", R"({"type": "text"})", R"({"type": ["null"]})", R"({"required": "a"})",
        R"({"properties": {"a": {"maxItems": 1}}})", R"({"$ref": "#/$defs/a"})", R"({"$ref": "a"})",
        R"({"items": [{}]})", R"({"oneOf": []})", R"({"enum": []})", R"({"minimum": "1"})", "true"})
    EXPECT_THROW(JsonSchema(nlohmann::json::parse(schema)), std::invalid_argument) << schema;
}

}  // namespace
}  // namespace copydesk::testing
