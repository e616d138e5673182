// Bad packs and what is said of them: one mistake put into a small pack that is right otherwise.
#include <gtest/gtest.h>

#include "rules/layer_labels.h"
#include "support/rule_bench.h"
#include "support/run_program.h"

namespace copydesk::testing {
namespace {

struct PatternCase {
  std::string pattern, error;  // without the place of the rule file: `column: message`
};

TEST(PatternErrors, AreToldWithTheirColumn) {
  const PatternCase cases[] = {
      {"a (b", "16: expected ')'"},
      {"a )", "14: found ')', expected the end of the pattern"},
      {"", "rules.toml:1:1: rule without 'pattern'"},
      {"a |", "15: found the end, expected a word, <name>, /regex/ or '('"},
      {"* a", "12: found '*', expected a word, <name>, /regex/ or '('"},
      {"<nothing>", "12: found <nothing>, expected a list, a word class, a shape, a pattern or what a rule gives"},
      {"<city", "17: expected <name> or <name:kind>"},
      {"<noun:x>", "12: <noun> is a word class and has no kind 'x'"},
      {"/[a/", "13: regular expression: missing ]: [a"},
      {"/a", "12: regular expression without its closing '/'"},
      {"\"a", "12: quotation without its closing '\"'"},
      {"a{2", "15: expected '}' after the number of repetitions"},
      {"a{99}", "17: at most 50 repetitions"},
      {"a{3,2}", "18: repetitions end below their begin"},
      {"sign/nothing", "12: found word class 'nothing', expected one of the pack's"},
      {"plan/past", "12: the words of the pack have no past of 'plan'"},
      {"(a b)&<noun>", "18: '&' behind brackets adds a condition on one token, but this stands for several"},
      {"a?", "12: the pattern can match without a token, expected one that needs some"},
  };
  for (const PatternCase& one : cases) {
    RuleBench bench("[[rule]]\nname = \"r\"\ngives = \"hit\"\npattern = '" + one.pattern + "'\n");
    const std::string expected = one.error.starts_with("rules") ? one.error : "rules.toml:4:" + one.error;
    EXPECT_EQ(bench.errors(), expected) << one.pattern;
  }
}

struct FileCase {
  std::string file;
  std::string bytes;
  std::string errors;
};

std::string load_errors(const std::string& file, const std::string& bytes) {
  const TemporaryFolder folder;
  for (const auto& [name, text] : small_pack(rule_of("a"))) write_file(folder / name, text);
  if (bytes == "(none)")
    std::filesystem::remove(folder / file);
  else
    write_file(folder / file, bytes);
  std::vector<Error> errors;
  std::vector<PackFiles> packs;
  packs.push_back(read_pack_folder(folder.path().string(), errors));
  const auto language = load_language(std::move(packs), false, std::move(errors));
  std::string all;
  for (const Error& error : language.errors()) all += (all.empty() ? "" : "\n") + error.to_string();
  const std::string prefix = folder.path().string() + "/";
  for (std::size_t at; (at = all.find(prefix)) != std::string::npos;) all.erase(at, prefix.size());
  return all;
}

std::string rooms() {
  std::string all;
  for (const std::string_view room : kCascadeRooms) all.append(all.empty() ? "" : ", ").append(room);
  return all;
}

TEST(FileErrors, AreToldAllAtOnceWithTheirPlaces) {
  const std::string rule = "[[rule]]\nname = \"r\"\ngives = \"hit\"\npattern = 'a'\n";
  const std::string cascade = "[[cascade]]\nname = \"c\"\n";
  const FileCase cases[] = {
      {"rules.toml", rule + "[[rule]\n", "rules.toml:5:8: Error while parsing table header: expected ']', saw '\\n'"},
      {"rules.toml", "[[rule]]\nnam = \"r\"\ngives = \"hit\"\npattern = 'a'\n",
       "rules.toml:1:1: rule without 'name'\nrules.toml:2:1: found key 'nam', expected one of: after, before, "
       "counter_examples, examples, "
       "gives, name, not_after, not_before, pattern, with"},
      {"rules.toml", "[[rule]]\nname = \"r\"\npattern = '(a'\n",
       "rules.toml:1:1: rule without 'gives'\nrules.toml:3:14: expected ')'"},
      {"rules.toml", rule + rule, "rules.toml:6:9: found rule 'r' a second time, it stands in line 2"},
      {"rules.toml", "rule = 3\n", "rules.toml:1:8: expected an array"},
      {"rules.toml", rule + "with = { x = \"$y\" }\n", "rules.toml:5:15: the pattern captures no 'y'"},
      {"rules.toml", "[[rule]]\nname = \"r\"\ngives = \"hit\"\npattern = 'x:<city>'\nwith = { x = \"$x.nothing\" }\n",
       "rules.toml:5:15: found column 'nothing', expected one of some list"},
      {"rules.toml", rule + "before = '''\n  b\n  (a'''\n", "rules.toml:7:5: expected ')'"},
      {"city.tsv", "surface\tkind\tid\nOslo\tcapital\n", "city.tsv:2:1: found 2 cells, expected 3"},
      {"city.tsv", "surface\tkind\tid\n\tcapital\tx\n", "city.tsv:2:1: the first cell is empty"},
      {"city.tsv", "surface\tkind\tid\nOslo\t" + std::string(10000, 'x') + "\to\n",
       "city.tsv:2:6: found a cell of 10000 bytes, expected at most 4096"},
      {"city.tsv", "surface\tkind\tid\nOs\xFFlo\tcapital\to\n", "city.tsv:2:3: invalid UTF-8; lists are UTF-8"},
      {"city.tsv", "name\tkind\n", "city.tsv:1:1: found no column 'surface', expected it first"},
      {"city.tsv", "(none)", "pack.toml:13:9: cannot read file city.tsv: No such file or directory"},
      {"words.tsv", "surface\tclass\tlemma\tcount\nsign\tverv\t\t1\nsign\tverb\t\tmany\n",
       "words.tsv:2:6: found word class 'verv', expected one of the manifest's\nwords.tsv:3:12: found count 'many', "
       "expected a number"},
      {"words.tsv", "surface\tclass\nsign\tverb\n",
       "words.tsv:1:1: found columns surface, class, expected surface, class, lemma, count"},
      {"pack.toml", cascade, "pack.toml:2:9: cascade 'c' names no room"},
      {"pack.toml", cascade + "room = \"cellar\"\n", "pack.toml:3:9: found room 'cellar', expected one of: " + rooms()},
      {"pack.toml", cascade + "room = \"times\"\nkeep = \"some\"\n",
       "pack.toml:4:9: found keep 'some', expected longest or all"},
      {"pack.toml", cascade + "room = \"times\"\nrules = [\".\"]\n",
       "pack.toml:4:11: cannot read file : not a regular file"},
      {"pack.toml", "[[list]]\nname = \"city\"\n", "pack.toml:1:1: list without 'file'"},
      {"pack.toml", "(none)", "pack.toml: cannot read: No such file or directory"},
      {"pack.toml", "[[list]]\nname = \"city\"\nfile = \"city.tsv\"\n[[list]]\nname = \"city\"\nfile = \"city.tsv\"\n",
       "pack.toml:5:9: found list 'city' a second time, it stands in line 2"},
      {"rules.toml", "[[rule]]\nname = \"r\"\ngives = \"trigger:Sell out\"\npattern = 'a'\n",
       "rules.toml:3:10: found 'Sell out', expected small letters, digits, '_' and '-', a letter first"},
      {"pack.toml", "[[list]]\nname = \"city\"\nfile = \"city.tsv\"\ncells = { id = \"uniqe\", kind = 3 }\n",
       "pack.toml:4:17: found 'uniqe', expected identifier, unique, LIST.COLUMN or an array of values\n"
       "pack.toml:4:32: expected a string"},
      {"pack.toml",
       "[[list]]\nname = \"city\"\nfile = \"city.tsv\"\ncells = { id = \"unique\", kind = [\"capital\"] }\n",
       "city.tsv:3:10: found kind 'town', expected one of: capital"},
      {"pack.toml",
       "[[list]]\nname = \"city\"\nfile = \"city.tsv\"\ncells = { id = \"identifier\" }\nneeds = [\"id\", \"size\"]\n",
       "city.tsv:1:1: found no column 'size', which this list needs"},
      {"rules.toml", "[[pattern]]\nname = \"p\"\nis = '<p> a'\n" + rule,
       "rules.toml:3:7: in pattern <p>: pattern <p> holds itself"},
  };
  for (const FileCase& one : cases) {
    EXPECT_EQ(load_errors(one.file, one.bytes), one.errors) << one.file << ":\n" << one.bytes.substr(0, 300);
  }
}

TEST(FileErrors, OfSeveralFilesAreToldTogether) {
  const TemporaryFolder folder;
  for (const auto& [name, text] : small_pack("[[rule]]\nname = \"r\"\ngives = \"hit\"\npattern = '/[/'\n"))
    write_file(folder / name, text);
  write_file(folder / "city.tsv", "surface\tkind\tid\nOslo\n");
  std::vector<Error> errors;
  std::vector<PackFiles> packs;
  packs.push_back(read_pack_folder(folder.path().string(), errors));
  EXPECT_EQ(load_language(std::move(packs), false, std::move(errors)).errors().size(), 2u);
}

}  // namespace
}  // namespace copydesk::testing
