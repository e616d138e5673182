#include "explain_command.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "copydesk/explain.h"
#include "exit_codes.h"
#include "file.h"
#include "inputs.h"
#include "options.h"
#include "output.h"

namespace copydesk::cli {
namespace {

constexpr const char* kAbout =
    R"(Tell which rules and words gave the events of a report, and what came nearest elsewhere.

Examples:
  copydesk explain story.txt
  copydesk explain --pack my-pack --date 2025-12-06 story.txt)";

constexpr const char* kFooter =
    "Exit codes: 0 all well; 1 a file cannot be read; 2 wrong use; 3 bad pack; 4 the output cannot be written.";

bool read_whole(const std::string& path, std::string& text) {
  constexpr std::size_t kBlock = 1 << 16;
  File file;
  if (file.open(path))
    while (file.read(kBlock, text)) continue;
  if (!file.failed()) return true;
  print_errors({file.error(path)});
  return false;
}

bool holds_rows(const std::string& path) { return kind_of_file(path) == InputKind::jsonl; }

}  // namespace

void add_explain(CLI::App& app, ExplainArguments& arguments) {
  CLI::App& command = *app.add_subcommand("explain", kAbout);
  command.footer(kFooter);
  takes_path(command.add_option("FILE", arguments.inputs, "text files; - or nothing for standard input"), "PATH ...");
  takes_date(command.add_option("--date", arguments.date, "reference date of reports that have none of their own"));
  add_pack_option(command, arguments.packs);
}

int run_explain(const ExplainArguments& arguments) {
  const std::vector<std::string> paths = arguments.inputs.empty() ? std::vector<std::string>{"-"} : arguments.inputs;
  if (std::count(paths.begin(), paths.end(), "-") > 1) return usage_error(kOneStandardInput);
  if (std::any_of(paths.begin(), paths.end(), holds_rows))
    return usage_error("explain reads text; of JSONL, `copydesk extract --explain` tells");
  std::string all;
  bool failed = false;
  for (const std::string& path : paths) {
    std::string text;
    if (!read_whole(path, text)) {
      failed = true;
      continue;
    }
    const Result<std::string> told = explain({.packs = arguments.packs}, text, {.reference_date = arguments.date});
    if (!told.ok()) return print_errors(told.errors()), kBadPack;
    if (paths.size() > 1) all += "# " + path + "\n";
    all += told.value();
  }
  const int written = print_text(all);
  return written == kAllWell && failed ? kSomeFailed : written;
}

}  // namespace copydesk::cli
