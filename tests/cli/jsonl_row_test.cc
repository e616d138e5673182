#include "jsonl_row.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "json_scanner.h"

namespace copydesk::testing {
namespace {

using cli::JsonlRow;
using cli::read_row;

struct Good {
  const char* line;
  JsonlRow expected;
};

TEST(JsonlRow, Good) {
  const Good cases[] = {
      {R"({"id": "a", "text": "b", "date": "2025-12-06"})", {"a", "b", "2025-12-06"}},
      {" \t{ \"text\" : \"b\" }\r", {"", "b", ""}},
      {R"({"text": ""})", {"", "", ""}},
      {R"({"id": null, "text": "b", "date": null})", {"", "b", ""}},
      {R"({"id": -12, "text": "b"})", {"-12", "b", ""}},
      {R"({"id": 1.50e+3, "text": "b"})", {"1.50e+3", "b", ""}},
      {R"({"text": "one", "text": "two"})", {"", "two", ""}},
      {R"({"text": "a\"\\\/\b\f\n\r\tz"})", {"", "a\"\\/\b\f\n\r\tz", ""}},
      {R"({"text": "\u0041\u00e9\u20AC\ud83d\ude00"})", {"", "Aé€😀", ""}},
      {R"({"text": "\ud83d \ud83d\ud83d\ude00 \ude00"})", {"", "\uFFFD \uFFFD😀 \uFFFD", ""}},
      {R"({"\u0074ext": "b"})", {"", "b", ""}},
      {R"({"x": [[], {}, [1, -2.5e3, true, false, null, {"text": "no"}], "]}"], "text": "b"})", {"", "b", ""}},
      {"{\"text\": \"bad \xFF byte\"}", {"", "bad \xFF byte", ""}},
      {"{\"text\": \"long enough for eight bytes at once é and on\"}",
       {"", "long enough for eight bytes at once é and on", ""}},
  };
  for (const auto& [line, expected] : cases) {
    JsonlRow row{"old", "old", "old"};
    Error error;
    EXPECT_TRUE(read_row(line, row, error)) << line << " " << error.message;
    EXPECT_EQ(row.id, expected.id) << line;
    EXPECT_EQ(row.text, expected.text) << line;
    EXPECT_EQ(row.date, expected.date) << line;
  }
}

TEST(JsonlRow, DeepNestingIsReadOver) {
  const std::string line = "{\"x\": " + std::string(5000, '[') + std::string(5000, ']') + ", \"text\": \"b\"}";
  JsonlRow row;
  Error error;
  EXPECT_TRUE(read_row(line, row, error)) << error.message;
  EXPECT_EQ(row.text, "b");
}

TEST(JsonlRow, BadTellsTheColumn) {
  struct Case {
    const char* line;
    std::uint32_t column;
    const char* message;
  };
  constexpr Case kCases[] = {
      {"", 1, "unexpected end of input"},
      {"{\"text\": \"b\"", 13, "unexpected end of input"},
      {"{\"text\": tru}", 13, "invalid literal"},
      {"{\"text\": 'b'}", 10, "invalid literal"},
      {"{\"text\": \"b\",}", 14, "expected string literal"},
      {"{\"text\": \"tab\there\"}", 14, "control character"},
      {"{\"text\": 01}", 11, "unexpected number literal"},
      {"\"text\"", 0, "expected a JSON object, found string"},
      {"{}", 0, "the row has no `text`"},
      {"{\"text\": 1}", 0, "`text` is no string"},
  };
  for (const auto& [line, column, message] : kCases) {
    JsonlRow row;
    Error error;
    EXPECT_FALSE(read_row(line, row, error)) << line;
    EXPECT_EQ(error.column, column) << line;
    EXPECT_THAT(error.message, ::testing::HasSubstr(message)) << line;
  }
}

// Lines made of the pieces that JSON is made of: the scanner says yes only where a full parser does.
RC_GTEST_PROP(JsonScanner, AcceptsNoMoreThanAFullParser, ()) {
  const std::vector<std::string> pieces = {"{",           "}",       "[",      "]",  ",",    ":",    "\"a\"",
                                           "\"text\"",    "1",       "-0.5e1", "01", "null", "true", "nul",
                                           "\"\\u00e9\"", "\"\\x\"", "\"",     " ",  "é"};
  const auto chosen = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
  std::string line;
  for (const std::string& piece : chosen) line += piece;
  cli::JsonScanner scanner(line);
  const bool accepted = scanner.skip_value() && scanner.at_end();
  RC_ASSERT(accepted == nlohmann::json::accept(line));
}

RC_GTEST_PROP(JsonlRow, ReadsWhatWasWritten, (std::string id, std::string text, bool escaped)) {
  const nlohmann::json json{{"id", id}, {"text", text}, {"other", {1, "a", nullptr}}};
  const std::string line = json.dump(-1, ' ', escaped, nlohmann::json::error_handler_t::replace);
  JsonlRow row;
  Error error;
  RC_ASSERT(read_row(line, row, error));
  const nlohmann::json expected = nlohmann::json::parse(line);
  RC_ASSERT(row.text == expected["text"].get<std::string>());
  RC_ASSERT(row.id == expected["id"].get<std::string>());
}

}  // namespace
}  // namespace copydesk::testing
