#include "events/clause_words.h"

#include <algorithm>

namespace copydesk {
namespace {

std::uint16_t use_of(std::string_view name) {
  static constexpr std::pair<std::string_view, std::uint16_t> kUses[] = {
      {"partner", ClauseUse::kPartner},       {"agent", ClauseUse::kAgent},
      {"attending", ClauseUse::kAttending},   {"reporting", ClauseUse::kReporting},
      {"leading", ClauseUse::kLeading},       {"place", ClauseUse::kPlace},
      {"quote", ClauseUse::kQuote},           {"comma", ClauseUse::kComma},
      {"belonging", ClauseUse::kBelonging},   {"goal", ClauseUse::kGoal},
      {"occasion", ClauseUse::kOccasion},     {"clause", ClauseUse::kClause},
      {"copular", ClauseUse::kCopular},       {"measure", ClauseUse::kMeasure},
      {"addressing", ClauseUse::kAddressing}, {"dash", ClauseUse::kDash}};
  for (const auto& [known, use] : kUses)
    if (known == name) return use;
  return 0;
}

}  // namespace

ClauseWords::ClauseWords(const WordClasses& classes) {
  const auto find = [&](std::string_view name) { return classes.find(name); };
  verb = find("any_verb"), finite = find("finite"), auxiliary = find("auxiliary"), preposition = find("preposition");
  subordinator = find("subordinator"), relative = find("relative"), conjunction = find("conjunction");
  opener = find("opener"), premodifier = find("premodifier"), adverb = find("adverb"), clitic = find("clitic");
  to = find("to"), nominal = find("nominal_word"), plural = find("plural");
  degree = opener | adverb | find("pronoun") | find("comparative") | find("superlative");
  noun_modifier = nominal | find("any_adjective") | find("number") | find("ordinal");
}

void ClauseWords::add(std::string_view words, std::string_view use_name) {
  const std::uint16_t use = use_of(use_name);
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    const std::uint32_t hash = hash_folded(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
    met_.set(hash % met_.size());
    const auto at = std::ranges::lower_bound(words_, hash, {}, &Word::hash);
    if (at != words_.end() && at->hash == hash)
      at->uses |= use;
    else
      words_.insert(at, {hash, use});
  }
}

std::uint16_t ClauseWords::uses(const TokenData& token) const {
  if (!met_.test(token.hash % met_.size())) return 0;
  const auto at = std::ranges::lower_bound(words_, token.hash, {}, &Word::hash);
  return at != words_.end() && at->hash == token.hash ? at->uses : 0;
}

}  // namespace copydesk
