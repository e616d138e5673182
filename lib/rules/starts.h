// Room 4, rules. The tokens of a sentence, in their order, at which a program may match.
//
//     for (Starts starts(lattice, code, range); !starts.done(); starts.next()) use(starts.at());
//
// Tokens are looked at in blocks of 64, a bit for each. Lifetime: refers to lattice and program.
#pragma once

#include <bit>

#include "rules/lattice.h"
#include "rules/program.h"

namespace copydesk {

class Starts {
 public:
  Starts(const Lattice& lattice, const Code& code, TokenRange range)
      : lattice_(lattice), code_(code), end_(code.at_sentence_start ? range.begin + 1 : range.end), limit_(range.end) {
    look(range.begin);
  }

  bool done() const { return left_ == 0; }
  std::uint32_t at() const { return block_ * 64 + static_cast<std::uint32_t>(std::countr_zero(left_)); }
  void next() {
    left_ &= left_ - 1;
    if (left_ == 0) look(++block_ * 64);
  }
  // Goes on at `token` or behind it.
  void skip_to(std::uint32_t token) {
    if (token / 64 != block_) return look(token);
    left_ &= ~0ull << (token % 64);
    if (left_ == 0) look(++block_ * 64);
  }

 private:
  void look(std::uint32_t from) {
    for (left_ = 0; from < end_; from = (from / 64 + 1) * 64) {
      block_ = from / 64;
      left_ = lattice_.tokens_with(code_.first, block_) & ~0ull << (from % 64) & before(end_, block_);
      for (const Need& need : code_.needs)
        if (left_ != 0) left_ &= that_reach(need);
      if (left_ != 0) return;
    }
  }

  // The tokens of a block before `end`.
  static std::uint64_t before(std::uint32_t end, std::uint32_t block) {
    return end - block * 64 < 64 ? ~(~0ull << (end % 64)) : ~0ull;
  }

  std::uint64_t that_meet(const Need& need, std::uint32_t block) const {
    return block * 64 < limit_ ? lattice_.tokens_with(need.signature, block) & before(limit_, block) : 0;
  }

  // The tokens of the block behind which, near enough, stands what the need asks for.
  std::uint64_t that_reach(const Need& need) const {
    std::uint32_t reach = need.reach.tokens + need.reach.edges * lattice_.longest_edge();
    if (need.reach.unbounded || reach >= 64) {
      for (std::uint32_t block = block_ + 1; block * 64 < limit_; ++block)
        if (that_meet(need, block) != 0) return ~0ull;
      const std::uint64_t met = that_meet(need, block_);
      return met == 0 ? 0 : ~0ull >> std::countl_zero(met);
    }
    std::uint64_t low = that_meet(need, block_), high = that_meet(need, block_ + 1);
    for (std::uint32_t step = 1; reach != 0; step = std::min(step * 2, 32u)) {
      step = std::min(step, reach);
      low |= low >> step | high << (64 - step);
      high |= high >> step;
      reach -= step;
    }
    return low;
  }

  const Lattice& lattice_;
  const Code& code_;
  std::uint32_t end_;    // of the starts
  std::uint32_t limit_;  // of the matches
  std::uint32_t block_ = 0;
  std::uint64_t left_ = 0;  // of the block
};

}  // namespace copydesk
