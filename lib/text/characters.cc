#include "text/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace copydesk {

CodePoint code_point_before(std::string_view text, std::uint32_t position) {
  if (position == 0) return {};
  std::uint32_t begin = position - 1;
  while (begin > 0 && position - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return {code_point_at(text, begin).value, position - begin};
}

namespace {

// Zero-width spaces, marks of direction, byte order marks inside of a text: nobody sees them.
bool is_unseen_space(UChar32 c) {
  return c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
         c == 0xFEFF;
}

CharClass class_of_type(UChar32 c, std::int8_t type) {
  const std::uint32_t mask = U_MASK(type);
  if (mask & (U_GC_LU_MASK | U_GC_LT_MASK)) return kUpper;
  if (mask & U_GC_LL_MASK) return kLower;
  if (mask & U_GC_L_MASK) return kUncased;
  if (mask & U_GC_ND_MASK) return kDigit;
  if (mask & U_GC_M_MASK) return kMark;
  if (mask & U_GC_P_MASK) return kPunctuation;
  if ((mask & U_GC_CF_MASK) && is_joiner(static_cast<char32_t>(c))) return kMark;
  return kSymbol;
}

}  // namespace

bool is_joiner(char32_t c) { return c == 0x00AD || c == 0x200C || c == 0x200D || c == 0x2060; }

CharClass char_class(char32_t code_point) {
  if (code_point < 0x80) return ascii_class(static_cast<unsigned char>(code_point));
  const UChar32 c = static_cast<UChar32>(code_point);
  if (c >= 0x2010 && c <= 0x2027) return kPunctuation;  // the press's dashes, quotes, bullets and ellipsis
  if (u_isUWhiteSpace(c) || is_unseen_space(c)) return kSpace;
  return class_of_type(c, u_charType(c));
}

std::string on_one_line(std::string_view text) {
  constexpr char32_t kSoftHyphen = 0x00AD;
  std::string line;
  for (std::uint32_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (char_class(c.value) != kSpace) {
      if (c.value != kSoftHyphen) line.append(text, at, c.size);
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
    at += c.size;
  }
  return line;
}

char32_t to_small(char32_t code_point) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(code_point))); }

bool is_terminator(char32_t code_point) {
  if (code_point < 0x80) return code_point == '.' || code_point == '?' || code_point == '!';
  return code_point == U'…' || u_hasBinaryProperty(static_cast<UChar32>(code_point), UCHAR_S_TERM);
}

bool is_closer(char32_t code_point) {
  if (code_point < 0x80)
    return code_point == '"' || code_point == '\'' || code_point == ')' || code_point == ']' || code_point == '}';
  const std::uint32_t mask = U_GET_GC_MASK(static_cast<UChar32>(code_point));
  return (mask & (U_GC_PE_MASK | U_GC_PF_MASK)) != 0;
}

bool is_opener(char32_t code_point) {
  if (code_point < 0x80)
    return code_point == '"' || code_point == '\'' || code_point == '`' || code_point == '(' || code_point == '[' ||
           code_point == '{';
  const std::uint32_t mask = U_GET_GC_MASK(static_cast<UChar32>(code_point));
  return (mask & (U_GC_PS_MASK | U_GC_PI_MASK)) != 0;
}

bool is_unspaced(char32_t code_point) {
  if (code_point < 0x0E00) return false;
  const UChar32 c = static_cast<UChar32>(code_point);
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  if (script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA) return true;
  return u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

}  // namespace copydesk
