// Room 4, rules. A rule in its three phases: as written (RuleSource), and as compiled (Rule); the checked form between them is
// the Pattern of pattern.h.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/lattice.h"
#include "rules/program.h"

namespace copydesk {

// Where something stands in a pack. `column` counts bytes from 1.
struct Place {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

// A string of a rule file and where its first byte stands.
struct SourceText {
  std::string text;
  Place place;
};

struct FieldSource {
  std::string name;
  SourceText value;
};

struct ExampleSource {
  SourceText text;
  std::string gives;  // in one-line notation; empty: the rule must fire, whatever it gives
  std::string date;   // the report's date
};

struct RuleSource {
  SourceText name, gives, pattern, before, not_before, after, not_after;  // the contexts may be empty
  std::vector<FieldSource> fields;
  std::vector<ExampleSource> examples, counter_examples;
};

struct PatternSource {
  SourceText name, is;
};

// What a rule says of its match: a constant, or the value of a captured list entry.
struct Field {
  std::uint16_t name = 0;           // of Names
  std::string constant;             // used when `capture` is 0
  std::uint16_t capture = 0;        // of Names
  std::string column;               // of the list the capture hit; empty: the captured text
  std::uint16_t column_number = 0;  // of ColumnIndex
};

struct Context {
  Program program;
  bool backwards = false;  // read from the begin of the match to the left
  bool negated = false;
};

struct Rule {
  std::string name;
  Label label = 0;
  Kind kind = kAnyKind;
  Program program;
  std::vector<Context> contexts;
  std::vector<Field> fields;
  std::uint32_t cascade = 0;
  Place place;
};

}  // namespace copydesk
