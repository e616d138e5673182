// A pack of the user's laid over the embedded one: its rules stand before, its entries beat built-in ones, the last pack is on top.
#include <gtest/gtest.h>

#include "copydesk/extractor.h"
#include "copydesk/pack.h"
#include "rules/find_words.h"
#include "support/run_program.h"
#include "tokens/tokenizer.h"

namespace copydesk::testing {
namespace {

// A pack with one rule in the cascade of triggers.
std::string trigger_pack(const TemporaryFolder& folder, const std::string& name, const std::string& rule) {
  write_file(folder / (name + "/pack.toml"),
             "name = \"" + name + "\"\n[[cascade]]\nname = \"triggers\"\nrules = [\"r.toml\"]\n");
  write_file(folder / (name + "/r.toml"),
             "[[rule]]\nname = \"" + rule + "\"\ngives = \"trigger:signing\"\npattern = 'this:signed'\n");
  return folder / name;
}

std::vector<std::string> triggers(const Options& options) {
  const auto items = list_pack(options);
  std::vector<std::string> names;
  if (items.ok())
    for (const PackItem& item : items.value())
      if (item.stage == "events/triggers") names.push_back(item.name);
  return names;
}

TEST(Overlay, RulesOfTheTopPackStandFirst) {
  const TemporaryFolder folder;
  const std::string lower = trigger_pack(folder, "lower", "mine"), upper = trigger_pack(folder, "upper", "yours");
  const std::vector<std::string> names = triggers({.packs = {lower, upper}});
  ASSERT_GT(names.size(), 2u);
  EXPECT_EQ(names[0], "yours");
  EXPECT_EQ(names[1], "mine");
  const auto extractor = Extractor::open({.packs = {lower, upper}});
  ASSERT_TRUE(extractor.ok());
  const Document document = extractor.value().extract("Norway and Chile signed a treaty in Oslo.");
  ASSERT_EQ(document.events.size(), 1u);
  EXPECT_EQ(document.events[0].type, "signing");
}

TEST(Overlay, EntriesOfTheTopPackBeatBuiltInOnes) {
  const TemporaryFolder folder;
  write_file(folder / "top/pack.toml", "name = \"top\"\n[[list]]\nname = \"mine\"\nfile = \"mine.tsv\"\n");
  write_file(folder / "top/mine.tsv", "surface\tkind\nNorway\tx\nAcme Corp.\ty\n");
  std::vector<Error> errors;
  std::vector<PackFiles> packs;
  packs.push_back(read_pack_folder(COPYDESK_SOURCE_DIR "/lib/packs/en", errors));
  packs.push_back(read_pack_folder(folder / "top", errors, packs));
  const auto language = load_language(std::move(packs), false, std::move(errors)).value();
  TokenLayer tokens;
  tokenize_phrase("Norway, Acme Corp. Peru", language->abbreviations, tokens);
  tokens.sentences = {{0, static_cast<std::uint32_t>(tokens.tokens.size()), 0}};
  WordState words;
  find_words(*language, tokens, words);
  Lattice lattice;
  lattice.reset(tokens);
  find_hits(*language, lattice, words);
  const Label mine = language->grammar.names.find("mine"), countries = language->grammar.names.find("countries");
  EXPECT_NE(lattice.find({0, 1}, mine), kNoEdge);
  EXPECT_EQ(lattice.find({0, 1}, countries), kNoEdge);
  EXPECT_NE(lattice.find({2, 4}, mine), kNoEdge)
      << "lists of a pack on top are split with the abbreviations of the packs below";
  EXPECT_NE(lattice.find({4, 5}, countries), kNoEdge);
}

TEST(Overlay, WordsStandInTheLowestPackAlone) {
  const TemporaryFolder folder;
  write_file(folder / "top/pack.toml", "name = \"top\"\n[words]\nclasses = [\"noun\"]\nfiles = [\"w.tsv\"]\n");
  write_file(folder / "top/w.tsv", "surface\tclass\tlemma\tcount\nx\tnoun\tx\t1\n");
  const auto checked = list_pack({.packs = {folder / "top"}});
  ASSERT_EQ(checked.errors().size(), 1u);
  EXPECT_EQ(checked.errors()[0].message, "found a file of words, expected them in the lowest pack alone");
}

TEST(Overlay, NoPackAtAll) { EXPECT_FALSE(list_pack({.packs = {}, .embedded_pack = false}).ok()); }

}  // namespace
}  // namespace copydesk::testing
