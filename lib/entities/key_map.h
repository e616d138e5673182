// Room 6, entities. A small map from keys that are hashes to indices, cleared and used again from document to document.
#pragma once

#include <cstdint>
#include <vector>

namespace copydesk {

// Open addressing; key 0 is no key. A key met first keeps its value.
class KeyMap {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  // Costs what was added, unless that was a lot.
  void clear() {
    if (slots_.size() > 8192) slots_.assign(512, {});
    for (const std::uint32_t at : used_)
      if (at < slots_.size()) slots_[at] = {};
    used_.clear();
  }

  std::uint32_t find(std::uint64_t key) const {
    if (slots_.empty()) return kNone;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = key >> 9 & mask; slots_[at].key != 0; at = (at + 1) & mask)
      if (slots_[at].key == key) return slots_[at].value;
    return kNone;
  }

  void add(std::uint64_t key, std::uint32_t value) {
    if ((used_.size() + 1) * 2 > slots_.size()) grow();
    Slot& slot = free_slot(key);
    if (slot.key == key) return;
    slot = {key, value};
    used_.push_back(static_cast<std::uint32_t>(&slot - slots_.data()));
  }

  void set(std::uint64_t key, std::uint32_t value) {
    add(key, value);
    free_slot(key).value = value;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t value = kNone;
  };

  Slot& free_slot(std::uint64_t key) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = key >> 9 & mask;
    while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & mask;
    return slots_[at];
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 512 : slots_.size() * 2);
    old.swap(slots_);
    for (std::uint32_t& at : used_) {
      const Slot slot = old[at];
      at = static_cast<std::uint32_t>(&free_slot(slot.key) - slots_.data());
      slots_[at] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::vector<std::uint32_t> used_;  // slots, in the order in which they were filled
};

}  // namespace copydesk
