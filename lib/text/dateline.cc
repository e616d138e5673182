#include "text/dateline.h"

#include <algorithm>

#include "text/dateline_pieces.h"

namespace copydesk {
namespace {

constexpr std::size_t kMaxPlacePieces = 10;
constexpr std::size_t kMaxDateWords = 5;

// Reads pieces from the left; every step moves `at_` only over what it takes.
class DatelineReader {
 public:
  DatelineReader(std::string_view text, Span line) : text_(text), line_(line) { lex_dateline(text, line, pieces_); }

  DatelineMatch read() {
    read_place();
    if (!read_parted()) read_filing();
    const bool dated = !match_.spans.date.empty(), filed = !match_.spans.agency.empty();
    if (!filed && !has_place()) return {};
    if (!read_end(dated, filed)) return {};
    match_.spans.whole = {pieces_[0].span.begin, pieces_[at_ - 1].span.end};
    match_.capitals = in_capitals();
    match_.text_begin = skip_space(text_, match_.spans.whole.end, line_.end);
    return match_;
  }

 private:
  const DatelinePiece& piece(std::size_t i) const { return i < pieces_.size() ? pieces_[i] : kNoPiece; }
  const DatelinePiece& here() const { return piece(at_); }
  bool has_place() const { return !match_.spans.place.empty(); }
  bool in_capitals() const { return pieces_[0].capitals; }

  // `RIO DE JANEIRO`, `Dar es Salaam, Tanzania`, `ST. LOUIS, Mo.`: capitalised words, small ones only in between. `Aug 22 -`
  // has none.
  void read_place() {
    if (is_month_and_day()) return;
    std::size_t end = 0;
    for (std::size_t next = 0; next < kMaxPlacePieces && goes_on_with_place(next, end); ++next) {
      if (!piece(next).capitalised) continue;
      end = next + 1;
      if (ends_place(next)) break;
    }
    if (ends_with_agency(end)) end -= 2;
    if (end == 0) return;
    const DatelinePiece& last = piece(end - 1);
    match_.spans.place = {pieces_[0].span.begin, ends_place(end - 1) ? last.inner.end : last.span.end};
    at_ = place_end_ = end;
  }

  void read_filing() {
    read_date();
    read_agency();
  }

  // `LONDON - 6 December 2025 -`, `NEW YORK--(BUSINESS WIRE)--`: a dash may also part the place from date and agency.
  bool read_parted() {
    if (at_ == 0 || here().kind != DatelinePieceKind::dash) return false;
    ++at_;
    read_filing();
    const bool ended = here().kind == DatelinePieceKind::dash || here().kind == DatelinePieceKind::colon;
    if (ended && at_ != place_end_ + 1) return true;
    match_.spans.date = match_.spans.agency = {};
    slashed_ = false;
    at_ = place_end_;
    return false;
  }

  bool is_month_and_day() const {
    return piece(0).letters == 3 && piece(0).capitalised && piece(1).kind == DatelinePieceKind::word &&
           piece(1).has_digit && (ends_here(2) || piece(2).kind == DatelinePieceKind::agency);
  }

  bool goes_on_with_place(std::size_t next, std::size_t end) const {
    const DatelinePiece& word = piece(next);
    if (word.kind == DatelinePieceKind::comma) return next == end && end != 0;
    if (word.kind != DatelinePieceKind::word || begins_date(next)) return false;
    return word.capitalised || (is_connector(word) && end != 0 && piece(next - 1).kind == DatelinePieceKind::word);
  }

  // `Tehran, IRNA -`: only the agency is in capitals. Letters of a country are fewer: `Boston, USA -`.
  bool ends_with_agency(std::size_t end) const {
    return end > 2 && !in_capitals() && piece(end - 1).capitals && piece(end - 1).letters > 3 &&
           piece(end - 2).kind == DatelinePieceKind::comma && piece(end).kind == DatelinePieceKind::dash;
  }

  static bool is_connector(const DatelinePiece& word) { return !word.has_digit && word.letters <= 3; }

  // `MOSCOW. March 12`: a stop after the place, unless it can be an abbreviation (`ST. LOUIS`, `N.J.`).
  bool ends_place(std::size_t i) const {
    const DatelinePiece& word = piece(i);
    if (!word.stop_after) return false;
    return word.letters > 5 || piece(i + 1).has_digit || (i == 0 && piece(i + 2).has_digit && !piece(i + 2).full_date);
  }

  // A date begins with its first number or with the month before it: `Dec. 6`, `6 December`, `1996-08-30`.
  bool begins_date(std::size_t i) const {
    if (piece(i).has_digit) return true;
    const DatelinePiece& next = piece(i + 1);
    if (i == 0 || next.kind != DatelinePieceKind::word || !next.has_digit || next.full_date) return false;
    return follows_break(i) || next.span.size() <= 3;
  }

  bool follows_break(std::size_t i) const {
    return piece(i - 1).kind == DatelinePieceKind::comma || piece(i - 1).stop_after;
  }

  void read_date() {
    std::size_t next = at_;
    if (piece(next).kind == DatelinePieceKind::comma) ++next;
    if (piece(next).kind != DatelinePieceKind::word || !(next == 0 ? piece(1).has_digit : begins_date(next))) return;
    const std::size_t begin = next;
    std::size_t words = 0;
    bool number = false;
    for (; words < kMaxDateWords && piece(next).kind == DatelinePieceKind::word; ++next, ++words) {
      number |= piece(next).has_digit;
      if (piece(next).stop_after && number) {
        ++next;
        break;
      }
    }
    if (piece(next).kind == DatelinePieceKind::comma && piece(next + 1).year) next += 2;
    const DatelinePiece& last = piece(next - 1);
    match_.spans.date = {piece(begin).span.begin, last.has_digit ? last.inner.end : last.span.end};
    date_words_ = next - begin;
    at_ = next;
  }

