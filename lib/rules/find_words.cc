#include "rules/find_words.h"

namespace copydesk {
namespace {

constexpr std::size_t kAhead = 16;  // words or tokens between fetching and looking
constexpr std::size_t kNearer = 8;  // by when what was fetched is here

void find_layer_words(const Lexicon& lexicon, const Grammar* grammar, const TokenLayer& tokens,
                      WordState::Layer& layer) {
  layer.words.clear();
  for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
    if (i + kAhead < tokens.tokens.size()) layer.cache.fetch(tokens.tokens[i + kAhead].hash);
    if (i + kNearer < tokens.tokens.size())
      if (const std::uint32_t hash = tokens.tokens[i + kNearer].hash; layer.cache.lacks(hash)) lexicon.fetch(hash);
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

void find_layer_hits(const Language& language, std::size_t layer, Lattice& lattice, const WordState& state) {
  const Lexicon& lexicon = language.grammar.lexicons[layer];
  const TokenLayer& tokens = lattice.layer();
  if (lexicon.entries().empty()) return;
  const std::vector<WordFacts>& words = state.layers[layer].words;
  const bool topmost = layer + 1 == language.grammar.lexicons.size();
  for (const SentenceData& sentence : tokens.sentences)
    for (std::uint32_t begin = sentence.begin; begin < sentence.end; ++begin) {
      if (begin + kAhead < words.size()) lexicon.fetch(words, begin + kAhead);
      lexicon.match(words, tokens.tokens, begin, sentence.end, [&](std::uint32_t end, std::uint32_t index) {
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

void find_hits(const Language& language, Lattice& lattice, const WordState& state) {
  for (std::size_t layer = language.grammar.lexicons.size(); layer-- > 0;)
    find_layer_hits(language, layer, lattice, state);
}

}  // namespace copydesk
