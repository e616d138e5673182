// Room 4, rules. Reads: tokens. Adds: their words, and to the lattice the hits of all lists.
//
//     find_words(language, tokens, state);
//     language.classifier.classify(tokens);
//     lattice.reset(tokens);
//     find_hits(language, lattice, state);
//
// Threads: a worker brings its own WordState. Lifetime: a WordState serves one language.
#pragma once

#include <vector>

#include "lexicon/word_cache.h"
#include "rules/language.h"

namespace copydesk {

// What the lexicons of all packs know of the tokens of a document.
struct WordState {
  struct Layer {
    WordCache cache;
    std::vector<WordFacts> words;  // of each token
    std::vector<std::uint32_t>
        seconds;  // of each token the node of the phrases that it and the next begin; see Lexicon
  };
  std::vector<Layer> layers;  // one a lexicon
};

// Fills `word`, `literal` and `classes` of all tokens, and `word_class` with the likeliest class.
void find_words(const Language& language, TokenLayer& tokens, WordState& state);

// Adds the hits of all lists to the lattice. A hit of a pack laid on top hides those of lower packs over the same tokens.
void find_hits(const Language& language, Lattice& lattice, WordState& state);

}  // namespace copydesk
