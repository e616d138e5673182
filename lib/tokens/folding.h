// Folding and hashing a character at a time, for the tokenizer's one pass.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace copydesk {

inline constexpr std::uint32_t kHashSeed = 2166136261u;

constexpr std::uint32_t hash_step(std::uint32_t hash, unsigned char byte) { return (hash ^ byte) * 16777619u; }

// FNV-1a leaves its low bits poor, and tables take just those.
constexpr std::uint32_t hash_end(std::uint32_t hash) {
  hash ^= hash >> 15;
  hash *= 0x2C1B3C6Du;
  return hash ^ (hash >> 13);
}

inline constexpr std::array<unsigned char, 128> kFoldedAscii = [] {
  std::array<unsigned char, 128> table{};
  for (unsigned c = 0; c < 128; ++c) table[c] = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return table;
}();

// No folded form of a character is longer.
inline constexpr std::uint32_t kMaxFoldedBytes = 4;

// Writes the folded form of a character outside ASCII to `out`; returns its size, 0 for what nobody sees, such as soft hyphens.
std::uint32_t fold_code_point(char32_t code_point, char* out);

}  // namespace copydesk
