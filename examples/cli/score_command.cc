#include "score_command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <system_error>

#include "exit_codes.h"
#include "options.h"
#include "output.h"
#include "score_events.h"
#include "score_spans.h"

namespace copydesk::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Rows = std::vector<Json>;

constexpr const char* kAbout = R"(Score reports against gold.

Examples:
  copydesk score gold.jsonl reports.jsonl
  copydesk score --errors 20 corpus/press reports.jsonl

Prints precision, recall and F1 of reports against gold: of events and their slots where gold has `events`, of times
where it has `times`, of names where it has `entities`.)";

constexpr std::string_view kGoldEnding = ".gold.json";

// `[json.exception.parse_error.101] parse error ...` without what is in the brackets.
std::string told_by(const Json::exception& failure) {
  const std::string_view what = failure.what();
  return std::string(what.substr(what.find(']') + 2));
}

bool take(Json value, Rows& rows, Error& error) {
  if (!value.is_object() || !value.contains("id") || !value["id"].is_string())
    return error.message = "expected a JSON object with an `id`", false;
  rows.push_back(std::move(value));
  return true;
}

// JSON objects: one a line in *.jsonl, one after another elsewhere.
bool read_rows(std::istream& in, bool lines, Rows& rows, Error& error) try {
  if (!lines) {
    for (Json value; (in >> std::ws).peek() != std::istream::traits_type::eof();)
      if (!take((in >> value, std::move(value)), rows, error)) return false;
    return true;
  }
  for (std::string line; std::getline(in, line);) {
    ++error.line;
    if (line.find_first_not_of(" \t\r") != line.npos && !take(Json::parse(line), rows, error)) return false;
  }
  return true;
} catch (const Json::exception& failure) {
  error.message = "no JSON: " + told_by(failure);
  return false;
}

bool read_file(const std::string& path, Rows& rows, Error& error) {
  error = {path, 0, 0, {}};
  if (path == "-") return read_rows(std::cin, false, rows, error);  // one report is written indented
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) return error.message = "cannot read: " + std::generic_category().message(errno), false;
  if (fs::is_directory(path)) return error.message = "expected a file, found a folder", false;
  return read_rows(in, !path.ends_with(".json"), rows, error);
}

// A file, or all *.gold.json of a folder in the order of their paths.
bool read_gold(const std::string& path, Rows& rows, Error& error) {
  if (!fs::is_directory(path)) return read_file(path, rows, error);
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(path))
    if (entry.path().string().ends_with(kGoldEnding)) files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  if (files.empty()) return error = {path, 0, 0, "the folder holds no *.gold.json file"}, false;
  return std::all_of(files.begin(), files.end(), [&](const std::string& file) { return read_file(file, rows, error); });
}

Rows rows_with(const Rows& rows, std::initializer_list<const char*> keys) {
  Rows found;
  for (const Json& row : rows)
    if (std::any_of(keys.begin(), keys.end(), [&](const char* key) { return row.contains(key); })) found.push_back(row);
  return found;
}

void print(const Score& score, unsigned most, std::string& out) {
  out += score.table;
  for (std::size_t i = 0; i < std::min<std::size_t>(most, score.errors.size()); ++i)
    out += "   " + score.errors[i] + "\n";
}

std::string all_scores(const Rows& gold, const Reports& reports, unsigned errors) {
  std::string out;
  const Rows spans = rows_with(gold, {"times", "entities"}), events = rows_with(gold, {"events"});
  if (!spans.empty()) print(score_spans(spans, reports), errors, out);
  if (!events.empty()) print(score_events(events, reports), errors, out);
  return out;
}

// Tells of gold whose documents nobody has read, which counts as missed: mostly of ids that are spelt otherwise.
void tell_of_missing(const Rows& gold, const Reports& reports, const ScoreArguments& arguments) {
  const auto missing = std::count_if(gold.begin(), gold.end(),
                                     [&](const Json& row) { return reports.count(row["id"].get<std::string>()) == 0; });
  if (missing == 0) return;
  const std::string counted = std::to_string(missing) + " of the " + std::to_string(gold.size());
  print_errors(
      {{arguments.reports, 0, 0, "no report of " + counted + " documents of gold; all of theirs counts as missed"}});
}

}  // namespace

void add_score(CLI::App& app, ScoreArguments& arguments) {
  CLI::App& score = *app.add_subcommand("score", kAbout);
  score.add_option("GOLD", arguments.gold, "a JSONL file, a *.gold.json file, or a folder of them")
      ->option_text("PATH")
      ->required();
  score.add_option("REPORTS", arguments.reports, "reports as `copydesk extract` writes them; - for standard input")
      ->option_text("PATH")
      ->required();
  takes_number(
      score.add_option("--errors", arguments.errors, "print at most N errors of each kind of score; 0 where not given"),
      1'000'000);
}

int run_score(const ScoreArguments& arguments) try {
  Rows gold, rows;
  Error error;
  if (!read_gold(arguments.gold, gold, error) || !read_file(arguments.reports, rows, error))
    return print_errors({error}), kSomeFailed;
  Reports reports;
  for (Json& row : rows) {
    const std::string id = row["id"];
    reports.insert_or_assign(id, std::move(row));
  }
  const std::string scores = all_scores(gold, reports, arguments.errors);
  if (scores.empty())
    return print_errors({{arguments.gold, 0, 0, "no `events`, `times` or `entities` to score"}}), kSomeFailed;
  tell_of_missing(gold, reports, arguments);
  return print_text(scores);
} catch (const Json::exception& failure) {
  return print_errors({{arguments.gold, 0, 0, "not as gold and reports are written: " + told_by(failure)}}),
         kSomeFailed;
} catch (const std::exception& failure) {
  return print_errors({{arguments.gold, 0, 0, failure.what()}}), kSomeFailed;
}

}  // namespace copydesk::cli
