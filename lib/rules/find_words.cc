#include "rules/find_words.h"

#include <algorithm>

namespace copydesk {
namespace {

// Words or tokens between fetching and looking, or fetching the next thing that it leads to.
constexpr std::size_t kToCache = 16, kToSlot = 12, kToWord = 8, kToText = 4, kToHit = 8;

// Fetches step by step what the words ahead of `at` ask for; see Lexicon.
void fetch_ahead(const Lexicon& lexicon, const WordCache& cache, std::span<const TokenData> tokens, std::size_t at) {
  const auto hash = [&](std::size_t ahead) { return tokens[std::min(at + ahead, tokens.size() - 1)].hash; };
  cache.fetch(hash(kToCache));
  if (const std::uint32_t slot = hash(kToSlot); cache.lacks(slot)) lexicon.fetch_slot(slot);
  if (const std::uint32_t word = hash(kToWord); cache.lacks(word)) lexicon.fetch_word(word);
  if (const std::uint32_t text = hash(kToText); cache.lacks(text)) lexicon.fetch_text(text);
}

void find_layer_words(const Lexicon& lexicon, const Grammar* grammar, const TokenLayer& tokens,
                      WordState::Layer& layer) {
  layer.words.clear();
  for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
    fetch_ahead(lexicon, layer.cache, tokens.tokens, i);
    const TokenData& token = tokens.tokens[i];
    const std::string_view folded = tokens.folded_of(token);
    layer.words.push_back(layer.cache.find(folded, token.hash, [&] {
      WordFacts facts = lexicon.facts_of(lexicon.find(folded, token.hash));
      if (grammar != nullptr) facts.literal = grammar->literal_of(folded, token.hash);
      return facts;
    }));
  }
}

// Whether a pack laid on top has already said something of exactly these tokens.
bool hidden(const Lattice& lattice, TokenRange range, std::size_t layer) {
  for (std::uint32_t at = lattice.first_at(range.begin); at != kNoEdge; at = lattice.edge(at).next_begin)
    if (lattice.edge(at).range == range && lattice.edge(at).layer > layer) return true;
  return false;
}

void find_seconds(const Lexicon& lexicon, const TokenLayer& tokens, WordState::Layer& layer) {
  layer.seconds.assign(tokens.tokens.size(), 0);
  for (const SentenceData& sentence : tokens.sentences)
    for (std::uint32_t begin = sentence.begin; begin < sentence.end; ++begin) {
      if (begin + kToHit < layer.words.size()) lexicon.fetch_children(layer.words, begin + kToHit);
      layer.seconds[begin] = lexicon.second_node(layer.words, begin, sentence.end);
    }
}

void find_layer_hits(const Language& language, std::size_t layer, Lattice& lattice, WordState& state) {
  const Lexicon& lexicon = language.grammar.lexicons[layer];
  const TokenLayer& tokens = lattice.layer();
  if (lexicon.entries().empty()) return;
  const std::vector<WordFacts>& words = state.layers[layer].words;
  const std::vector<std::uint32_t>& seconds = state.layers[layer].seconds;
  find_seconds(lexicon, tokens, state.layers[layer]);
  const bool topmost = layer + 1 == language.grammar.lexicons.size();
  for (const SentenceData& sentence : tokens.sentences)
    for (std::uint32_t begin = sentence.begin; begin < sentence.end; ++begin) {
      if (const std::size_t at = begin + kToHit; at < words.size()) lexicon.fetch_entries(words[at], seconds[at]);
      lexicon.match(words, tokens.tokens, begin, sentence.end, seconds[begin],
                    [&](std::uint32_t end, std::uint32_t index) {
                      const ListEntry& entry = lexicon.entry(index);
                      if (!topmost && hidden(lattice, {begin, end}, layer)) return;
                      lattice.add_edge({.range = {begin, end},
                                        .label = language.list_labels[layer][entry.list],
                                        .kind = language.kinds[layer][entry.kind],
                                        .layer = static_cast<std::uint16_t>(layer),
                                        .payload = index});
                    });
    }
}

}  // namespace

void find_words(const Language& language, TokenLayer& tokens, WordState& state) {
  const std::vector<Lexicon>& lexicons = language.grammar.lexicons;
  state.layers.resize(lexicons.size());
  for (std::size_t layer = 0; layer < lexicons.size(); ++layer)
    if (layer == 0 || !lexicons[layer].entries().empty())
      find_layer_words(lexicons[layer], layer == 0 ? &language.grammar : nullptr, tokens, state.layers[layer]);
  for (std::size_t i = 0; !lexicons.empty() && i < tokens.tokens.size(); ++i) {
    const WordFacts& facts = state.layers.front().words[i];
    TokenData& token = tokens.tokens[i];
    token.word = facts.word;
    token.literal = facts.literal;
    token.classes = facts.classes;
    token.word_class = facts.likely;
  }
}

void find_hits(const Language& language, Lattice& lattice, WordState& state) {
  for (std::size_t layer = language.grammar.lexicons.size(); layer-- > 0;)
    find_layer_hits(language, layer, lattice, state);
}

}  // namespace copydesk
