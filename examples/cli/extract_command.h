// `copydesk extract`: reports of documents.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace copydesk::cli {

// What the command line says; empty where it says nothing.
struct ExtractArguments {
  std::vector<std::string> inputs;
  std::string from;
  std::string to;
  std::string date;
  std::string date_order;
  std::string language;
  std::string charset;
  std::string offsets = "utf8";
  std::string output;
  std::vector<std::string> packs;
  unsigned jobs = 1;  // 0: one a core
  bool explain = false;
  bool no_progress = false;
};

void add_extract(CLI::App& app, ExtractArguments& arguments);
int run_extract(const ExtractArguments& arguments);

}  // namespace copydesk::cli
