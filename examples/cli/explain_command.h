// `copydesk explain`: the rules and words behind the events of a report.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace copydesk::cli {

struct ExplainArguments {
  std::vector<std::string> inputs;
  std::vector<std::string> packs;
  std::string date;
};

void add_explain(CLI::App& app, ExplainArguments& arguments);
int run_explain(const ExplainArguments& arguments);

}  // namespace copydesk::cli
