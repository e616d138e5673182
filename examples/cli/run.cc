#include "run.h"

#include <CLI/CLI.hpp>
#include <exception>
#include <memory>
#include <sstream>
#include <string>

#include "copydesk/version.h"
#include "exit_codes.h"
#include "explain_command.h"
#include "extract_command.h"
#include "pack_command.h"
#include "score_command.h"

namespace copydesk::cli {
namespace {

constexpr const char* kAbout =
    R"(Reads press reports and tells who signed what with whom, which forum was held, who met whom.

Examples:
  copydesk extract story.txt
  copydesk extract --jobs 0 --output reports.jsonl stories.jsonl
  copydesk explain story.txt
  copydesk score gold.jsonl reports.jsonl
  copydesk pack check my-pack
  copydesk extract --help)";

// Lists a command by the first line of what is said about it; its own help says the rest.
class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_subcommand(const CLI::App* command) const override {
    const std::string about = command->get_description();
    std::ostringstream out;
    CLI::detail::format_help(out, command->get_display_name(), about.substr(0, about.find('\n')), column_width_);
    return out.str();
  }
  std::string make_description(const CLI::App* command) const override { return command->get_description() + "\n\n"; }
};

// The command that was begun: `copydesk`, `copydesk pack`.
std::string command_of(const CLI::App& app) {
  std::string command = app.get_name();
  for (const CLI::App* at = &app; !at->get_subcommands().empty();) {
    at = at->get_subcommands().front();
    command += " " + at->get_name();
  }
  return command;
}

// `expected extract, explain, score or pack, found `extrct``, of the command where one is missing.
std::string wanted_command(const CLI::App& app) {
  const CLI::App* at = &app;
  while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
  std::string names;
  const auto commands = at->get_subcommands([](const CLI::App*) { return true; });
  for (const CLI::App* one : commands)
    names += (one == commands.front() ? "" : one == commands.back() ? " or " : ", ") + one->get_name();
  const std::vector<std::string> rest = app.remaining(true);
  return "expected " + names + (rest.empty() ? "" : ", found `" + rest.front() + "`");
}

std::string failure(const CLI::App* app, const CLI::Error& error) {
  const bool no_command = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError) &&
                          std::string_view(error.what()).starts_with("A subcommand");
  const std::string command = command_of(*app);
  return command + ": " + (no_command ? wanted_command(*app) : error.what()) + "\nRun " + command +
         " --help for more information.\n";
}

int run_command(int argc, char** argv) {
  CLI::App app(kAbout, "copydesk");
  app.formatter(std::make_shared<HelpFormatter>());
  app.set_version_flag("--version", "copydesk " COPYDESK_VERSION);
  app.require_subcommand(1);
  app.failure_message(failure);
  ExtractArguments extract;
  ExplainArguments explain;
  ScoreArguments score;
  PackArguments pack;
  add_extract(app, extract);
  add_explain(app, explain);
  add_score(app, score);
  add_pack(app, pack);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kAllWell : kUsage;
  }
  if (app.got_subcommand("extract")) return run_extract(extract);
  if (app.got_subcommand("explain")) return run_explain(explain);
  if (app.got_subcommand("score")) return run_score(score);
  return app.get_subcommand("pack")->got_subcommand("check") ? run_pack_check(pack) : run_pack_list(pack);
}

}  // namespace

int run(int argc, char** argv) {
  try {
    return run_command(argc, argv);
  } catch (const std::exception& error) {
    return print_errors({{"copydesk", 0, 0, error.what()}}), kSomeFailed;
  }
}

}  // namespace copydesk::cli
