// The rules of room `times` as templates of readings: which field of a reading each capture and each constant fills.
//
// A capture that has the name of a field fills it: with the column of that name of the list that it hit, or with the number
// that its tokens write. `with` fills fields with constants.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "rules/analysis.h"
#include "times/time_fields.h"
#include "times/time_reading.h"

namespace copydesk {

class TimeRules {
 public:
  // Errors: a field or value that times do not know, with the place of its rule.
  TimeRules(const Language& language, std::vector<Error>& errors);

  // Reads a match. Nothing when a number of it is out of range. `base` is left to the caller, as it must be resolved first.
  std::optional<TimeReading> read(const Analysis& analysis, const Annotation& annotation) const;

  // The annotation of this room that a capture `base` or `clock` stands for, or nullptr.
  const Annotation* part_of(const Lattice& lattice, const Annotation& annotation, TimeField field) const;

  // The tokens that fill a field of this match; empty when none do.
  TokenRange tokens_of(const Lattice& lattice, const Annotation& annotation, TimeField field) const;

  // What a column of a list entry says of a field.
  std::optional<int> value_of(const Lexicon& lexicon, std::size_t layer, const ListEntry& entry, TimeField field) const;

 private:
  struct Binding {
    TimeField field = TimeField::count;
    std::uint16_t capture = 0;  // 0: `constant`
    int constant = 0;
    bool may_lack = false;  // the list's cell may be empty
  };
  struct Template {
    bool known = false;
    std::vector<Binding> bindings;
  };
  struct Column {
    std::uint16_t list;
    std::uint16_t index;
    TimeField field;
  };

  void read_rule(const Language& language, std::uint32_t index, std::vector<Error>& errors);
  void find_columns(const Grammar& grammar);
  std::optional<int> list_value(const Analysis& analysis, TokenRange range, TimeField field) const;
  std::optional<int> number_value(const Analysis& analysis, TokenRange range, TimeField field) const;
  std::optional<std::int64_t> sum_of(const Analysis& analysis, TokenRange range) const;
  bool fill(const Analysis& analysis, const Binding& binding, TokenRange range, TimeReading& reading) const;
  bool fill_amount(const Analysis& analysis, TokenRange range, Amount& amount) const;

  std::vector<Template> templates_;           // of each rule of the grammar
  std::vector<std::vector<Column>> columns_;  // of each lexicon
};

}  // namespace copydesk
