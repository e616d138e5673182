// Room 6, entities. Runs of capitalised words: what may be a name at all. Edges of label `run`, whose kind is `one` (word),
// `several`, or `unknown` (several words, none of them in the dictionary).
#pragma once

#include "rules/analysis.h"

namespace copydesk {

// What the pack calls what makes and breaks runs; looked up once.
struct RunRules {
  explicit RunRules(const Language& language);

  Label run = 0, particles = 0, suffixes = 0;
  Label stops[5] =
      {};  // lists whose words belong to no run: calendar, titles, offices, adjectives of countries, things
  Kind one = 0, several = 0, unknown = 0;
  ClassMask function = 0;  // words that begin no run at the begin of a sentence
};

// Adds the runs of a document.
void add_runs(const Analysis& analysis, const RunRules& rules);

}  // namespace copydesk
