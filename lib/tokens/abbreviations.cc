#include "tokens/abbreviations.h"

namespace copydesk {

const AbbreviationClass* Abbreviations::find(std::string_view folded) const {
  const auto found = classes_.find(folded);
  return found == classes_.end() ? nullptr : &found->second;
}

bool Abbreviations::is_starter(std::string_view folded) const { return starters_.find(folded) != starters_.end(); }

bool Abbreviations::is_joined_prefix(std::string_view folded) const {
  return joined_prefixes_.find(folded) != joined_prefixes_.end();
}

}  // namespace copydesk
