// Room 4, rules. Numbers for names: of labels, kinds, captures and fields. 0 stands for no name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace copydesk {

class Names {
 public:
  Names() : texts_{""} {}

  // 0 too when there are kMost already; full() tells.
  static constexpr std::size_t kMost = 65535;
  std::uint16_t add(std::string_view name);
  bool full() const { return full_; }
  std::uint16_t find(std::string_view name) const;  // 0 when unknown
  std::string_view text(std::uint16_t name) const { return texts_[name]; }
  std::size_t size() const { return texts_.size(); }

  // What the image of a pack keeps; see rules/archive.h.
  static auto archived(auto& self) { return std::tie(self.texts_, self.ids_); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  bool full_ = false;
  std::vector<std::string> texts_;
  std::unordered_map<std::string, std::uint16_t, Hash, std::equal_to<>> ids_;
};

}  // namespace copydesk
