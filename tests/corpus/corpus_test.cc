// The corpus as a whole: every report keeps the schema and the invariant of offsets, no score falls below its floor, and any
// number of threads gives the same bytes.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "cli/program.h"
#include "corpus/chains.h"

namespace copydesk::testing {
namespace {

const std::filesystem::path kCorpus = std::filesystem::path(COPYDESK_SOURCE_DIR) / "corpus";
const std::filesystem::path kPress = kCorpus / "press";  // which has chains

std::string content(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::string all_reports(const std::string& jobs, const std::filesystem::path& folder = kPress) {
  const Finished run = copydesk({"extract", folder.string(), "--to", "jsonl", "--jobs", jobs});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  return run.out;
}

class CorpusFolder : public ::testing::TestWithParam<const char*> {
 protected:
  std::filesystem::path folder() const { return kCorpus / GetParam(); }
};

// Every object that has begin, end and text slices the input.
void check_slices(const nlohmann::json& node, const std::string& input, const std::string& id) {
  if (node.is_object() && node.contains("begin") && node.contains("end") && node.contains("text")) {
    const auto begin = node["begin"].get<std::size_t>(), end = node["end"].get<std::size_t>();
    ASSERT_LE(end, input.size()) << id << ": " << node.dump();
    EXPECT_EQ(input.substr(begin, end - begin), node["text"].get<std::string>()) << id << ": " << node.dump();
  }
  if (node.is_structured())
    for (const auto& child : node) check_slices(child, input, id);
}

TEST_P(CorpusFolder, EveryReportHasItsGold) {
  std::size_t reports = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder())) {
    if (entry.path().extension() != ".txt") continue;
    ++reports;
    std::filesystem::path gold = entry.path();
    EXPECT_TRUE(std::filesystem::exists(gold.replace_extension(".gold.json"))) << gold;
  }
  EXPECT_GE(reports, 30u);
}

TEST_P(CorpusFolder, ReportsKeepSchemaAndOffsets) {
  for (const nlohmann::json& report : records(all_reports("1", folder()))) {
    const auto id = report["id"].get<std::string>();
    check_slices(report, content(folder() / (id + ".txt")), id);
  }
}

// Adds the score of which mentions are one entity; `copydesk score` knows nothing of it.
void add_chains(const std::string& reports, std::map<std::string, double>& scores) {
  ChainScore score;
  int files = 0;
  for (const nlohmann::json& report : records(reports)) {
    const std::filesystem::path path = kPress / report["id"].get<std::string>();
    if (!std::filesystem::exists(path.string() + ".chains")) continue;
    score_chains(content(path.string() + ".chains"), content(path.string() + ".txt"), report, score);
    ++files;
  }
  EXPECT_GE(files, 20);
  scores["links of mentions"] = score.f1();
  if (std::getenv("COPYDESK_SHOW") != nullptr) std::cout << score.errors << score.f1() << '\n';
}

TEST(Corpus, ThreadsGiveTheSameBytes) { EXPECT_EQ(all_reports("1"), all_reports("4")); }

std::map<std::string, double> scores_of(const std::filesystem::path& folder) {
  const std::string reports = ::testing::TempDir() + "/copydesk-" + folder.filename().string() + ".jsonl";
  const std::string read = all_reports("1", folder);
  std::ofstream(reports, std::ios::binary) << read;
  const Finished run = copydesk({"score", folder.string(), reports});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  std::map<std::string, double> scores;
  std::istringstream lines(run.out);
  for (std::string line; std::getline(lines, line);)
    if (const std::size_t f1 = line.find("F1"); f1 != std::string::npos)
      scores[line.substr(0, line.find("  "))] = std::stod(line.substr(f1 + 2));
  if (folder == kPress) add_chains(read, scores);
  return scores;
}

TEST_P(CorpusFolder, ScoresStayAboveTheirFloors) {
  std::map<std::string, double> scores = scores_of(folder());
  std::istringstream floors(content(folder() / "floors.tsv"));
  int checked = 0;
  for (std::string line; std::getline(floors, line);) {
    if (line.empty() || line[0] == '#' || line.starts_with("score\t")) continue;
    const std::string name = line.substr(0, line.find('\t'));
    ASSERT_TRUE(scores.contains(name)) << name;
    EXPECT_GE(scores[name], std::stod(line.substr(name.size() + 1))) << name;
    ++checked;
  }
  EXPECT_GE(checked, 2);
}

INSTANTIATE_TEST_SUITE_P(Corpus, CorpusFolder, ::testing::Values("press", "agencies", "held-out"),
                         [](const auto& folder) {
                           std::string name = folder.param;
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace
}  // namespace copydesk::testing
