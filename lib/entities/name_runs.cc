#include "entities/name_runs.h"

#include <algorithm>

#include "rules/signature.h"

namespace copydesk {
namespace {

constexpr std::uint32_t kMostTokens = 9;  // of a run

class RunAdder {
 public:
  RunAdder(const Analysis& analysis, const RunRules& rules)
      : analysis_(analysis), rules_(rules), tokens_(analysis.tokens.tokens) {}

  void add(const SentenceData& sentence) {
    for (std::uint32_t i = sentence.begin; i < sentence.end;)
      i = begins(i) ? add_run({i, run_end(i, sentence.end)}, sentence.end) : next_after(i);
  }

 private:
  bool is_capital(std::uint32_t i) const {
    const TokenData& token = tokens_[i];
    return token.kind == TokenKind::word && token.shape != Shape::lower && token.shape != Shape::none;
  }

  // The end of the longest edge of `label` that begins at a token; the token itself when there is none.
  std::uint32_t edge_end(std::uint32_t i, Label label) const {
    if (!analysis_.lattice.signatures[i].meets(label_signature(label))) return i;
    for (std::uint32_t at = analysis_.lattice.first_at(i); at != kNoEdge; at = analysis_.lattice.edge(at).next_begin)
      if (analysis_.lattice.edge(at).label == label) return analysis_.lattice.edge(at).range.end;
    return i;
  }

  // Behind the whole of `Datuk Seri`, whose second word begins no run either.
  std::uint32_t next_after(std::uint32_t i) const {
    std::uint32_t end = i + 1;
    if (is_capital(i))
      for (const Label label : rules_.stops) end = std::max(end, edge_end(i, label));
    return end;
  }

  bool is_stop(std::uint32_t i) const {
    return std::ranges::any_of(rules_.stops, [&](Label label) { return edge_end(i, label) != i; });
  }
  bool begins(std::uint32_t i) const { return is_capital(i) && !is_stop(i); }
  bool joins(std::uint32_t i, std::uint32_t end) const {
    return i + 1 < end && !tokens_[i].space_before && !tokens_[i + 1].space_before && is_capital(i + 1) &&
           analysis_.tokens.folded_of(tokens_[i]) == "-";
  }

  // `Shia` in `Mohammed Shia al-Sudani` stops no run: a word that begins small and goes on with a capital follows.
  bool is_before_article(std::uint32_t next, std::uint32_t end) const {
    return next < end && tokens_[next].shape == Shape::mixed && begins(next);
  }

  std::uint32_t run_end(std::uint32_t begin, std::uint32_t sentence_end) const {
    const std::uint32_t end = std::min(sentence_end, begin + kMostTokens);
    std::uint32_t at = begin + 1;
    for (std::uint32_t next = step(at, end); next != at; next = step(at, end)) at = next;
    return at;
  }

  // Where a run goes on to from `at`; `at` when it ends there.
  std::uint32_t step(std::uint32_t at, std::uint32_t end) const {
    if (at >= end) return at;
    if (begins(at)) return at + 1;
    if (joins(at, end)) return at + 2;
    if (is_capital(at)) return edge_end(at, rules_.suffixes) == at + 1 || is_before_article(at + 1, end) ? at + 1 : at;
    if (tokens_[at].shape != Shape::lower) return at;
    const std::uint32_t behind = edge_end(at, rules_.particles);
    return behind != at && behind < end && is_capital(behind) ? behind + 1 : at;
  }

  std::uint32_t add_run(TokenRange range, std::uint32_t sentence_end) {
    const TokenData& first = tokens_[range.begin];
    const bool opens = first.sentence_initial && (first.classes & rules_.function) != 0;
    if (!opens) add_edge(range);
    if (range.size() > 1 && first.sentence_initial && first.classes != 0 && begins(range.begin + 1))
      add_edge({range.begin + 1, range.end});
    if (range.size() > 1 && joins(range.begin + 1, sentence_end)) add_edge({range.begin, range.begin + 1});
    return range.end;
  }

  void add_edge(TokenRange range) const {
    const auto known = [](const TokenData& token) {
      return token.kind == TokenKind::word && token.shape != Shape::lower &&
             (token.classes != 0 || token.shape != Shape::capitalised);
    };
    const bool unknown = std::none_of(tokens_.begin() + range.begin, tokens_.begin() + range.end, known);
    const Kind kind = range.size() == 1 ? rules_.one : unknown ? rules_.unknown : rules_.several;
    analysis_.lattice.add_edge(
        {.range = range, .label = rules_.run, .kind = kind, .layered = true, .payload = kNoIndex});
  }

  const Analysis& analysis_;
  const RunRules& rules_;
  const std::vector<TokenData>& tokens_;
};

}  // namespace

RunRules::RunRules(const Language& language) {
  const Names& names = language.grammar.names;
  run = names.find("run"), particles = names.find("particles"), suffixes = names.find("name_suffixes");
  stops[0] = names.find("calendar"), stops[1] = names.find("titles"), stops[2] = names.find("offices"),
  stops[3] = names.find("demonyms");
  stops[4] = names.find("things");
  function = language.classes.find("function");
  one = names.find("one"), several = names.find("several"), unknown = names.find("unknown");
}

void add_runs(const Analysis& analysis, const RunRules& rules) {
  RunAdder adder(analysis, rules);
  for (const SentenceData& sentence : analysis.tokens.sentences) adder.add(sentence);
}

}  // namespace copydesk
