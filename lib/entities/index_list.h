// Room 6, entities. A list of indices that is mostly short: the first few stand in the list itself, so that it needs no memory of
// its own.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace copydesk {

class IndexList {
 public:
  using value_type = std::uint32_t;

  std::uint32_t* begin() { return many_.empty() ? few_.data() : many_.data(); }
  std::uint32_t* end() { return begin() + size(); }
  const std::uint32_t* begin() const { return many_.empty() ? few_.data() : many_.data(); }
  const std::uint32_t* end() const { return begin() + size(); }
  std::size_t size() const { return many_.empty() ? few_in_use_ : many_.size(); }
  bool empty() const { return size() == 0; }
  std::uint32_t operator[](std::size_t i) const { return begin()[i]; }
  std::uint32_t front() const { return *begin(); }
  std::uint32_t back() const { return *(end() - 1); }

  void push_back(std::uint32_t index) {
    if (many_.empty() && few_in_use_ < few_.size()) {
      few_[few_in_use_++] = index;
      return;
    }
    if (many_.empty()) many_.assign(few_.begin(), few_.end());
    few_in_use_ = 0;
    many_.push_back(index);
  }
  void append(const IndexList& more) {
    for (const std::uint32_t index : more) push_back(index);
  }
  void clear() {
    few_in_use_ = 0;
    many_.clear();
  }
  void erase(std::uint32_t* at) { shrink(std::copy(at + 1, end(), at) - begin()); }
  template <class Drop>
  void erase_if(Drop&& drop) {
    shrink(std::remove_if(begin(), end(), drop) - begin());
  }

 private:
  void shrink(std::ptrdiff_t size) {
    if (many_.empty())
      few_in_use_ = static_cast<std::uint32_t>(size);
    else
      many_.resize(static_cast<std::size_t>(size));
  }

  std::array<std::uint32_t, 3> few_{};
  std::uint32_t few_in_use_ = 0;
  std::vector<std::uint32_t> many_;  // all of them, where they are more
};

}  // namespace copydesk
