// The English pack: it loads, the same from its folder as from the library, and holds to the habits that its authors agreed on.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "copydesk/pack.h"
#include "rules/language.h"

namespace copydesk {
namespace {

const std::string kFolder = COPYDESK_SOURCE_DIR "/lib/packs/en";

std::string lines_of(const std::vector<Error>& errors) {
  std::string all;
  for (const Error& error : errors) all += error.to_string() + '\n';
  return all;
}

TEST(EnglishPack, ItsExamplesHold) {
  const auto checked = check_pack({});
  EXPECT_TRUE(checked.ok()) << checked.errors().size() << " do not:\n" << lines_of(checked.errors());
}

std::string items_of(const Options& options) {
  const auto items = list_pack(options);
  EXPECT_TRUE(items.ok()) << lines_of(items.errors());
  std::string all;
  if (items.ok())
    for (const PackItem& item : items.value())
      all += item.kind + " " + item.stage + " " + item.name + " " + std::to_string(item.line) + " " +
             std::to_string(item.entries) + '\n';
  return all;
}

TEST(EnglishPack, IsTheSameInTheLibraryAndInItsFolder) {
  EXPECT_EQ(items_of({}), items_of({.packs = {kFolder}, .embedded_pack = false}));
}

struct Loaded {
  Loaded() {
    std::vector<PackFiles> packs;
    packs.push_back(read_pack_folder(kFolder).value());
    language = load_language(std::move(packs), true).value();
  }
  std::shared_ptr<const Language> language;
};

TEST(EnglishPack, EveryRuleHasAnExample) {
  const Loaded loaded;
  std::string without;
  for (const LoadedRules& source : loaded.language->sources)
    for (const RuleSource& rule : source.file.rules)
      if (rule.examples.empty())
        without += rule.name.place.file + ":" + std::to_string(rule.name.place.line) + ": " + rule.name.text + '\n';
  EXPECT_EQ(without, "");
}

TEST(EnglishPack, NamesOfRulesAreUnique) {
  const Loaded loaded;
  std::map<std::string, std::string> known;
  for (const LoadedRules& source : loaded.language->sources)
    for (const RuleSource& rule : source.file.rules) {
      const std::string place = rule.name.place.file + ":" + std::to_string(rule.name.place.line);
      EXPECT_TRUE(known.emplace(rule.name.text, place).second)
          << place << ": " << rule.name.text << " stands at " << known[rule.name.text];
    }
}

TEST(EnglishPack, NamesOfPatternsAreUnique) {
  const Loaded loaded;
  std::set<std::string> known;
  for (const LoadedRules& source : loaded.language->sources)
    for (const PatternSource& pattern : source.file.patterns)
      EXPECT_TRUE(known.insert(pattern.name.text).second)
          << pattern.name.place.file << ":" << pattern.name.place.line << ": " << pattern.name.text;
}

}  // namespace
}  // namespace copydesk
