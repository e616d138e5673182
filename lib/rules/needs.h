// Room 4, rules. What must stand behind the begin of a match, and how far at most: `word <head>` begins only where a head comes
// soon.
//
// Gates tell for a whole sentence whether a rule runs; needs tell at which of its tokens.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/pattern.h"
#include "rules/signature.h"

namespace copydesk {

// How many tokens lie at most before something; of edges only the lattice knows how long they are.
struct Reach {
  std::uint32_t tokens = 0;
  std::uint32_t edges = 0;
  bool unbounded = false;

  Reach& operator+=(const Reach& other) {
    tokens += other.tokens;
    edges += other.edges;
    unbounded |= other.unbounded || tokens > kMost || edges > kMost;
    return *this;
  }

  static constexpr std::uint32_t kMost = 64;
};

struct Need {
  Signature signature;
  int width = 0;  // of the signature
  Reach reach;    // behind the begin of the match
};

inline constexpr std::size_t kMostNeeds = 2;  // the narrowest of a pattern

std::vector<Need> needs_of(const Pattern& pattern);

// Whether every match begins at the begin of a sentence.
bool begins_sentence(const Pattern& pattern);

}  // namespace copydesk
