#include "report/offset_map.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "report/documents.h"

namespace copydesk::testing {
namespace {

// A piece of an input: a character, or a run of bad bytes that is read as U+FFFD.
struct Piece {
  std::string bytes;
  bool bad = false;
};

const std::vector<Piece> kPieces = {
    {"a"}, {"."}, {"é"}, {"€"}, {"😀"}, {"\n"}, {"\xFF", true}, {"\xE2\x82", true}, {"\xF0\x9F\x98", true}, {"\uFFFD"}};

// An input made of pieces as the text room reads it, and the plain way to count in it.
class Input {
 public:
  Input(std::vector<Piece> pieces, bool byte_order_mark) : pieces_(std::move(pieces)), mark_(byte_order_mark) {
    std::int64_t shift = mark_ ? 3 : 0;
    if (mark_) document.offset_shifts.push_back({0, shift});
    for (const Piece& piece : pieces_) {
      const std::string_view read = as_read(piece);
      document.text += read;
      if (piece.bytes.size() == read.size()) continue;
      shift += std::int64_t(piece.bytes.size()) - std::int64_t(read.size());
      document.offset_shifts.push_back({std::uint32_t(document.text.size()), shift});
    }
  }

  // The offset in the input before the nth piece.
  std::uint64_t offset(std::size_t n, OffsetUnit unit) const {
    std::uint64_t offset = mark_ ? (unit == OffsetUnit::utf8 ? 3 : 1) : 0;
    for (std::size_t i = 0; i < n; ++i) offset += size(pieces_[i], unit);
    return offset;
  }

  std::uint32_t text_offset(std::size_t n) const {
    std::size_t offset = 0;
    for (std::size_t i = 0; i < n; ++i) offset += as_read(pieces_[i]).size();
    return static_cast<std::uint32_t>(offset);
  }

  std::size_t pieces() const { return pieces_.size(); }

  Document document;

 private:
  static std::string_view as_read(const Piece& piece) { return piece.bad ? "\uFFFD" : std::string_view(piece.bytes); }
  static std::uint64_t size(const Piece& piece, OffsetUnit unit) {
    if (unit == OffsetUnit::utf8) return piece.bytes.size();
    return unit == OffsetUnit::utf16 && piece.bytes.size() == 4 ? 2 : 1;
  }

  std::vector<Piece> pieces_;
  bool mark_;
};

// Whether the map gives the plain count before every piece, in every unit.
bool agrees(const Input& input) {
  for (const OffsetUnit unit : {OffsetUnit::utf8, OffsetUnit::utf16, OffsetUnit::codepoint}) {
    const OffsetMap map(input.document, unit);
    for (std::size_t n = 0; n <= input.pieces(); ++n)
      if (map(input.text_offset(n)) != input.offset(n, unit)) return false;
  }
  return true;
}

RC_GTEST_PROP(OffsetMap, CountsAsThePlainWayDoes, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, kPieces.size()));
  std::vector<Piece> chosen;
  for (const std::size_t piece : pieces) chosen.push_back(kPieces[piece]);
  RC_ASSERT(agrees(Input(chosen, *rc::gen::arbitrary<bool>())));
}

// Random texts are short; these reach over several blocks of the map, and end on the edge of one.
TEST(OffsetMap, LongTexts) {
  for (const Piece& piece : kPieces)
    for (const std::size_t size : {63, 64, 65, 128, 500})
      EXPECT_TRUE(agrees(Input(std::vector<Piece>(size, piece), false))) << piece.bytes << " times " << size;
}

TEST(OffsetMap, AsciiIsTheSameInEveryUnit) {
  Document document;
  document.text = "plain";
  for (const OffsetUnit unit : {OffsetUnit::utf8, OffsetUnit::utf16, OffsetUnit::codepoint})
    EXPECT_EQ(OffsetMap(document, unit)(5), 5u);
}

TEST(OffsetMap, EmptyText) {
  for (const bool mark : {false, true}) EXPECT_TRUE(agrees(Input({}, mark)));
}

}  // namespace
}  // namespace copydesk::testing
