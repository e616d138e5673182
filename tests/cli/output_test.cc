// What becomes of the output when something goes wrong.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "cli/program.h"

namespace copydesk::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
namespace fs = std::filesystem;

std::string rows(int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += row("doc-" + std::to_string(i), "Iran and Russia signed an accord in Moscow.");
  return all;
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
  return names;
}

TEST(Output, FullDiskEndsWithAMessage) {
  for (const char* jobs : {"1", "4"}) {
    const Finished run =
        copydesk({"extract", "--from", "jsonl", "--jobs", jobs}, {.input = rows(3000), .out_path = "/dev/full"});
    EXPECT_EQ(run.exit_code, 4);
    EXPECT_EQ(run.err, "copydesk: cannot write standard output: No space left on device\n");
  }
  const Finished run = copydesk({"extract", "--output", "/dev/full"}, {.input = "Text."});
  EXPECT_EQ(run.exit_code, 4);
  EXPECT_EQ(run.err, "copydesk: cannot write /dev/full: No space left on device\n");
  EXPECT_EQ(copydesk({"pack", "list"}, {.out_path = "/dev/full"}).exit_code, 4);
}

TEST(Output, ClosedPipeEndsQuietly) {
  const TemporaryFolder folder;
  write_file(folder / "rows.jsonl", rows(20000));
  for (const std::string jobs : {"1", "4"}) {
    const std::string command =
        "{ '" + kProgram + "' extract --jobs " + jobs + " rows.jsonl; echo $? > code; } | head -n 1 > out";
    const Finished run = run_program("/bin/sh", {"-c", command}, {.directory = folder.path()});
    EXPECT_EQ(read_file(folder / "code"), "141\n");
    EXPECT_THAT(run.err, IsEmpty());
    EXPECT_EQ(ids(read_file(folder / "out")), std::vector<std::string>{"doc-0"});
  }
}

TEST(Output, FileIsWhole) {
  const TemporaryFolder folder;
  const Finished run = copydesk({"extract", "--from", "jsonl", "--output", "out.jsonl"},
                                {.input = rows(10), .directory = folder.path()});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_EQ(ids(read_file(folder / "out.jsonl")).size(), 10u);
  EXPECT_THAT(names_in(folder.path()), ::testing::ElementsAre("out.jsonl"));
}

TEST(Output, AnInputIsNotWrittenOver) {
  const TemporaryFolder folder;
  write_file(folder / "a.txt", "Text.");
  fs::create_symlink("a.txt", folder / "link");
  for (const char* output : {"a.txt", "./a.txt", "link"})
    for (const char* input : {"a.txt", "."}) {
      const Finished run = copydesk({"extract", input, "-o", output}, {.directory = folder.path()});
      EXPECT_EQ(run.exit_code, 2) << output;
      EXPECT_THAT(run.err, HasSubstr("is among the inputs, and would be lost")) << output;
      EXPECT_EQ(read_file(folder / "a.txt"), "Text.") << output;
    }
}

TEST(Output, FileWithErrorRecordsIsKept) {
  const TemporaryFolder folder;
  const Finished run = copydesk({"extract", "--from", "jsonl", "-o", folder / "out"}, {.input = "bad\n" + rows(1)});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_EQ(ids(read_file(folder / "out")).size(), 2u);
}

TEST(Output, FileKeepsItsModeAndItsLinks) {
  const TemporaryFolder folder;
  write_file(folder / "real", "old");
  fs::permissions(folder / "real", fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("real", folder / "link");
  EXPECT_EQ(copydesk({"extract", "-o", folder / "link", "--to", "line"}, {.input = ""}).exit_code, 0);
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
  EXPECT_EQ(read_file(folder / "real"), "# stdin\n");
  EXPECT_EQ(fs::status(folder / "real").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(Output, FailureLeavesTheOldFile) {
  const TemporaryFolder folder;
  write_file(folder / "out", "old");
  EXPECT_EQ(copydesk({"extract", "--pack", folder / "none", "-o", folder / "out"}, {.input = "Text."}).exit_code, 3);
  const Finished run = copydesk({"extract", "-o", folder / "no/such/folder"}, {.input = "Text."});
  EXPECT_EQ(run.exit_code, 4);
  EXPECT_THAT(run.err, HasSubstr("no/such/folder: No such file or directory"));
  EXPECT_EQ(read_file(folder / "out"), "old");
  EXPECT_THAT(names_in(folder.path()), ::testing::ElementsAre("out"));
}

// Runs with a limit on the size of a file, as a full disk would end it.
TEST(Output, DiskThatFillsUpLeavesNothing) {
  const TemporaryFolder folder;
  write_file(folder / "in/rows.jsonl", rows(20000));
  fs::create_directory(folder / "out");
  const std::string command = "trap '' XFSZ; ulimit -f 100; '" + kProgram + "' extract -o out/reports in/rows.jsonl";
  const Finished run = run_program("/bin/sh", {"-c", command}, {.directory = folder.path()});
  EXPECT_EQ(run.exit_code, 4);
  EXPECT_EQ(run.err, "copydesk: cannot write out/reports: File too large\n");
  EXPECT_THAT(names_in(folder / "out"), IsEmpty());
}

// Starts an extraction that waits for more input from a FIFO, ends it with a signal, and tells how it ended.
int end_by_signal(const TemporaryFolder& folder, int signal_number) {
  ::mkfifo((folder / "fifo").c_str(), 0600);
  const pid_t child = ::fork();
  if (child == 0) {
    ::execl(kProgram.c_str(), "copydesk", "extract", "--from", "jsonl", "-o", (folder / "out/reports").c_str(),
            (folder / "fifo").c_str(), nullptr);
    ::_exit(127);
  }
  const int fifo = ::open((folder / "fifo").c_str(), O_WRONLY);  // waits until the program reads
  const std::string some = rows(3);
  EXPECT_EQ(::write(fifo, some.data(), some.size()), static_cast<ssize_t>(some.size()));
  for (int i = 0; i < 500 && names_in(folder / "out").empty(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_EQ(names_in(folder / "out").size(), 1u);
  ::kill(child, signal_number);
  int status = 0;
  ::waitpid(child, &status, 0);
  ::close(fifo);
  ::unlink((folder / "fifo").c_str());
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

TEST(Output, SignalLeavesNothing) {
  const TemporaryFolder folder;
  fs::create_directory(folder / "out");
  for (const int signal_number : {SIGINT, SIGTERM, SIGHUP, SIGXFSZ}) {
    EXPECT_EQ(end_by_signal(folder, signal_number), signal_number);
    EXPECT_THAT(names_in(folder / "out"), IsEmpty());
  }
}

}  // namespace
}  // namespace copydesk::testing
