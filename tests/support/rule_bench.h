// RuleBench: a pack of one rule file, its manifest written around it, to match token strings against.
//
//     RuleBench bench("[[rule]]\nname = \"r\"\ngives = \"hit\"\npattern = '''a b'''\n");
//     EXPECT_EQ(bench.matches("c a b"), "hit[1,3)");
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rules/find_words.h"

namespace copydesk::testing {

// The files of a small pack: classes noun and verb, a few words, the lists `city` (with a column `kind`) and `clause_end`.
std::vector<std::pair<std::string, std::string>> small_pack(std::string_view rules);

// A rule with this pattern that gives `hit`, its name `rule N`.
std::string rule_of(std::string_view pattern, std::string_view more = "");

class RuleBench {
 public:
  explicit RuleBench(std::string_view rules);

  // What went wrong, `file:line:column: message` a line, without the folder's name.
  const std::string& errors() const { return errors_; }
  const Language& language() const { return *language_; }

  // Splits `text` and runs the rules over it as one sentence: `hit[0,2) capture[0,1); hit[3,4)`.
  std::string matches(std::string_view text);

  // Prepares the lattice for `text` and leaves the running to the caller.
  void read(std::string_view text);

  TokenLayer tokens;
  Lattice lattice;
  GrammarState state;

 private:
  std::string annotation_text(const Annotation& annotation) const;

  std::string errors_;
  std::shared_ptr<const Language> language_;
  WordState words_;
};

}  // namespace copydesk::testing
