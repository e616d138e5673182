// The tense of the clause around an expression: from a cue of the pack beside it, else from the nearest cue or finite verb,
// first to its left.
#pragma once

#include "rules/analysis.h"
#include "times/resolve.h"

namespace copydesk {

class TenseFinder {
 public:
  explicit TenseFinder(const Language& language);

  // `range`: the expression, `whole`: with the time of day and the like that belong to it.
  Tense around(const Analysis& analysis, TokenRange range, TokenRange whole, TokenRange sentence) const;

 private:
  struct Cue {
    Kind kind = 0;
    TokenRange range;
  };

  Cue longest_cue(const Lattice& lattice, std::uint32_t token) const;
  Tense beside(const Lattice& lattice, TokenRange range, std::uint32_t first) const;
  Tense of_owner(const Lattice& lattice, std::uint32_t clitic, std::uint32_t end) const;
  Tense of_cue(Cue cue) const;
  Tense cue_around(const Lattice& lattice, std::uint32_t token, std::uint32_t first) const;
  Tense of_verb(const Lattice& lattice, std::uint32_t token, std::uint32_t first) const;
  Tense at(const Lattice& lattice, std::uint32_t token, std::uint32_t first) const;
  bool has_infinitive(const Lattice& lattice, TokenRange range) const;

  ClassMask past_, participle_, noun_, present_, verb_, adverb_, auxiliary_, clitic_, to_;
  Label cue_;
  Kind past_cue_, future_cue_, beside_future_, beside_inside_;
};

}  // namespace copydesk
