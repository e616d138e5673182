// Room 4, rules. Signatures: a few bits that tell at once that a pattern cannot begin at a token.
//
// A token's signature has one bit for its word, its shape, its kind, and each label that begins at it; a test's signature holds
// the bits of which the token must have one. Different names may share a bit: that costs time, never a match.
#pragma once

#include <cstdint>

namespace copydesk {

inline std::uint64_t word_signature(std::uint32_t literal) { return 1ull << (literal % 23); }
inline std::uint64_t label_signature(std::uint32_t label) { return 1ull << (23 + label % 31); }
inline std::uint64_t shape_signature(std::uint32_t shape) { return 1ull << (54 + shape); }
inline std::uint64_t token_kind_signature(std::uint32_t kind) { return 1ull << (59 + (kind < 4 ? kind : 4)); }

}  // namespace copydesk
