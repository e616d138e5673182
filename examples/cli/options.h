// What options take: each shows its values in the help, and tells what was expected where it is given something else.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace copydesk::cli {

void takes_one_of(CLI::Option* option, std::initializer_list<const char*> values);
void takes_number(CLI::Option* option, unsigned most);
void takes_date(CLI::Option* option);
void takes_charset(CLI::Option* option);

// One path, which `shown` names in the help; not the empty one, as of a variable of the shell that was never set.
void takes_path(CLI::Option* option, const char* shown);

// The packs of the commands that read reports.
void add_pack_option(CLI::App& command, std::vector<std::string>& packs);

inline constexpr const char* kOneStandardInput = "standard input, `-`, was given twice; it can be read once";

}  // namespace copydesk::cli
