// Every input that a fuzzer or a user once broke something with, and every seed, read again; see tests/fuzz/targets.h.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "targets.h"

namespace copydesk::fuzz {
namespace {

struct Target {
  const char* name;
  void (*run)(std::string_view);
};

constexpr Target kTargets[] = {{"report", fuzz_report}, {"pack", fuzz_pack}, {"jsonl", fuzz_jsonl}};

std::vector<std::filesystem::path> inputs(const std::string& target) {
  const std::filesystem::path tests = COPYDESK_TESTS_FOLDER;
  std::vector<std::filesystem::path> paths;
  for (const auto& folder : {tests / "replay" / target, tests / "fuzz/seeds" / target}) {
    if (!std::filesystem::exists(folder)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      if (entry.is_regular_file() && entry.path().filename() != ".gitkeep") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Replay, EveryInputKeepsThePromises) {
  for (const Target& target : kTargets) {
    const std::vector<std::filesystem::path> paths = inputs(target.name);
    EXPECT_FALSE(paths.empty()) << target.name;
    for (const std::filesystem::path& path : paths) EXPECT_NO_THROW(target.run(content(path))) << path;
  }
}

TEST(Replay, EdgesOfAnyInput) {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  const std::string edges[] = {"",
                               "\n",
                               std::string(1, '\0'),
                               "\xEF\xBB\xBF",
                               "\xFF\xFE",
                               "\xF4\x90\x80\x80",
                               "\xE2\x82",
                               deep,
                               "{\"text\": \"x\", \"more\": " + deep + "}"};
  for (const Target& target : kTargets)
    for (const std::string& edge : edges)
      EXPECT_NO_THROW(target.run(edge)) << target.name << ": " << testing::PrintToString(edge.substr(0, 100));
}

}  // namespace
}  // namespace copydesk::fuzz
