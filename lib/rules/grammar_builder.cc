#include "rules/grammar_builder.h"

#include <algorithm>
#include <bit>
#include <deque>

#include "rules/branches.h"
#include "rules/gates.h"
#include "rules/layer_labels.h"
#include "rules/list_checks.h"
#include "rules/outline.h"
#include "rules/regex.h"
#include "rules/signature.h"
#include "tokens/tokenizer.h"

namespace copydesk {
namespace {

struct BuiltIn {
  std::string_view name;
  TestKind kind;
  std::uint32_t a;
};

constexpr std::uint32_t shape_bit(Shape shape) { return 1u << static_cast<std::uint32_t>(shape); }
constexpr std::uint32_t kind_bit(TokenKind kind) { return 1u << static_cast<std::uint32_t>(kind); }

// Shapes and kinds of tokens, which every pack knows by these names.
constexpr BuiltIn kBuiltIns[] = {
    {"Capitalised", TestKind::shape, shape_bit(Shape::capitalised) | shape_bit(Shape::upper) | shape_bit(Shape::mixed)},
    {"UPPER", TestKind::shape, shape_bit(Shape::upper)},
    {"lower", TestKind::shape, shape_bit(Shape::lower)},
    {"mixed", TestKind::shape, shape_bit(Shape::mixed)},
    {"digits", TestKind::token_kind, kind_bit(TokenKind::number)},
    {"word", TestKind::token_kind, kind_bit(TokenKind::word)},
    {"punctuation", TestKind::token_kind, kind_bit(TokenKind::punctuation) | kind_bit(TokenKind::symbol)},
    {"glued", TestKind::glued, 0},
    {"inside", TestKind::inside, 0},
};

Signature built_in_signature(const BuiltIn& built_in) {
  Signature bits;
  for (std::uint32_t i = 0; i < 6; ++i) {
    if ((built_in.a >> i & 1) == 0) continue;
    if (built_in.kind == TestKind::shape) bits |= shape_signature(i);
    if (built_in.kind == TestKind::token_kind) bits |= token_kind_signature(i);
  }
  return bits == Signature{} ? kAnySignature : bits;
}

// `label:kind`
std::pair<std::string_view, std::string_view> split_label(std::string_view text) {
  const std::size_t colon = text.find(':');
  return {text.substr(0, colon), colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1)};
}

void make_one_token(std::string_view text, std::string_view folded, TokenLayer& layer) {
  layer.folded = folded;
  layer.tokens.push_back(
      {.end = static_cast<std::uint32_t>(text.size()), .folded_size = static_cast<std::uint16_t>(folded.size())});
}

}  // namespace

GrammarBuilder::GrammarBuilder(std::vector<Lexicon> lexicons, const WordClasses& classes,
                               const Abbreviations& abbreviations, std::vector<Error>& errors)
    : classes_(classes), abbreviations_(abbreviations), errors_(errors) {
  grammar_.lexicons = std::move(lexicons);
  grammar_.this_name_ = grammar_.names.add("this");
  for (const std::string_view label : kLayerLabels) grammar_.names.add(label);
  for (const std::string_view kind : kLayerKinds) grammar_.names.add(kind);
  for (const Lexicon& lexicon : grammar_.lexicons) {
    for (const ListInfo& list : lexicon.lists()) grammar_.names.add(lexicon.string(list.name));
    for (std::size_t kind = 1; kind < lexicon.kinds(); ++kind) grammar_.names.add(lexicon.kind(kind));
  }
}

void GrammarBuilder::fail_in(const SourceText& source, const PatternError& error) {
  Place place = source.place;
  for (std::size_t i = 0; i < error.offset && i < source.text.size(); ++i) {
    if (source.text[i] == '\n')
      ++place.line, place.column = 1;
    else
      ++place.column;
  }
  fail(place, error.message);
}

bool GrammarBuilder::resolve_built_in(std::string_view name, Test& test) const {
  for (const BuiltIn& built_in : kBuiltIns) {
    if (built_in.name != name) continue;
    test = {.kind = built_in.kind, .a = built_in.a, .signature = built_in_signature(built_in)};
    return true;
  }
  return false;
}

