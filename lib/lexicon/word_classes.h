// Room 3, lexicon. The names of a pack's word classes and of groups of them; a set of classes is a mask.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace copydesk {

using ClassMask = std::uint32_t;

class WordClasses {
 public:
  static constexpr std::size_t kMost = 32;

  // The mask of a class, added when new; 0 when there are kMost already.
  ClassMask add(std::string_view name);
  void add_group(std::string name, ClassMask mask) { groups_.push_back({std::move(name), mask}); }

  // The mask of a class or group; 0 when there is none of that name.
  ClassMask find(std::string_view name) const;
  std::string_view name_of(ClassMask single_class) const;
  const std::vector<std::string>& names() const { return names_; }

  // What the image of a pack keeps; see rules/archive.h.
  static auto archived(auto& self) { return std::tie(self.names_, self.groups_); }

 private:
  struct Group {
    std::string name;
    ClassMask mask;
  };
  std::vector<std::string> names_;
  std::vector<Group> groups_;
};

}  // namespace copydesk
