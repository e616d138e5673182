#include "rules/names.h"

namespace copydesk {

std::uint16_t Names::add(std::string_view name) {
  if (name.empty()) return 0;
  if (const std::uint16_t known = find(name)) return known;
  if (texts_.size() == kMost) {
    full_ = true;
    return 0;
  }
  const auto id = static_cast<std::uint16_t>(texts_.size());
  texts_.emplace_back(name);
  ids_.emplace(name, id);
  return id;
}

std::uint16_t Names::find(std::string_view name) const {
  const auto known = ids_.find(name);
  return known == ids_.end() ? std::uint16_t{0} : known->second;
}

}  // namespace copydesk
