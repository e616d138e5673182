#include "coref/office_words.h"

#include <algorithm>

namespace copydesk {

bool OfficeWords::is_office(const EntityMention& person, const EntityMention& noun) const {
  for (std::uint32_t i = noun.range.begin; i < noun.range.end; ++i) {
    if ((analysis_.tokens.tokens[i].word_class & rules_.opener) != 0) continue;
    if (!holds_word(person.office, folded(i)) && !is_title(person.office, folded(i)) && !is_of_country(person, i))
      return false;
  }
  return !person.office.empty();
}

bool OfficeWords::holds_singular(TokenRange office, std::string_view plural) const {
  constexpr std::size_t kShortest = 4;
  for (std::uint32_t i = office.begin; i < office.end; ++i)
    if (folded(i).size() >= kShortest && plural.starts_with(folded(i))) return true;
  return false;
}

bool OfficeWords::holds_word(TokenRange range, std::string_view word) const {
  for (std::uint32_t i = range.begin; i < range.end; ++i)
    if (folded(i) == word) return true;
  return false;
}

// `governor` is what `Gov.` stands for.
bool OfficeWords::is_title(TokenRange range, std::string_view word) const {
  const Lattice& lattice = analysis_.lattice;
  for (std::uint32_t i = range.begin; i < range.end; ++i)
    for (std::uint32_t at = lattice.first_at(i); at != kNoEdge; at = lattice.edge(at).next_begin)
      if (const Edge& edge = lattice.edge(at); edge.label == rules_.titles)
        if (analysis_.language.grammar.value_of(edge, "value") == word) return true;
  return false;
}

// `Chilean` of `the Chilean premier`, where that is the premier of Chile.
bool OfficeWords::is_of_country(const EntityMention& person, std::uint32_t token) const {
  if (person.affiliation == kNoIndex) return false;
  auto one = std::ranges::lower_bound(mentions_, token, {}, [](const EntityMention& m) { return m.range.begin; });
  for (; one != mentions_.end() && one->range.begin == token; ++one)
    if (one->demonym && !one->country.empty()) return one->country == mentions_[person.affiliation].country;
  return false;
}

}  // namespace copydesk
