#include "rules/toml_reader.h"

#define TOML_EXCEPTIONS 0
// Builds for debugging would end the program over bytes outside of UTF-8 where the parser has an error to tell.
#define TOML_ASSERT(expr) static_cast<void>(0)
#include <toml++/toml.h>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <map>
#include <sstream>
#include <utility>

namespace copydesk {
namespace {

using Handler = std::function<void(const toml::node&)>;
using Handlers = std::initializer_list<std::pair<std::string_view, Handler>>;

std::vector<std::size_t> line_begins(std::string_view text) {
  std::vector<std::size_t> begins{0};
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos;) begins.push_back(++at);
  return begins;
}

// Reads tables whose keys are known, and says of every other node what was expected there.
class Reader {
 public:
  Reader(std::string_view text, const std::string& file, std::vector<Error>& errors)
      : text_(text), lines_(line_begins(text)), file_(file), errors_(errors) {}

  void document(const Handlers& handlers) {
    const toml::parse_result parsed = toml::parse(text_, file_);
    if (parsed) return keys(parsed.table(), handlers);
    const toml::parse_error& error = parsed.error();
    errors_.push_back(
        {file_, error.source().begin.line, error.source().begin.column, std::string(error.description())});
  }

  void table(const toml::node& node, const Handlers& handlers) {
    if (const toml::table* found = node.as_table()) return keys(*found, handlers);
    fail(place(node), "expected a table");
  }

  // Calls `each` for every element of an array.
  void array(const toml::node& node, const Handler& each) {
    const toml::array* found = node.as_array();
    if (found == nullptr) return fail(place(node), "expected an array");
    for (const toml::node& element : *found) each(element);
  }

  // Calls `each` for every key of a table that may have any.
  void entries(const toml::node& node, const std::function<void(std::string, const toml::node&)>& each) {
    const toml::table* found = node.as_table();
    if (found == nullptr) return fail(place(node), "expected a table");
    for (const auto& [key, value] : *found) each(std::string(key.str()), value);
  }

  SourceText text(const toml::node& node) {
    const toml::value<std::string>* found = node.as_string();
    if (found == nullptr) fail(place(node), "expected a string");
    return {found == nullptr ? std::string() : found->get(), first_byte(node)};
  }

  std::vector<SourceText> texts(const toml::node& node) {
    std::vector<SourceText> all;
    array(node, [&](const toml::node& element) { all.push_back(text(element)); });
    return all;
  }

  Handler into(SourceText& target) {
    return [this, &target](const toml::node& node) { target = text(node); };
  }
  Handler into(std::string& target) {
    return [this, &target](const toml::node& node) { target = text(node).text; };
  }
  Handler into(std::vector<SourceText>& target) {
    return [this, &target](const toml::node& node) { target = texts(node); };
  }

  // Says that a `kind` of thing lacks a key that it must have.
  void require(const toml::node& node, std::string_view kind, const SourceText& text, std::string_view key) {
    if (text.text.empty()) fail(place(node), std::string(kind) + " without '" + std::string(key) + "'");
  }

  Place place(const toml::node& node) const {
    return {file_, static_cast<std::uint32_t>(node.source().begin.line),
            static_cast<std::uint32_t>(node.source().begin.column)};
  }

  void fail(const Place& at, std::string message) {
    errors_.push_back({at.file, at.line, at.column, std::move(message)});
  }

 private:
  void keys(const toml::table& table, const Handlers& handlers) {
    for (const auto& [key, node] : table) {
      const auto handler = std::ranges::find(handlers, key.str(), [](const auto& one) { return one.first; });
      if (handler != handlers.end())
        handler->second(node);
      else
        unknown(key, handlers);
    }
  }

  void unknown(const toml::key& key, const Handlers& handlers) {
    std::vector<std::string_view> names;
    for (const auto& [name, unused] : handlers) names.push_back(name);
    std::ranges::sort(names);
    std::string known;
    for (const std::string_view name : names) (known += known.empty() ? "" : ", ") += name;
    fail({file_, static_cast<std::uint32_t>(key.source().begin.line),
          static_cast<std::uint32_t>(key.source().begin.column)},
         "found key '" + std::string(key.str()) + "', expected one of: " + known);
  }

