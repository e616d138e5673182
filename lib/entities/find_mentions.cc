#include "entities/find_mentions.h"

#include <algorithm>

#include "entities/name_finder.h"
#include "entities/name_runs.h"
#include "entities/noun_groups.h"

namespace copydesk {

struct MentionGrammar::Impl {
  explicit Impl(const Language& language) : runs(language), nouns(language) {}

  Label label_of(const EntityMention& mention) const {
    if (mention.demonym) return demonym;
    if (mention.form == MentionForm::pronoun) return pronoun;
    return mention.form == MentionForm::nominal ? nominal : labels[static_cast<std::size_t>(mention.type)];
  }

  NameRules names;
  RunRules runs;
  NounRules nouns;
  Label labels[4] = {};  // by EntityType
  Label holder = 0, demonym = 0, nominal = 0, pronoun = 0, group = 0, dateline_place = 0;
};

MentionGrammar::MentionGrammar(const Language& language, std::vector<Error>& errors) {
  const Names& names = language.grammar.names;
  auto impl = std::make_unique<Impl>(language);
  impl->names.evidence = read_evidence(language.grammar, errors);
  impl->names.function = language.classes.find("function");
  impl->names.finite = language.classes.find("finite");
  impl->names.name = names.find("name");
  impl->names.acronym = names.find("acronym");
  impl->names.country = names.find("country");
  impl->names.cities = names.find("cities");
  impl->labels[static_cast<std::size_t>(EntityType::person)] = names.find("person");
  impl->labels[static_cast<std::size_t>(EntityType::organisation)] = names.find("organisation");
  impl->labels[static_cast<std::size_t>(EntityType::place)] = names.find("place");
  impl->labels[static_cast<std::size_t>(EntityType::country)] = names.find("country");
  impl->demonym = names.find("demonym");
  impl->holder = names.find("holder");
  impl->nominal = names.find("nominal");
  impl->pronoun = names.find("pronoun");
  impl->group = names.find("group");
  impl->dateline_place = names.find("dateline_place");
  impl_ = std::move(impl);
}

MentionGrammar::~MentionGrammar() = default;
MentionGrammar::MentionGrammar(MentionGrammar&&) noexcept = default;

namespace {

// The tokens inside `span`, found by bisection.
TokenRange tokens_in(const TokenLayer& layer, Span span) {
  const auto begin = std::ranges::lower_bound(layer.tokens, span.begin, {}, &TokenData::begin);
  auto end = begin;
  while (end != layer.tokens.end() && end->end <= span.end) ++end;
  return {static_cast<std::uint32_t>(begin - layer.tokens.begin()),
          static_cast<std::uint32_t>(end - layer.tokens.begin())};
}

// A noun for a person alone: `the deputy minister`.
bool is_holder(const EntityMention& mention) {
  return mention.form == MentionForm::nominal && mention.refers.types == Refers::kPerson && !mention.demonym;
}

// Lays edges over the parts of `BAGHDAD, Iraq`, for the rules to read.
void add_dateline_edges(Analysis& analysis, Label label, Span dateline) {
  if (dateline.empty()) return;
  const TokenRange place = tokens_in(analysis.tokens, dateline);
  for (std::uint32_t i = place.begin; i < place.end;) {
    std::uint32_t end = i;
    while (end < place.end && analysis.tokens.tokens[end].kind == TokenKind::word) ++end;
    if (end > i) analysis.lattice.add_edge({.range = {i, end}, .label = label, .layered = true, .payload = kNoIndex});
    i = end + 1;
  }
}

}  // namespace

void MentionGrammar::find(Analysis& analysis, const TimeLayer& times, MentionLayer& layer) const {
  layer.clear();
  if (!layer.work) layer.work = std::make_shared<MentionWork>();
  for (const Item& item : analysis.layout.items)
    add_dateline_edges(analysis, impl_->dateline_place, item.dateline.place);
  add_runs(analysis, impl_->runs);
  const std::size_t first = analysis.lattice.annotations.size();
  analysis.run_room("entities");
  find_names(analysis, times, impl_->names, layer);
  map_mentions(analysis, layer);
  add_nouns(analysis, impl_->nouns, first, layer);
  map_mentions(analysis, layer);
  for (std::uint32_t i = 0; i < layer.mentions.size(); ++i) {
    const EntityMention& mention = layer.mentions[i];
    analysis.lattice.add_edge(
        {.range = mention.range, .label = impl_->label_of(mention), .layered = true, .payload = i});
    if (is_holder(mention))
      analysis.lattice.add_edge({.range = mention.range, .label = impl_->holder, .layered = true, .payload = i});
  }
  const std::size_t first_unit = analysis.lattice.annotations.size();
  analysis.run_room("groups");
  add_groups(analysis, impl_->nouns, first_unit, impl_->group, layer);
}

}  // namespace copydesk