bool GrammarBuilder::resolve(std::string_view name, std::string_view kind, Test& test, std::string& problem) {
  if (resolve_built_in(name, test)) return true;
  if (const ClassMask mask = classes_.find(name)) {
    test = {.kind = TestKind::word_class, .a = mask, .signature = class_signature(mask)};
    if (!kind.empty())
      problem = "<" + std::string(name) + "> is a word class and has no kind '" + std::string(kind) + "'";
    return kind.empty();
  }
  const std::uint16_t label = grammar_.names.find(name);
  if (label == 0 || label >= labels_.size() || !labels_[label]) {
    problem =
        "found <" + std::string(name) + ">, expected a list, a word class, a shape, a pattern or what a rule gives";
    return false;
  }
  const std::uint16_t kind_id = grammar_.names.find(kind);
  if (!kind.empty() && kind_id == 0) {
    problem = "<" + std::string(name) + "> has no kind '" + std::string(kind) + "'";
    return false;
  }
  test = {.kind = TestKind::edge, .a = label, .b = kind_id, .signature = label_signature(label)};
  return true;
}

const std::string* GrammarBuilder::sub_pattern(std::string_view name) {
  const auto found = sub_patterns_.find(name);
  return found == sub_patterns_.end() ? nullptr : &found->second->is.text;
}

std::uint32_t GrammarBuilder::literal(std::string_view folded) {
  if (const auto known = literal_ids_.find(folded); known != literal_ids_.end()) return known->second;
  const auto id = static_cast<std::uint32_t>(grammar_.literals_.size());
  grammar_.literals_.push_back({hash_folded(folded), std::string(folded)});
  literal_ids_.emplace(folded, id);
  return id;
}

bool GrammarBuilder::lemma(std::string_view lemma, std::string_view word_class, Test& test, std::string& problem) {
  const ClassMask mask = classes_.find(word_class);
  std::string folded;
  fold(lemma, folded);
  if (mask == 0)
    return problem = "found word class '" + std::string(word_class) + "', expected one of the pack's", false;
  WordSet set;
  test = {.kind = TestKind::words, .signature = {}};
  for (const Lexicon& lexicon : grammar_.lexicons) {
    const std::uint32_t id = lexicon.find(folded, hash_folded(folded));
    if (id == kNoWord) continue;
    for (const LemmaForm& form : lexicon.forms_of(id)) {
      if ((form.classes & mask) == 0) continue;
      const std::uint32_t form_literal = literal(lexicon.text_of(form.word));
      set.add(form_literal, form.classes & mask);
      test.signature |= word_signature(form_literal);
    }
  }
  if (set.forms.empty())
    return problem = "the words of the pack have no " + std::string(word_class) + " of '" + std::string(lemma) + "'",
           false;
  test.a = grammar_.tables.word_sets.add(set);
  return true;
}

bool GrammarBuilder::regex(std::string_view pattern, Test& test, std::string& problem) {
  std::vector<std::string>& regexes = grammar_.tables.regexes;
  test = {.kind = TestKind::regex};
  test.a = static_cast<std::uint32_t>(std::ranges::find(regexes, pattern) - regexes.begin());
  if (test.a == regexes.size()) {
    const Regex compiled(pattern);
    if (!compiled.ok()) return problem = "regular expression: " + compiled.error(), false;
    regexes.emplace_back(pattern);
    digit_regexes_.push_back(compiled.begins_with_digit());
  }
  if (digit_regexes_[test.a]) test.signature = digit_signature();
  return true;
}

std::uint16_t GrammarBuilder::capture_name(std::string_view name) { return grammar_.names.add(name); }

void GrammarBuilder::split(std::string_view phrase, TokenLayer& layer) {
  if (const auto known = single_words_.find(phrase); known != single_words_.end())
    return make_one_token(phrase, known->second, layer);
  // A clitic is a token only behind a word; in a pattern it stands alone.
  if (std::ranges::find(abbreviations_.clitics(), phrase) == abbreviations_.clitics().end())
    tokenize_phrase(phrase, abbreviations_, layer);
  else
    make_one_token(phrase, phrase, layer);
  if (layer.tokens.size() == 1) single_words_.emplace(phrase, layer.folded_of(layer.tokens[0]));
}

void GrammarBuilder::check_cascade(const CascadeSource& source, bool known) {
  const std::string& room = source.room.text;
  if (room.empty() && !known) fail(source.name.place, "cascade '" + source.name.text + "' names no room");
  if (!room.empty() && std::ranges::find(kCascadeRooms, room) == std::end(kCascadeRooms)) {
    std::string rooms;
    for (const std::string_view name : kCascadeRooms) (rooms += rooms.empty() ? "" : ", ") += name;
    fail(source.room.place, "found room '" + room + "', expected one of: " + rooms);
  }
  if (!source.keep.text.empty() && source.keep.text != "longest" && source.keep.text != "all")
    fail(source.keep.place, "found keep '" + source.keep.text + "', expected longest or all");
}

