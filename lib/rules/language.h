// Room 4, rules. Everything that packs say, ready for use: what the rooms get passed as an argument.
#pragma once

#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "copydesk/result.h"
#include "lexicon/classify.h"
#include "lexicon/lexicon.h"
#include "lexicon/word_classes.h"
#include "rules/grammar.h"
#include "rules/pack_files.h"
#include "rules/toml_reader.h"
#include "text/layout.h"
#include "tokens/abbreviations.h"

namespace copydesk {

// The rules of one file as written; examples are run from here by checks.
struct LoadedRules {
  std::string cascade;
  RuleFile file;
};

struct Language {
  std::string name;
  WordClasses classes;
  Abbreviations abbreviations;
  LayoutWords layout;
  Classifier classifier;
  Grammar grammar;
  std::vector<std::vector<Label>> list_labels;  // of each lexicon, the label of each list
  std::vector<std::vector<Kind>> kinds;         // of each lexicon, the name of each kind
  std::vector<PackFiles> packs;                 // what the views point into
  std::vector<LoadedRules> sources;             // kept for checks, when asked for

  // What the image of a pack keeps; see rules/archive.h.
  static auto archived(auto& self) {
    return std::tie(self.name, self.classes, self.abbreviations, self.layout, self.classifier, self.grammar,
                    self.list_labels, self.kinds);
  }
};

// Lays the packs over each other, the last on top. `keep_sources`: keep the rules as written. One pack that comes compiled is ready.
// `errors`: of reading the packs, told together with those found here; nothing is loaded when there are any.
Result<std::shared_ptr<const Language>> load_language(std::vector<PackFiles> packs, bool keep_sources,
                                                      std::vector<Error> errors = {});

}  // namespace copydesk
