#include "jsonl_row.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "json_scanner.h"

namespace copydesk::cli {
namespace {

enum class Field { id, text, date, other };

Field field_of(std::string_view key) {
  return key == "id" ? Field::id : key == "text" ? Field::text : key == "date" ? Field::date : Field::other;
}

// What a row is read into, and what it turned out to have.
struct Reading {
  JsonlRow& row;
  std::string key;
  bool has_text = false;
  std::string_view wrong;  // the first field of another kind than it should be: what was expected
};

// Reads the value of one of our fields. False where it is no JSON.
bool scan_field(JsonScanner& json, Field field, Reading& reading) {
  std::string& value = field == Field::id ? reading.row.id : field == Field::text ? reading.row.text : reading.row.date;
  value.clear();
  if (field == Field::text) reading.has_text = true;
  const char first = json.peek();
  if (first == '"') return json.string(value);
  if (field == Field::id && (first == '-' || (first >= '0' && first <= '9'))) return json.number(value);
  if (field == Field::text)
    reading.wrong = "`text` is no string";
  else if (first != 'n')
    reading.wrong = field == Field::id ? "`id` is neither string nor number" : "`date` is no string";
  return json.skip_value();
}

bool scan(std::string_view line, Reading& reading) {
  JsonScanner json(line);
  if (!json.take('{')) return false;
  if (json.take('}')) return json.at_end();
  do {
    if (json.peek() != '"' || !json.string(reading.key) || !json.take(':')) return false;
    const Field field = field_of(reading.key);
    if (field == Field::other ? !json.skip_value() : !scan_field(json, field, reading)) return false;
  } while (json.take(','));
  return json.take('}') && json.at_end();
}

// `[json.exception.parse_error.101] parse error at line 1, column 5: syntax error ...` without its prefix.
void describe(const nlohmann::json::exception& failure, Error& error) {
  const std::string_view what = failure.what();
  const std::size_t column = what.find("column ");
  const std::size_t colon = what.find(": ", column == what.npos ? 0 : column);
  error.message = "no JSON: " + std::string(colon == what.npos ? what : what.substr(colon + 2));
  if (column != what.npos) std::from_chars(what.data() + column + 7, what.data() + what.size(), error.column);
}

// Reads with a full parser a line that the scanner cannot read, nearly always to tell why.
bool parse(std::string_view line, Reading& reading, Error& error) try {
  const nlohmann::json json = nlohmann::json::parse(line);
  if (!json.is_object()) return error.message = std::string("expected a JSON object, found ") + json.type_name(), false;
  reading.has_text = json.contains("text");
  reading.wrong = {};
  for (const auto& [key, value] : json.items()) {
    const Field field = field_of(key);
    if (field == Field::other) continue;
    // What is nested may be nested too deep to be written, and is wrong in any of our fields.
    const std::string spelt =
        value.is_structured() ? "{}" : value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    JsonScanner scanner(spelt);
    if (!scan_field(scanner, field, reading)) return false;
  }
  return true;
} catch (const nlohmann::json::exception& failure) {
  describe(failure, error);
  return false;
}

}  // namespace

bool read_row(std::string_view line, JsonlRow& row, Error& error) {
  row.id.clear();
  row.text.clear();
  row.date.clear();
  Reading reading{row, {}, false, {}};
  if (!scan(line, reading) && !parse(line, reading, error)) return false;
  if (!reading.has_text) reading.wrong = "the row has no `text`";
  error.message = reading.wrong;
  return reading.wrong.empty();
}

}  // namespace copydesk::cli
