// The README shows what the program prints today.
#include <gtest/gtest.h>

#include <filesystem>

#include "cli/program.h"

namespace copydesk::testing {
namespace {

// The text of the block of README.md that begins with ```NAME.
std::string block(const std::string& readme, const std::string& name) {
  const std::string fence = "```" + name + "\n";
  const std::size_t begin = readme.find(fence);
  if (begin == std::string::npos) return {};
  const std::size_t text = begin + fence.size();
  return readme.substr(text, readme.find("```", text) - text);
}

TEST(Readme, ReportGivesTheEventsShown) {
  const std::string readme = read_file(std::filesystem::path(COPYDESK_SOURCE_DIR) / "README.md");
  const std::string report = block(readme, "report");
  ASSERT_FALSE(report.empty());
  const Finished run = copydesk({"extract", "--to", "line"}, {.input = report});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.out, block(readme, "events"));
}

}  // namespace
}  // namespace copydesk::testing
