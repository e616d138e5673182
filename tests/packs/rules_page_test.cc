// RULES.md is true: the packs on it load, the examples on it hold, the mistakes on it are told as it says.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "copydesk/pack.h"
#include "support/page.h"
#include "support/run_program.h"

namespace copydesk::testing {
namespace {

struct Page {
  std::map<std::string, std::string> files;  // by path, the first part of which is the pack
  std::set<std::string> alone;               // packs that are not laid over the embedded one
  std::string errors;                        // what the page says of the pack `mistakes`
};

std::string pack_of(const std::string& file) { return file.substr(0, file.find('/')); }

Page read_page() {
  Page page;
  for (const Block& block : blocks_of(read_file(COPYDESK_SOURCE_DIR "/lib/packs/RULES.md"))) {
    if (block.head == "text errors") page.errors = block.text;
    if (!block.file.empty()) page.files[block.file] = block.text;
    if (block.head.ends_with(" alone")) page.alone.insert(pack_of(block.file));
  }
  return page;
}

std::set<std::string> packs_of(const Page& page) {
  std::set<std::string> packs;
  for (const auto& [name, text] : page.files) packs.insert(pack_of(name));
  return packs;
}

// The errors that stand in the files of `pack`, without the folder's name.
std::string errors_of(const TemporaryFolder& folder, const Page& page, const std::string& pack) {
  const auto checked = check_pack({.packs = {folder / pack}, .embedded_pack = !page.alone.contains(pack)});
  std::string all;
  for (const Error& error : checked.errors()) {
    std::string line = error.to_string() + '\n';
    if (!line.starts_with(folder.path().string())) continue;
    for (std::size_t at; (at = line.find(folder.path().string() + "/")) != std::string::npos;)
      line.erase(at, folder.path().string().size() + 1);
    all += line;
  }
  return all;
}

TEST(RulesPage, EveryPackOnItIsAsItSays) {
  const Page page = read_page();
  const TemporaryFolder folder;
  for (const auto& [name, text] : page.files) write_file(folder / name, text);
  ASSERT_GE(packs_of(page).size(), 6u);
  for (const std::string& pack : packs_of(page))
    EXPECT_EQ(errors_of(folder, page, pack), pack == "mistakes" ? page.errors : "") << pack;
}

}  // namespace
}  // namespace copydesk::testing
