#include "coref/stand_ins.h"

#include <algorithm>

#include "coref/entity_linker.h"

namespace copydesk {
namespace {

constexpr std::uint32_t kSentencesBack = 2;  // of a pronoun and a noun
constexpr std::uint32_t kPairBack = 4;       // of a pair
constexpr std::size_t kMentionsBack = 40;

std::uint8_t bit_of(EntityType type) {
  static constexpr std::uint8_t kBits[] = {Refers::kPerson, Refers::kOrganisation, Refers::kPlace,
                                           Refers::kCountry};  // by EntityType
  return kBits[static_cast<std::size_t>(type)];
}

class StandInLinker {
 public:
  StandInLinker(const Analysis& analysis, const MentionLayer& layer, EntityLayer& entities)
      : analysis_(analysis), mentions_(layer.mentions), groups_(layer.groups), entities_(entities) {}

  void run() {
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      if (entities_.entity_of[i] != kNoIndex) continue;
      while (next_group_ < groups_.size() && groups_[next_group_].range.end <= mentions_[i].range.begin) ++next_group_;
      link(i);
    }
  }

 private:
  std::uint32_t entity_at(std::uint32_t mention) const { return entities_.entity_of[mention]; }
  bool fits(std::uint32_t entity, std::uint8_t types) const {
    return entity != kNoIndex && (bit_of(entities_.entities[entity].type) & types) != 0;
  }

  void link(std::uint32_t index) {
    const EntityMention& mention = mentions_[index];
    if (mention.refers.number == 2) return link_pair(index, 2);
    if (mention.form == MentionForm::pronoun && mention.plural) return link_pair(index, 1);
    if (mention.plural) return;
    std::uint32_t entity = kNoIndex;
    if (mention.form == MentionForm::pronoun)
      entity = mention.refers.types == Refers::kPerson ? person_before(index) : subject_of_sentence(index);
    else if (mention.definite)
      entity = mention.refers.types == Refers::kPerson ? holder_of(index) : recent(index);
    if (entity == kNoIndex) return;
    entities_.entity_of[index] = entity;
    entities_.entities[entity].mentions.push_back(index);
  }

  // The first mention of its sentence of which `types` fit, before `index` and at most `back` sentences up; the nearest
  // sentence that has one decides.
  std::uint32_t leading(std::uint32_t index, std::uint8_t types, std::uint32_t back) const {
    std::uint32_t found = kNoIndex, sentence = mentions_[index].sentence;
    for (std::uint32_t i = index, steps = 0; i-- > 0 && steps < kMentionsBack; ++steps) {
      if (mentions_[i].sentence != sentence && found != kNoIndex) return found;
      sentence = mentions_[i].sentence;
      if (sentence + back < mentions_[index].sentence) break;
      if (!mentions_[i].plural && !mentions_[i].demonym && fits(entity_at(i), types)) found = entity_at(i);
    }
    return found;
  }

  std::uint32_t person_before(std::uint32_t index) const { return leading(index, Refers::kPerson, kSentencesBack); }

  // `it`, `its`: what leads its own sentence, or the sentence before when that has one candidate only.
  std::uint32_t subject_of_sentence(std::uint32_t index) const {
    return leading(index, mentions_[index].refers.types, 0);
  }

  std::string_view head_of(std::uint32_t index) const {
    return analysis_.tokens.folded_of(analysis_.tokens.tokens[mentions_[index].head.end - 1]);
  }
  bool holds_word(TokenRange range, std::string_view folded) const {
    for (std::uint32_t i = range.begin; i < range.end; ++i)
      if (analysis_.tokens.folded_of(analysis_.tokens.tokens[i]) == folded) return true;
    return false;
  }

  // `the minister`: the last person whose office has the word, or is told to be a minister.
  std::uint32_t holder_of(std::uint32_t index) const {
    const std::string_view head = head_of(index);
    for (std::uint32_t i = index, steps = 0; i-- > 0 && steps < kMentionsBack; ++steps)
      if (!mentions_[i].plural && fits(entity_at(i), Refers::kPerson) && holds_word(mentions_[i].office, head))
        return entity_at(i);
    return kNoIndex;
  }

  // `the company`, `the country`: the last one of that type; `the bank` one that has the word in its name.
  std::uint32_t recent(std::uint32_t index) const {
    const EntityMention& mention = mentions_[index];
    const std::string_view head = head_of(index);
    for (std::uint32_t i = index, steps = 0; i-- > 0 && steps < kMentionsBack; ++steps) {
      if (mentions_[i].demonym || !fits(entity_at(i), mention.refers.types)) continue;
      if (holds_word(mentions_[i].range, head) && mentions_[i].range.size() > 1) return entity_at(i);
    }
    return leading(index, mention.refers.types, kSentencesBack);
  }

  // Two entities (or, for `they`, a group) that stand together before, or the only two of the last sentences.
  void link_pair(std::uint32_t index, std::size_t least) {
    std::vector<std::uint32_t>& several = entities_.several[index];
    for (std::size_t g = next_group_; g-- > 0 && several.empty();) {
      const Group& group = groups_[g];
      if (mentions_[group.members[0]].sentence + kPairBack < mentions_[index].sentence) break;
      take_pair(group, mentions_[index].refers.types, several);
    }
    if (several.empty() && least == 2) take_recent_two(index, several);
  }

  void take_pair(const Group& group, std::uint8_t types, std::vector<std::uint32_t>& several) const {
    for (const std::uint32_t wanted :
         {std::uint32_t{Refers::kCountry}, std::uint32_t{Refers::kPerson}, std::uint32_t{Refers::kOrganisation}}) {
      if ((types & wanted) == 0) continue;
      std::vector<std::uint32_t> found;
      const auto add = [&](std::uint32_t mention) {
        const std::uint32_t entity = entity_at(mention);
        if (fits(entity, static_cast<std::uint8_t>(wanted)) && std::ranges::find(found, entity) == found.end())
          found.push_back(entity);
      };
      std::ranges::for_each(group.members, add);
      std::ranges::for_each(group.sides, add);
      if (found.size() == 2) return several.swap(found);
    }
  }

  void take_recent_two(std::uint32_t index, std::vector<std::uint32_t>& several) const {
    const std::uint8_t types = mentions_[index].refers.types;
    for (const std::uint8_t wanted : {Refers::kCountry, Refers::kPerson, Refers::kOrganisation}) {
      if ((types & wanted) == 0) continue;
      std::vector<std::uint32_t> found;
      for (std::uint32_t i = index, steps = 0; i-- > 0 && steps < kMentionsBack && found.size() < 2; ++steps) {
        if (mentions_[i].sentence + kPairBack < mentions_[index].sentence) break;
        const std::uint32_t entity = entity_at(i);
        if (fits(entity, wanted) && std::ranges::find(found, entity) == found.end()) found.push_back(entity);
      }
      if (found.size() == 2) return several.swap(found);
    }
  }

  const Analysis& analysis_;
  const std::vector<EntityMention>& mentions_;
  const std::vector<Group>& groups_;
  EntityLayer& entities_;
  std::size_t next_group_ = 0;
};

}  // namespace

void link_stand_ins(const Analysis& analysis, const MentionLayer& mentions, EntityLayer& layer) {
  StandInLinker(analysis, mentions, layer).run();
}

}  // namespace copydesk
