#include "texts.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace copydesk::bench {
namespace {

constexpr std::size_t kCorpusBytes = 2'000'000;

Texts load() {
  const std::filesystem::path source = COPYDESK_SOURCE;
  Texts texts;
  const auto add = [&texts](std::string text) {
    texts.bytes += text.size();
    texts.documents.push_back(std::move(text));
  };
  const std::vector<std::string> reports = corpus_reports();
  if (reports.empty()) throw std::runtime_error("no report in corpus/press/");
  while (texts.bytes < kCorpusBytes)
    for (const std::string& report : reports) add(report);

  std::ifstream newswire(source / "../shared/data/newswire-raw.jsonl");
  for (std::string line; std::getline(newswire, line);) add(nlohmann::json::parse(line).at("text").get<std::string>());
  return texts;
}

}  // namespace

std::vector<std::string> corpus_reports() {
  const std::filesystem::path folder = std::filesystem::path(COPYDESK_SOURCE) / "corpus/press";
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> reports;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    reports.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return reports;
}

const Texts& texts() {
  static const Texts loaded = load();
  return loaded;
}

}  // namespace copydesk::bench
