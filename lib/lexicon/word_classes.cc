#include "lexicon/word_classes.h"

#include <algorithm>
#include <bit>

namespace copydesk {

ClassMask WordClasses::add(std::string_view name) {
  if (const ClassMask known = find(name)) return known;
  if (names_.size() == kMost) return 0;
  names_.emplace_back(name);
  return ClassMask{1} << (names_.size() - 1);
}

ClassMask WordClasses::find(std::string_view name) const {
  for (std::size_t i = 0; i < names_.size(); ++i)
    if (names_[i] == name) return ClassMask{1} << i;
  for (const Group& group : groups_)
    if (group.name == name) return group.mask;
  return 0;
}

std::string_view WordClasses::name_of(ClassMask single_class) const {
  const auto index = static_cast<std::size_t>(std::countr_zero(single_class));
  return index < names_.size() ? std::string_view(names_[index]) : std::string_view();
}

}  // namespace copydesk
