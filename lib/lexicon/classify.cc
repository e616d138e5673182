#include "lexicon/classify.h"

#include <bit>

namespace copydesk {
namespace {

constexpr std::uint64_t kStart = 1ull << 32, kEnd = 1ull << 33, kName = 1ull << 34, kDigits = 1ull << 35, kComma = 1ull << 36,
                        kPunctuation = 1ull << 37, kAny = ~0ull;
constexpr int kFirstQuoted = 38;

struct Neighbour {
  std::string_view name;
  std::uint64_t bit;
};
constexpr Neighbour kNeighbours[] = {{"*", kAny},         {"^", kStart},       {"$", kEnd},
                                     {"name", kName},     {"digits", kDigits}, {"comma", kComma},
                                     {"punctuation", kPunctuation}};

// Cuts the next `|`-separated name off the front of `cell`.
std::string_view next_name(std::string_view& cell) {
  const std::size_t bar = cell.find('|');
  const std::string_view name = cell.substr(0, bar);
  cell.remove_prefix(bar == std::string_view::npos ? cell.size() : bar + 1);
  return name;
}

}  // namespace

Classifier::Context Classifier::quoted_bit(std::string_view folded) {
  for (const Quoted& known : quoted_)
    if (known.folded == folded) return known.bit;
  const int at = kFirstQuoted + static_cast<int>(quoted_.size());
  if (at > 63) return 0;
  quoted_.push_back({hash_folded(folded), std::string(folded), Context{1} << at});
  return quoted_.back().bit;
}

bool Classifier::read(std::string_view cell, const WordClasses& classes, Context& context, std::string& unknown) {
  while (!cell.empty()) {
    const std::string_view name = next_name(cell);
    Context bit = classes.find(name);
    for (const Neighbour& neighbour : kNeighbours)
      if (neighbour.name == name) bit = neighbour.bit;
    if (name.size() > 2 && name.front() == '"' && name.back() == '"') bit = quoted_bit(name.substr(1, name.size() - 2));
    if (bit == 0) {
      unknown = name;
      return false;
    }
    context |= bit;
  }
  return true;
}

bool Classifier::add(const ContextRow& row, const WordClasses& classes, std::string& unknown) {
  Row compiled;
  Context word = 0, choose = 0;
  if (!read(row.left, classes, compiled.left, unknown) || !read(row.word, classes, word, unknown) ||
      !read(row.right, classes, compiled.right, unknown) || !read(row.choose, classes, choose, unknown))
    return false;
  compiled.word = static_cast<ClassMask>(word);
  compiled.quoted = word >> kFirstQuoted << kFirstQuoted;
  if (word == kAny) compiled.word = 0, compiled.quoted = 0;
  compiled.choose = static_cast<ClassMask>(choose);
  rows_.push_back(compiled);
  return true;
}

Classifier::Context Classifier::quoted_of(const TokenLayer& layer, const TokenData& token) const {
  for (const Quoted& quoted : quoted_)
    if (quoted.hash == token.hash && quoted.folded == layer.folded_of(token)) return quoted.bit;
  return 0;
}

Classifier::Context Classifier::context_of(const TokenLayer& layer, std::uint32_t index, bool decided) const {
  const TokenData& token = layer.tokens[index];
  Context context = decided ? token.word_class : token.classes;
  context |= quoted_of(layer, token);
  const bool capital = token.shape == Shape::capitalised || token.shape == Shape::upper;
  if (capital && !token.sentence_initial && !token.capitals) context |= kName;
  if (token.kind == TokenKind::number) context |= kDigits;
  if (token.kind == TokenKind::punctuation || token.kind == TokenKind::symbol)
    context |= layer.folded_of(token) == "," ? kComma | kPunctuation : kPunctuation;
  return context;
}

void Classifier::decide(TokenLayer& layer, const SentenceData& sentence, std::uint32_t index) const {
  TokenData& token = layer.tokens[index];
  const Context left = index == sentence.begin ? kStart : context_of(layer, index - 1, true);
  Context right = index + 1 == sentence.end ? kEnd : context_of(layer, index + 1, false);
  if (index + 2 == sentence.end && (right & kPunctuation) != 0) right |= kEnd;
  const Context quoted = quoted_of(layer, token);
  for (const Row& row : rows_) {
    if ((row.left & left) == 0 && row.left != kAny) continue;
    if ((row.right & right) == 0 && row.right != kAny) continue;
    if ((token.classes & row.word) != row.word) continue;
    if (row.quoted != 0 && (row.quoted & quoted) == 0) continue;
    if ((row.choose & token.classes) == 0) continue;
    token.word_class = row.choose & token.classes;
    return;
  }
}

void Classifier::classify(const Lexicon& lexicon, TokenLayer& layer) const {
  for (TokenData& token : layer.tokens) {
    token.word = lexicon.find(layer.folded_of(token), token.hash);
    if (token.word == kNoWord) continue;
    token.classes = lexicon.classes_of(token.word);
    token.word_class = lexicon.likely_class_of(token.word);
  }
  for (const SentenceData& sentence : layer.sentences)
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i)
      if (std::popcount(layer.tokens[i].classes) > 1) decide(layer, sentence, i);
}

}  // namespace copydesk
