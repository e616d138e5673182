// `copydesk score`: reports against gold.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace copydesk::cli {

struct ScoreArguments {
  std::string gold;
  std::string reports;
  unsigned errors = 0;  // most errors to print
};

void add_score(CLI::App& app, ScoreArguments& arguments);
int run_score(const ScoreArguments& arguments);

}  // namespace copydesk::cli
