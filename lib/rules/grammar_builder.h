// Room 4, rules. Checks the rules of packs and compiles them into a Grammar; every mistake is told with its place.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "copydesk/result.h"
#include "lexicon/word_classes.h"
#include "rules/gates.h"
#include "rules/grammar.h"
#include "rules/pattern.h"
#include "rules/toml_reader.h"
#include "tokens/abbreviations.h"

namespace copydesk {

class GrammarBuilder : private PatternScope {
 public:
  // `lexicons` with the names of their lists must be complete; the last lies on top.
  GrammarBuilder(std::vector<Lexicon> lexicons, const WordClasses& classes, const Abbreviations& abbreviations,
                 std::vector<Error>& errors);

  // Adds a cascade at the end of its room, or finds the one of that name. Rules of a pack laid over another stand before its.
  // `files` must outlive the builder.
  void add_cascade(const CascadeSource& source, const std::vector<RuleFile>& files);
  Grammar build();

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  struct PendingCascade {
    Cascade cascade;
    std::vector<const RuleSource*> rules;
  };

  bool resolve(std::string_view name, std::string_view kind, Test& test, std::string& problem) override;
  const std::string* sub_pattern(std::string_view name) override;
  std::uint32_t literal(std::string_view folded) override;
  bool lemma(std::string_view lemma, std::string_view word_class, Test& test, std::string& problem) override;
  bool regex(std::string_view pattern, Test& test, std::string& problem) override;
  std::uint16_t capture_name(std::string_view name) override;
  void split(std::string_view phrase, TokenLayer& layer) override;

  void check_cascade(const CascadeSource& source, bool known);
  void name_labels();
  bool is_column(std::string_view name) const;
  bool resolve_built_in(std::string_view name, Test& test) const;
  void check_sub_patterns();
  void compile_rule(const RuleSource& source, std::uint32_t cascade);
  void add_context(const SourceText& source, bool backwards, bool negated, Rule& rule);
  std::optional<Pattern> parse(const SourceText& source);
  Program compile_pattern(std::optional<Pattern> pattern, const SourceText& source, bool reversed);
  Branch branch_of(Pattern pattern, const Uses& uses);
  std::vector<FilterOp> filter_of_outline(const Pattern& pattern);
  void add_filters();
  void add_field(const FieldSource& source, Rule& rule);
  void index_literals();
  void fail(const Place& place, std::string message) {
    errors_.push_back({place.file, place.line, place.column, std::move(message)});
  }
  void fail_in(const SourceText& source, const PatternError& error);

  Grammar grammar_;
  const WordClasses& classes_;
  const Abbreviations& abbreviations_;
  std::vector<Error>& errors_;
  std::vector<PendingCascade> cascades_;
  std::vector<Pattern> patterns_;  // of the rules
  std::map<std::string, const PatternSource*, std::less<>> sub_patterns_;
  std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> literal_ids_;
  std::unordered_map<std::string, std::string, TextHash, std::equal_to<>>
      single_words_;                 // split before: their folded forms
  std::vector<bool> labels_;         // which names are labels
  std::vector<bool> digit_regexes_;  // which of the regular expressions begin with a digit
};

}  // namespace copydesk