void GrammarBuilder::add_cascade(const CascadeSource& source, const std::vector<RuleFile>& files) {
  auto pending =
      std::ranges::find(cascades_, source.name.text, [](const PendingCascade& one) { return one.cascade.name; });
  check_cascade(source, pending != cascades_.end());
  if (pending == cascades_.end()) {
    cascades_.push_back({{.name = source.name.text,
                          .room = grammar_.names.add(source.room.text),
                          .keep = source.keep.text == "all" ? Keep::all : Keep::longest,
                          .rules = {}},
                         {}});
    pending = std::prev(cascades_.end());
  }
  std::vector<const RuleSource*> rules;
  for (const RuleFile& file : files) {
    for (const PatternSource& pattern : file.patterns) sub_patterns_[pattern.name.text] = &pattern;
    for (const RuleSource& rule : file.rules) rules.push_back(&rule);
  }
  pending->rules.insert(pending->rules.begin(), rules.begin(), rules.end());
}

void GrammarBuilder::check_sub_patterns() {
  for (const auto& [name, source] : sub_patterns_) {
    std::vector<PatternError> problems;
    parse_pattern(source->is.text, *this, problems);
    for (const PatternError& problem : problems) fail_in(source->is, problem);
  }
}

// Nothing when it has mistakes, which are told.
std::optional<Pattern> GrammarBuilder::parse(const SourceText& source) {
  if (source.text.empty()) return std::nullopt;  // the reader has said so
  std::vector<PatternError> problems;
  Pattern pattern = parse_pattern(source.text, *this, problems);
  for (const PatternError& problem : problems) fail_in(source, problem);
  if (!problems.empty()) return std::nullopt;
  return pattern;
}

Program GrammarBuilder::compile_pattern(std::optional<Pattern> pattern, const SourceText& source, bool reversed) {
  if (!pattern) return {};
  merge_choices(*pattern, grammar_.tables);
  std::string problem;
  Program program = compile(*pattern, reversed, grammar_.tables.signatures, problem);
  if (!problem.empty()) fail(source.place, problem);
  return program;
}

void GrammarBuilder::add_context(const SourceText& source, bool backwards, bool negated, Rule& rule) {
  if (!source.text.empty())
    rule.contexts.push_back({compile_pattern(parse(source), source, backwards), backwards, negated});
}

bool GrammarBuilder::is_column(std::string_view name) const {
  return std::ranges::any_of(grammar_.lexicons, [&](const Lexicon& lexicon) {
    return std::ranges::any_of(lexicon.lists(), [&](const ListInfo& list) {
      for (std::uint32_t i = 0; i < list.columns; ++i)
        if (lexicon.column(list, i) == name) return true;
      return false;
    });
  });
}

void GrammarBuilder::add_field(const FieldSource& source, Rule& rule) {
  Field field{.name = grammar_.names.add(source.name), .constant = source.value.text, .capture = 0, .column = {}};
  if (source.value.text.starts_with('$') && !rule.program.steps.empty()) {
    const std::string_view reference = std::string_view(source.value.text).substr(1);
    const std::string_view capture = reference.substr(0, reference.find('.'));
    field.capture = grammar_.names.find(capture);
    if (field.capture == 0 || std::ranges::find(rule.program.captures, field.capture) == rule.program.captures.end())
      fail(source.value.place, "the pattern captures no '" + std::string(capture) + "'");
    if (capture.size() < reference.size()) field.column = reference.substr(capture.size() + 1);
    if (!field.column.empty() && !is_column(field.column))
      fail(source.value.place, "found column '" + field.column + "', expected one of some list");
  }
  rule.fields.push_back(std::move(field));
}