  // Where the string itself begins, after its quotes and, in a literal of several lines, the line feed behind them.
  Place first_byte(const toml::node& node) const {
    Place at = place(node);
    if (at.line == 0 || at.line > lines_.size()) return at;
    const std::string_view rest = text_.substr(std::min(text_.size(), lines_[at.line - 1] + at.column - 1));
    const bool tripled = rest.starts_with("'''") || rest.starts_with("\"\"\"");
    if (tripled && (rest.substr(3).starts_with('\n') || rest.substr(3).starts_with("\r\n")))
      return {at.file, at.line + 1, 1};
    at.column += tripled ? 3 : 1;
    return at;
  }

  std::string_view text_;
  std::vector<std::size_t> lines_;
  const std::string& file_;
  std::vector<Error>& errors_;
};

ExampleSource read_example(Reader& reader, const toml::node& node) {
  ExampleSource example;
  if (node.is_string())
    example.text = reader.text(node);
  else
    reader.table(node, {{"text", reader.into(example.text)},
                        {"gives", reader.into(example.gives)},
                        {"date", reader.into(example.date)}});
  return example;
}

Handler examples_into(Reader& reader, std::vector<ExampleSource>& target) {
  return [&](const toml::node& node) {
    reader.array(node, [&](const toml::node& element) { target.push_back(read_example(reader, element)); });
  };
}

RuleSource read_rule(Reader& reader, const toml::node& node) {
  RuleSource rule;
  const Handler fields = [&](const toml::node& table) {
    reader.entries(table, [&](std::string key, const toml::node& value) {
      rule.fields.push_back({std::move(key), reader.text(value)});
    });
  };
  reader.table(node, {{"name", reader.into(rule.name)},
                      {"gives", reader.into(rule.gives)},
                      {"pattern", reader.into(rule.pattern)},
                      {"before", reader.into(rule.before)},
                      {"not_before", reader.into(rule.not_before)},
                      {"after", reader.into(rule.after)},
                      {"not_after", reader.into(rule.not_after)},
                      {"with", fields},
                      {"examples", examples_into(reader, rule.examples)},
                      {"counter_examples", examples_into(reader, rule.counter_examples)}});
  reader.require(node, "rule", rule.name, "name");
  reader.require(node, "rule", rule.gives, "gives");
  reader.require(node, "rule", rule.pattern, "pattern");
  return rule;
}

PatternSource read_pattern(Reader& reader, const toml::node& node) {
  PatternSource pattern;
  reader.table(node, {{"name", reader.into(pattern.name)}, {"is", reader.into(pattern.is)}});
  reader.require(node, "pattern", pattern.name, "name");
  reader.require(node, "pattern", pattern.is, "is");
  return pattern;
}

// An array of values, or a string of checks; see list_checks.h.
CellSource read_cell(Reader& reader, std::string column, const toml::node& node) {
  CellSource cell{.column = {std::move(column), reader.place(node)}, .one_of = {}, .of_list = {}};
  if (node.is_array()) {
    for (SourceText& value : reader.texts(node)) cell.one_of.push_back(std::move(value.text));
    return cell;
  }
  const SourceText checks = reader.text(node);
  std::istringstream words(checks.text);
  for (std::string word; words >> word;) {
    if (word == "identifier")
      cell.identifier = true;
    else if (word == "unique")
      cell.unique = true;
    else if (word.find('.') != std::string::npos)
      cell.of_list = word;
    else
      reader.fail(checks.place, "found '" + word + "', expected identifier, unique, LIST.COLUMN or an array of values");
  }
  return cell;
}

ListSource read_list(Reader& reader, const toml::node& node) {
  ListSource list;
  const Handler cells = [&](const toml::node& table) {
    reader.entries(table, [&](std::string key, const toml::node& value) {
      list.cells.push_back(read_cell(reader, std::move(key), value));
    });
  };
  const Handler needs = [&](const toml::node& columns) { list.needs = reader.texts(columns); };
  reader.table(
      node, {{"name", reader.into(list.name)}, {"file", reader.into(list.file)}, {"cells", cells}, {"needs", needs}});
  reader.require(node, "list", list.name, "name");
  reader.require(node, "list", list.file, "file");
  return list;
}

CascadeSource read_cascade(Reader& reader, const toml::node& node) {
  CascadeSource cascade;
  reader.table(node, {{"name", reader.into(cascade.name)},
                      {"room", reader.into(cascade.room)},
                      {"keep", reader.into(cascade.keep)},
                      {"rules", reader.into(cascade.files)}});
  reader.require(node, "cascade", cascade.name, "name");
  if (cascade.name.place.line == 0) cascade.name.place = reader.place(node);
  return cascade;
}

// Two of one name in one file are a slip of the pen.
template <class Named>
void fail_twins(Reader& reader, const std::vector<Named>& all, std::string_view kind) {
  std::map<std::string_view, std::uint32_t> lines;
  for (const Named& one : all) {
    const auto [known, added] = lines.try_emplace(one.name.text, one.name.place.line);
    if (added || one.name.text.empty()) continue;
    reader.fail(one.name.place, "found " + std::string(kind) + " '" + one.name.text +
                                    "' a second time, it stands in line " + std::to_string(known->second));
  }
}

// Calls `read` for every table of an array of tables and keeps what it returns.
template <class Made>
Handler all_into(Reader& reader, std::vector<Made>& target, Made (*read)(Reader&, const toml::node&)) {
  return [&reader, &target, read](const toml::node& node) {
    reader.array(node, [&](const toml::node& element) { target.push_back(read(reader, element)); });
  };
}

Handler words_into(Reader& reader, Manifest& manifest) {
  return [&](const toml::node& node) {
    const Handler groups = [&](const toml::node& table) {
      reader.entries(table, [&](std::string key, const toml::node& value) {
        manifest.groups.push_back({std::move(key), reader.texts(value)});
      });
    };
    reader.table(node, {{"classes", reader.into(manifest.classes)},
                        {"files", reader.into(manifest.word_files)},
                        {"contexts", reader.into(manifest.contexts)},
                        {"groups", groups}});
  };
}

Handler tokens_into(Reader& reader, Manifest& manifest) {
  return [&](const toml::node& node) {
    reader.table(node, {{"abbreviations", reader.into(manifest.abbreviations)},
                        {"starters", reader.into(manifest.starters)},
                        {"joined_prefixes", reader.into(manifest.joined_prefixes)},
                        {"clitics", reader.into(manifest.clitics)}});
  };
}

}  // namespace

