// The tense of the clause around an expression: from the nearest cue of the pack or finite verb, first to its left.
#pragma once

#include "rules/analysis.h"
#include "times/resolve.h"

namespace copydesk {

class TenseFinder {
 public:
  explicit TenseFinder(const Language& language);
  Tense around(const Analysis& analysis, TokenRange range, TokenRange sentence) const;

 private:
  Tense at(const Lattice& lattice, std::uint32_t token) const;

  ClassMask past_;
  ClassMask present_;
  Label cue_;
  Kind past_cue_, future_cue_;
};

}  // namespace copydesk
