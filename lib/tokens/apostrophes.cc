// Clitics, possessives and single quotes: what an apostrophe can be.
#include <string_view>

#include "tokens/folding.h"
#include "tokens/scanner.h"
#include "tokens/tokenizer.h"

namespace copydesk {

// Cuts the longest clitic of the pack off the word just written: `Iran|'s`, `do|n't`.
void Scanner::split_clitic() {
  const TokenData whole = layer_.tokens.back();
  const std::string_view folded(folded_ + whole.folded, whole.folded_size);
  std::size_t longest = 0;
  for (const std::string& clitic : abbreviations_.clitics())
    if (clitic.size() > longest && clitic.size() < folded.size() &&
        folded.substr(folded.size() - clitic.size()) == clitic)
      longest = clitic.size();
  if (longest == 0) return;
  TokenData clitic = whole;
  clitic.begin = whole.end;
  for (std::size_t left = longest; left > 0; --left) clitic.begin -= code_point_before(text_, clitic.begin).size;
  clitic.folded += static_cast<std::uint32_t>(whole.folded_size - longest);
  clitic.folded_size = static_cast<std::uint16_t>(longest);
  clitic.space_before = false;
  describe_part(clitic);
  TokenData& word = layer_.tokens.back();
  word.end = clitic.begin;
  word.folded_size = static_cast<std::uint16_t>(whole.folded_size - longest);
  describe_part(word);
  clitic.possessive = names_owner(word) && folded.back() == 's';
  layer_.tokens.push_back(clitic);
}

void Scanner::describe_part(TokenData& token) const {
  const std::string_view folded(folded_ + token.folded, token.folded_size);
  token.hash = hash_folded(folded);
  std::uint8_t classes = 0;
  for (std::uint32_t i = token.begin; i < token.end; i += code_point_at(text_, i).size) classes |= class_of(i);
  token.shape = shape_of(token.begin, token.end, classes);
}

// A name: `It's` and `That's` are none, words that begin sentences and stand for nothing.
bool Scanner::names_owner(const TokenData& token) const {
  if (token.shape != Shape::capitalised && token.shape != Shape::upper) return false;
  return !abbreviations_.is_starter({folded_ + token.folded, token.folded_size});
}

bool Scanner::after_word() const {
  return layer_.tokens.size() > first_token_ && layer_.tokens.back().kind == TokenKind::word;
}

// An apostrophe between no two letters: it opens or closes a quotation, or marks the owner after an s: `the Philippines' envoy`.
void Scanner::scan_apostrophe() {
  if (scan_clitic_alone()) return;
  const CodePoint mark = code_point_at(text_, position_);
  const bool attached = !space_before_ && after_word();
  const bool before_word = class_of(position_ + mark.size) & kLetter;
  begin_token();
  take_character();
  end_token(TokenKind::punctuation);
  if (mark.value == U'‘' || (mark.value == U'\'' && !attached && before_word)) {
    quote_open_ = true;
    return;
  }
  if (!attached) return;
  const bool owned =
      !quote_open_ && class_of(position_) == kSpace && names_owner(layer_.tokens[layer_.tokens.size() - 2]);
  if (owned) fold_as_clitic(layer_.tokens.back());
  quote_open_ = false;
}

// The mark of an owner behind an s is read as the clitic that it stands for. The space behind it leaves room for the letter.
void Scanner::fold_as_clitic(TokenData& mark) {
  folded_[folded_end_++] = 's';
  ++mark.folded_size;
  mark.hash = hash_folded({folded_ + mark.folded, mark.folded_size});
  mark.kind = TokenKind::word;
  mark.possessive = true;
}

// `Israel 's`, as some archives print it.
bool Scanner::scan_clitic_alone() {
  if (!space_before_ || !after_word()) return false;
  const std::uint32_t mark_size = code_point_at(text_, position_).size;
  for (const std::string& clitic : abbreviations_.clitics()) {
    if (clitic.front() != '\'') continue;
    const std::uint32_t end = position_ + mark_size + static_cast<std::uint32_t>(clitic.size()) - 1;
    if (end > end_ || (class_of(end) & kWordPart)) continue;
    bool same = true;
    for (std::uint32_t i = 1; i < clitic.size() && same; ++i) {
      const unsigned char c = byte(position_ + mark_size + i - 1);
      same = c < 0x80 && kFoldedAscii[c] == static_cast<unsigned char>(clitic[i]);
    }
    if (!same) continue;
    const bool owned = names_owner(layer_.tokens.back()) && clitic.back() == 's';
    begin_token();
    take_until(end);
    end_token(TokenKind::word);
    layer_.tokens.back().possessive = owned;
    return true;
  }
  return false;
}

}  // namespace copydesk
