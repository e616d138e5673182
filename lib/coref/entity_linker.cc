#include "coref/entity_linker.h"

#include <algorithm>

#include "entities/misprints.h"
#include "entities/name_table.h"

namespace copydesk {
namespace {

constexpr std::size_t kMisprintsBack = 60;                  // entities that a name is compared with
constexpr std::uint64_t kTypeStep = 0xD6E8FEB86659FD93ull;  // keys of different types never meet

class NameLinker {
 public:
  NameLinker(const Analysis& analysis, const MentionLayer& mentions, EntityLayer& layer)
      : analysis_(analysis),
        suffixes_(analysis.language.grammar.names.find("org_suffixes")),
        mentions_(mentions.mentions),
        layer_(layer),
        work_(*layer.work) {}

  void run() {
    work_.full.clear(), work_.last.clear(), work_.middle.clear(), work_.firms.clear(), work_.initials.clear(),
        work_.order.clear(), work_.fullest.clear();
    layer_.entity_of.assign(mentions_.size(), kNoIndex);
    layer_.several.resize(mentions_.size());
    for (std::uint32_t i = 0; i < mentions_.size(); ++i)
      if (is_name(mentions_[i])) work_.order.push_back(i);
    std::ranges::stable_sort(work_.order, std::greater<>(), [&](std::uint32_t i) { return mentions_[i].range.size(); });
    for (const std::uint32_t i : work_.order) link(i);
  }

 private:
  static bool is_name(const EntityMention& mention) {
    return mention.demonym || (mention.form != MentionForm::nominal && mention.form != MentionForm::pronoun);
  }
  std::string_view folded(std::uint32_t token) const {
    return analysis_.tokens.folded_of(analysis_.tokens.tokens[token]);
  }
  std::uint64_t key(EntityType type, TokenRange range) const {
    const std::uint64_t form = type == EntityType::person ? person_key(range) : form_key(analysis_.tokens, range);
    return form ^ (kTypeStep * (1 + static_cast<std::uint64_t>(type)));
  }

  // `al-Maliki` and `Maliki` are one surname.
  std::uint64_t person_key(TokenRange range) const {
    std::uint64_t key = first_key();
    for (std::uint32_t i = range.begin; i < range.end; ++i) key = next_key(key, hash_without_article(i));
    return last_key(key);
  }

  std::uint32_t hash_without_article(std::uint32_t token) const {
    const std::string_view bare = without_article(folded(token));
    return bare.empty() ? analysis_.tokens.tokens[token].hash : hash_folded(bare);
  }
  std::uint64_t code_key(std::string_view country) const { return (hash_folded(country) * kTypeStep) | 1; }

  void link(std::uint32_t index) {
    const EntityMention& mention = mentions_[index];
    std::uint32_t entity = find(mention);
    if (entity == kNoIndex) entity = add(mention);
    layer_.entity_of[index] = entity;
    layer_.entities[entity].mentions.push_back(index);
    learn(mention, entity);
  }

  std::uint32_t find(const EntityMention& mention) const {
    if (mention.type == EntityType::country && !mention.country.empty())
      return work_.full.find(code_key(mention.country));
    const std::uint64_t full = key(mention.type, mention.range);
    if (const std::uint32_t known = work_.full.find(full); known != kNoIndex) return known;
    if (mention.type == EntityType::person) return find_person(mention);
    if (mention.type != EntityType::organisation) return kNoIndex;
    const bool one_word = mention.range.size() == 1;
    const std::uint32_t by_initials =
        one_word ? work_.initials.find(form_key(analysis_.tokens, mention.range)) : kNoIndex;
    if (mention.form == MentionForm::acronym && one_word)
      return by_initials != kNoIndex ? by_initials : work_.firms.find(full);
    const std::uint32_t by_begin = work_.last.find(full);
    return by_begin != kNoIndex ? by_begin : by_initials;
  }