void GrammarBuilder::compile_rule(const RuleSource& source, std::uint32_t cascade) {
  const auto [label, kind] = split_label(source.gives.text);
  for (const std::string_view name : {label, kind})
    if (!name.empty() && !is_identifier(name))
      fail(source.gives.place,
           "found '" + std::string(name) + "', expected small letters, digits, '_' and '-', a letter first");
  std::optional<Pattern> pattern = parse(source.pattern);
  Rule rule{.name = source.name.text,
            .label = grammar_.names.add(label),
            .kind = grammar_.names.add(kind),
            .program = compile_pattern(pattern, source.pattern, false),
            .contexts = {},
            .fields = {},
            .cascade = cascade,
            .place = source.name.place};
  if (may_be_empty(rule.program))
    fail(source.pattern.place, "the pattern can match without a token, expected one that needs some");
  add_context(source.before, true, false, rule);
  add_context(source.not_before, true, true, rule);
  add_context(source.after, false, false, rule);
  add_context(source.not_after, false, true, rule);
  for (const FieldSource& field : source.fields) add_field(field, rule);
  grammar_.cascades[cascade].rules.push_back(static_cast<std::uint32_t>(grammar_.rules.size()));
  grammar_.rules.push_back(std::move(rule));
  patterns_.push_back(std::move(pattern).value_or(Pattern{}));
}

std::vector<FilterOp> GrammarBuilder::filter_of_outline(const Pattern& pattern) {
  Pattern outline = outline_of(pattern);
  if (outline.nodes.empty()) return {};
  merge_choices(outline, grammar_.tables);
  return filter_of(outline, grammar_.tables.conditions);
}

// An outline serves only where its filter is much shorter.
Branch GrammarBuilder::branch_of(Pattern pattern, const Uses& uses) {
  constexpr std::size_t kTimesShorter = 2;
  Branch branch{.gates = gates_of(pattern, uses), .filter = {}, .outline = filter_of_outline(pattern)};
  merge_choices(pattern, grammar_.tables);
  branch.filter = filter_of(pattern, grammar_.tables.conditions);
  if (branch.outline.size() * kTimesShorter >= branch.filter.size()) branch.outline.clear();
  return branch;
}

// Where in a sentence, and in which sentences at all, each rule is tried.
void GrammarBuilder::add_filters() {
  Uses uses(grammar_.tables);
  for (const Pattern& pattern : patterns_) uses.count(pattern);
  for (std::size_t i = 0; i < patterns_.size(); ++i) {
    if (patterns_[i].nodes.empty()) continue;
    for (Pattern& branch : branches_of(patterns_[i]))
      grammar_.rules[i].program.branches.push_back(branch_of(std::move(branch), uses));
  }
}

void GrammarBuilder::index_literals() {
  const std::size_t size = std::bit_ceil(grammar_.literals_.size() * 4 + 2);
  grammar_.literal_slots_.assign(size, 0);
  for (std::uint32_t id = 0; id < grammar_.literals_.size(); ++id) {
    std::size_t at = grammar_.literals_[id].hash & (size - 1);
    while (grammar_.literal_slots_[at] != 0) at = (at + 1) & (size - 1);
    grammar_.literal_slots_[at] = id + 1;
  }
}

// What <name> may stand for besides word classes and patterns.
void GrammarBuilder::name_labels() {
  std::vector<std::uint16_t> labels;
  for (const std::string_view label : kLayerLabels) labels.push_back(grammar_.names.add(label));
  for (const Lexicon& lexicon : grammar_.lexicons)
    for (const ListInfo& list : lexicon.lists()) labels.push_back(grammar_.names.add(lexicon.string(list.name)));
  for (const PendingCascade& pending : cascades_)
    for (const RuleSource* source : pending.rules) {
      const auto [label, kind] = split_label(source->gives.text);
      labels.push_back(grammar_.names.add(label));
      grammar_.names.add(kind);
    }
  labels_.assign(grammar_.names.size(), false);
  for (const std::uint16_t label : labels) labels_[label] = label != 0;
}

Grammar GrammarBuilder::build() {
  name_labels();
  check_sub_patterns();
  for (const PendingCascade& pending : cascades_) {
    grammar_.cascades.push_back(pending.cascade);
    for (const RuleSource* source : pending.rules)
      compile_rule(*source, static_cast<std::uint32_t>(grammar_.cascades.size() - 1));
  }
  if (grammar_.names.full())
    fail({}, "found more than " + std::to_string(Names::kMost) + " names of lists, kinds, captures and fields");
  add_filters();
  grammar_.tables.lay_condition_words();
  grammar_.tables.literals = static_cast<std::uint32_t>(grammar_.literals_.size());
  grammar_.view_rules();
  grammar_.gates_ =
      index_gates(grammar_.cascades, grammar_.rules, grammar_.tables, grammar_.literals_.size(), grammar_.names.size());
  index_literals();
  return std::move(grammar_);
}

}  // namespace copydesk
