// Lists of a user's laid over the embedded pack: what is wrong with them is told, and a long one is found and beats built-in names.
#include <gtest/gtest.h>

#include "copydesk/extractor.h"
#include "copydesk/pack.h"
#include "support/run_program.h"

namespace copydesk::testing {
namespace {

// A pack of one list; `text` is its file.
std::string pack_of(const TemporaryFolder& folder, const std::string& list, const std::string& text) {
  write_file(folder / "mine/pack.toml", "name = \"mine\"\n[[list]]\nname = \"" + list +
                                            "\"\nfile = \"mine.tsv\"\ncells = { code = \"identifier unique\" }\n");
  write_file(folder / "mine/mine.tsv", text);
  return folder / "mine";
}

std::string errors_of(const std::string& list, const std::string& text) {
  const TemporaryFolder folder;
  const std::string pack = pack_of(folder, list, text);
  std::string all;
  const auto listed = list_pack({.packs = {pack}});
  for (const Error& error : listed.errors()) {
    std::string line = error.to_string();
    line.erase(0, line.find("mine.tsv"));
    all += (all.empty() ? "" : "\n") + line;
  }
  return all;
}

TEST(UserLists, MistakesAreToldAllAtOnceWithTheirPlaces) {
  const std::string long_name(10'000, 'A');
  const struct {
    std::string list, text, errors;
  } cases[] = {
      {"names", "surface\tkind\nAnna Zwolinska\tperson\n", ""},
      {"names", "surface\tcountry\tkind\nZwolin\tPL\tplace\n", ""},
      {"names", "surface\tkind\nZwolin\tpalce\n",
       "mine.tsv:2:8: found kind 'palce', expected one of: person, organisation, place, nothing"},
      {"names", "surface\tkind\tcountry\nZwolin\tplace\tXY\n",
       "mine.tsv:2:14: found country 'XY', expected one of those in countries.country"},
      {"names", "surface\tkind\tcountry\nZwolin\tplace\tpl\n",
       "mine.tsv:2:14: found country 'pl', expected one of those in countries.country"},
      {"names", "# mine\nsurface\tkind\tcolour\nZwolin\tplace\tred\n",
       "mine.tsv:2:14: found column 'colour', expected one of: kind, country"},
      {"names", "surface\tkind\tkind\nZwolin\tplace\tplace\n",
       "mine.tsv:1:14: found column 'kind', expected each column once"},
      {"names", "surface\tkind\nZwolin\nVelora\tplace\nTarnow\tplace\tPL\n",
       "mine.tsv:2:1: found 1 cells, expected 2\nmine.tsv:4:1: found 3 cells, expected 2"},
      {"names", "surface\tkind\n" + long_name + "\tperson\nZwolin\ttown\n",
       "mine.tsv:2:1: found a cell of 10000 bytes, expected at most 4096\n"
       "mine.tsv:3:8: found kind 'town', expected one of: person, organisation, place, nothing"},
      {"names", "surface\tkind\n\tperson\n", "mine.tsv:2:1: the first cell is empty"},
      {"names", "surface\tkind\nZwo\xFFlin\tplace\n", "mine.tsv:2:4: invalid UTF-8; lists are UTF-8"},
      {"sector_name", "surface\tid\tlabel\tisic\nbees\tBee Keeping\tBees\tA01\n",
       "mine.tsv:2:6: found id 'Bee Keeping', expected small letters, digits, '_' and '-', a letter first"},
      {"sector_name", "surface\tid\tlabel\tisic\nbees\tbees\tBees\tA01\nhives\tbees\tHives\tA01\n",
       "mine.tsv:3:7: found id 'bees', expected another, it stands in line 2"},
      {"sector", "surface\tsector\tweight\nhives\tbees\theavy\n",
       "mine.tsv:2:12: found weight 'heavy', expected one of: strong, weak, body"},
      {"instrument", "surface\tkind\tnumber\nlease\tThe Lease\tone\n",
       "mine.tsv:2:7: found kind 'The Lease', expected small letters, digits, '_' and '-', a letter first"},
      {"event_type", "surface\ttype\tperson_role\nmerger\tMerger\t1st\n",
       "mine.tsv:2:8: found type 'Merger', expected small letters, digits, '_' and '-', a letter first\n"
       "mine.tsv:2:15: found person_role '1st', expected small letters, digits, '_' and '-', a letter first"},
      {"ships", "surface\tcolour\tcode\nMeridian\tred\tm1\nVelora\tred\tm1\n",
       "mine.tsv:3:12: found code 'm1', expected another, it stands in line 2"},
  };
  for (const auto& one : cases)
    EXPECT_EQ(errors_of(one.list, one.text), one.errors) << one.list << ":\n" << one.text.substr(0, 200);
}

std::string entities_of(const Extractor& extractor, const std::string& text) {
  static constexpr const char* kTypes[] = {"person", "organisation", "place", "country"};
  std::string all;
  for (const Entity& entity : extractor.extract(text).entities)
    all += (all.empty() ? "" : "; ") + std::string(kTypes[static_cast<std::size_t>(entity.type)]) + " " + entity.name;
  return all;
}

TEST(UserLists, AnEntryBeatsABuiltInOne) {
  const struct {
    const char *row, *text, *expected;
  } cases[] = {
      {"Lisbon\torganisation\t", "Prices rose in Lisbon on Monday.", "organisation Lisbon"},
      {"Norway\tperson\t", "The ship left Norway.", "person Norway"},
      {"Margaret Thompson\tplace\tNZ", "Margaret Thompson said it would rain.", "place Margaret Thompson"},
      {"World Bank\tnothing\t", "The World Bank lent the money.", ""},
      {"may march\torganisation\t", "They saw may march sail.", "organisation may march"},
      {"World Bank\torganisation\t", "The ship left Lisbon.", "place Lisbon"},
  };
  for (const auto& one : cases) {
    const TemporaryFolder folder;
    const std::string pack = pack_of(folder, "names", "surface\tkind\tcountry\n" + std::string(one.row) + "\n");
    EXPECT_EQ(entities_of(Extractor::open({.packs = {pack}}).value(), one.text), one.expected) << one.row;
  }
}

// Names that no list has: `Bacadaf Gahajak`.
std::string name_of(std::uint32_t number) {
  static constexpr std::string_view kSyllables[] = {"ba", "ca", "da", "fa", "ga", "ha", "ja", "ka", "la", "ma"};
  std::string name;
  for (int i = 0; i < 6; ++i, number /= 10) name += (i == 3 ? " " : "") + std::string(kSyllables[number % 10]);
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  name[7] = static_cast<char>(name[7] - 'a' + 'A');
  return name;
}

TEST(UserLists, AMillionNamesAreFound) {
  constexpr std::uint32_t kNames = 1'000'000;
  std::string text = "surface\tkind\n";
  for (std::uint32_t i = 0; i < kNames; ++i) text += name_of(i) + (i % 2 == 0 ? "\tperson\n" : "\torganisation\n");
  const TemporaryFolder folder;
  const Extractor extractor = Extractor::open({.packs = {pack_of(folder, "names", text)}}).value();
  for (const std::uint32_t number : {0u, 1u, 4711u, 500'000u, kNames - 2, kNames - 1})
    EXPECT_EQ(entities_of(extractor, "It was sold to " + name_of(number) + " on Monday."),
              (number % 2 == 0 ? "person " : "organisation ") + name_of(number));
  EXPECT_EQ(entities_of(extractor, "The ship left Lisbon for Norway."), "place Lisbon; country Norway");
}

}  // namespace
}  // namespace copydesk::testing
