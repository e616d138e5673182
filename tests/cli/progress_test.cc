#include "progress.h"

#include <gmock/gmock.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/program.h"

namespace copydesk::testing {
namespace {

using cli::Progress;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Progress, Line) {
  Progress progress(10'000'000, false);
  EXPECT_EQ(progress.line(0, 80), "0 reports   0.0 MB   0.0 MB/s  [....................]   0 %");
  progress.add(1204, 2'500'000);
  EXPECT_EQ(progress.line(0.5, 80), "1,204 reports   2.5 MB   5.0 MB/s  [#####...............]  25 %   0:01 left");
  EXPECT_EQ(progress.line(100, 80), "1,204 reports   2.5 MB   0.0 MB/s  [#####...............]  25 %   5:00 left");
  EXPECT_EQ(progress.line(0.5, 14), "1,204 reports");
  progress.add(1'000'000, 7'500'000);
  EXPECT_EQ(progress.line(1, 100), "1,001,204 reports   10.0 MB   10.0 MB/s  [####################] 100 %   0:00 left");
}

TEST(Progress, LineOfAnUnknownTotal) {
  Progress progress(0, false);
  progress.add(1, 1'000'000);
  EXPECT_EQ(progress.line(1, 80), "1 report   1.0 MB   1.0 MB/s");
}

// Runs the program with a terminal as its standard error and tells what it wrote there.
std::string on_terminal(const std::vector<std::pair<std::string, std::string>>& environment,
                        const std::vector<std::string>& extra) {
  const TemporaryFolder folder;
  write_file(folder / "rows.jsonl", row("a", "Text.") + "bad\n" + row("b", "Text."));
  int terminal = -1;
  const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
  if (child == 0) {
    for (const auto& [name, value] : environment) ::setenv(name.c_str(), value.c_str(), 1);
    std::string command = "'" + kProgram + "' extract '" + (folder / "rows.jsonl") + "' > /dev/null";
    for (const std::string& argument : extra) command += " " + argument;
    ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    ::_exit(127);
  }
  std::string written;
  char buffer[512];
  for (ssize_t got; (got = ::read(terminal, buffer, sizeof buffer)) > 0;)
    written.append(buffer, static_cast<std::size_t>(got));
  ::waitpid(child, nullptr, 0);
  ::close(terminal);
  return written;
}

// A bare chroot has no pseudo terminals.
class ProgressOnTerminal : public ::testing::Test {
 protected:
  void SetUp() override {
    int ends[2];
    if (::openpty(&ends[0], &ends[1], nullptr, nullptr, nullptr) != 0) GTEST_SKIP() << "no pseudo terminal here";
    ::close(ends[0]);
    ::close(ends[1]);
  }
};

TEST_F(ProgressOnTerminal, IsDrawnAndWipedAtTheEnd) {
  const std::string written = on_terminal({{"TERM", "xterm"}}, {});
  EXPECT_THAT(written, HasSubstr("3 reports"));
  EXPECT_THAT(written, HasSubstr("\x1b[36m"));
  EXPECT_THAT(written, HasSubstr("rows.jsonl:2:"));
  EXPECT_TRUE(written.ends_with("\r\x1b[K")) << written;
}

TEST_F(ProgressOnTerminal, NoColour) {
  const std::string written = on_terminal({{"TERM", "xterm"}, {"NO_COLOR", "1"}}, {});
  EXPECT_THAT(written, HasSubstr("3 reports"));
  EXPECT_THAT(written, Not(HasSubstr("\x1b[36m")));
}

TEST(Progress, NotDrawn) {
  EXPECT_THAT(on_terminal({{"TERM", "dumb"}}, {}), Not(HasSubstr("3 reports")));
  EXPECT_THAT(on_terminal({{"TERM", "xterm"}}, {"--no-progress"}), Not(HasSubstr("3 reports")));
  EXPECT_THAT(on_terminal({{"TERM", "xterm"}}, {"2>/dev/null"}), ::testing::IsEmpty());
}

}  // namespace
}  // namespace copydesk::testing
