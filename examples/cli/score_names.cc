#include "score_names.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <set>

namespace copydesk::cli {
namespace {

using Words = std::vector<std::string>;

constexpr std::string_view kTitles[] = {"a",         "an",       "chairman",  "deputy", "dr",  "foreign", "general",
                                        "king",      "minister", "mr",        "mrs",    "ms",  "of",      "premier",
                                        "president", "prime",    "secretary", "the",    "vice"};
constexpr double kMostWords = 0.67;  // Dice's measure of the words that two names share

bool word_character(UChar32 c) {
  constexpr std::uint32_t kWord = U_GC_L_MASK | U_GC_N_MASK;
  return c == '_' || c == '\'' || (c >= 0 && (U_MASK(u_charType(c)) & kWord) != 0);
}

// The character at `at`, which is moved behind it; negative where the bytes are no UTF-8.
UChar32 next_character(std::string_view text, std::int32_t& at) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 c;
  U8_NEXT(bytes, at, static_cast<std::int32_t>(text.size()), c);
  return c;
}

// The words of `text`, which is in lower case, without the 's of a possessive.
Words words_of(std::string_view text) {
  Words words;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    if (word_character(next_character(text, at))) {
      word += text.substr(begin, at - begin);
    } else {
      flush();
    }
  }
  flush();
  return words;
}

bool continues_word(std::string_view rest) {
  std::int32_t at = 0;
  return rest[0] != '\'' && word_character(next_character(rest, at));
}

// Takes out each 's after which no word goes on.
std::string without_possessives(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t mark = text.starts_with("'s") ? 2 : text.starts_with("\u2019s") ? 4 : 0;
    if (mark != 0) {
      const std::string_view rest = text.substr(mark);
      if (rest.empty() || !continues_word(rest)) {
        text = rest;
        continue;
      }
    }
    out += text[0];
    text.remove_prefix(1);
  }
  return out;
}

Words normalised(std::string_view name) { return words_of(without_possessives(lower_case(name))); }

Words without_titles(const Words& words) {
  Words out;
  std::copy_if(words.begin(), words.end(), std::back_inserter(out), [](const std::string& word) {
    return std::find(std::begin(kTitles), std::end(kTitles), word) == std::end(kTitles);
  });
  return out;
}

bool ends_with(const Words& words, const Words& tail) {
  return tail.size() <= words.size() && std::equal(tail.rbegin(), tail.rend(), words.rbegin());
}

bool share_most(const Words& a, const Words& b) {
  const std::set<std::string> x(a.begin(), a.end()), y(b.begin(), b.end());
  const auto shared = std::count_if(x.begin(), x.end(), [&](const std::string& word) { return y.count(word) != 0; });
  return shared != 0 && 2 * static_cast<double>(shared) / static_cast<double>(x.size() + y.size()) >= kMostWords;
}

}  // namespace

std::string lower_case(std::string_view text) {
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  std::string out;
  wide.toLower(icu::Locale::getRoot()).toUTF8String(out);
  return out;
}

bool same_name(std::string_view a, std::string_view b) {
  const Words all_a = normalised(a), all_b = normalised(b);
  const Words x = without_titles(all_a), y = without_titles(all_b);
  if (x.empty() || y.empty()) return all_a == all_b;
  return ends_with(x, y) || ends_with(y, x) || share_most(x, y);
}

bool any_same(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& x) {
    return std::any_of(b.begin(), b.end(), [&](const std::string& y) { return same_name(x, y); });
  });
}

bool same_time(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.empty() || b.empty()) return false;
  const std::size_t slash_a = a.find('/'), slash_b = b.find('/');
  return a.substr(0, slash_a) == b.substr(0, slash_b) && (slash_a == a.npos) != (slash_b == b.npos);
}

}  // namespace copydesk::cli
