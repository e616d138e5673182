#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "text/characters.h"
#include "tokens/folding.h"
#include "tokens/tokenizer.h"

namespace copydesk {
namespace {

// What the pack's lists write in ASCII, whichever of its twins the press has set.
char32_t ascii_twin(char32_t c) {
  switch (c) {
    case U'‘':
    case U'’':
    case U'ʼ':
    case U'＇':
      return U'\'';
    case U'‐':
    case U'‑':
      return U'-';
    case U'İ':
      return U'i';  // simple folding leaves it a capital
    default:
      return c;
  }
}

}  // namespace

std::uint32_t fold_code_point(char32_t code_point, char* out) {
  if (is_joiner(code_point)) return 0;
  const char32_t twin = ascii_twin(code_point);
  const UChar32 folded = u_foldCase(static_cast<UChar32>(twin), U_FOLD_CASE_DEFAULT);
  std::uint32_t size = 0;
  U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(out), size, folded);
  return size;
}

void fold(std::string_view token, std::string& out) {
  for (std::uint32_t i = 0; i < token.size();) {
    const CodePoint c = code_point_at(token, i);
    i += c.size;
    if (c.value < 0x80) {
      out.push_back(static_cast<char>(kFoldedAscii[c.value]));
      continue;
    }
    char folded[kMaxFoldedBytes];
    out.append(folded, fold_code_point(c.value, folded));
  }
}

std::uint32_t hash_folded(std::string_view folded) {
  std::uint32_t hash = kHashSeed;
  for (const char byte : folded) hash = hash_step(hash, static_cast<unsigned char>(byte));
  return hash_end(hash);
}

}  // namespace copydesk