  // `(AP)`, `/TASS/.`, or a word in capitals before the dash: `ASTANA. KAZINFORM -`, `Baku, December 6, AZERTAC`.
  void read_agency() {
    std::size_t next = at_;
    if (piece(next).kind == DatelinePieceKind::comma) ++next;
    const DatelinePiece& agency = piece(next);
    const bool bracketed = agency.kind == DatelinePieceKind::agency;
    const bool broken_off = next > 0 && (next != at_ || follows_break(next));
    const bool bare = agency.kind == DatelinePieceKind::word && agency.capitals && agency.letters >= 3 && broken_off &&
                      (agency.stop_after || ends_here(next + 1));
    if (!bracketed && !bare) return;
    match_.spans.agency = agency.inner;
    slashed_ = text_[agency.span.begin] == '/' || (bare && agency.stop_after);
    at_ = next + 1;
  }

  bool ends_here(std::size_t i) const {
    return piece(i).kind == DatelinePieceKind::dash || piece(i).kind == DatelinePieceKind::line_end;
  }

  bool read_end(bool dated, bool filed) {
    if (here().kind == DatelinePieceKind::comma && piece(at_ + 1).kind == DatelinePieceKind::dash) ++at_;
    const DatelinePieceKind end = here().kind;
    if (end == DatelinePieceKind::dash) return read_dash(dated || filed);
    if (end == DatelinePieceKind::colon) return read_colon(dated, filed);
    if (end == DatelinePieceKind::line_end) return read_line_end(dated, filed);
    if (dated && !filed) return ends_with_date() && grade(true);
    return filed && goes_on_without_dash(dated) && grade(dated || slashed_ || has_country());
  }

  // `BAKU, Azerbaijan, December 6. The`
  bool ends_with_date() const {
    return in_capitals() && commas() != 0 && date_words_ > 1 && has_place() && piece(at_ - 1).stop_after &&
           piece(at_ - 1).has_digit;
  }

  bool read_dash(bool sure) {
    ++at_;
    return grade(sure);
  }

  // `PARIS: The`, `New Delhi: The`; `RIGA, Latvia: The`, but with a second name in capitals it is a speaker: `ARI SHAPIRO, HOST:`.
  bool read_colon(bool dated, bool filed) {
    ++at_;
    if (has_place() && (filed || is_told_date(dated))) return grade(true);
    const bool region = commas() == 1 && in_capitals() && !piece(place_end_ - 1).capitals;
    if (dated || filed || (commas() != 0 && !region) || place_end_ > 4 || pieces_[0].letters < 3) return false;
    match_.strength = DatelineStrength::colon;
    return true;
  }

  // `Oslo, 12 January 2024:`, `ISLAMABAD, Dec 6:`; who is of age is not filed: `Smith, 12:`.
  bool is_told_date(bool dated) const {
    constexpr std::size_t kWordsOfWholeDate = 3;
    return dated && date_words_ >= (in_capitals() ? 2 : kWordsOfWholeDate);
  }

  // A place alone on its line needs more than its looks; see DatelineStrength::place_alone.
  bool read_line_end(bool dated, bool filed) {
    if (has_place() && (filed || full_date(dated)))
      return in_capitals() || (filed && dated) || last_is_full_date() ? grade(true) : false;
    if (dated || filed || !in_capitals() || commas() != 0 || at_ > 3) return false;
    match_.strength = DatelineStrength::place_alone;
    return true;
  }

  bool grade(bool sure) {
    const DatelineStrength by_case = in_capitals() ? DatelineStrength::capitals : DatelineStrength::mixed_case;
    match_.strength = sure ? DatelineStrength::sure : by_case;
    return true;
  }

  // A year alone ends many a headline: `World Series 2016`.
  bool full_date(bool dated) const { return dated && (date_words_ > 1 || last_is_full_date()); }

  bool last_is_full_date() const { return piece(at_ - 1).full_date; }

  // `Tirana, Albania (CNN) Some will try`, `(CNN)The FBI`: not `the World Health Organization (WHO) said`.
  bool goes_on_without_dash(bool dated) const {
    if (slashed_) return true;
    const std::string_view agency = text_.substr(match_.spans.agency.begin, match_.spans.agency.size());
    const bool told_twice = dated && in_capitals() && has_place();
    const bool short_agency = told_twice || (agency.size() <= 12 && agency.find(' ') == agency.npos);
    const std::uint8_t next = class_at(text_, skip_space(text_, piece(at_ - 1).span.end, line_.end));
    return short_agency && (next & (kUpper | kUncased | kPunctuation)) &&
           (!has_place() || dated || in_capitals() || has_country());
  }

  std::ptrdiff_t commas() const {
    return std::count_if(pieces_.begin(), pieces_.begin() + static_cast<std::ptrdiff_t>(at_),
                         [](const DatelinePiece& piece) { return piece.kind == DatelinePieceKind::comma; });
  }

  // `Tirana, Albania (CNN)`
  bool has_country() const { return has_place() && commas() == 1 && at_ <= 6; }

  std::string_view text_;
  Span line_;
  DatelinePieces pieces_;
  std::size_t at_ = 0;
  std::size_t place_end_ = 0;
  std::size_t date_words_ = 0;
  bool slashed_ = false;
  DatelineMatch match_;
};

}  // namespace

DatelineMatch read_dateline(std::string_view text, Span line) { return DatelineReader(text, line).read(); }

}  // namespace copydesk
