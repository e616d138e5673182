// Scores of small data written for the test. The expected tables are those of the reference scorer on the same files.
#include <gmock/gmock.h>

#include "cli/program.h"
#include "score_names.h"

namespace copydesk::testing {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

const std::string kFolder = COPYDESK_SOURCE_DIR "/tests/cli/score/";

TEST(Score, TablesOfTheReferenceScorer) {
  for (const std::string name : {"spans", "events"}) {
    const Finished run = copydesk({"score", kFolder + name + ".gold.jsonl", kFolder + name + ".reports.jsonl"});
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_EQ(run.out, read_file(kFolder + name + ".expected"));
  }
}

TEST(Score, ErrorsOnRequest) {
  const std::string gold = kFolder + "events.gold.jsonl", reports = kFolder + "events.reports.jsonl";
  const std::string table = copydesk({"score", gold, reports}).out;
  const std::string with_errors = copydesk({"score", "--errors", "2", gold, reports}).out;
  ASSERT_THAT(with_errors, StartsWith(table));
  const std::string errors = with_errors.substr(table.size());
  EXPECT_EQ(std::count(errors.begin(), errors.end(), '\n'), 2) << errors;
  EXPECT_THAT(errors, StartsWith("   extra  a meeting asserted "));
}

TEST(Score, GoldOfAFolderAndReportsOfEveryForm) {
  const TemporaryFolder folder;
  const std::string event =
      R"({"type": "signing", "modality": "asserted", "triggers": ["signed"], "participants": []})";
  write_file(folder / "a.gold.json", "{\n\"id\": \"a\", \"events\": [" + event + "]\n}");
  write_file(folder / "deep/b.gold.json", R"({"id": "b", "events": []})");
  write_file(folder / "deep/other.json", "no gold");
  const std::string report = R"({"id": "a", "events": [{"id": "v1", "type": "signing", "modality": "asserted", )"
                             R"("triggers": [{"text": "signed"}]}]})";
  write_file(folder / "reports.jsonl", report + "\n");
  write_file(folder / "reports.json", "{\n  " + report.substr(1) + "\n{\"id\": \"b\"}\n");
  const char* const right = "EVENTS all types                   P 100.0  R 100.0  F1 100.0   (1/1 system, 1 gold)\n";
  EXPECT_THAT(copydesk({"score", folder.path(), folder / "reports.jsonl"}).out, HasSubstr(right));
  EXPECT_THAT(copydesk({"score", folder.path(), folder / "reports.json"}).out, HasSubstr(right));
  EXPECT_THAT(copydesk({"score", folder / "a.gold.json", folder / "reports.jsonl"}).out, HasSubstr(right));
  EXPECT_THAT(copydesk({"score", folder / "a.gold.json", "-"}, {.input = report}).out, HasSubstr(right));
  EXPECT_THAT(copydesk({"score", folder / "a.gold.json", "-"}, {.input = "{\n  " + report.substr(1)}).out,
              HasSubstr(right));
}

TEST(Score, UnreadableFilesTellTheirPlace) {
  const TemporaryFolder folder;
  write_file(folder / "gold.jsonl", "{\"id\": \"a\", \"events\": []}\n");
  write_file(folder / "bad.jsonl", "{\"id\": \"a\"}\n{\"id\": 1}\n");
  write_file(folder / "bare.jsonl", "{\"id\": \"a\"}\n");
  write_file(folder / "report.jsonl", R"({"id": "a", "events": [{"type": "signing", "modality": "asserted", )"
                                      R"("triggers": [{"text": "signed"}], "time": {"value": "2025"}}]})");
  struct Case {
    const char *gold, *reports, *message;
  };
  for (const auto& [gold, reports, message] :
       {Case{"gone.jsonl", "bad.jsonl", "gone.jsonl: cannot read: No such file"},
        Case{"gold.jsonl", "gone.jsonl", "gone.jsonl: cannot read"},
        Case{"gold.jsonl", "bad.jsonl", "bad.jsonl:2: expected a JSON object with an `id`"},
        Case{"report.jsonl", "report.jsonl", "report.jsonl: not as gold and reports are written: "},
        Case{"bare.jsonl", "bare.jsonl", "bare.jsonl: no `events`, `times` or `entities` to score"}}) {
    const Finished run = copydesk({"score", gold, reports}, {.directory = folder.path()});
    EXPECT_EQ(run.exit_code, 1);
    EXPECT_THAT(run.err, HasSubstr(message));
  }
}

TEST(Score, TellsOfDocumentsThatNobodyRead) {
  const TemporaryFolder folder;
  write_file(folder / "gold.jsonl", "{\"id\": \"a\", \"events\": []}\n{\"id\": \"b\", \"events\": []}\n");
  const Finished run = copydesk({"score", folder / "gold.jsonl", "-"}, {.input = "{\"id\": \"b\"}\n"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.err, HasSubstr("no report of 1 of the 2 documents of gold"));
}

struct Names {
  const char *a, *b;
  bool same;
};

TEST(Score, Names) {
  constexpr Names kCases[] = {
      {"Meysam Abedi", "Abedi", true},
      {"the Ministry of Trade", "Trade Ministry", true},
      {"President Putin", "Vladimir Putin", true},
      {"Iran", "Iraq", false},
      {"Iran's", "Iran", true},
      {"Russia\u2019s", "RUSSIA", true},
      {"the president", "the President", true},
      {"the president", "the minister", false},
      {"United States", "United Kingdom", false},
      {"José", "JOSÉ", true},
      {"O'Neil", "Neil", false},
      {"A B C", "A B", false},
      {"", "", true},
  };
  for (const auto& [a, b, same] : kCases) {
    EXPECT_EQ(cli::same_name(a, b), same) << a << " | " << b;
    EXPECT_EQ(cli::same_name(b, a), same) << b << " | " << a;
  }
}

TEST(Score, Times) {
  EXPECT_TRUE(cli::same_time("2025-12-05", "2025-12-05"));
  EXPECT_TRUE(cli::same_time("2025-12-05/2025-12-07", "2025-12-05"));
  EXPECT_FALSE(cli::same_time("2025-12-05/2025-12-07", "2025-12-05/2025-12-06"));
  EXPECT_FALSE(cli::same_time("2025-12-05", ""));
  EXPECT_TRUE(cli::same_time("", ""));
}

}  // namespace
}  // namespace copydesk::testing
