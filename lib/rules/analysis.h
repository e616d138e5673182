// Room 4, rules. The one document at work, as the later rooms get it: what the earlier rooms made of it, and the rules to run.
#pragma once

#include <string_view>

#include "rules/language.h"
#include "text/layout.h"

namespace copydesk {

struct Analysis {
  const Language& language;
  std::string_view text;
  const Layout& layout;
  const TokenLayer& tokens;
  Lattice& lattice;
  GrammarState& state;

  // Runs the cascades of a room over every sentence.
  void run_room(std::string_view room) {
    if (const std::uint16_t name = language.grammar.names.find(room); name != 0)
      language.grammar.run(name, lattice, state);
  }

  std::uint32_t item_of(std::uint32_t sentence) const { return layout.blocks[tokens.sentences[sentence].block].item; }

  Span span_of(TokenRange range) const { return tokens.span_of(range); }
  std::string_view text_of(TokenRange range) const {
    const Span span = span_of(range);
    return text.substr(span.begin, span.size());
  }
  std::string_view rule_name(std::uint32_t rule) const { return language.grammar.rules[rule].name; }
};

}  // namespace copydesk
