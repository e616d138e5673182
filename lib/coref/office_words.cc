#include "coref/office_words.h"

#include <algorithm>

namespace copydesk {

bool OfficeWords::is_office(const EntityMention& person, const EntityMention& noun) const {
  for (std::uint32_t i = noun.range.begin; i < noun.range.end; ++i) {
    if ((analysis_.tokens.tokens[i].word_class & rules_.opener) != 0) continue;
    if (analysis_.lattice.find({i, i + 1}, rules_.passing) != kNoEdge) continue;
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
  return is_listed(range, rules_.titles, [&](const Edge& edge) { return value_is(edge, word); });
}

bool OfficeWords::is_called(TokenRange office, std::string_view plural, bool of_firm) const {
  return is_listed(office, rules_.called, [&](const Edge& edge) {
    return edge.kind == rules_.peer || (value_is(edge, plural) && !(of_firm && edge.kind == rules_.of_state));
  });
}

bool OfficeWords::value_is(const Edge& edge, std::string_view word) const {
  return analysis_.language.grammar.value_of(edge, "value") == word;
}

// Whether a list has a word of the range that fits.
template <class Fits>
bool OfficeWords::is_listed(TokenRange range, Label list, Fits fits) const {
  const Lattice& lattice = analysis_.lattice;
  for (std::uint32_t i = range.begin; i < range.end; ++i)
    for (std::uint32_t at = lattice.first_at(i); at != kNoEdge; at = lattice.edge(at).next_begin)
      if (lattice.edge(at).label == list && fits(lattice.edge(at))) return true;
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
