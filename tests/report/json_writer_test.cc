#include "report/json_writer.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

namespace copydesk::testing {
namespace {

std::string string_of(std::string_view value) {
  std::string out;
  JsonWriter(out, false).string(value);
  return out;
}

TEST(JsonWriter, Strings) {
  using namespace std::string_view_literals;
  struct Case {
    std::string_view value, expected;
  };
  constexpr Case kCases[] = {
      {"", R"("")"},
      {"plain text that is longer than eight bytes", R"("plain text that is longer than eight bytes")"},
      {"a \"quoted\" \\ word", R"("a \"quoted\" \\ word")"},
      {"line\nfeed\r\ttab", R"("line\nfeed\r\ttab")"},
      {"\x01\x1f\x7f", "\"\\u0001\\u001f\x7f\""},
      {"\0"sv, R"("\u0000")"},
      {"é € 😀", R"("é € 😀")"},
      {"cut \xE2\x82", "\"cut \uFFFD\uFFFD\""},
      {"over\xC0\xAFlong", "\"over\uFFFD\uFFFDlong\""},
      {"\xE0\x80\x80\xF0\x80\x80\x80", "\"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\""},
      {"\xED\xA0\x80", "\"\uFFFD\uFFFD\uFFFD\""},
      {"\xF4\x90\x80\x80\xF5", "\"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\""},
      {"é\"é\"é\"é\"é\"", R"("é\"é\"é\"é\"é\"")"},
  };
  for (const auto& [value, expected] : kCases) EXPECT_EQ(string_of(value), expected) << value;
}

// What nlohmann's writer refuses is no UTF-8.
bool is_utf8(const std::string& bytes) try {
  return !nlohmann::json(bytes).dump().empty();
} catch (const nlohmann::json::type_error&) {
  return false;
}

RC_GTEST_PROP(JsonWriter, AnyStringIsValidJson, ()) {
  const auto likely = rc::gen::elementOf(std::string("\"\\ a\n\xC3\xA9"));
  const auto bytes = *rc::gen::container<std::string>(rc::gen::oneOf(rc::gen::arbitrary<char>(), likely));
  const std::string json = string_of(bytes);
  RC_ASSERT(nlohmann::json::accept(json));
  if (is_utf8(bytes)) RC_ASSERT(nlohmann::json::parse(json) == bytes);
}

void write_sample(JsonWriter& json) {
  json.begin_object();
  json.key("empty").begin_list();
  json.end_list();
  json.key("line").begin_list(JsonWriter::Shape::line);
  json.item().number(0);
  json.item().begin_object();
  json.key("a").null();
  json.key("b").number(18446744073709551615u);
  json.end_object();
  json.end_list();
  json.key("block").begin_list();
  json.item().id('e', 0);
  json.item().id('v', 0xFFFFFFFFu);
  json.end_list();
  json.end_object();
}

TEST(JsonWriter, OneLine) {
  std::string out = "> ";
  {
    JsonWriter json(out, false);
    write_sample(json);
  }
  EXPECT_EQ(out, R"(> {"empty":[],"line":[0,{"a":null,"b":18446744073709551615}],"block":["e1","v4294967296"]})");
}

TEST(JsonWriter, Indented) {
  std::string out;
  {
    JsonWriter json(out, true);
    write_sample(json);
  }
  EXPECT_EQ(out, R"({
  "empty": [],
  "line": [0, {"a": null, "b": 18446744073709551615}],
  "block": [
    "e1",
    "v4294967296"
  ]
})");
}

}  // namespace
}  // namespace copydesk::testing
