// Room 4, rules. The notation of patterns (../packs/RULES.md tells it to authors) and its parsed form.
//
//     party:<group> <adverb>* trigger:sign/past ..3 instrument:<instrument> ( about sector:<sector> )?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/word_classes.h"
#include "rules/lattice.h"
#include "rules/signature.h"
#include "tokens/token_layer.h"

namespace copydesk {

enum class TestKind : std::uint8_t {
  any,         // every token
  word,        // a: literal
  words,       // a: set of words, each with the classes in which it is meant
  any_of,      // a: choice of conditions; made of alternatives, not written
  word_class,  // a: mask of classes, one of which is the token's
  shape,       // a: mask of shapes
  token_kind,  // a: mask of token kinds
  regex,       // a: regular expression
  edge,        // a: label, b: kind
  glued,       // no white space stands before the token
  inside,      // the token is not the first of its sentence
};

// One condition on a token, or on the tokens under an edge.
struct Test {
  TestKind kind = TestKind::any;
  bool negated = false;
  std::uint32_t a = 0;
  std::uint16_t b = 0;
  Signature signature = kAnySignature;  // of which a token must have a bit
};

struct PatternNode {
  enum class Kind : std::uint8_t { tests, sequence, choice, repeat, capture, sentence_start, sentence_end };
  Kind kind = Kind::sequence;
  bool lazy = false;        // of repeat
  std::uint16_t name = 0;   // of capture
  std::uint16_t least = 0;  // of repeat
  std::uint16_t most = 0;   // of repeat; kNoLimit: any number
  std::vector<std::uint32_t> children;
  std::vector<Test> tests;  // all must hold on the same tokens
};

struct Pattern {
  static constexpr std::uint16_t kNoLimit = 0xFFFF;
  std::vector<PatternNode> nodes;
  std::uint32_t root = 0;
};

struct PatternError {
  std::size_t offset = 0;  // bytes into the pattern's text
  std::string message;
};

// What names in a pattern mean; the grammar builder knows.
class PatternScope {
 public:
  virtual ~PatternScope() = default;
  virtual bool resolve(std::string_view name, std::string_view kind, Test& test, std::string& problem) = 0;
  virtual const std::string* sub_pattern(std::string_view name) = 0;
  virtual std::uint32_t literal(std::string_view folded) = 0;
  virtual bool lemma(std::string_view lemma, std::string_view word_class, Test& test, std::string& problem) = 0;
  virtual bool regex(std::string_view pattern, Test& test, std::string& problem) = 0;
  virtual std::uint16_t capture_name(std::string_view name) = 0;
  virtual void split(std::string_view phrase, TokenLayer& layer) = 0;  // as text is split
};

// Parses `text`; problems are added to `errors`, and the pattern is of use only when there are none.
Pattern parse_pattern(std::string_view text, PatternScope& scope, std::vector<PatternError>& errors);

}  // namespace copydesk
