// Room 6, entities. A small map from keys that are hashes to indices, cleared and used again from document to document.
#pragma once

#include <cstdint>
#include <vector>

namespace copydesk {

// Open addressing; key 0 is no key. A key met first keeps its value.
class KeyMap {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  void clear() {
    slots_.assign(slots_.size() > 8192 || slots_.empty() ? 512 : slots_.size(), {});
    size_ = 0;
  }

  std::uint32_t find(std::uint64_t key) const {
    if (slots_.empty()) return kNone;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = key >> 9 & mask; slots_[at].key != 0; at = (at + 1) & mask)
      if (slots_[at].key == key) return slots_[at].value;
    return kNone;
  }

  void add(std::uint64_t key, std::uint32_t value) {
    if ((size_ + 1) * 2 > slots_.size()) grow();
    Slot& slot = free_slot(key);
    if (slot.key == key) return;
    slot = {key, value};
    ++size_;
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
    for (const Slot& slot : old)
      if (slot.key != 0) free_slot(slot.key) = slot;
  }

  std::vector<Slot> slots_;
  std::size_t size_ = 0;
};

}  // namespace copydesk
