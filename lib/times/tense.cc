#include "times/tense.h"

#include <algorithm>

namespace copydesk {

TenseFinder::TenseFinder(const Language& language)
    : past_(language.classes.find("past")),
      present_(language.classes.find("verb_s")),
      cue_(language.grammar.names.find("tense_cue")),
      past_cue_(language.grammar.names.find("past")),
      future_cue_(language.grammar.names.find("future")) {}

Tense TenseFinder::at(const Lattice& lattice, std::uint32_t token) const {
  for (std::uint32_t edge = lattice.first_at(token); edge != kNoEdge; edge = lattice.edge(edge).next_begin) {
    if (cue_ == 0 || lattice.edge(edge).label != cue_) continue;
    if (lattice.edge(edge).kind == future_cue_) return Tense::future;
    return lattice.edge(edge).kind == past_cue_ ? Tense::past : Tense::present;
  }
  if (lattice.token(token).shape != Shape::lower) return Tense::unknown;  // `the United States`
  const ClassMask word_class = lattice.token(token).word_class;
  if ((word_class & past_) != 0) return Tense::past;
  return (word_class & present_) != 0 ? Tense::present : Tense::unknown;
}

Tense TenseFinder::around(const Analysis& analysis, TokenRange range, TokenRange sentence) const {
  constexpr std::uint32_t kReach = 40;
  // `the ministry on Friday said`: the verb right behind decides.
  if (range.end < sentence.end)
    if (const Tense tense = at(analysis.lattice, range.end); tense == Tense::past || tense == Tense::future)
      return tense;
  const std::uint32_t first = std::max(sentence.begin, range.begin > kReach ? range.begin - kReach : 0);
  for (std::uint32_t token = range.begin; token-- > first;)
    if (const Tense tense = at(analysis.lattice, token); tense != Tense::unknown) return tense;
  const std::uint32_t last = std::min(sentence.end, range.end + kReach);
  for (std::uint32_t token = range.end; token < last; ++token)
    if (const Tense tense = at(analysis.lattice, token); tense != Tense::unknown) return tense;
  return Tense::unknown;
}

}  // namespace copydesk
