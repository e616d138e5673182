#include "times/tense.h"

#include <algorithm>

namespace copydesk {
namespace {

constexpr std::uint32_t kReach = 40;       // tokens to either side
constexpr std::uint32_t kOfPresent = 6;    // tokens from a plain present to what it plans
constexpr std::uint32_t kLongestCue = 4;   // tokens of a cue
constexpr std::uint32_t kBehindOwner = 5;  // tokens behind `Friday's` in which its verb may stand

}  // namespace

TenseFinder::TenseFinder(const Language& language)
    : past_(language.classes.find("past")),
      participle_(language.classes.find("participle")),
      noun_(language.classes.find("noun") | language.classes.find("plural")),
      present_(language.classes.find("verb_s")),
      verb_(language.classes.find("verb")),
      adverb_(language.classes.find("adverb") | language.classes.find("negation")),
      auxiliary_(language.classes.find("modal") | language.classes.find("to")),
      clitic_(language.classes.find("clitic")),
      to_(language.classes.find("to")),
      cue_(language.grammar.names.find("tense_cue")),
      past_cue_(language.grammar.names.find("past")),
      future_cue_(language.grammar.names.find("future")),
      beside_future_(language.grammar.names.find("beside_future")),
      beside_inside_(language.grammar.names.find("beside_inside")) {}

TenseFinder::Cue TenseFinder::longest_cue(const Lattice& lattice, std::uint32_t token) const {
  Cue longest;
  for (std::uint32_t at = lattice.first_at(token); at != kNoEdge; at = lattice.edge(at).next_begin) {
    const Edge& edge = lattice.edge(at);
    if (cue_ == 0 || edge.label != cue_ || edge.range.size() <= longest.range.size()) continue;
    const bool name = edge.range.size() == 1 && lattice.token(token).shape != Shape::lower;  // `May`
    if (!name) longest = {edge.kind, edge.range};
  }
  return longest;
}

Tense TenseFinder::of_cue(Cue cue) const {
  if (cue.range.empty() || cue.kind == beside_future_ || cue.kind == beside_inside_) return Tense::unknown;
  return cue.kind == future_cue_ ? Tense::future : cue.kind == past_cue_ ? Tense::past : Tense::state;
}

// `scheduled for` Monday, `until` Monday: what stands right before says most. A sentence that opens with until tells what was.
Tense TenseFinder::beside(const Lattice& lattice, TokenRange range, std::uint32_t first) const {
  for (std::uint32_t size = kLongestCue; size > 0; --size) {
    if (range.begin < first + size) continue;
    const Cue cue = longest_cue(lattice, range.begin - size);
    if (cue.range.empty() || cue.range.end != range.begin) continue;
    if (cue.kind == beside_inside_ && cue.range.begin == first) return Tense::past;
    if (cue.kind == beside_inside_ || cue.kind == beside_future_) return Tense::future;
    return cue_around(lattice, cue.range.begin, first);
  }
  return Tense::unknown;
}

// `Friday's ruling` has been, unless its own verb says that it will be.
Tense TenseFinder::of_owner(const Lattice& lattice, std::uint32_t clitic, std::uint32_t end) const {
  if ((lattice.token(clitic).word_class & clitic_) == 0) return Tense::unknown;
  for (std::uint32_t token = clitic + 1; token < std::min(end, clitic + 1 + kBehindOwner); ++token)
    if (of_cue(longest_cue(lattice, token)) == Tense::future) return Tense::future;
  return Tense::past;
}

// The cue that a token stands in, be it `due` of `had been due`.
Tense TenseFinder::cue_around(const Lattice& lattice, std::uint32_t token, std::uint32_t first) const {
  const Cue own = longest_cue(lattice, token);
  if (own.range.empty()) return Tense::unknown;
  for (std::uint32_t size = std::min(kLongestCue - 1, token - first); size > 0; --size) {
    const Cue wider = longest_cue(lattice, token - size);
    if (!wider.range.empty() && wider.range.end > token) return of_cue(wider);
  }
  return of_cue(own);
}

Tense TenseFinder::of_verb(const Lattice& lattice, std::uint32_t token, std::uint32_t first) const {
  if (lattice.token(token).shape != Shape::lower) return Tense::unknown;  // `the United States`
  const ClassMask word_class = lattice.token(token).word_class;
  if ((word_class & past_) != 0) return Tense::past;
  const ClassMask before = token > first ? lattice.token(token - 1).word_class : 0;
  if ((word_class & participle_) != 0 && (before & noun_) != 0) return Tense::past;  // `the deal clinched on Monday`
  if ((word_class & present_) != 0) return Tense::present;
  if ((word_class & verb_) == 0) return Tense::unknown;
  const Tense tense = (lattice.token(token).classes & past_) != 0 ? Tense::past : Tense::present;  // `they set`
  while (token > first && (lattice.token(token - 1).word_class & adverb_) != 0) --token;
  const bool finite = token > first && (lattice.token(token - 1).word_class & auxiliary_) == 0;
  return finite ? tense : Tense::unknown;
}

Tense TenseFinder::at(const Lattice& lattice, std::uint32_t token, std::uint32_t first) const {
  const Tense told = cue_around(lattice, token, first);
  return told != Tense::unknown ? told : of_verb(lattice, token, first);
}

Tense TenseFinder::around(const Analysis& analysis, TokenRange range, TokenRange whole, TokenRange sentence) const {
  const Lattice& lattice = analysis.lattice;
  for (const TokenRange& near : {range, whole})
    if (const Tense tense = beside(lattice, near, sentence.begin); tense != Tense::unknown) return tense;
  if (range.end < sentence.end) {
    if (const Tense tense = of_owner(lattice, range.end, sentence.end); tense != Tense::unknown) return tense;
    // `the ministry on Friday said`: the verb right behind decides.
    const Tense tense = at(lattice, range.end, sentence.begin);
    if (tense == Tense::past || tense == Tense::present || tense == Tense::future) return tense;
  }
  const std::uint32_t first = std::max(sentence.begin, range.begin > kReach ? range.begin - kReach : 0);
  for (std::uint32_t token = range.begin; token-- > first;) {
    const Tense tense = at(lattice, token, sentence.begin);
    const bool far = tense == Tense::present && token + kOfPresent < range.begin;
    if (tense != Tense::unknown && !far) return tense;
  }
  const std::uint32_t last = std::min(sentence.end, range.end + kReach);
  for (std::uint32_t token = range.end; token < last; ++token)
    if (const Tense tense = at(lattice, token, sentence.begin); tense != Tense::unknown)
      return tense == Tense::present ? Tense::state : tense;  // of another clause
  return has_infinitive(lattice, {first, range.begin}) ? Tense::future : Tense::unknown;
}

// `Ministers to meet on Friday`: in a headline without a verb of its own it tells what is ahead.
bool TenseFinder::has_infinitive(const Lattice& lattice, TokenRange range) const {
  for (std::uint32_t token = range.begin + 1; token < range.end; ++token)
    if ((lattice.token(token - 1).word_class & to_) != 0 && (lattice.token(token).classes & verb_) != 0) return true;
  return false;
}

}  // namespace copydesk
