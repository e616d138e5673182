// How the tests read a page: a page that is not read right could never be wrong. Also, that the README leads to every page.
#include "support/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "support/run_program.h"

namespace copydesk::testing {
namespace {

using ::testing::ElementsAre;

TEST(Page, Blocks) {
  const auto blocks = blocks_of("# A\n```cpp file=a.cc x\nint a;\n\n```\ntext\n```console\n$ ls\n```\n");
  ASSERT_EQ(blocks.size(), 2u);
  EXPECT_EQ(blocks[0].language, "cpp");
  EXPECT_EQ(blocks[0].file, "a.cc");
  EXPECT_EQ(blocks[0].text, "int a;\n\n");
  EXPECT_EQ(blocks[0].line, 2u);
  EXPECT_EQ(blocks[1].language, "console");
  EXPECT_EQ(blocks[1].text, "$ ls\n");
}

TEST(Page, Commands) {
  const auto commands = commands_of("$ ls\na\n\nb\n$ cat \\\n  c\nd\n$ true\n");
  ASSERT_EQ(commands.size(), 3u);
  EXPECT_EQ(commands[0].line, "ls");
  EXPECT_EQ(commands[0].output, "a\n\nb\n");
  EXPECT_EQ(commands[1].line, "cat \\\n  c");
  EXPECT_EQ(commands[1].output, "d\n");
  EXPECT_EQ(commands[2].output, "");
}

TEST(Page, Matches) {
  const struct {
    const char *printed, *expected;
    bool matches;
  } cases[] = {
      {"", "", true},
      {"a\n", "a\n", true},
      {"a\n", "b\n", false},
      {"a\nb\n", "a\n", false},
      {"a\n", "a\nb\n", false},
      {"abc", "a...c", true},
      {"abc", "a...d", false},
      {"abc", "...", true},
      {"abc", "...c", true},
      {"abc", "a...", true},
      {"abc", "b...", false},
      {"abcabd", "a...c...d", true},
      {"aXb", "a...b...", true},
      {"ab", "ab...b", false},
      {"abcd", "a...c...b", false},
      {"a\nb\nc\n", "a\n...\nc\n", true},
  };
  for (const auto& one : cases)
    EXPECT_EQ(matches(one.printed, one.expected), one.matches) << one.printed << one.expected;
}

TEST(Page, Links) {
  EXPECT_THAT(links_of("[a](b.md) and [c](../d.md#e)\n```\n[x](y)\n```\n[f](https://g.org) [h](#i)\n"),
              ElementsAre("b.md", "../d.md#e", "#i"));
  EXPECT_THAT(anchors_of("# One report\ntext\n## `--from` it, now\n"), ElementsAre("one-report", "--from-it-now"));
}

TEST(Readme, LeadsToEveryPage) {
  namespace fs = std::filesystem;
  const fs::path source = COPYDESK_SOURCE_DIR;
  const auto links = links_of(read_file(source / "README.md"));
  for (const char* folder : {"include", "lib", "examples"})
    for (const auto& entry : fs::recursive_directory_iterator(source / folder)) {
      const std::string page = entry.path().lexically_relative(source).generic_string();
      if (!page.ends_with(".md") || page.find("/generate/") != std::string::npos) continue;
      EXPECT_TRUE(std::ranges::any_of(links, [&](const std::string& link) { return link.starts_with(page); })) << page;
    }
}

}  // namespace
}  // namespace copydesk::testing
