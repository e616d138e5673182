#include "rules/toml_reader.h"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <functional>
#include <map>

namespace copydesk {
namespace {

using Handlers = std::map<std::string_view, std::function<void(const toml::node&)>>;

// Reads tables whose keys are known, and says of every other node what was expected there.
class Reader {
 public:
  Reader(std::string_view text, const std::string& file, std::vector<Error>& errors) : text_(text), file_(file), errors_(errors) {}

  void document(const Handlers& handlers) {
    const toml::parse_result parsed = toml::parse(text_, file_);
    if (parsed) return keys(parsed.table(), handlers);
    const toml::parse_error& error = parsed.error();
    errors_.push_back({file_, error.source().begin.line, error.source().begin.column, std::string(error.description())});
  }

  void table(const toml::node& node, const Handlers& handlers) {
    if (const toml::table* found = node.as_table()) return keys(*found, handlers);
    fail(node, "expected a table");
  }

  // Calls `each` for every element of an array.
  void array(const toml::node& node, const std::function<void(const toml::node&)>& each) {
    const toml::array* found = node.as_array();
    if (found == nullptr) return fail(node, "expected an array");
    for (const toml::node& element : *found) each(element);
  }

  SourceText text(const toml::node& node) {
    const toml::value<std::string>* found = node.as_string();
    if (found == nullptr) fail(node, "expected a string");
    return {found == nullptr ? std::string() : found->get(), first_byte(node)};
  }

  std::vector<SourceText> texts(const toml::node& node) {
    std::vector<SourceText> all;
    array(node, [&](const toml::node& element) { all.push_back(text(element)); });
    return all;
  }

  Place place(const toml::node& node) const {
    return {file_, static_cast<std::uint32_t>(node.source().begin.line), static_cast<std::uint32_t>(node.source().begin.column)};
  }

  void fail(const toml::node& node, std::string message) {
    const Place at = place(node);
    errors_.push_back({at.file, at.line, at.column, std::move(message)});
  }

 private:
  void keys(const toml::table& table, const Handlers& handlers) {
    for (const auto& [key, node] : table) {
      const auto handler = handlers.find(key.str());
      if (handler != handlers.end()) {
        handler->second(node);
        continue;
      }
      std::string known;
      for (const auto& [name, unused] : handlers) (known += known.empty() ? "" : ", ") += name;
      errors_.push_back({file_, static_cast<std::uint32_t>(key.source().begin.line),
                         static_cast<std::uint32_t>(key.source().begin.column),
                         "found key '" + std::string(key.str()) + "', expected one of: " + known});
    }
  }

  // Where the string itself begins, after its quotes and, in a literal of several lines, the line feed behind them.
  Place first_byte(const toml::node& node) const {
    Place at = place(node);
    std::size_t offset = 0;
    for (std::uint32_t line = 1; line < at.line; ++line) offset = text_.find('\n', offset) + 1;
    const std::string_view rest = text_.substr(std::min(text_.size(), offset + at.column - 1));
    const bool tripled = rest.starts_with("'''") || rest.starts_with("\"\"\"");
    if (tripled && rest.substr(3).starts_with('\n')) return {at.file, at.line + 1, 1};
    at.column += tripled ? 3 : 1;
    return at;
  }

