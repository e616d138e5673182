#include "coref/several.h"

#include <algorithm>

#include "coref/holders.h"
#include "coref/positions.h"

namespace copydesk {
namespace {

constexpr std::uint32_t kNearBack = 2, kPairBack = 8;  // sentences
constexpr std::size_t kMentionsBack = 40;

class Linker {
 public:
  Linker(const Analysis& analysis, const StandInRules& rules, const MentionLayer& layer, const Pairs& pairs,
         const Bodies& bodies, EntityLayer& entities, const Reach& reach)
      : analysis_(analysis),
        rules_(rules),
        holders_(analysis, rules, layer.mentions, entities),
        pairs_(pairs),
        bodies_(bodies),
        mentions_(layer.mentions),
        groups_(layer.groups),
        entities_(entities),
        reach_(reach) {}

  // `both sides`, `the companies`, `they`; people of the same sentence for `the two sides`, if there are just two.
  void link(std::uint32_t index) {
    const EntityMention& mention = mentions_[index];
    if (mention.form == MentionForm::pronoun) return link_they(index);
    if (!mention.definite) return;
    if (const std::uint32_t sender = mention.refers.sent ? bodies_.sender(index, reach_.first) : kNoIndex;
        sender != kNoIndex)
      return entities_.several[index].push_back(sender);
    if (bodies_.inside(index) != kNoIndex || says_whose_by_name(index)) return;
    const bool two = mention.refers.number == 2, counted = mention.refers.count > 2;
    if (!two && !counted && mention.range.size() > mention.head.size() + 1) return;
    if (!counted && mention.refers.types == Refers::kPerson) {
      take_holders(index);
      if (mention.refers.generic && entities_.several[index].empty()) take_only_ones(index, kNearBack);
      if (!two || !entities_.several[index].empty()) return;
    }
    if (two && take_last(index, Refers::kPerson, 0)) return;
    take_group(index, kPairBack);
    if (!entities_.several[index].empty()) return;
    if (!two && !counted) take_two(index, 0);
    if (entities_.several[index].empty()) take_only_ones(index, two || counted ? kPairBack : kNearBack);
    if (entities_.several[index].empty() && two) entities_.several[index] = pairs_.stand_out(index, reach_, kPairBack);
  }

 private:
  const TokenData& token(std::uint32_t index) const { return analysis_.tokens.tokens[index]; }
  bool is_of(std::uint32_t entity, std::uint8_t types) const { return copydesk::is_of(entities_, entity, types); }

  // `the armies of Norway`: no others told before.
  bool says_whose_by_name(std::uint32_t index) const {
    constexpr std::uint32_t kArticle = 1;
    const std::uint32_t link = mentions_[index].range.end;
    if (mentions_[index].refers.number == 2 || index + 1 == mentions_.size()) return false;
    const EntityMention& next = mentions_[index + 1];
    if (next.range.begin <= link || next.range.begin > link + 1 + kArticle) return false;
    return next.form == MentionForm::name && next.type != EntityType::place && next.type != EntityType::person &&
           next.sentence == mentions_[index].sentence && (token(link).word_class & rules_.preposition) != 0;
  }

  // `the ministers`: the two of a sentence who are ministers each, two who stand together and are, or the only two in office told of
  // shortly before.
  void take_holders(std::uint32_t index) {
    std::vector<std::uint32_t>& several = entities_.several[index];
    several = holders_.last_two(index, reach_.first);
    if (!several.empty()) return;
    take_group(index, kPairBack);
    const auto is_one = [&](std::uint32_t entity) { return holders_.is_one(entity, index); };
    if (!several.empty() && std::ranges::all_of(several, is_one)) return;
    several.clear();
    const EntityMention& noun = mentions_[index];
    const bool says_whose = noun.range.end < analysis_.tokens.sentences[noun.sentence].end &&
                            (token(noun.range.end).word_class & rules_.preposition) != 0;
    if (!says_whose && noun.range.size() <= noun.head.size() + 1)
      several = holders_.last_in_office(index, reach_.first);
    if (several.size() != 2 || std::ranges::none_of(several, is_one)) several.clear();
  }

  // Whoever stands nearer to `they`: two that stand together or are the only ones of their sentence. A plural noun in between
  // takes it.
  void link_they(std::uint32_t index) {
    if (mentions_[index].refers.number == 2) return take_known_pair(index);
    if (mentions_[index].refers.count > 2) return take_counted(index);
    if (begins_sentence(index) && follows_several(index)) return;
    for (std::uint32_t i = index; i-- > reach_.first && mentions_[i].sentence + 1 >= mentions_[index].sentence;) {
      if (mentions_[i].plural && !mentions_[i].demonym && entities_.several[i].empty() &&
          mentions_[i].form != MentionForm::pronoun)
        return;
      if (!entities_.several[i].empty()) return void(entities_.several[index] = entities_.several[i]);
      if (entities_.entity_of[i] != kNoIndex && !mentions_[i].demonym) break;
    }
    take_two(index, 0);
    if (entities_.several[index].empty()) take_group_beside(index);
    if (!entities_.several[index].empty() || follows_plural(index)) return;
    if (begins_sentence(index))
      take_last(index, Refers::kPerson, 1);  // `After talks of two states Kimani met Ostrava. They ...`
    if (entities_.several[index].empty()) take_group(index, 1);
    if (entities_.several[index].empty()) take_two(index, 1);
  }

