// The layout words of the English pack, for tests.
#pragma once

#include <fstream>
#include <string>

#include "text/layout.h"

namespace copydesk {

inline LayoutWords english_layout_words() {
  LayoutWords words;
  std::ifstream file(COPYDESK_SOURCE_DIR "/lib/packs/en/text/layout.tsv");
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (line.empty() || line[0] == '#' || tab == std::string::npos) continue;
    const std::string kind = line.substr(tab + 1);
    if (kind == "date_key") words.date_keys.push_back(line.substr(0, tab));
    if (kind == "byline_head") words.byline_heads.push_back(line.substr(0, tab));
    if (kind == "byline_tail") words.byline_tails.push_back(line.substr(0, tab));
    if (kind == "label") words.labels.push_back(line.substr(0, tab));
  }
  return words;
}

}  // namespace copydesk
