#include "text/dateline_pieces.h"

#include <algorithm>

namespace copydesk {
namespace {

constexpr std::size_t kMaxPieces = 20;
constexpr std::uint32_t kMaxAgencyBytes = 60;

bool is_long_dash(char32_t c) { return c == U'–' || c == U'—' || c == U'―' || c == U'_' || c == U'−'; }
bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'`' || c == U'‘'; }

class DatelineLexer {
 public:
  DatelineLexer(std::string_view text, Span line, DatelinePieces& pieces)
      : text_(text.substr(0, line.end)), position_(line.begin), pieces_(pieces) {}

  void lex() {
    pieces_.reserve(8);
    while (pieces_.size() < kMaxPieces) {
      const std::uint32_t begin = skip_space(text_, position_, static_cast<std::uint32_t>(text_.size()));
      spaced_ = begin != position_;
      position_ = begin;
      DatelinePiece piece = next();
      pieces_.push_back(piece);
      if (is_plain_word(piece)) piece.kind = DatelinePieceKind::other;
      digits_ |= piece.has_digit;
      if (piece.kind == DatelinePieceKind::other || piece.kind == DatelinePieceKind::line_end) return;
      position_ = piece.span.end;
    }
  }

 private:
  // No place has a long word in small letters, and no date before its first number: most paragraphs end here.
  bool is_plain_word(const DatelinePiece& piece) const {
    return piece.kind == DatelinePieceKind::word && !piece.capitalised && !piece.has_digit && piece.letters > 3 &&
           !digits_;
  }

  char32_t at(std::uint32_t position) const { return code_point_at(text_, position).value; }

  DatelinePiece make(DatelinePieceKind kind, std::uint32_t size) const {
    const Span span{position_, position_ + size};
    return {.kind = kind, .span = span, .inner = span};
  }

  DatelinePiece next() const {
    const CodePoint first = code_point_at(text_, position_);
    if (first.size == 0) return make(DatelinePieceKind::line_end, 0);
    if (class_at(text_, position_) & kWordPart) return word();
    if (first.value == ',') return make(DatelinePieceKind::comma, 1);
    if (first.value == '(' || first.value == '/') return agency(first.value == '(' ? ')' : '/');
    if (first.value == ':')
      return make(is_space_at(position_ + 1) ? DatelinePieceKind::colon : DatelinePieceKind::other, 1);
    const std::uint32_t size = dash_size(first);
    return make(size != 0 ? DatelinePieceKind::dash : DatelinePieceKind::other, size != 0 ? size : first.size);
  }

  bool is_space_at(std::uint32_t position) const {
    return position >= text_.size() || class_at(text_, position) == kSpace;
  }

  // A single hyphen or a bar is a dash only between spaces or after an agency; two hyphens make one anywhere.
  std::uint32_t dash_size(CodePoint first) const {
    std::uint32_t end = position_;
    while (end < text_.size() && text_[end] == '-') ++end;
    if (end - position_ >= 2) return end - position_;
    const bool after_agency = !pieces_.empty() && pieces_.back().kind == DatelinePieceKind::agency;
    if (first.value == '-' || first.value == '|')
      return (spaced_ || after_agency) && is_space_at(position_ + 1) ? 1 : 0;
    if (first.value == '_') return is_space_at(position_ + 1) ? 1 : 0;
    return is_long_dash(first.value) ? first.size : 0;
  }

  // `(Xinhua)`, `/TASS/.`
  DatelinePiece agency(char closer) const {
    const std::size_t end =
        text_.substr(0, std::min<std::size_t>(text_.size(), position_ + kMaxAgencyBytes)).find(closer, position_ + 1);
    if (end == std::string_view::npos || !(class_at(text_, position_ + 1) & kLetter))
      return make(DatelinePieceKind::other, 1);
    DatelinePiece piece = make(DatelinePieceKind::agency, static_cast<std::uint32_t>(end) + 1 - position_);
    piece.inner = {position_ + 1, static_cast<std::uint32_t>(end)};
    while (text_[piece.inner.end - 1] == ' ') --piece.inner.end;
    if (piece.span.end < text_.size() && text_[piece.span.end] == '.') ++piece.span.end;
    return piece;
  }

  DatelinePiece word() const {
    DatelinePiece piece = make(DatelinePieceKind::word, word_end() - position_);
    piece.stop_after = text_[piece.span.end - 1] == '.';
    if (piece.stop_after) --piece.inner.end;
    describe(piece);
    return piece;
  }

  // Letters and digits, and what stands within words: `Val-d'Oise`, `N.J.`, `WASHINGTON/MOSCOW`, `1996-08-30`.
  std::uint32_t word_end() const {
    std::uint32_t end = position_;
    for (;;) {
      const CodePoint c = code_point_at(text_, end);
      if (class_at(text_, end) & kWordPart) {
        end += c.size;
        continue;
      }
      const bool inner = c.value == '-' || c.value == '.' || c.value == '/' || c.value == '&' || is_apostrophe(c.value);
      if (!inner || !(class_at(text_, end + c.size) & kWordPart)) break;
      end += c.size;
    }
    return end < text_.size() && text_[end] == '.' ? end + 1 : end;
  }

  void describe(DatelinePiece& piece) const {
    std::uint32_t digits = 0, marks = 0;
    std::uint8_t classes = 0;
    for (std::uint32_t i = piece.inner.begin; i < piece.inner.end; i += code_point_at(text_, i).size) {
      const std::uint8_t c = class_at(text_, i);
      classes |= c;
      piece.letters += (c & kLetter) != 0;
      digits += c == kDigit;
      marks += at(i) == '-' || at(i) == '/' || at(i) == '.';
    }
    piece.capitalised = class_at(text_, piece.inner.begin) & (kUpper | kUncased);
    piece.capitals = piece.letters >= 2 && !(classes & (kLower | kUncased));
    piece.has_digit = digits != 0;
    piece.full_date = marks == 2 && digits >= 5 && piece.letters == 0;
    piece.year = digits == 4 && piece.inner.size() == 4;
  }

  std::string_view text_;
  std::uint32_t position_;
  bool spaced_ = false;
  bool digits_ = false;
  DatelinePieces& pieces_;
};

}  // namespace

void lex_dateline(std::string_view text, Span line, DatelinePieces& pieces) { DatelineLexer(text, line, pieces).lex(); }

std::uint32_t skip_space(std::string_view text, std::uint32_t position, std::uint32_t end) {
  while (position < end && class_at(text, position) == kSpace) position += code_point_at(text, position).size;
  return position;
}

}  // namespace copydesk
