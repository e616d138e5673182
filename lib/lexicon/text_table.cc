#include "lexicon/text_table.h"

#include "tokens/token_layer.h"

namespace copydesk {

bool TextTable::is(std::uint32_t number, std::string_view text) const {
  const std::uint32_t begin = parts_.begins[number], size = parts_.begins[number + 1] - begin - gap_;
  return std::string_view(parts_.texts).substr(begin, size) == text;
}

void TextTable::grow() {
  std::vector<std::uint32_t>& slots = parts_.slots;
  slots.assign(slots.size() * 2, 0);
  const std::size_t mask = slots.size() - 1;
  for (std::uint32_t number = 0; number < size(); ++number) {
    std::size_t at = parts_.hashes[number] & mask;
    while (slots[at] != 0) at = (at + 1) & mask;
    slots[at] = number + 1;
  }
}

std::uint32_t TextTable::add(std::string_view text) {
  if ((std::size_t{size()} + 1) * 2 > parts_.slots.size()) grow();
  const std::vector<std::uint32_t>& slots = parts_.slots;
  const std::uint32_t hash = hash_folded(text);
  std::size_t at = hash & (slots.size() - 1);
  for (; slots[at] != 0; at = (at + 1) & (slots.size() - 1))
    if (parts_.hashes[slots[at] - 1] == hash && is(slots[at] - 1, text)) return slots[at] - 1;
  parts_.hashes.push_back(hash);
  parts_.slots[at] = size();
  parts_.texts.append(text).append(gap_, '\0');
  parts_.begins.push_back(static_cast<std::uint32_t>(parts_.texts.size()));
  return size() - 1;
}

}  // namespace copydesk
