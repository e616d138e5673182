#include "pack_command.h"

#include <CLI/CLI.hpp>
#include <string>

#include "copydesk/pack.h"
#include "exit_codes.h"
#include "output.h"

namespace copydesk::cli {
namespace {

constexpr const char* kAbout = R"(Check and list language packs.

Examples:
  copydesk pack check my-pack    load a pack over the embedded one and run its examples
  copydesk pack list             the rules and lists of the embedded pack)";

constexpr const char* kFooter =
    "Exit codes: 0 all well; 2 wrong use; 3 bad pack, with every mistake as file:line:column.";

std::string count(std::uint32_t number, const char* one, const char* many) {
  return std::to_string(number) + " " + (number == 1 ? one : many);
}

std::string place_of(const PackItem& item) {
  return item.line == 0 ? item.file : item.file + ":" + std::to_string(item.line);
}

}  // namespace

void add_pack(CLI::App& app, PackArguments& arguments) {
  CLI::App& pack = *app.add_subcommand("pack", kAbout);
  pack.footer(kFooter);
  pack.require_subcommand(1);
  CLI::App* const check = pack.add_subcommand("check", "load packs and run the examples of their rules");
  CLI::App* const list = pack.add_subcommand("list", "rules and lists in the order in which they apply, tab-separated");
  for (CLI::App* const command : {check, list})
    command->add_option("FOLDER", arguments.folders, "packs laid over the embedded one, the last on top")
        ->option_text("PATH ...");
}

int run_pack_check(const PackArguments& arguments) {
  const Result<PackCheck> check = check_pack({.packs = arguments.folders});
  if (!check.ok()) return print_errors(check.errors()), kBadPack;
  const PackCheck& passed = check.value();
  return print_text(count(passed.rules, "rule", "rules") + ", " + count(passed.lists, "list", "lists") + " with " +
                    count(passed.entries, "entry", "entries") + "; " + count(passed.examples, "example", "examples") +
                    " and " + count(passed.counter_examples, "counter-example", "counter-examples") + " hold\n");
}

int run_pack_list(const PackArguments& arguments) {
  const Result<std::vector<PackItem>> items = list_pack({.packs = arguments.folders});
  if (!items.ok()) return print_errors(items.errors()), kBadPack;
  std::string text = "kind\tstage\tname\tplace\tentries\n";
  for (const PackItem& item : items.value())
    text += item.kind + '\t' + item.stage + '\t' + item.name + '\t' + place_of(item) + '\t' +
            (item.kind == "list" ? std::to_string(item.entries) : "") + '\n';
  return print_text(text);
}

}  // namespace copydesk::cli
