#include "tokens/icu_difference.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <sstream>

#include "text/characters.h"
#include "text/layout.h"

namespace copydesk {
namespace {

constexpr std::size_t kExamples = 3;

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

void add(std::string_view text, std::uint32_t at, const std::string& category, Differences& differences) {
  ++differences.counts[category];
  std::vector<std::string>& examples = differences.examples[category];
  if (examples.size() >= kExamples) return;
  const std::uint32_t begin = at > 30 ? at - 30 : 0;
  examples.push_back(std::string(text.substr(begin, at - begin)) + "|" + std::string(text.substr(at, 30)));
}

// What stands around a boundary that one of both has.
struct Place {
  std::string_view text;
  std::uint32_t at;
  const TokenData* token;  // ours that holds or ends at the boundary
  char32_t before() const { return code_point_before(text, at).value; }
  char32_t after() const { return code_point_at(text, at).value; }
  bool beside(std::u32string_view set) const { return is_one_of(before(), set) || is_one_of(after(), set); }
  std::uint8_t class_after() const { return class_at(text, at); }
  std::uint8_t class_before() const { return char_class(before()); }
};

// ICU breaks, we do not.
std::string reason_to_join(const Place& p) {
  if (p.token == nullptr) return "";
  if (p.token->kind == TokenKind::url || p.token->kind == TokenKind::email) return "address";
  if (p.token->kind == TokenKind::punctuation || p.token->kind == TokenKind::symbol) return "run of marks";
  if (p.after() == '.' && p.at + 1 == p.token->end) return "stop of an abbreviation";
  if (p.before() == '.' && p.at == p.token->begin + 1) return "number without its nought";
  if (p.beside(U"'’")) return "clitic or apostrophe";
  if (p.beside(U"-‐‑")) return "joined prefix";
  if (p.beside(U"&")) return "ampersand";
  if (p.beside(U"/:")) return "date or clock";
  if (p.beside(U".")) return "letters with stops";
  return "";
}

// We break, ICU does not.
std::string reason_to_split(const Place& p) {
  if (p.beside(U"'’")) return "clitic or apostrophe";
  if (p.class_before() == kLower && p.after() == 'n') return "clitic or apostrophe";
  if (p.beside(U"_")) return "low line";
  if (p.beside(U"@")) return "at sign";
  if (p.beside(U".")) return "space lost after a stop";
  if (p.beside(U",;")) return "list of numbers";
  if (p.beside(U"·‧")) return "middle dot";
  if (p.class_after() == kSymbol || p.class_before() == kSymbol) return "format character";
  if (p.class_after() == kMark || p.class_before() == kMark) return "mark";
  if (p.before() == p.after()) return "marks of their own";
  return "";
}

}  // namespace

std::vector<std::uint32_t> icu_boundaries(std::string_view text, IcuBreaks kind) {
  UErrorCode status = U_ZERO_ERROR;
  const UBreakIteratorType type = kind == IcuBreaks::word ? UBRK_WORD : UBRK_SENTENCE;
  UBreakIterator* breaks = ubrk_open(type, "en", nullptr, 0, &status);
  UText* utext = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  ubrk_setUText(breaks, utext, &status);
  std::vector<std::uint32_t> boundaries;
  for (std::int32_t at = ubrk_first(breaks); at != UBRK_DONE; at = ubrk_next(breaks))
    boundaries.push_back(static_cast<std::uint32_t>(at));
  ubrk_close(breaks);
  utext_close(utext);
  return boundaries;
}

std::vector<std::pair<std::string, std::string>> corpus_texts() {
  std::vector<std::pair<std::string, std::string>> texts;
  const std::filesystem::path folder = COPYDESK_SOURCE_DIR "/corpus/press";
  if (!std::filesystem::exists(folder)) return texts;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path()).rdbuf();
    texts.emplace_back(entry.path().filename().string(), bytes.str());
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

void compare_words(std::string_view text, Differences& differences) {
  const TokenLayer layer = layer_of(text);
  std::set<std::uint32_t> ours, theirs;
  for (const TokenData& token : layer.tokens) ours.insert({token.begin, token.end});
  for (const std::uint32_t at : icu_boundaries(text, IcuBreaks::word)) theirs.insert(at);
  const auto holder = [&](std::uint32_t at) -> const TokenData* {
    for (const TokenData& token : layer.tokens)
      if (token.begin < at && at < token.end) return &token;
    return nullptr;
  };
  for (const std::uint32_t at : theirs) {
    const bool in_space = class_at(text, at) == kSpace || at == text.size() || at == 0;
    if (!ours.contains(at) && !in_space) add(text, at, reason_to_join({text, at, holder(at)}), differences);
  }
  for (const std::uint32_t at : ours)
    if (!theirs.contains(at)) add(text, at, reason_to_split({text, at, nullptr}), differences);
}

namespace {

// The token before a boundary, and the one after it.
struct SentencePlace {
  const TokenLayer& layer;
  std::string_view text;
  std::size_t next;  // index of the token after the boundary
  std::string before(std::size_t back) const { return next >= back ? text_of(text, layer.tokens[next - back]) : ""; }
  std::string after() const { return next < layer.tokens.size() ? text_of(text, layer.tokens[next]) : ""; }
  bool goes_on_small() const {
    for (std::size_t i = next; i < layer.tokens.size() && i < next + 4; ++i)
      if (layer.tokens[i].kind == TokenKind::word) return layer.tokens[i].shape == Shape::lower;
    return false;
  }
};

bool has_stop(const std::string& token) { return token.size() > 1 && token.back() == '.' && token[0] != '.'; }

// ICU ends a sentence, we go on.
std::string reason_to_go_on(const SentencePlace& p) {
  for (std::size_t back = 1; back <= 3; ++back)
    if (has_stop(p.before(back))) return "abbreviation";
  if (p.goes_on_small()) return "goes on in small letters";
  for (std::size_t back = 1; back <= 3; ++back) {
    if (p.before(back).rfind("..", 0) == 0 || p.before(back) == "…") return "ellipsis";
    if (p.before(back) == "!") return "name with an exclamation mark";
  }
  if (p.before(1) == "." && !p.before(2).empty() && class_at(p.before(2), 0) == kDigit) return "number of a list";
  if (is_one_of(code_point_at(p.after(), 0).value, U"\"'”’)],;:")) return "mark that belongs to the sentence before";
  const TokenData& after = p.layer.tokens[p.next];
  if (!after.space_before) return "space lost after a stop";
  const std::string_view gap =
      p.text.substr(p.layer.tokens[p.next - 1].end, after.begin - p.layer.tokens[p.next - 1].end);
  if (gap.find_first_of("\n\r\f\v") != gap.npos || gap.find("\u2028") != gap.npos) return "line end";
  if (after.kind == TokenKind::symbol || after.kind == TokenKind::punctuation) return "marks without a word";
  return "";
}

// We end a sentence, ICU goes on.
std::string reason_to_end(const SentencePlace& p) {
  if (p.before(1) == "…" || p.before(2) == "…") return "ellipsis";
  if (p.next < p.layer.tokens.size() && !p.layer.tokens[p.next].space_before) return "space lost after a stop";
  if (is_one_of(code_point_at(p.before(1), 0).value, U"\"'”’)]")) return "mark that belongs to the sentence before";
  if (is_one_of(code_point_at(p.after(), 0).value, U"-–—_.…")) return "dash that begins a sentence";
  if (p.goes_on_small()) return "marks before small letters";
  for (const SentenceData& sentence : p.layer.sentences)
    if (sentence.end == p.next && sentence.end - sentence.begin == kMaxSentenceTokens) return "endless sentence";
  const TokenData& after = p.layer.tokens[p.next];
  if (after.kind == TokenKind::number) return "number after a stop";
  if (after.shape == Shape::mixed) return "name that begins small";
  return "";
}

}  // namespace

void compare_sentences(std::string_view text, Differences& differences) {
  const TokenLayer layer = layer_of(text);
  std::set<std::size_t> ours, theirs;
  for (const SentenceData& sentence : layer.sentences) ours.insert(sentence.end);
  for (const std::uint32_t at : icu_boundaries(text, IcuBreaks::sentence)) {
    const auto next =
        std::find_if(layer.tokens.begin(), layer.tokens.end(), [&](const TokenData& t) { return t.begin >= at; });
    theirs.insert(static_cast<std::size_t>(next - layer.tokens.begin()));
  }
  for (const std::size_t next : theirs)
    if (next != 0 && next != layer.tokens.size() && !ours.contains(next))
      add(text, layer.tokens[next].begin, reason_to_go_on({layer, text, next}), differences);
  for (const std::size_t next : ours)
    if (!theirs.contains(next) && next != layer.tokens.size())
      add(text, layer.tokens[next].begin, reason_to_end({layer, text, next}), differences);
}

}  // namespace copydesk
