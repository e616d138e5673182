#include "copydesk/document.h"

#include <algorithm>

namespace copydesk {

std::span<const Token> Document::tokens_in(Span span) const {
  const auto begin =
      std::ranges::upper_bound(tokens, span.begin, {}, [](const Token& token) { return token.span.end; });
  const auto end = std::lower_bound(begin, tokens.end(), span.end,
                                    [](const Token& token, std::uint32_t at) { return token.span.begin < at; });
  return {begin, end};
}

Index Document::sentence_of(Span span) const {
  const auto behind =
      std::ranges::upper_bound(sentences, span.begin, {}, [](const Sentence& sentence) { return sentence.span.begin; });
  if (behind == sentences.begin() || span.begin >= std::prev(behind)->span.end) return kNoIndex;
  return static_cast<Index>(behind - sentences.begin() - 1);
}

}  // namespace copydesk