  // By the surname or the given name alone, by both without what stands between, by a name between, or by a misprint of one letter.
  std::uint32_t find_person(const EntityMention& mention) const {
    const std::uint64_t outer = outer_key(mention.range);
    if (mention.range.size() > 1 && work_.full.find(outer) != kNoIndex) return work_.full.find(outer);
    for (const KeyMap* names : {&work_.last, &work_.middle})
      if (const std::uint32_t known = names->find(key(mention.type, mention.range)); known != kNoIndex) return known;
    const std::size_t from = layer_.entities.size() > kMisprintsBack ? layer_.entities.size() - kMisprintsBack : 0;
    for (std::size_t i = layer_.entities.size(); i-- > from;)
      if (layer_.entities[i].type == mention.type && are_misprints(work_.fullest[i], mention.range))
        return static_cast<std::uint32_t>(i);
    return kNoIndex;
  }

  // The first and the last word.
  std::uint64_t outer_key(TokenRange range) const {
    return person_key({range.begin, range.begin + 1}) * kTypeStep ^ person_key({range.end - 1, range.end});
  }

  // The last words are long and differ by one letter, and what stands before them, if anything, is the same.
  bool are_misprints(TokenRange known, TokenRange range) const {
    const bool alone = range.size() == 1 || known.size() == 1;
    if (!alone && folded(known.begin) != folded(range.begin)) return false;
    return one_letter_apart(folded(known.end - 1), folded(range.end - 1));
  }

  std::uint32_t add(const EntityMention& mention) {
    EntityRecord& record = layer_.entities.emplace_back();
    record.type = mention.type;
    record.country = mention.country;
    work_.fullest.push_back(mention.range);
    return static_cast<std::uint32_t>(layer_.entities.size() - 1);
  }

  // Remembers by what else the entity may be called.
  void learn(const EntityMention& mention, std::uint32_t entity) {
    const TokenRange range = mention.range;
    if (mention.type == EntityType::country && !mention.country.empty())
      work_.full.add(code_key(mention.country), entity);
    if (!mention.demonym) work_.full.add(key(mention.type, range), entity);
    if (mention.type == EntityType::person) {
      if (range.size() > 1) work_.full.add(outer_key(range), entity);
      for (std::uint32_t begin = range.begin + 1; begin < range.end; ++begin)
        work_.last.add(key(mention.type, {begin, range.end}), entity);
      if (range.size() > 1) work_.last.add(key(mention.type, {range.begin, range.begin + 1}), entity);
      for (std::uint32_t middle = range.begin + 1; middle + 1 < range.end; ++middle)
        if (analysis_.tokens.tokens[middle].shape == Shape::capitalised)
          work_.middle.add(key(mention.type, {middle, middle + 1}), entity);
    }
    if (mention.type == EntityType::organisation) learn_organisation(mention, entity);
  }

  void learn_organisation(const EntityMention& mention, std::uint32_t entity) {
    const TokenRange range = mention.range;
    for (std::uint32_t end = range.end - 1; end > range.begin; --end)
      work_.last.add(key(mention.type, {range.begin, end}), entity);
    if (has_legal_form(range)) work_.firms.add(key(mention.type, {range.begin, range.end - 1}), entity);
    if (!mention.acronym.empty()) work_.initials.set(form_key(analysis_.tokens, mention.acronym), entity);
    if (range.size() >= 2) learn_initials(range, entity);
  }

  // `JBS` of `JBS S.A.`
  bool has_legal_form(TokenRange range) const {
    return range.size() > 1 && analysis_.lattice.find({range.end - 1, range.end}, suffixes_) != kNoEdge;
  }

  // `SCO` for `Shanghai Cooperation Organization`, whose small words do not count.
  void learn_initials(TokenRange range, std::uint32_t entity) {
    std::string letters;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const TokenData& token = analysis_.tokens.tokens[i];
      if (token.shape != Shape::lower && token.shape != Shape::none) letters += folded(i)[0];
    }
    if (letters.size() < 2) return;
    work_.initials.add(last_key(next_key(first_key(), hash_folded(letters))), entity);
  }

  const Analysis& analysis_;
  const Label suffixes_;
  const std::vector<EntityMention>& mentions_;
  EntityLayer& layer_;
  LinkWork& work_;
};

}  // namespace

void link_names(const Analysis& analysis, const MentionLayer& mentions, EntityLayer& layer) {
  NameLinker(analysis, mentions, layer).run();
}