  std::string_view text_;
  const std::string& file_;
  std::vector<Error>& errors_;
};

ExampleSource read_example(Reader& reader, const toml::node& node) {
  ExampleSource example;
  if (node.is_string()) {
    example.text = reader.text(node);
    return example;
  }
  reader.table(node, {{"text", [&](const toml::node& n) { example.text = reader.text(n); }},
                      {"gives", [&](const toml::node& n) { example.gives = reader.text(n).text; }},
                      {"date", [&](const toml::node& n) { example.date = reader.text(n).text; }}});
  return example;
}

RuleSource read_rule(Reader& reader, const toml::node& node, std::vector<Error>& errors) {
  RuleSource rule;
  const auto into = [&](SourceText& target) { return [&](const toml::node& n) { target = reader.text(n); }; };
  const auto examples = [&](std::vector<ExampleSource>& target) {
    return [&](const toml::node& n) {
      reader.array(n, [&](const toml::node& element) { target.push_back(read_example(reader, element)); });
    };
  };
  const auto fields = [&](const toml::node& n) {
    if (const toml::table* table = n.as_table())
      for (const auto& [key, value] : *table) rule.fields.push_back({std::string(key.str()), reader.text(value)});
    else
      reader.fail(n, "expected a table");
  };
  reader.table(node, {{"name", into(rule.name)}, {"gives", into(rule.gives)}, {"pattern", into(rule.pattern)},
                      {"before", into(rule.before)}, {"not_before", into(rule.not_before)}, {"after", into(rule.after)},
                      {"not_after", into(rule.not_after)}, {"with", fields}, {"examples", examples(rule.examples)},
                      {"counter_examples", examples(rule.counter_examples)}});
  const Place at = reader.place(node);
  for (const auto& [text, key] : {std::pair(&rule.name, "name"), {&rule.gives, "gives"}, {&rule.pattern, "pattern"}})
    if (text->text.empty()) errors.push_back({at.file, at.line, at.column, std::string("rule without '") + key + "'"});
  return rule;
}

}  // namespace

Manifest read_manifest(std::string_view text, const std::string& file, std::vector<Error>& errors) {
  Reader reader(text, file, errors);
  Manifest manifest;
  const auto into = [&](SourceText& target) { return [&](const toml::node& n) { target = reader.text(n); }; };
  const auto all_into = [&](std::vector<SourceText>& target) { return [&](const toml::node& n) { target = reader.texts(n); }; };
  const auto read_groups = [&](const toml::node& n) {
    if (const toml::table* table = n.as_table())
      for (const auto& [key, value] : *table) manifest.groups.push_back({std::string(key.str()), reader.texts(value)});
    else
      reader.fail(n, "expected a table");
  };
  const auto read_list = [&](const toml::node& node) {
    ListSource list;
    reader.table(node, {{"name", into(list.name)}, {"file", into(list.file)}});
    manifest.lists.push_back(list);
  };
  const auto read_cascade = [&](const toml::node& node) {
    CascadeSource cascade;
    reader.table(node, {{"name", into(cascade.name)}, {"room", into(cascade.room)}, {"keep", into(cascade.keep)},
                        {"rules", all_into(cascade.files)}});
    manifest.cascades.push_back(cascade);
  };
  reader.document({
      {"name", [&](const toml::node& n) { manifest.name = reader.text(n).text; }},
      {"language", [&](const toml::node& n) { manifest.language = reader.text(n).text; }},
      {"words", [&](const toml::node& n) {
         reader.table(n, {{"classes", all_into(manifest.classes)}, {"files", all_into(manifest.word_files)},
                          {"contexts", into(manifest.contexts)}, {"groups", read_groups}});
       }},
      {"text", [&](const toml::node& n) { reader.table(n, {{"layout", into(manifest.layout)}}); }},
      {"tokens", [&](const toml::node& n) {
         reader.table(n, {{"abbreviations", into(manifest.abbreviations)}, {"starters", into(manifest.starters)},
                          {"joined_prefixes", into(manifest.joined_prefixes)}, {"clitics", into(manifest.clitics)}});
       }},
      {"list", [&](const toml::node& n) { reader.array(n, read_list); }},
      {"cascade", [&](const toml::node& n) { reader.array(n, read_cascade); }},
  });
  return manifest;
}

RuleFile read_rule_file(std::string_view text, const std::string& file, std::vector<Error>& errors) {
  Reader reader(text, file, errors);
  RuleFile rules;
  const auto read_pattern = [&](const toml::node& node) {
    PatternSource pattern;
    reader.table(node, {{"name", [&](const toml::node& n) { pattern.name = reader.text(n); }},
                        {"is", [&](const toml::node& n) { pattern.is = reader.text(n); }}});
    rules.patterns.push_back(pattern);
  };
  reader.document({
      {"pattern", [&](const toml::node& n) { reader.array(n, read_pattern); }},
      {"rule", [&](const toml::node& n) {
         reader.array(n, [&](const toml::node& node) { rules.rules.push_back(read_rule(reader, node, errors)); });
       }},
  });
  return rules;
}

}  // namespace copydesk
