// Document: one report with all its layers, as Extractor::extract returns it.
//
//     copydesk::Document document = extractor.extract(text, {.id = "ict-forum"});
//     for (const copydesk::Event& event : document.events)
//       std::cout << event.type << " " << document.text_of(event.triggers[0].span) << '\n';
//
// Threads: plain data; a const Document may be read from many threads. Lifetime: it owns its text and layers
// and keeps alive the pack that its string views (rule names, roles, event types) point into.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/entity.h"
#include "copydesk/event.h"
#include "copydesk/export.h"
#include "copydesk/span.h"
#include "copydesk/time_expression.h"

namespace copydesk {

enum class TokenKind : std::uint8_t { word, number, punctuation, symbol, url, email };

COPYDESK_EXPORT std::string_view to_string(TokenKind kind) noexcept;

struct Token {
  Span span;
  TokenKind kind = TokenKind::word;
};

struct Sentence {
  Span span;
  TokenRange tokens;
};

/// Where the report was filed: `TEHRAN, Dec. 6 (IRNA) --`.
struct Dateline {
  Span span;
  Index place = kNoIndex;  ///< into Document::entities
  Span agency;             ///< empty when none is named
  Span date;               ///< empty when none is given
};

/// A subject of the report: an id of the sector list with the words that name it.
struct Sector {
  std::string_view sector;
  std::string_view isic;
  std::vector<Mention> mentions;
};

/// Something a reader should know: repaired bytes, a contradiction, a date without a year.
struct Note {
  std::string_view kind;
  std::string message;
  Index event = kNoIndex;
};

enum class ReferenceFrom : std::uint8_t { none, option, metadata, dateline };

/// As the report spells it; empty for `none`.
COPYDESK_EXPORT std::string_view to_string(ReferenceFrom from) noexcept;

/// From `text_begin` on, an offset of the text lies at itself plus `shift` in the input.
struct OffsetShift {
  std::uint32_t text_begin = 0;
  std::int64_t shift = 0;
};

struct Document {
  std::string id;
  std::string text;                        ///< valid UTF-8: the input with bad bytes read as U+FFFD, or converted
  std::string charset;                     ///< of the input when it was not UTF-8; else empty
  std::vector<OffsetShift> offset_shifts;  ///< empty when the text is the input, byte for byte
  std::string_view language;

  std::optional<Span> headline;
  std::optional<Dateline> dateline;
  std::string reference_date;  ///< ISO date; empty when none is known
  ReferenceFrom reference_from = ReferenceFrom::none;

  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Entity> entities;
  std::vector<TimeExpression> times;
  std::vector<Sector> sectors;
  std::vector<Event> events;
  std::vector<Note> notes;

  std::shared_ptr<const void> pack;  ///< keeps the string views alive

  // What these return lives as long as the document is neither moved nor changed.

  /// The text under a span.
  std::string_view text_of(Span span) const { return std::string_view(text).substr(span.begin, span.size()); }

  /// The tokens of a sentence, in the order of the text.
  std::span<const Token> tokens_of(const Sentence& sentence) const {
    return std::span(tokens).subspan(sentence.tokens.begin, sentence.tokens.size());
  }

  /// The tokens that share a byte with the span, in the order of the text. Takes time with the logarithm of their number.
  COPYDESK_EXPORT std::span<const Token> tokens_in(Span span) const;

  /// The index of the sentence that holds the first byte of the span; kNoIndex where it lies outside of sentences.
  COPYDESK_EXPORT Index sentence_of(Span span) const;
};

}  // namespace copydesk
