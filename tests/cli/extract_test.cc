#include <gmock/gmock.h>

#include "cli/program.h"

namespace copydesk::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;
using Json = nlohmann::json;

TEST(Extract, StandardInputGivesOneIndentedReport) {
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"extract"}, {"extract", "-"}}) {
    const Finished run = copydesk(arguments, {.input = "Iran and Russia signed an accord."});
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_THAT(run.out, StartsWith("{\n  \"schema\": \"copydesk.report/1\",\n  \"id\": \"stdin\",\n"));
    EXPECT_THAT(records(Json::parse(run.out).dump()), ::testing::SizeIs(1));
    EXPECT_THAT(run.err, IsEmpty());
  }
}

TEST(Extract, FormatFollowsTheInput) {
  const TemporaryFolder folder;
  write_file(folder / "a.txt", "One.");
  write_file(folder / "b.jsonl", row("b", "Two."));
  write_file(folder / "press/c.txt", "Three.");
  struct Case {
    std::vector<std::string> arguments;
    const char* begin;
  };
  const Case cases[] = {
      {{"a.txt"}, "{\n  \"schema\""},
      {{"a.txt", "--to", "jsonl"}, "{\"schema\""},
      {{"a.txt", "--to", "line"}, "# a\n"},
      {{"a.txt", "a.txt"}, "{\"schema\""},
      {{"press"}, "{\"schema\""},
      {{"b.jsonl"}, "{\"schema\""},
      {{"b.jsonl", "--to", "json"}, "{\n  \"schema\""},
      {{"b.jsonl", "--from", "text", "--to", "line"}, "# b\n"},
      {{"b.jsonl", "--to", "line", "--date", "2025-12-06"}, "# b 2025-12-06\n"},
  };
  for (const auto& [arguments, begin] : cases) {
    std::vector<std::string> all{"extract"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const Finished run = copydesk(all, {.directory = folder.path()});
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_THAT(run.out, StartsWith(begin)) << ::testing::PrintToString(arguments);
  }
}

TEST(Extract, FoldersAreReadToTheBottomInOrder) {
  const TemporaryFolder folder;
  for (const char* name : {"b.txt", "a/z.txt", "a/b/deep.v2.txt", "a/b/skipped.html", "c/rows.jsonl"})
    write_file(folder / name, row("row", "Text."));
  EXPECT_THAT(ids(copydesk({"extract", folder.path()}).out), ElementsAre("deep.v2", "z", "b"));
  EXPECT_THAT(ids(copydesk({"extract", "--from", "jsonl", folder.path()}).out), ElementsAre("row"));
}

TEST(Extract, RowsOfAllKinds) {
  const TemporaryFolder folder;
  write_file(folder / "rows.jsonl",
             "\xEF\xBB\xBF{\"id\": \"a\", \"text\": \"One.\"}\r\n"
             "\r\n"
             "   \n"
             "{\"text\": \"Two.\", \"date\": \"2025-12-06\", \"extra\": [1, {\"id\": \"no\"}]}\n"
             "{\"id\": 7, \"text\": \"\"}\n"
             "{\"id\": \"\\u00e9\", \"text\": \"Three.\", \"date\": null}\n"
             "{\"id\": \"last\", \"text\": \"no line feed\", \"date\": \"2025-12-06T10:00:00Z\"}");
  for (const char* jobs : {"1", "2"}) {
    const Finished run = copydesk({"extract", "--jobs", jobs, folder / "rows.jsonl"});
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_THAT(ids(run.out), ElementsAre("a", "line-4", "7", "é", "last"));
    EXPECT_EQ(records(run.out)[1]["reference_date"], "2025-12-06");
    EXPECT_EQ(records(run.out)[4]["reference_date"], "2025-12-06");
    EXPECT_EQ(records(run.out)[0]["reference_date"], nullptr);
  }
}

TEST(Extract, DateOfTheRowComesBeforeTheOption) {
  const Finished run = copydesk({"extract", "--from", "jsonl", "--date", "2020-01-01"},
                                {.input = "{\"text\": \"a\"}\n{\"text\": \"b\", \"date\": \"2025-12-06\"}\n"});
  EXPECT_EQ(records(run.out)[0]["reference_date"], "2020-01-01");
  EXPECT_EQ(records(run.out)[1]["reference_date"], "2025-12-06");
}

struct BadRow {
  const char* row;
  const char* id;
  const char* message;
};

constexpr BadRow kBadRows[] = {
    {"no JSON", "line-1", "no JSON: "},
    {"{\"id\": \"x\", \"text\": \"cut", "x", "no JSON: "},
    {"{\"id\": \"x\", \"text\": \"a\"} {}", "x", "no JSON: "},
    {"[1]", "line-1", "expected a JSON object, found array"},
    {"{\"id\": \"x\"}", "x", "the row has no `text`"},
    {"{\"id\": \"x\", \"text\": null}", "x", "`text` is no string"},
    {"{\"id\": \"x\", \"text\": [\"a\"]}", "x", "`text` is no string"},
    {"{\"id\": [1], \"text\": \"a\"}", "line-1", "`id` is neither string nor number"},
    {"{\"id\": \"x\", \"text\": \"a\", \"date\": 20251206}", "x", "`date` is no string"},
};

TEST(Extract, AWrongDateCostsTheDateNotTheDocument) {
  for (const char* date : {"yesterday", "2025-13-01", "03-02-2009"}) {
    const std::string line = std::string(R"({"id": "x", "text": "They met.", "date": ")") + date + "\"}\n";
    const Finished run = copydesk({"extract", "--from", "jsonl"}, {.input = line});
    EXPECT_EQ(run.exit_code, 1) << date;
    EXPECT_THAT(run.err, HasSubstr(std::string("expected a `date` such as 2025-12-06, found `") + date)) << date;
    const std::vector<Json> all = records(run.out);
    ASSERT_EQ(all.size(), 1u) << date;
    EXPECT_FALSE(all[0].contains("error")) << date;
    EXPECT_TRUE(all[0]["reference_date"].is_null()) << date;
  }
}

TEST(Extract, BadRowsGiveErrorRecordsAndTheRunGoesOn) {
  for (const BadRow& bad : kBadRows) {
    const Finished run =
        copydesk({"extract", "--from", "jsonl"}, {.input = std::string(bad.row) + "\n" + row("good", "Text.")});
    EXPECT_EQ(run.exit_code, 1) << bad.row;
    EXPECT_THAT(run.err, StartsWith("standard input:1:")) << bad.row;
    EXPECT_THAT(run.err, HasSubstr(bad.message)) << bad.row;
    const std::vector<Json> all = records(run.out);
    ASSERT_EQ(all.size(), 2u) << bad.row;
    EXPECT_EQ(all[0]["id"], bad.id) << bad.row;
    EXPECT_EQ(all[0]["error"]["line"], 1) << bad.row;
    EXPECT_THAT(all[0]["error"]["message"].get<std::string>(), HasSubstr(bad.message)) << bad.row;
    EXPECT_EQ(all[1]["id"], "good");
    EXPECT_FALSE(all[1].contains("error"));
  }
}

TEST(Extract, UnreadableFilesGiveErrorRecordsAndTheRunGoesOn) {
  const TemporaryFolder folder;
  write_file(folder / "good.txt", "Text.");
  write_file(folder / "empty/note.md", "no text file");
  write_file(folder / "bare/note.md", "no text file");
  const Finished run = copydesk({"extract", "--to", "jsonl", "gone.txt", "gone.jsonl", "good.txt", "empty", "bare"},
                                {.directory = folder.path()});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(ids(run.out), ElementsAre("gone", "gone", "good"));
  EXPECT_EQ(records(run.out)[0]["error"]["file"], "gone.txt");
  EXPECT_THAT(run.err, HasSubstr("gone.txt: cannot read: No such file or directory\n"));
  EXPECT_THAT(run.err, HasSubstr("gone.jsonl: cannot read: No such file or directory\n"));
  EXPECT_THAT(run.err, HasSubstr("empty: the folder holds no *.txt file\n"));
  EXPECT_THAT(run.err, HasSubstr("bare: the folder holds no *.txt file\n"));
}

// Rows of very different lengths, so that workers finish out of order.
std::string many_rows(int count) {
  std::string rows;
  for (int i = 0; i < count; ++i) {
    std::string text;
    for (int k = 0; k < (i * 37) % 101 * (i % 50 == 0 ? 50 : 1); ++k)
      text += "Iran and Russia signed an accord in Moscow. ";
    rows += row("doc-" + std::to_string(i), text);
    if (i % 97 == 0) rows += "bad row\n";
  }
  return rows;
}

TEST(Extract, OutputDoesNotDependOnJobs) {
  const TemporaryFolder folder;
  write_file(folder / "rows.jsonl", many_rows(800));
  const Finished one = copydesk({"extract", "--jobs", "1", folder / "rows.jsonl"});
  EXPECT_EQ(one.exit_code, 1);
  EXPECT_EQ(ids(one.out).size(), 800u + 9u);
  for (const char* jobs : {"2", "4", "0"}) {
    const Finished run = copydesk({"extract", "--jobs", jobs, folder / "rows.jsonl"});
    EXPECT_TRUE(run.out == one.out) << jobs << " jobs";
    EXPECT_EQ(run.err, one.err) << jobs << " jobs";
    EXPECT_EQ(run.exit_code, 1);
  }
}

TEST(Extract, FilesStayInOrderWhateverTheJobs) {
  const TemporaryFolder folder;
  for (std::size_t i = 100; i < 200; ++i)
    write_file(folder / (std::to_string(i) + ".txt"), std::string(i % 7 * 5000, 'a'));
  EXPECT_EQ(copydesk({"extract", folder.path()}).out, copydesk({"extract", "--jobs", "4", folder.path()}).out);
}

TEST(Extract, OffsetsInEachUnit) {
  struct Case {
    const char* unit;
    int end;
  };
  for (const auto& [unit, end] : {Case{"utf8", 15}, Case{"utf16", 10}, Case{"codepoint", 8}}) {
    const Json report =
        Json::parse(copydesk({"extract", "--offsets", unit}, {.input = "\U0001F91Dé \U0001F91D Go."}).out);
    EXPECT_EQ(report["offsets"], unit);
    EXPECT_EQ(report["sentences"].back()["end"], end) << unit;
  }
}

TEST(Extract, NoProgressWithoutATerminal) { EXPECT_THAT(copydesk({"extract"}, {.input = "Text."}).err, IsEmpty()); }

}  // namespace
}  // namespace copydesk::testing
