// `copydesk pack`: tools for authors of language packs.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace copydesk::cli {

struct PackArguments {
  std::vector<std::string> folders;  // none: the embedded pack alone
};

void add_pack(CLI::App& app, PackArguments& arguments);
int run_pack_check(const PackArguments& arguments);
int run_pack_list(const PackArguments& arguments);

}  // namespace copydesk::cli
