#include <algorithm>

#include "text/characters.h"
#include "tokens/tokenizer.h"

namespace copydesk {
namespace {

class SentenceSplitter {
 public:
  SentenceSplitter(std::string_view text, const Block& block, std::uint32_t block_index, std::uint32_t first_token,
                   const Abbreviations& abbreviations, TokenLayer& layer)
      : text_(text),
        capitals_(block.capitals),
        block_index_(block_index),
        begin_(first_token),
        end_(static_cast<std::uint32_t>(layer.tokens.size())),
        first_sentence_(layer.sentences.size()),
        abbreviations_(abbreviations),
        layer_(layer) {}

  void split() {
    for (std::uint32_t i = begin_; i < end_;) {
      if (!may_end(i)) {
        note_quote(i++);
        continue;
      }
      const std::uint32_t next = after_closers(i);
      if (next < end_ && ends(i, next)) close(next);
      i = next;
    }
    close(end_);
  }

 private:
  const TokenData& token(std::uint32_t i) const { return layer_.tokens[i]; }
  char32_t first_character(std::uint32_t i) const { return code_point_at(text_, token(i).begin).value; }
  char last_byte(std::uint32_t i) const { return text_[token(i).end - 1]; }
  bool is_quote(std::uint32_t i) const {
    return token(i).kind == TokenKind::punctuation && text_[token(i).begin] == '"';
  }

  // A sentence's final mark, or a word with a stop of its own.
  bool may_end(std::uint32_t i) const {
    const TokenData& mark = token(i);
    if (mark.kind == TokenKind::word) return last_byte(i) == '.';
    return mark.kind == TokenKind::punctuation && is_terminator(first_character(i));
  }

  // An ASCII quote closes where it leans on what stands before it; between two spaces, or none, where one is open.
  bool quote_closes(std::uint32_t i) const {
    const bool space_after = i + 1 == end_ || token(i + 1).space_before;
    if (token(i).space_before != space_after) return space_after;
    return quote_open_;
  }

  void note_quote(std::uint32_t i) {
    if (is_quote(i)) quote_open_ = !quote_closes(i);
  }

  bool closes(std::uint32_t i) const {
    if (token(i).kind != TokenKind::punctuation) return false;
    if (is_quote(i)) return quote_closes(i);
    const char32_t mark = first_character(i);
    if (mark == '\'') return !token(i).space_before;
    return is_closer(mark) || (is_terminator(mark) && !token(i).space_before);
  }

  std::uint32_t after_closers(std::uint32_t i) {
    for (++i; i < end_ && closes(i); ++i) note_quote(i);
    return i;
  }

  // The first word from `next` on, behind opening quotes and brackets.
  std::uint32_t behind_openers(std::uint32_t next) const {
    const std::uint32_t limit = std::min(end_ - 1, next + 3);
    while (next < limit && token(next).kind == TokenKind::punctuation && is_opener(first_character(next))) ++next;
    return next;
  }

  bool is_capitalised(std::uint32_t i) const {
    return token(i).kind == TokenKind::word && (token(i).shape == Shape::capitalised || token(i).shape == Shape::upper);
  }

  bool starts(std::uint32_t i) const {
    return !capitals_ && is_capitalised(i) && abbreviations_.is_starter(layer_.folded_of(token(i)));
  }

  const AbbreviationClass* class_of_abbreviation(std::uint32_t i) const {
    std::string_view folded = layer_.folded_of(token(i));
    if (!folded.empty() && folded.back() == '.') folded.remove_suffix(1);
    return abbreviations_.find(folded);
  }

  bool ends(std::uint32_t i, std::uint32_t next) const {
    if (token(i).kind == TokenKind::word) return ends_after_abbreviation(i, next);
    const std::uint32_t word = behind_openers(next);
    if (token(word).kind == TokenKind::word && token(word).shape == Shape::lower) return false;
    const char32_t mark = first_character(next);
    if (mark == ',' || mark == ';' || mark == ':') return false;
    if (is_ellipsis(i)) return token(next).space_before && is_capitalised(word) && i > begin_;
    if (is_list_number(i)) return false;
    return !is_exclaiming_name(i, next);
  }

