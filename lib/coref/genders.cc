#include "coref/stand_ins.h"

namespace copydesk {
namespace {

class GenderReader {
 public:
  GenderReader(const Analysis& analysis, const StandInRules& rules) : analysis_(analysis), rules_(rules) {}

  // By the title or noun right before the name, by the office, by the given name.
  Gender of(const EntityMention& mention) const {
    const std::uint32_t start = analysis_.tokens.sentences[mention.sentence].begin, name = mention.range.begin;
    for (std::uint32_t i = name; i-- > start;) {
      if (const Gender told = hit_at(i, rules_.gender_words); told != Gender::unknown) return told;
      if (analysis_.tokens.tokens[i].shape != Shape::capitalised) break;
    }
    for (std::uint32_t i = mention.office.begin; i < mention.office.end; ++i)
      if (const Gender told = hit_at(i, rules_.gender_words); told != Gender::unknown) return told;
    return mention.range.size() > 1 ? of_given_name(name) : Gender::unknown;
  }

 private:
  Gender hit_at(std::uint32_t token, Label list) const {
    const Lattice& lattice = analysis_.lattice;
    for (std::uint32_t at = lattice.first_at(token); at != kNoEdge; at = lattice.edge(at).next_begin)
      if (lattice.edge(at).label == list)
        return analysis_.language.grammar.value_of(lattice.edge(at), "kind") == "masculine" ? Gender::masculine
                                                                                            : Gender::feminine;
    return Gender::unknown;
  }

  // Not where a surname comes first: `Han` of `Han Seung-pyo`.
  Gender of_given_name(std::uint32_t token) const {
    const Lattice& lattice = analysis_.lattice;
    if (lattice.find({token, token + 1}, rules_.surnames, rules_.first) != kNoEdge) return Gender::unknown;
    if (const Gender told = hit_at(token, rules_.gendered_names); told != Gender::unknown) return told;
    for (std::uint32_t at = lattice.first_at(token); at != kNoEdge; at = lattice.edge(at).next_begin) {
      if (lattice.edge(at).label != rules_.given_names) continue;
      const auto gender = analysis_.language.grammar.value_of(lattice.edge(at), "gender");
      if (gender == "m") return Gender::masculine;
      if (gender == "f") return Gender::feminine;
    }
    return Gender::unknown;
  }

  const Analysis& analysis_;
  const StandInRules& rules_;
};

}  // namespace

void learn_genders(const Analysis& analysis, const StandInRules& rules, const MentionLayer& mentions,
                   EntityLayer& layer) {
  const GenderReader reader(analysis, rules);
  for (EntityRecord& entity : layer.entities)
    for (std::size_t i = 0; entity.type == EntityType::person && i < entity.mentions.size(); ++i) {
      if (entity.gender != Gender::unknown) break;
      entity.gender = reader.of(mentions.mentions[entity.mentions[i]]);
    }
}

}  // namespace copydesk
