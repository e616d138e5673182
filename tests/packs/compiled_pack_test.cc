// The pack in the library comes compiled; the same pack read from its folder must say the same of every report.
#include "rules/compiled_pack.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "copydesk/extractor.h"
#include "copydesk/report.h"

namespace copydesk::testing {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> some_reports() {
  std::vector<fs::path> all, some;
  for (const fs::directory_entry& entry : fs::directory_iterator(COPYDESK_SOURCE_DIR "/corpus/press"))
    if (entry.path().extension() == ".txt") all.push_back(entry.path());
  std::ranges::sort(all);
  for (std::size_t i = 0; i < all.size(); i += 7) some.push_back(all[i]);
  return some;
}

std::string read_file(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::string report_of(const Extractor& extractor, const std::string& text) {
  std::string report;
  write_report(extractor.extract(text), ReportFormat::jsonl, {}, report);
  return report;
}

TEST(CompiledPack, ReadsReportsAsItsFolderDoes) {
  const auto compiled = Extractor::open();
  const auto folder = Extractor::open({.packs = {COPYDESK_SOURCE_DIR "/lib/packs/en"}, .embedded_pack = false});
  ASSERT_TRUE(compiled.ok() && folder.ok());
  ASSERT_FALSE(some_reports().empty());
  for (const fs::path& path : some_reports()) {
    const std::string text = read_file(path);
    EXPECT_EQ(report_of(compiled.value(), text), report_of(folder.value(), text)) << path;
  }
}

TEST(CompiledPack, MustBeWhole) {
  PackFiles pack;
  pack.name = "cut";
  pack.compiled = "12345678901";
  const auto language = read_compiled(std::move(pack));
  ASSERT_EQ(language.errors().size(), 1u);
  EXPECT_EQ(language.errors()[0].to_string(), "cut: the compiled pack is cut short");
}

}  // namespace
}  // namespace copydesk::testing
