// The abbreviations of the English pack, and texts read the way the pipeline reads them, for tests.
#pragma once

#include <fstream>
#include <map>
#include <string>
#include <string_view>

#include "tokens/tokenizer.h"

namespace copydesk {

inline std::string folded(std::string_view text) {
  std::string out;
  fold(text, out);
  return out;
}

// Calls `use(surface, second column)` for each row of a list of the English pack.
template <class Use>
void for_each_row(const std::string& list, Use use) {
  std::ifstream file(COPYDESK_SOURCE_DIR "/lib/packs/en/tokens/" + list);
  bool header_read = false;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    if (header_read) use(line.substr(0, tab), tab == std::string::npos ? "" : line.substr(tab + 1));
    header_read = true;
  }
}

inline const Abbreviations& english() {
  static const Abbreviations abbreviations = [] {
    const std::map<std::string, AbbreviationClass> classes = {
        {"title", AbbreviationClass::title},   {"organisation", AbbreviationClass::organisation},
        {"place", AbbreviationClass::place},   {"month", AbbreviationClass::month},
        {"number", AbbreviationClass::number}, {"general", AbbreviationClass::general}};
    Abbreviations read;
    for_each_row("abbreviations.tsv", [&](std::string surface, const std::string& name) {
      if (surface.back() == '.') surface.pop_back();
      read.add(folded(surface), classes.at(name));
    });
    for_each_row("starters.tsv",
                 [&](const std::string& surface, const std::string&) { read.add_starter(folded(surface)); });
    for_each_row("joined_prefixes.tsv",
                 [&](const std::string& surface, const std::string&) { read.add_joined_prefix(folded(surface)); });
    for_each_row("clitics.tsv",
                 [&](const std::string& surface, const std::string&) { read.add_clitic(folded(surface)); });
    return read;
  }();
  return abbreviations;
}

// A text as one block.
inline TokenLayer layer_of(std::string_view text, bool capitals = false) {
  const Block block{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph, capitals};
  TokenLayer layer;
  tokenize(text, block, english(), layer);
  split_sentences(text, block, 0, 0, english(), layer);
  return layer;
}

inline std::string text_of(std::string_view text, const TokenData& token) {
  return std::string(text.substr(token.begin, token.end - token.begin));
}

// Tokens joined by `|`.
inline std::string tokens_of(std::string_view text) {
  std::string notation;
  for (const TokenData& token : layer_of(text).tokens) notation += (notation.empty() ? "" : "|") + text_of(text, token);
  return notation;
}

// Sentences joined by ` / `.
inline std::string sentences_of(std::string_view text, bool capitals = false) {
  const TokenLayer layer = layer_of(text, capitals);
  std::string notation;
  for (const SentenceData& sentence : layer.sentences) {
    const std::uint32_t begin = layer.tokens[sentence.begin].begin, end = layer.tokens[sentence.end - 1].end;
    notation += (notation.empty() ? "" : " / ") + std::string(text.substr(begin, end - begin));
  }
  return notation;
}

}  // namespace copydesk