  bool is_ellipsis(std::uint32_t i) const {
    return first_character(i) == U'…' || (last_byte(i) == '.' && token(i).end - token(i).begin > 1);
  }

  // `1. The first point`
  bool is_list_number(std::uint32_t i) const {
    return i == begin_ + 1 && token(begin_).kind == TokenKind::number && token(begin_).end - token(begin_).begin <= 2;
  }

  // `Yahoo! Inc.`
  bool is_exclaiming_name(std::uint32_t i, std::uint32_t next) const {
    if (text_[token(i).begin] != '!' || token(next).kind != TokenKind::word) return false;
    const AbbreviationClass* listed = class_of_abbreviation(next);
    return listed != nullptr && *listed == AbbreviationClass::organisation;
  }

  bool ends_after_abbreviation(std::uint32_t i, std::uint32_t next) const {
    const AbbreviationClass* listed = class_of_abbreviation(i);
    if (listed != nullptr && (*listed == AbbreviationClass::title || *listed == AbbreviationClass::number))
      return false;
    if (starts(next)) return true;
    if (listed == nullptr && token(i).end - token(i).begin == 2) return false;
    if (closed_by_quote(i, next)) return is_capitalised(behind_openers(next));
    if (opens_quote(next)) return is_capitalised(behind_openers(next));
    const bool loose = listed != nullptr && *listed == AbbreviationClass::general &&
                       !(i > begin_ && token(i - 1).kind == TokenKind::number);
    return loose && !capitals_ && token(next).kind == TokenKind::word && token(next).shape == Shape::capitalised;
  }

  bool closed_by_quote(std::uint32_t i, std::uint32_t next) const {
    return next > i + 1 && first_character(next - 1) != ')' && first_character(next - 1) != ']';
  }

  bool opens_quote(std::uint32_t i) const {
    if (token(i).kind != TokenKind::punctuation || i + 1 >= end_) return false;
    const char32_t mark = first_character(i);
    return is_opener(mark) && mark != '(' && mark != '[' && mark != '{' && starts(behind_openers(i));
  }

  void close(std::uint32_t end) {
    while (end - begin_ > kMaxSentenceTokens) add(begin_ + kMaxSentenceTokens);
    if (begin_ < end) add(end);
  }

  void add(std::uint32_t end) {
    const auto is_text = [](const TokenData& t) {
      return t.kind != TokenKind::punctuation && t.kind != TokenKind::symbol;
    };
    const auto first = layer_.tokens.begin() + begin_, last = layer_.tokens.begin() + end;
    const auto word = std::find_if(first, last, is_text);
    if (word == last && joins_sentence_before(end)) return;
    if (word != last) word->sentence_initial = true;
    if (capitals_ || is_in_capitals(end)) std::for_each(first, last, [](TokenData& t) { t.capitals = true; });
    layer_.sentences.push_back({begin_, end, block_index_});
    begin_ = end;
  }

  // Marks without a word are the tail of what was said before.
  bool joins_sentence_before(std::uint32_t end) {
    if (layer_.sentences.size() == first_sentence_) return false;
    SentenceData& before = layer_.sentences.back();
    if (end - before.begin > kMaxSentenceTokens) return false;
    before.end = begin_ = end;
    return true;
  }

  // Three words of capitals and none of another shape; acronyms alone (`UN, EU, AU`) are not told from them.
  bool is_in_capitals(std::uint32_t end) const {
    std::uint32_t words = 0;
    for (std::uint32_t i = begin_; i < end; ++i) {
      if (token(i).shape == Shape::none) continue;
      if (token(i).shape != Shape::upper) return false;
      words += token(i).end - token(i).begin >= 2;
    }
    return words >= 3;
  }

  std::string_view text_;
  bool capitals_;
  std::uint32_t block_index_;
  std::uint32_t begin_;  // of the sentence that is being read
  std::uint32_t end_;
  std::size_t first_sentence_;
  const Abbreviations& abbreviations_;
  TokenLayer& layer_;
  bool quote_open_ = false;
};

}  // namespace

void split_sentences(std::string_view text, const Block& block, std::uint32_t block_index, std::uint32_t first_token,
                     const Abbreviations& abbreviations, TokenLayer& layer) {
  SentenceSplitter(text, block, block_index, first_token, abbreviations, layer).split();
}

}  // namespace copydesk
