#include <gmock/gmock.h>

#include "cli/program.h"
#include "copydesk/version.h"

namespace copydesk::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;
using ::testing::Not;

TEST(Usage, Version) {
  const Finished run = copydesk({"--version"});
  EXPECT_EQ(run.out, "copydesk " COPYDESK_VERSION "\n");
  EXPECT_EQ(run.exit_code, 0);
}

TEST(Usage, HelpBeginsWithExamples) {
  for (const std::vector<std::string>& command : {std::vector<std::string>{}, {"extract"}, {"score"}, {"pack"}}) {
    std::vector<std::string> arguments = command;
    arguments.push_back("--help");
    const Finished run = copydesk(arguments);
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_THAT(run.err, IsEmpty());
    const std::size_t examples = run.out.find("\n\nExamples:\n  copydesk ");
    EXPECT_LT(examples, run.out.find("Usage:")) << run.out;
    EXPECT_LT(run.out.find("Usage:"), run.out.find("Options:")) << run.out;
  }
}

TEST(Usage, HelpNamesEveryOption) {
  const std::string help = copydesk({"extract", "--help"}).out;
  for (const char* option :
       {"--from text|jsonl", "--to json|jsonl|line", "--date", "--date-order day-first|month-first", "--language",
        "--charset", "--offsets utf8|utf16|codepoint", "--pack", "--jobs", "--output", "--no-progress", "Exit codes"})
    EXPECT_THAT(help, HasSubstr(option));
}

struct Wrong {
  std::vector<std::string> arguments;
  const char* message;  // what standard error must hold
};

TEST(Usage, WrongUseExitsWith2AndTellsWhatWasExpected) {
  const Wrong cases[] = {
      {{}, "copydesk: expected extract, explain, score or pack\n"},
      {{"extrct", "a.txt"}, "copydesk: expected extract, explain, score or pack, found `extrct`\n"},
      {{"extract", "--dates", "2025-12-06"}, "--dates"},
      {{"extract", "--date"}, "copydesk extract: --date: 1 required YYYY-MM-DD missing\n"},
      {{"extract", "--date", "2025-02-30"}, "expected a date such as 2025-12-06, found `2025-02-30`"},
      {{"extract", "--date", "6 Dec 2025"}, "expected a date such as"},
      {{"extract", "--date", "2025-12-06T10:00:00"}, "expected a date such as"},
      {{"extract", "--date-order", "year-first"}, "expected day-first or month-first, found `year-first`"},
      {{"extract", "--to", "line", "--language", "xx"}, "expected a language that ICU knows, such as fr"},
      {{"extract", "--language", "fr"}, "--language is for --to line"},
      {{"extract", "--charset", "latin-99"}, "expected a charset that ICU knows"},
      {{"extract", "--jobs", "-1"}, "--jobs: expected a number from 0 to 256, found `-1`"},
      {{"extract", "--jobs", "257"}, "0 to 256, found `257`"},
      {{"extract", "--jobs", "2.5"}, "--jobs: expected a number"},
      {{"extract", "--to", "xml"}, "--to: expected json, jsonl or line, found `xml`"},
      {{"extract", "--from", "pdf"}, "expected text or jsonl"},
      {{"extract", "--offsets", "bytes"}, "expected utf8, utf16 or codepoint"},
      {{"extract", "--from", "jsonl", "--charset", "windows-1251"}, "JSONL is always UTF-8"},
      {{"score", "gold.jsonl"}, "REPORTS is required"},
      {{"pack"}, "copydesk pack: expected check or list\nRun copydesk pack --help"},
      {{"pack", "chekc"}, "copydesk pack: expected check or list, found `chekc`"},
      {{"extract", "-", "-"}, "standard input, `-`, was given twice"},
      {{"explain", "-", "-"}, "standard input, `-`, was given twice"},
      {{"extract", ""}, "expected a path, found ``"},
      {{"explain", ""}, "expected a path, found ``"},
      {{"explain", "day.jsonl"}, "of JSONL, `copydesk extract --explain` tells"},
      {{"extract", "--output", ""}, "--output: expected a path, found ``"},
      {{"extract", "--pack", ""}, "--pack: expected a path"},
      {{"score", "--errors", "all", "a", "b"}, "--errors: expected a number from 0"},
  };
  for (const auto& [arguments, message] : cases) {
    const Finished run = copydesk(arguments);
    EXPECT_EQ(run.exit_code, 2) << ::testing::PrintToString(arguments);
    EXPECT_THAT(run.err, HasSubstr(message)) << ::testing::PrintToString(arguments);
    EXPECT_THAT(run.out, IsEmpty());
  }
}

TEST(Usage, BadPackExitsWith3) {
  const TemporaryFolder folder;
  const std::string pack = folder / "no-such-pack";
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"extract", "--pack", pack}, {"explain", "--pack", pack}, {"pack", "check", pack}, {"pack", "list", pack}}) {
    const Finished run = copydesk(arguments);
    EXPECT_EQ(run.exit_code, 3) << ::testing::PrintToString(arguments);
    EXPECT_THAT(run.err, HasSubstr(pack)) << ::testing::PrintToString(arguments);
    EXPECT_THAT(run.out, IsEmpty());
  }
}

TEST(Usage, ExplainTellsOfTheRules) {
  const Finished run = copydesk({"explain"}, {.input = "Norway and Chile signed a wool treaty.\n"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("trigger \"signed\" by signing: sign the instrument\n"));
  EXPECT_EQ(copydesk({"explain", "/no/such/file"}).exit_code, 1);
}

TEST(Usage, ExtractExplainsEachEvent) {
  const Finished run =
      copydesk({"extract", "--explain", "--date", "2025-12-06"},
               {.input = "The Baltic Wool Congress, to be held in Oslo on June 4, is short.\n\nSheep grazed.\n"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, ::testing::StartsWith("# "));
  EXPECT_THAT(run.out, HasSubstr("v1 forum("));
  EXPECT_THAT(run.out, HasSubstr("time \"June 4\" by time: to be held on\n"));
  EXPECT_THAT(run.out, Not(HasSubstr("no event")));
  EXPECT_EQ(copydesk({"extract", "--explain", "--to", "line"}, {.input = "Norway."}).exit_code, 2);
  EXPECT_EQ(copydesk({"extract", "--explain", "gone.txt"}).out,
            "# gone error gone.txt: cannot read: No such file or directory\n");
}

TEST(Usage, PackListIsATable) {
  const Finished run = copydesk({"pack", "list"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, ::testing::StartsWith("kind\tstage\tname\tplace\tentries\n"));
}

TEST(Usage, PackCheckCountsWhatHolds) {
  const Finished run = copydesk({"pack", "check"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, MatchesRegex("[0-9]+ rules?, [0-9]+ lists? with .* hold\n"));
}

}  // namespace
}  // namespace copydesk::testing
