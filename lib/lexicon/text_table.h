// Room 3, lexicon. Texts that are told apart once and have numbers from then on, all of them in one string: of a list of a million
// names a text costs its bytes, its hash and its slot.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace copydesk {

class TextTable {
 public:
  // `gap`: NUL bytes behind each text.
  TextTable() = default;
  explicit TextTable(std::uint32_t gap) : gap_(gap) {}

  // The number of a text; numbers are given in the order in which texts come first.
  std::uint32_t add(std::string_view text);
  std::uint32_t size() const { return static_cast<std::uint32_t>(parts_.hashes.size()); }

  std::uint32_t begin_of(std::uint32_t number) const { return parts_.begins[number]; }
  std::size_t bytes() const { return parts_.texts.size(); }
  std::size_t slots() const { return parts_.slots.size(); }

  // As the image has them. Slots: open addressing over numbers + 1, half of them free at least.
  struct Parts {
    std::vector<std::uint32_t> slots = std::vector<std::uint32_t>(2), hashes, begins{0};  // one begin more than texts
    std::string texts;
  };
  Parts release() && { return std::move(parts_); }

 private:
  bool is(std::uint32_t number, std::string_view text) const;
  void grow();

  std::uint32_t gap_ = 0;
  Parts parts_;
};

}  // namespace copydesk