  // `(decisions made by) Kimani and Ostrava during their (talks)`: no noun stands between.
  void take_group_beside(std::uint32_t index) {
    constexpr std::uint32_t kTokensBetween = 3;
    if (reach_.next_group == reach_.first_group) return;
    const Group& group = groups_[reach_.next_group - 1];
    const std::uint32_t begin = mentions_[index].range.begin;
    if (group.range.end > begin || begin - group.range.end > kTokensBetween) return;
    if (mentions_[group.members[0]].sentence == mentions_[index].sentence)
      entities_.several[index] = pairs_.of_group(group, index);
  }

  bool begins_sentence(std::uint32_t index) const {
    return mentions_[index].range.begin == analysis_.tokens.sentences[mentions_[index].sentence].begin;
  }

  // `The growers spoke of two boards. They ...`: of the growers, whom no name tells.
  bool follows_several(std::uint32_t index) const {
    const std::uint32_t last = mentions_[index].sentence - 1;
    std::uint32_t first = index;
    for (std::uint32_t i = index; i-- > reach_.first && mentions_[i].sentence >= last && index - i < kMentionsBack;)
      if (mentions_[i].sentence == last && !mentions_[i].demonym &&
          !stands_aside(analysis_, rules_, groups_, mentions_[i]))
        first = i;
    const EntityMention& subject = mentions_[first];
    return first != index && subject.form == MentionForm::nominal && subject.plural && entities_.several[first].empty();
  }

  // `The trio`.
  void take_counted(std::uint32_t index) {
    take_group(index, kPairBack);
    if (entities_.several[index].empty()) take_only_ones(index, kPairBack);
  }

  // `The two`: the people of whom a pronoun or noun spoke before, else those who stood together.
  void take_known_pair(std::uint32_t index) {
    take_two(index, 0);
    std::vector<std::uint32_t>& several = entities_.several[index];
    if (!several.empty()) return;
    take_group(index, kPairBack);
    for (std::uint32_t i = index;
         i-- > reach_.first && mentions_[i].sentence + kPairBack >= mentions_[index].sentence;) {
      const std::vector<std::uint32_t>& known = entities_.several[i];
      const bool people = known.size() == 2 && is_of(known.front(), Refers::kPerson);
      if (people || (several.empty() && known.size() == 2)) several = known;
      if (people) return;
    }
    if (several.empty()) take_only_ones(index, kPairBack);
  }

  // Whether a noun in the plural stands before it in its sentence.
  bool follows_plural(std::uint32_t index) const {
    for (std::uint32_t i = analysis_.tokens.sentences[mentions_[index].sentence].begin;
         i < mentions_[index].range.begin; ++i)
      if ((token(i).word_class & rules_.plural) != 0) return true;
    return false;
  }

  // Those who stand together before: two, or as many as are told.
  void take_group(std::uint32_t index, std::uint32_t back) {
    entities_.several[index] = pairs_.together(index, reach_, back);
  }

  // Those that a sentence before names as the only ones.
  void take_only_ones(std::uint32_t index, std::uint32_t back) {
    entities_.several[index] = pairs_.only_ones(index, reach_, back);
  }

  // The only two of a type.
  void take_two(std::uint32_t index, std::uint32_t back) const {
    for (const std::uint8_t wanted : pairs_.order_of(index))
      if (take_last(index, wanted, back)) return;
  }

  bool take_last(std::uint32_t index, std::uint8_t wanted, std::uint32_t back) const {
    if ((mentions_[index].refers.types & wanted) == 0) return false;
    std::vector<std::uint32_t> found = last_ones(index, wanted, back);
    if (found.size() == 2) entities_.several[index].swap(found);
    return !entities_.several[index].empty();
  }

  std::vector<std::uint32_t> last_ones(std::uint32_t index, std::uint8_t wanted, std::uint32_t back) const {
    std::vector<std::uint32_t> told;
    for (std::uint32_t i = index, steps = 0; i-- > reach_.first && steps < kMentionsBack; ++steps) {
      if (mentions_[i].sentence + back < mentions_[index].sentence) break;
      const std::uint32_t entity = entities_.entity_of[i];
      if (is_of(entity, wanted) && !mentions_[i].demonym) told.push_back(entity);
    }
    return most_told(told, kMentionsBack);
  }

  const Analysis& analysis_;
  const StandInRules& rules_;
  const Holders holders_;
  const Pairs& pairs_;
  const Bodies& bodies_;
  const std::vector<EntityMention>& mentions_;
  const std::vector<Group>& groups_;
  EntityLayer& entities_;
  const Reach& reach_;
};

}  // namespace

void Several::link(std::uint32_t index, const Reach& reach) const {
  Linker(analysis_, rules_, layer_, pairs_, bodies_, entities_, reach).link(index);
}

}  // namespace copydesk
