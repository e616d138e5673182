#include "lexicon/classify.h"

namespace copydesk {
namespace {

constexpr std::uint64_t kStart = 1ull << 32, kEnd = 1ull << 33, kName = 1ull << 34, kDigits = 1ull << 35,
                        kComma = 1ull << 36, kPunctuation = 1ull << 37, kOther = 1ull << 38, kAny = ~0ull;

// A look at two bits: to count them all takes a call on processors that are taken to lack the instruction.
bool has_several(ClassMask classes) { return (classes & (classes - 1)) != 0; }

struct Neighbour {
  std::string_view name;
  std::uint64_t bit;
};
constexpr Neighbour kNeighbours[] = {{"*", kAny},
                                     {"^", kStart},
                                     {"$", kEnd},
                                     {"name", kName},
                                     {"digits", kDigits},
                                     {"comma", kComma},
                                     {"punctuation", kPunctuation}};

// Cuts the next `|`-separated name off the front of `cell`.
std::string_view next_name(std::string_view& cell) {
  const std::size_t bar = cell.find('|');
  const std::string_view name = cell.substr(0, bar);
  cell.remove_prefix(bar == std::string_view::npos ? cell.size() : bar + 1);
  return name;
}

}  // namespace

std::uint64_t Classifier::quoted_bit(std::string_view folded) {
  for (const Quoted& known : quoted_)
    if (known.folded == folded) return known.bit;
  if (quoted_.size() == 64) return 0;
  quoted_.push_back({hash_folded(folded), std::string(folded), std::uint64_t{1} << quoted_.size()});
  quoted_hashes_[quoted_.back().hash & 255] = true;
  return quoted_.back().bit;
}

bool Classifier::read(std::string_view cell, const WordClasses& classes, Context& context, std::string& unknown) {
  while (!cell.empty()) {
    const std::string_view name = next_name(cell);
    Context found{.classes = classes.find(name)};
    for (const Neighbour& neighbour : kNeighbours)
      if (neighbour.name == name) found.classes = neighbour.bit;
    if (name.size() > 2 && name.front() == '"' && name.back() == '"')
      found.quoted = quoted_bit(name.substr(1, name.size() - 2));
    if (found.classes == 0 && found.quoted == 0) {
      unknown = name;
      return false;
    }
    context.classes |= found.classes;
    context.quoted |= found.quoted;
  }
  return true;
}

bool Classifier::add(const ContextRow& row, const WordClasses& classes, std::string& unknown) {
  Row compiled;
  Context choose;
  if (!read(row.left, classes, compiled.left, unknown) || !read(row.word, classes, compiled.word, unknown) ||
      !read(row.right, classes, compiled.right, unknown) || !read(row.choose, classes, choose, unknown))
    return false;
  if (compiled.word.classes == kAny) compiled.word.classes = 0;
  compiled.choose = static_cast<ClassMask>(choose.classes);
  rows_.push_back(compiled);
  return true;
}

std::uint64_t Classifier::quoted_of(const TokenLayer& layer, const TokenData& token) const {
  if (!quoted_hashes_[token.hash & 255]) return 0;
  for (const Quoted& quoted : quoted_)
    if (quoted.hash == token.hash && quoted.folded == layer.folded_of(token)) return quoted.bit;
  return 0;
}

Classifier::Context Classifier::context_of(const TokenLayer& layer, std::uint32_t index, bool decided) const {
  const TokenData& token = layer.tokens[index];
  Context context{kOther | (decided ? token.word_class : token.classes), quoted_of(layer, token)};
  const bool capital = token.shape == Shape::capitalised || token.shape == Shape::upper;
  if (capital && (!token.sentence_initial || token.word == kNoWord) && !token.capitals) context.classes |= kName;
  if (token.kind == TokenKind::number) context.classes |= kDigits;
  if (token.kind == TokenKind::punctuation || token.kind == TokenKind::symbol)
    context.classes |= layer.folded_of(token) == "," ? kComma | kPunctuation : kPunctuation;
  return context;
}

Classifier::Context Classifier::left_of(const TokenLayer& layer, const SentenceData& sentence,
                                        std::uint32_t index) const {
  constexpr int kMostSteps = 3;
  Context left;
  for (int steps = 0; steps < kMostSteps; ++steps, --index) {
    const Context next = index == sentence.begin ? Context{kStart, 0} : context_of(layer, index - 1, true);
    left.classes |= next.classes;
    left.quoted |= next.quoted;
    if (index == sentence.begin || (layer.tokens[index - 1].word_class & stepped_over_) == 0) break;
  }
  return left;
}

void Classifier::decide(TokenLayer& layer, const SentenceData& sentence, std::uint32_t index) const {
  TokenData& token = layer.tokens[index];
  const Context left = left_of(layer, sentence, index);
  Context right = index + 1 == sentence.end ? Context{kEnd, 0} : context_of(layer, index + 1, false);
  if (index + 2 == sentence.end && (right.classes & kPunctuation) != 0) right.classes |= kEnd;
  const std::uint64_t quoted = quoted_of(layer, token);
  for (const std::uint16_t index_of_row : rows_for(token.classes)) {
    const Row& row = rows_[index_of_row];
    if (!row.left.meets(left) || !row.right.meets(right)) continue;
    if (row.word.quoted != 0 && (row.word.quoted & quoted) == 0) continue;
    token.word_class = row.choose & token.classes;
    return;
  }
}

void Classifier::index(const Lexicon& lexicon, const WordClasses& classes_of_pack) {
  stepped_over_ = classes_of_pack.find("stepped_over");
  function_ = classes_of_pack.find("function");
  for (std::uint32_t word = 0; word < lexicon.words(); ++word) {
    const ClassMask classes = lexicon.classes_of(word);
    if (!has_several(classes)) continue;
    const auto [entry, added] = rows_by_classes_.try_emplace(classes);
    for (std::size_t i = 0; added && i < rows_.size(); ++i)
      if ((classes & rows_[i].word.classes) == rows_[i].word.classes && (rows_[i].choose & classes) != 0)
        entry->second.push_back(static_cast<std::uint16_t>(i));
  }
}

const std::vector<std::uint16_t>& Classifier::rows_for(ClassMask classes) const {
  const auto found = rows_by_classes_.find(classes);
  return found == rows_by_classes_.end() ? no_rows_ : found->second;
}

void Classifier::classify(TokenLayer& layer) const {
  for (TokenData& token : layer.tokens)
    if (token.shape == Shape::upper && token.folded_size > 1 && !token.capitals) {
      token.classes &= ~function_;
      token.word_class &= token.classes;
    }
  for (const SentenceData& sentence : layer.sentences)
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i)
      if (has_several(layer.tokens[i].classes)) decide(layer, sentence, i);
}

}  // namespace copydesk