Manifest read_manifest(std::string_view text, const std::string& file, std::vector<Error>& errors) {
  Reader reader(text, file, errors);
  Manifest manifest;
  const Handler layout = [&](const toml::node& node) {
    reader.table(node, {{"layout", reader.into(manifest.layout)}});
  };
  reader.document({{"name", reader.into(manifest.name)},
                   {"language", reader.into(manifest.language)},
                   {"words", words_into(reader, manifest)},
                   {"text", layout},
                   {"tokens", tokens_into(reader, manifest)},
                   {"list", all_into(reader, manifest.lists, read_list)},
                   {"cascade", all_into(reader, manifest.cascades, read_cascade)}});
  fail_twins(reader, manifest.lists, "list");
  fail_twins(reader, manifest.cascades, "cascade");
  return manifest;
}

RuleFile read_rule_file(std::string_view text, const std::string& file, std::vector<Error>& errors) {
  Reader reader(text, file, errors);
  RuleFile rules;
  reader.document({{"pattern", all_into(reader, rules.patterns, read_pattern)},
                   {"rule", all_into(reader, rules.rules, read_rule)}});
  fail_twins(reader, rules.rules, "rule");
  fail_twins(reader, rules.patterns, "pattern");
  return rules;
}

}  // namespace copydesk
