#include "text/normalise.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <string>

#include "text/charset.h"

namespace copydesk {
namespace {

using namespace std::string_literals;

constexpr std::string_view kEnglish =
    "Iran’s foreign minister said on Friday that the two countries have signed a deal – the first of its kind – in "
    "Moscow.";
constexpr std::string_view kRussian =
    "Президент России и президент Ирана подписали в Москве договор о всеобъемлющем стратегическом партнёрстве.";
constexpr std::string_view kJapanese = "日本とイランは東京で協力に関する覚書に署名した。外務大臣が明らかにした。";
constexpr std::string_view kChinese = "伊朗和俄罗斯在莫斯科签署了五项关于人工智能的谅解备忘录。两国外长出席了会议。";
constexpr std::string_view kTurkish =
    "Türkiye Cumhurbaşkanı Erdoğan, İstanbul'da görüşmelerde bulundu ve anlaşmayı imzaladı.";

std::string encoded(std::string_view text, const char* charset) {
  std::string bytes(text.size() * 4 + 8, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const int size = ucnv_convert(charset, "UTF-8", bytes.data(), static_cast<int>(bytes.size()), text.data(),
                                static_cast<int>(text.size()), &status);
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

struct NormaliseCase {
  std::string bytes;
  std::string charset_given;
  std::string text;
  std::string charset;
  bool repaired;
};

TEST(Normalise, ReadsAnyBytes) {
  const std::string english(kEnglish), russian(kRussian), japanese(kJapanese), chinese(kChinese), turkish(kTurkish);
  const NormaliseCase cases[] = {
      {"", "", "", "", false},
      {"TEHRAN – deal", "", "TEHRAN – deal", "", false},
      {"nul \0 in it"s, "", "nul \0 in it"s, "", false},
      {"bad \xFF byte", "", "bad \uFFFD byte", "", true},
      {"cut off \xE2\x80", "", "cut off \uFFFD", "", true},
      {"\xEF\xBB\xBFTEHRAN", "", "TEHRAN", "", false},
      {"\xEF\xBB\xBF\xFFx", "", "\uFFFDx", "", true},
      // byte order marks
      {"\xFF\xFE" + encoded(russian, "UTF-16LE"), "", russian, "UTF-16LE", false},
      {"\xFE\xFF" + encoded(japanese, "UTF-16BE"), "", japanese, "UTF-16BE", false},
      {"\xFF\xFE\0\0"s + encoded(english, "UTF-32LE"), "", english, "UTF-32LE", false},
      {"\0\0\xFE\xFF"s + encoded(english, "UTF-32BE"), "", english, "UTF-32BE", false},
      // ... and without one
      {encoded(english, "UTF-16LE"), "", english, "UTF-16LE", false},
      {encoded("They met.", "UTF-16BE"), "", "They met.", "UTF-16BE", false},
      {encoded("They met.", "UTF-16LE"), "UTF-8", "T\0h\0e\0y\0 \0m\0e\0t\0.\0"s, "", false},
      {"N\0o\0 \0"s, "", "N\0o\0 \0"s, "", false},
      {"a\0b\0c\0d\0\0\0\0e"s, "", "a\0b\0c\0d\0\0\0\0e"s, "", false},
      // detected
      {encoded(english, "windows-1252"), "", english, "windows-1252", false},
      {encoded(russian, "windows-1251"), "", russian, "windows-1251", false},
      {encoded(russian, "KOI8-R"), "", russian, "KOI8-R", false},
      {encoded(japanese, "Shift_JIS"), "", japanese, "Shift_JIS", false},
      {encoded(chinese, "GB18030"), "", chinese, "GB18030", false},
      {encoded(turkish, "windows-1254"), "", turkish, "windows-1254", false},
      // given
      {"Malm\xF6", "ISO-8859-1", "Malmö", "ISO-8859-1", false},
      {"Malm\xF6", "latin1", "Malmö", "ISO-8859-1", false},
      {"Malm\xC3\xB6", "utf8", "Malmö", "", false},
      {"Malm\xC3\xB6", "no-such-charset", "Malmö", "", false},
      {encoded(russian, "windows-1251"), "cp1251", russian, "windows-1251", false},
      {"\xFE\xFF" + encoded(english, "UTF-16BE"), "UTF-16", english, "UTF-16", false},
      {"\x81\xFFx", "Shift_JIS", "\uFFFD\uFFFDx", "Shift_JIS", true},
      {"a\x1A z", "windows-1252", "a\x1A z", "windows-1252", false},
  };
  for (const NormaliseCase& c : cases) {
    const NormalisedText result = normalise(c.bytes, c.charset_given);
    const std::string input = testing::PrintToString(c.bytes) + " as `" + c.charset_given + "`";
    EXPECT_EQ(result.text, c.text) << input;
    EXPECT_EQ(result.charset, c.charset) << input;
    EXPECT_EQ(result.repaired, c.repaired) << input;
  }
}

TEST(Normalise, OffsetsLeadBackToTheInput) {
  const NormalisedText result = normalise("\xEF\xBB\xBFIran \xFF Oman", "");
  ASSERT_EQ(result.shifts.size(), 2u);
  EXPECT_EQ(result.shifts[0].text_begin, 0u);
  EXPECT_EQ(result.shifts[0].shift, 3);
  EXPECT_EQ(result.shifts[1].text_begin, 8u);
  EXPECT_EQ(result.shifts[1].shift, 1);
  EXPECT_TRUE(normalise(encoded(kRussian, "windows-1251"), "").shifts.empty());
}

// The detector reads a window; what it must see may lie far into the text.
TEST(Normalise, DetectsFarIntoTheText) {
  const std::string far = std::string(100'000, ' ') + std::string(kEnglish);
  EXPECT_EQ(normalise(encoded(far, "windows-1252"), "").text, far);
}

// Longer than the converter's buffer, with pairs of surrogates across its ends.
TEST(Normalise, ConvertsInParts) {
  std::string text = "x";
  for (int i = 0; i < 20'000; ++i) text += "😀";
  EXPECT_EQ(normalise("\xFF\xFE" + encoded(text, "UTF-16LE"), "").text, text);
}

TEST(Normalise, KnowsCharsets) {
  for (const char* name : {"utf-8", "UTF-16", "windows-1251", "cp1252", "latin1", "Shift_JIS", "GB18030", "koi8-r"})
    EXPECT_FALSE(canonical_charset(name).empty()) << name;
  for (const std::string& name : {""s, "no-such-charset"s, "utf-9"s, "utf-8\0x"s})
    EXPECT_TRUE(canonical_charset(name).empty()) << name;
}

}  // namespace
}  // namespace copydesk
