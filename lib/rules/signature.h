// Room 4, rules. Signatures: a few bits that tell at once that a pattern cannot go on at a token.
//
// A token's signature has bits for its word, a digit at its begin or its being a number, its shape, its kind, its class, and each label that begins at
// it; a test's signature holds the bits of which the token must have one. Different words or labels may share a bit: that costs time, never a match.
#pragma once

#include <bit>
#include <cstdint>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

namespace copydesk {

struct Signature {
  std::uint64_t forms = 0;   // bits 0 to 52 words, 53 digit, 54 to 58 shapes, 59 to 63 kinds of tokens
  std::uint64_t labels = 0;  // bits 0 to 31 word classes, 32 to 63 labels

  bool meets(const Signature& other) const { return ((forms & other.forms) | (labels & other.labels)) != 0; }
  // About how many of a thousand tokens meet it; the sum of what its bits are met by.
  int width() const;
  Signature& operator|=(const Signature& other) {
    forms |= other.forms;
    labels |= other.labels;
    return *this;
  }
  friend bool operator==(const Signature&, const Signature&) = default;

  template <class Use>
  void for_each_bit(Use&& use) const {
    for (std::uint64_t left = forms; left != 0; left &= left - 1) use(std::countr_zero(left));
    for (std::uint64_t left = labels; left != 0; left &= left - 1) use(64 + std::countr_zero(left));
  }
};

inline constexpr std::size_t kSignatureBits = 128;
inline constexpr Signature kAnySignature{~0ull, ~0ull};

// Of a thousand tokens of news, so many are of each shape, and of each kind; and about so many have any one bit of the others.
inline constexpr int kShapeWidths[] = {160, 640, 160, 40, 5};
inline constexpr int kTokenKindWidths[] = {840, 30, 120, 5, 1};
inline constexpr int kWordWidth = 10, kDigitWidth = 30, kClassWidth = 60, kLabelWidth = 40;

inline int Signature::width() const {
  constexpr int kWordBits = 53;
  int sum = std::popcount(forms & ((1ull << kWordBits) - 1)) * kWordWidth +
            std::popcount(labels & 0xFFFFFFFFull) * kClassWidth + std::popcount(labels >> 32) * kLabelWidth;
  if ((forms >> kWordBits & 1) != 0) sum += kDigitWidth;
  for (int i = 0; i < 5; ++i) {
    if ((forms >> (kWordBits + 1 + i) & 1) != 0) sum += kShapeWidths[i];
    if ((forms >> (kWordBits + 6 + i) & 1) != 0) sum += kTokenKindWidths[i];
  }
  return sum;
}

// The different signatures of the steps of all programs. When it is full, a step gets the first, which any token meets.
class SignatureTable {
 public:
  std::uint16_t add(const Signature& signature);
  const Signature* data() const { return signatures_.data(); }

  // What the image of a pack keeps, to which nothing is added; see rules/archive.h.
  static auto archived(auto& self) { return std::tie(self.signatures_); }

 private:
  std::vector<Signature> signatures_{kAnySignature};
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::uint16_t> known_;
};

inline Signature word_signature(std::uint32_t literal) { return {1ull << (literal % 53), 0}; }
inline Signature digit_signature() { return {1ull << 53, 0}; }
inline Signature shape_signature(std::uint32_t shape) { return {1ull << (54 + shape), 0}; }
inline Signature token_kind_signature(std::uint32_t kind) { return {1ull << (59 + (kind < 4 ? kind : 4)), 0}; }
inline Signature class_signature(std::uint32_t mask) { return {0, mask}; }
inline Signature label_signature(std::uint32_t label) { return {0, 1ull << (32 + label % 32)}; }

}  // namespace copydesk
