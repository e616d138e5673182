// RULES.md is true: the packs on it load, the examples on it hold, the mistakes on it are told as it says.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>

#include "copydesk/pack.h"
#include "support/run_program.h"

namespace copydesk::testing {
namespace {

struct Page {
  std::map<std::string, std::string> files;  // by path, the first part of which is the pack
  std::set<std::string> alone;               // packs that are not laid over the embedded one
  std::string errors;                        // what the page says of the pack `mistakes`
};

void keep_block(Page& page, const std::string& head, const std::string& text) {
  if (head == "```text errors") page.errors = text;
  const std::size_t file = head.find(" file=");
  if (file == std::string::npos) return;
  const std::string rest = head.substr(file + 6);
  const std::string name = rest.substr(0, rest.find(' '));
  page.files[name] = text;
  if (rest.ends_with(" alone")) page.alone.insert(name.substr(0, name.find('/')));
}

Page read_page() {
  Page page;
  std::istringstream lines(read_file(COPYDESK_SOURCE_DIR "/lib/packs/RULES.md"));
  std::string head, text;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("```")) {
      text += line + '\n';
    } else if (head.empty()) {
      head = line;
      text.clear();
    } else {
      keep_block(page, head, text);
      head.clear();
    }
  }
  return page;
}

std::set<std::string> packs_of(const Page& page) {
  std::set<std::string> packs;
  for (const auto& [name, text] : page.files) packs.insert(name.substr(0, name.find('/')));
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
