#include "text/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace copydesk {
namespace {

using namespace std::string_literals;

struct RepairCase {
  std::string bytes;
  std::string text;    // U+FFFD written as `?` in brackets: <?>
  std::string shifts;  // `offset+shift` a pair
};

std::string visible(std::string text) {
  for (std::size_t at; (at = text.find("\uFFFD")) != std::string::npos;) text.replace(at, 3, "<?>");
  return text;
}

std::string shifts_of(const std::vector<OffsetShift>& shifts) {
  std::string line;
  for (const OffsetShift& shift : shifts)
    line += (line.empty() ? "" : " ") + std::to_string(shift.text_begin) + (shift.shift < 0 ? "" : "+") +
            std::to_string(shift.shift);
  return line;
}

TEST(Utf8, RepairsEachMaximalPart) {
  const RepairCase cases[] = {
      {"", "", ""},
      {"Tehran", "Tehran", ""},
      {"caf\xC3\xA9", "caf\xC3\xA9", ""},
      {"a\x80z", "a<?>z", "4-2"},
      {"\xBF\xBF\xBF", "<?><?><?>", "3-2 6-4 9-6"},
      {"\xC0\xAF", "<?><?>", "3-2 6-4"},                         // overlong form
      {"\xE0\x80\xAF!", "<?><?><?>!", "3-2 6-4 9-6"},            // overlong, of three bytes
      {"\xED\xA0\x80", "<?><?><?>", "3-2 6-4 9-6"},              // surrogate
      {"\xF4\x90\x80\x80", "<?><?><?><?>", "3-2 6-4 9-6 12-8"},  // beyond U+10FFFF
      {"\xF0\x9F\x98", "<?>", ""},                               // cut off after three bytes
      {"\xF0\x9F\x98 ok", "<?> ok", ""},
      {"\xE2\x80 ok", "<?> ok", "3-1"},
      {"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80", ""},
      {"\xFE\xFF", "<?><?>", "3-2 6-4"},
      {"a\0b"s, "a\0b"s, ""},
      {"\xE2\xE2\x80\x99", "<?>\xE2\x80\x99", "3-2"},
  };
  for (const RepairCase& c : cases) {
    std::string text;
    std::vector<OffsetShift> shifts;
    repair_utf8(c.bytes, 0, text, shifts);
    EXPECT_EQ(visible(text), c.text) << "bytes: " << testing::PrintToString(c.bytes);
    EXPECT_EQ(shifts_of(shifts), c.shifts) << "bytes: " << testing::PrintToString(c.bytes);
    EXPECT_EQ(find_invalid_utf8(text, 0), text.size()) << "bytes: " << testing::PrintToString(c.bytes);
  }
}

// The fast path skips 32 bytes at a time; a bad byte must be found at every place around its steps.
TEST(Utf8, FindsABadByteAnywhere) {
  for (std::size_t size = 1; size < 100; ++size)
    for (std::size_t bad = 0; bad < size; ++bad) {
      std::string bytes(size, 'x');
      bytes[bad] = '\xFF';
      EXPECT_EQ(find_invalid_utf8(bytes, 0), bad) << "size " << size;
      EXPECT_EQ(find_invalid_utf8(bytes, bad + 1), size) << "size " << size << ", bad " << bad;
    }
}

TEST(Utf8, CountsWhatSpeaksForUtf8) {
  const struct {
    std::string bytes;
    std::size_t multibyte, bad;
  } cases[] = {
      {"plain", 0, 0},        {"\xC3\xA9\xC3\xA9", 2, 0},  {"\xE9t\xE9", 0, 2},
      {"Iran\xE2\x80", 1, 0}, {"\xE2\x80\x99 \x92", 1, 1},
  };
  for (const auto& c : cases) {
    const Utf8Counts counts = count_utf8(c.bytes);
    EXPECT_EQ(counts.multibyte, c.multibyte) << testing::PrintToString(c.bytes);
    EXPECT_EQ(counts.bad, c.bad) << testing::PrintToString(c.bytes);
  }
}

}  // namespace
}  // namespace copydesk
