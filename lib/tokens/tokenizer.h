// Room 2, tokens. Reads: the text and its blocks. Adds: tokens and sentences.
#pragma once

#include <string_view>

#include "text/layout.h"
#include "tokens/abbreviations.h"
#include "tokens/token_layer.h"

namespace copydesk {

// No sentence is longer: one without end is cut, so that work on a sentence is bounded and a document's time linear.
inline constexpr std::uint32_t kMaxSentenceTokens = 400;

// One pass over the UTF-8 of one block, appending to `layer`. Near UAX #29 word boundaries, with the press's own cases:
// `U.S.`, `St.`, `Nov.`, `AT&T`, `1,000.5`, `10:30`, `12/06/2025`, `1990s`, `5th`, URLs and e-mail are one token; `Iran-Russia`,
// `six-month` and `1992-95` are three, the hyphen one of its own, unless the pack joins the prefix (`al-Amr`, `co-operate`); `$40`
// and `50%` are two; `Iran's` is Iran + 's, `don't` do + n't (clitics of the pack). `--`, `...` and `!!` are one token each.
// Invariant: tokens never overlap, and hold every character that is no white space.
void tokenize(std::string_view text, const Block& block, const Abbreviations& abbreviations, TokenLayer& layer);

// Splits the tokens [first_token, layer.tokens.size()) of one block into sentences.
void split_sentences(std::string_view text, const Block& block, std::uint32_t block_index, std::uint32_t first_token,
                     const Abbreviations& abbreviations, TokenLayer& layer);

// Splits a phrase of a list or rule the way text is split, as one sentence without abbreviations ended.
void tokenize_phrase(std::string_view phrase, const Abbreviations& abbreviations, TokenLayer& layer);

// Case folding of one token for look-up: Unicode simple folding, curly apostrophes and hyphens as their ASCII twins,
// marks on letters kept. Appends to `out`.
void fold(std::string_view token, std::string& out);

}  // namespace copydesk