namespace {

// Written in capitals as in datelines and headlines: `MAPUTO`, `OSLO` of a dateline, but not `U.N.`, `UAE` or `USSR`.
bool is_shouted(const Analysis& analysis, const EntityMention& mention) {
  if (mention.form != MentionForm::name) return false;
  const bool in_dateline =
      analysis.layout.dateline_of(analysis.item_of(mention.sentence)).place.contains(analysis.span_of(mention.range));
  const std::uint16_t short_word = in_dateline ? 4 : 5;
  bool has_long_word = false;
  for (std::uint32_t i = mention.range.begin; i < mention.range.end; ++i) {
    const TokenData& token = analysis.tokens.tokens[i];
    if (token.shape != Shape::upper && token.shape != Shape::none) return false;
    has_long_word |= token.shape == Shape::upper && token.folded_size >= short_word &&
                     analysis.tokens.folded_of(token).find('.') == std::string_view::npos;
  }
  return has_long_word;
}

constexpr std::uint32_t kFormStep = 2000;

// How well a mention serves as the name of its entity: names before acronyms, aliases, nouns and pronouns; longer ones first, and of
// those as long one that is not in capitals.
std::uint32_t rank_of(const Analysis& analysis, const EntityMention& mention) {
  static constexpr std::uint32_t kForms[] = {4, 3, 2, 1, 0};  // by MentionForm
  return kForms[static_cast<std::size_t>(mention.form)] * kFormStep +
         std::min<std::uint32_t>(mention.range.size(), 999) * 2 + (is_shouted(analysis, mention) ? 0 : 1);
}

// `Maputo` of `MAPUTO`; words beyond ASCII stay as they are.
std::string with_small_letters(std::string_view text) {
  std::string name(text);
  bool begins = true;
  for (char& c : name) {
    const bool letter = c >= 'A' && c <= 'Z';
    if (letter && !begins) c = static_cast<char>(c - 'A' + 'a');
    begins = !letter && static_cast<unsigned char>(c) < 0x80;
  }
  return name;
}

std::string name_of(const Analysis& analysis, const EntityMention& mention) {
  const std::string_view text = analysis.text_of(mention.range);
  const bool has_case = mention.type != EntityType::organisation;
  return has_case && is_shouted(analysis, mention) ? with_small_letters(text) : std::string(text);
}

void complete(const Analysis& analysis, const MentionLayer& mentions, const EntityLayer& layer, EntityRecord& entity) {
  const EntityMention* fullest = nullptr;
  std::uint32_t highest = 0;
  for (const std::uint32_t i : entity.mentions) {
    const EntityMention& mention = mentions.mentions[i];
    const std::uint32_t rank = rank_of(analysis, mention);
    entity.named |= rank >= 2 * kFormStep;
    if (fullest == nullptr || rank > highest) fullest = &mention, highest = rank;
    if (entity.office.empty() && !mention.office.empty()) entity.office = analysis.text_of(mention.office);
    if (entity.affiliation == kNoIndex && mention.affiliation != kNoIndex)
      entity.affiliation = layer.entity_of[mention.affiliation];
    if (entity.acronym.empty() && !mention.acronym.empty()) entity.acronym = analysis.text_of(mention.acronym);
    if (entity.acronym.empty() && mention.form == MentionForm::acronym)
      entity.acronym = analysis.text_of(mention.range);
    if (entity.country.empty()) entity.country = mention.country;
  }
  entity.name = name_of(analysis, *fullest);
}

}  // namespace

void finish_entities(const Analysis& analysis, const MentionLayer& mentions, EntityLayer& layer) {
  for (EntityRecord& entity : layer.entities) {
    std::ranges::sort(entity.mentions);
    complete(analysis, mentions, layer, entity);
  }
  std::vector<std::uint32_t> order(layer.entities.size()), place(layer.entities.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return layer.entities[i].mentions.front(); });
  std::vector<EntityRecord> sorted;
  for (std::uint32_t i = 0; i < order.size(); ++i)
    place[order[i]] = i, sorted.push_back(std::move(layer.entities[order[i]]));
  layer.entities = std::move(sorted);
  for (EntityRecord& entity : layer.entities)
    if (entity.affiliation != kNoIndex) entity.affiliation = place[entity.affiliation];
  for (std::uint32_t& entity : layer.entity_of)
    if (entity != kNoIndex) entity = place[entity];
  for (std::vector<std::uint32_t>& entities : layer.several)
    for (std::uint32_t& entity : entities) entity = place[entity];
}

}  // namespace copydesk
