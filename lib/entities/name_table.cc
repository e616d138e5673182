#include "entities/name_table.h"

#include <algorithm>

namespace copydesk {

void Scores::add(NameType type, int weight, std::uint32_t by) {
  const auto at = static_cast<std::size_t>(type);
  score[at] = static_cast<std::int16_t>(std::clamp(score[at] + weight, -1000, 1000));
  if (weight <= most[at]) return;
  most[at] = static_cast<std::int16_t>(weight);
  rule[at] = by;
}

std::uint64_t form_key(const TokenLayer& layer, TokenRange range) {
  std::uint64_t key = first_key();
  for (std::uint32_t i = range.begin; i < range.end; ++i) key = next_key(key, layer.tokens[i].hash);
  return last_key(key);
}

void NameTable::clear() {
  forms_.clear();
  by_key_.clear();
}

std::uint32_t NameTable::add(std::uint64_t key, TokenRange example) {
  if (const std::uint32_t known = find(key); known != kNoForm) return known;
  const auto form = static_cast<std::uint32_t>(forms_.size());
  forms_.push_back({.key = key, .example = example});
  by_key_.add(key, form);
  return form;
}

void NameTable::count(std::uint32_t index, std::uint32_t rule, const EvidenceRule& evidence, int weight) {
  NameForm& form = forms_[index];
  const auto known = form.rules.begin() + form.rule_count;
  if (form.rule_count == form.rules.size() || std::find(form.rules.begin(), known, rule) != known) return;
  form.rules[form.rule_count++] = rule;
  form.spreads |= evidence.spreads;
  form.spreads_last |= evidence.spreads_last;
  form.scores.add(evidence.type, weight, rule);
}

}  // namespace copydesk
