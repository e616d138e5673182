// Packs held in memory: they are what a folder with the same files is, and their mistakes have places.
#include "copydesk/pack_text.h"

#include <gmock/gmock.h>

#include "copydesk/extractor.h"
#include "copydesk/pack.h"
#include "support/run_program.h"

namespace copydesk::testing {
namespace {

constexpr const char* kPen = R"(
[[rule]]
name = "signing: thumbprint the instrument"
gives = "trigger:signing"
pattern = '''this:thumbprinted <determiner>? instrument:<instrument>'''
examples = ["Norway and Chile thumbprinted a treaty."]
)";

std::string entities_of(const Options& options, const std::string& text) {
  std::string all;
  for (const Entity& entity : Extractor::open(options).value().extract(text).entities)
    (all += all.empty() ? "" : "; ").append(to_string(entity.type)).append(" ").append(entity.name);
  return all;
}

std::string errors_of(const PackText& pack) {
  const auto checked = check_pack({.pack_texts = {pack}});
  std::string all;
  for (const Error& error : checked.errors()) (all += all.empty() ? "" : "\n") += error.to_string();
  return all;
}

TEST(PackText, ItsListsAndRulesAreUsed) {
  PackText pack("mine");
  pack.add_list("names", {{"surface", "kind", "country"}, {"Tarawhiti", "place", "NZ"}, {"Bo Li", "person", ""}})
      .add_rules("triggers", kPen);
  EXPECT_EQ(errors_of(pack), "");
  const Document document =
      Extractor::open({.pack_texts = {pack}}).value().extract("Bo Li and Norway thumbprinted a treaty in Tarawhiti.");
  ASSERT_EQ(document.events.size(), 1u);
  EXPECT_EQ(document.events[0].triggers[0].found_by, "signing: thumbprint the instrument");
  EXPECT_EQ(document.entities[document.events[0].places.at(0)].country, "NZ");
}

TEST(PackText, WrittenToAFolderItIsTheSamePack) {
  PackText pack("mine");
  pack.add_list("names", {{"surface", "kind"}, {"Kestrel Yards", "organisation"}}).add_rules("triggers", kPen);
  const TemporaryFolder folder;
  for (const auto& [name, text] : pack.files()) write_file(folder / name, text);
  const std::string text = "Kestrel Yards thumbprinted a treaty with Norway.";
  const Options in_memory{.pack_texts = {pack}}, on_disk{.packs = {folder.path().string()}};
  EXPECT_EQ(entities_of(in_memory, text), entities_of(on_disk, text));
  EXPECT_EQ(list_pack(in_memory).value().size(), list_pack(on_disk).value().size());
}

TEST(PackText, AListMayBeAFile) {
  const TemporaryFolder folder;
  write_file(folder / "mine.tsv", "surface\tkind\n# people\nBo Li\tperson\nTarawhiti\tplaice\n");
  const std::string path = folder / "mine.tsv";
  EXPECT_EQ(errors_of(PackText("mine").add_list_file("names", path)),
            path + ":4:11: found kind 'plaice', expected one of: person, organisation, place, nothing");
  write_file(path, "surface\tkind\nBo Li\tperson\n");
  const PackText pack = PackText("mine").add_list_file("names", path);
  EXPECT_EQ(errors_of(pack), "");
  EXPECT_THAT(entities_of({.pack_texts = {pack}}, "Bo Li left."), ::testing::HasSubstr("Bo Li"));
  EXPECT_THAT(errors_of(PackText("mine").add_list_file("names", path + "x")),
              ::testing::HasSubstr("mine.tsvx: No such"));
}

TEST(PackText, TheLastStandsOnTop) {
  const auto names = [](const char* kind) {
    return PackText("names").add_list("names", {{"surface", "kind"}, {"Tarawhiti", kind}});
  };
  const TemporaryFolder folder;
  const PackText below = names("person");
  for (const auto& [name, text] : below.files()) write_file(folder / name, text);
  const std::string path = folder.path().string();
  EXPECT_EQ(entities_of({.pack_texts = {names("person"), names("place")}}, "It left Tarawhiti."), "place Tarawhiti");
  EXPECT_EQ(entities_of({.packs = {path}, .pack_texts = {names("place")}}, "It left Tarawhiti."), "place Tarawhiti");
}

TEST(PackText, AWholeLanguageNeedsNoEmbeddedPack) {
  EXPECT_EQ(list_pack({.embedded_pack = false, .pack_texts = {PackText("empty")}}).ok(), true);
}

TEST(PackText, CopiesAreTheirOwn) {
  PackText first("first");
  first.add_list("ships", {{"surface"}, {"Meridian"}});
  PackText second = first;
  second.add_list("yards", {{"surface"}, {"Kestrel"}});
  EXPECT_EQ(first.files().size(), 2u);
  EXPECT_EQ(second.files().size(), 3u);
  first = second;
  EXPECT_EQ(first.files(), second.files());
  EXPECT_EQ(first.name(), "first");
}

TEST(PackText, CellsAreKeptAsTheyAre) {
  PackText pack("mine");
  pack.add_list("names", {{"surface", "kind"},
                          {"Kestrel\tYards", "organisation"},
                          {"Bergen\r\nLightfoot", "person"},
                          {"# Tarawhiti", "place"}});
  EXPECT_EQ(errors_of(pack), "");
  EXPECT_EQ(entities_of({.pack_texts = {pack}}, "Then Kestrel Yards met Bergen Lightfoot."),
            "organisation Kestrel Yards; person Bergen Lightfoot");
  EXPECT_EQ(entities_of({.pack_texts = {pack}}, "They left # Tarawhiti."), "place # Tarawhiti");
}

TEST(PackText, MistakesHavePlaces) {
  const auto with_list = [](const std::string& list, const std::vector<std::vector<std::string>>& rows) {
    return PackText("mine").add_list(list, rows);
  };
  const auto with_rules = [](const std::string& cascade, const std::string& rules) {
    return PackText("mine").add_rules(cascade, rules);
  };
  const struct {
    PackText pack;
    std::string errors;
  } cases[] = {
      {PackText("mine"), ""},
      {with_list("names", {}), "mine/names.tsv:1:1: found no column 'surface', expected it first"},
      {with_list("names", {{"name"}, {"Bo"}}), "mine/names.tsv:1:1: found no column 'surface', expected it first"},
      {with_list("names", {{"surface", "kind"}, {"Bo"}}), "mine/names.tsv:2:1: found 1 cells, expected 2"},
      {with_list("names", {{"surface", "kind"}, {"Bo", "ship"}}),
       "mine/names.tsv:2:4: found kind 'ship', expected one of: person, organisation, place, nothing"},
      {with_list("names", {{"surface", "kind"}, {"B\xFF", "person"}}),
       "mine/names.tsv:2:2: invalid UTF-8; lists are UTF-8"},
      {with_list("ships", {{"surface"}, {"Bo"}}).add_list("ships", {{"surface"}, {"Li"}}),
       "mine/pack.toml:6:9: found list 'ships' a second time, it stands in line 3"},
      {with_list("a \"b\\\n", {{"surface"}, {"Bo"}}), ""},
      {with_rules("trigers", kPen), "mine/pack.toml:3:9: cascade 'trigers' names no room"},
      {with_rules("triggers", "[[rule]\n"), "mine/triggers.toml:1:8: "},
      {with_rules("triggers", kPen).add_rules("triggers", "[[rule]]\nname = \"x\"\ngives = \"trigger:signing\"\n"),
       "mine/triggers-2.toml:1:1: rule without 'pattern'"},
  };
  for (const auto& one : cases) {
    const std::string errors = errors_of(one.pack);
    EXPECT_TRUE(one.errors.ends_with(": ") ? errors.starts_with(one.errors) : errors == one.errors)
        << "found    " << errors << "\nexpected " << one.errors;
  }
}

}  // namespace
}  // namespace copydesk::testing
