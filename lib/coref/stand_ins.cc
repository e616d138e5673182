#include "coref/stand_ins.h"

#include <algorithm>
#include <array>

#include "coref/entity_linker.h"
#include "coref/holders.h"
#include "coref/office_words.h"
#include "coref/positions.h"
#include "coref/speakers.h"

namespace copydesk {
namespace {

constexpr std::uint32_t kSentencesBack = 2;  // of a pronoun and a noun
constexpr std::uint32_t kPairBack = 8;       // of a pair
constexpr std::size_t kMentionsBack = 40;

std::uint8_t bit_of(EntityType type) {
  static constexpr std::uint8_t kBits[] = {Refers::kPerson, Refers::kOrganisation, Refers::kPlace,
                                           Refers::kCountry};  // by EntityType
  return kBits[static_cast<std::size_t>(type)];
}

class StandInLinker {
 public:
  StandInLinker(const Analysis& analysis, const StandInRules& rules, const MentionLayer& layer, EntityLayer& entities)
      : analysis_(analysis),
        rules_(rules),
        offices_(analysis, rules, layer.mentions),
        holders_(analysis, rules, layer.mentions, entities),
        mentions_(layer.mentions),
        groups_(layer.groups),
        entities_(entities) {}

  void run() {
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      enter_item_of(i);
      if (entities_.entity_of[i] != kNoIndex) continue;
      while (next_group_ < groups_.size() && groups_[next_group_].range.end <= mentions_[i].range.begin) ++next_group_;
      if (!mentions_[i].refers.speaker) link(i);
    }
  }

 private:
  // What stands in another item of the text is not looked at.
  void enter_item_of(std::uint32_t index) {
    const std::uint32_t item = analysis_.item_of(mentions_[index].sentence);
    if (item == item_) return;
    item_ = item, first_ = index;
    while (next_group_ < groups_.size() && groups_[next_group_].range.end <= mentions_[index].range.begin)
      ++next_group_;
    first_group_ = next_group_;
  }

  const TokenData& token(std::uint32_t index) const { return analysis_.tokens.tokens[index]; }
  std::uint32_t entity_at(std::uint32_t mention) const { return entities_.entity_of[mention]; }
  bool fits(std::uint32_t entity, std::uint8_t types) const {
    return entity != kNoIndex && (bit_of(entities_.entities[entity].type) & types) != 0;
  }
  // Of the right type, and no woman where `he` asks for a man.
  bool fits(std::uint32_t entity, const Refers& refers) const {
    if (!fits(entity, refers.types)) return false;
    const Gender gender = entities_.entities[entity].gender;
    return !(refers.masculine && gender == Gender::feminine) && !(refers.feminine && gender == Gender::masculine);
  }

  void link(std::uint32_t index) {
    const EntityMention& mention = mentions_[index];
    if (mention.plural) return link_plural(index);
    std::uint32_t entity = kNoIndex;
    if (mention.form == MentionForm::pronoun)
      entity = (mention.refers.types & Refers::kPerson) != 0 ? person_before(index) : thing_before(index);
    else if (mention.definite)
      entity = mention.refers.types == Refers::kPerson ? holder_of(index) : recent(index);
    if (entity == kNoIndex) return;
    entities_.entity_of[index] = entity;
    entities_.entities[entity].mentions.push_back(index);
    Gender& gender = entities_.entities[entity].gender;
    if (gender == Gender::unknown && mention.refers.masculine) gender = Gender::masculine;
    if (gender == Gender::unknown && mention.refers.feminine) gender = Gender::feminine;
  }

  // The first mention of its sentence that fits, before `index` and at most `back` sentences up; the nearest sentence that has
  // one decides. `but`: an entity that it is not. Who leads the clause comes before whom it only speaks of.
  std::uint32_t leading(std::uint32_t index, const Refers& refers, std::uint32_t back, std::uint32_t but) const {
    std::uint32_t found = kNoIndex, aside = kNoIndex, sentence = mentions_[index].sentence;
    for (std::uint32_t i = index, steps = 0; i-- > first_ && steps < kMentionsBack; ++steps) {
      if (mentions_[i].sentence != sentence && (found != kNoIndex || aside != kNoIndex)) break;
      sentence = mentions_[i].sentence;
      if (sentence + back < mentions_[index].sentence) break;
      const std::uint32_t entity = entity_at(i);
      if (mentions_[i].plural || mentions_[i].demonym || entity == but || !fits(entity, refers)) continue;
      const bool told_of =
          sentence != mentions_[index].sentence && stands_aside(analysis_, rules_, groups_, mentions_[i]);
      (told_of || is_attribute(mentions_[i]) ? aside : found) = entity;
    }
    return found != kNoIndex ? found : aside;
  }

  // A country that only says which: `UK` of `UK banking group Velora`.
  bool is_attribute(const EntityMention& mention) const {
    return mention.type == EntityType::country &&
           mention.range.end < analysis_.tokens.sentences[mention.sentence].end &&
           (token(mention.range.end).word_class & rules_.attribute) != 0;
  }

  // The nearest one, at most `back` sentences up.
  std::uint32_t nearest(std::uint32_t index, const Refers& refers, std::uint32_t back, std::string_view country) const {
    for (std::uint32_t i = index, steps = 0; i-- > first_ && steps < kMentionsBack; ++steps) {
      if (mentions_[i].sentence + back < mentions_[index].sentence) break;
      if (mentions_[i].plural || mentions_[i].demonym || !fits(entity_at(i), refers)) continue;
      const std::string_view known = entities_.entities[entity_at(i)].country;
      if (country.empty() || known.empty() || known == country) return entity_at(i);
    }
    return kNoIndex;
  }

  // `him` is not who leads the sentence; `his` of `For his part, Zwolinski` is who comes next.
  std::uint32_t person_before(std::uint32_t index) const {
    const Refers& refers = mentions_[index].refers;
    if (const std::uint32_t next = person_behind(index); next != kNoIndex) return next;
    const std::uint32_t subject = refers.object ? leading(index, refers, 0, kNoIndex) : kNoIndex;
    if (subject == kNoIndex) return leading(index, refers, kSentencesBack, kNoIndex);
    const std::uint32_t other = last_in_sentence(index, refers, subject);
    return other != kNoIndex ? other : leading(index, refers, 1, subject);
  }

  std::uint32_t person_behind(std::uint32_t index) const {
    constexpr std::uint32_t kTokensBetween = 3;  // a noun, a comma, a title
    const EntityMention& pronoun = mentions_[index];
    const std::uint32_t start = analysis_.tokens.sentences[pronoun.sentence].begin;
    if (pronoun.refers.subject || pronoun.range.begin != start + 1 || index + 1 == mentions_.size()) return kNoIndex;
    if ((token(start).word_class & rules_.preposition) == 0) return kNoIndex;
    const EntityMention& next = mentions_[index + 1];
    if ((token(next.range.begin - 1).word_class & rules_.preposition) != 0) return kNoIndex;  // `his talks with Kimani`
    const bool close = next.sentence == pronoun.sentence && next.range.begin <= pronoun.range.end + kTokensBetween;
    return close && fits(entity_at(index + 1), pronoun.refers) ? entity_at(index + 1) : kNoIndex;
  }

  std::uint32_t last_in_sentence(std::uint32_t index, const Refers& refers, std::uint32_t but) const {
    for (std::uint32_t i = index; i-- > first_ && mentions_[i].sentence == mentions_[index].sentence;)
      if (!mentions_[i].plural && entity_at(i) != but && fits(entity_at(i), refers)) return entity_at(i);
    return kNoIndex;
  }

  // `its`, and `it` where it is a subject: what leads the sentence so far, or the only one of the sentence before.
  std::uint32_t thing_before(std::uint32_t index) const {
    const EntityMention& mention = mentions_[index];
    if (mention.refers.object || (mention.refers.subject && (predicate_of(mention) & rules_.predicate) == 0))
      return kNoIndex;
    const std::uint32_t here = leading(index, mention.refers, 0, kNoIndex);
    if (here != kNoIndex) return here;
    return (predicate_of(mention) & rules_.be) != 0 ? kNoIndex
                                                    : only_one_before(index);  // `It is said that` names nobody
  }

  // The class of the word behind, adverbs left out.
  ClassMask predicate_of(const EntityMention& mention) const {
    const std::uint32_t end = analysis_.tokens.sentences[mention.sentence].end;
    std::uint32_t next = mention.range.end;
    while (next < end && (token(next).word_class & rules_.adverb) != 0) ++next;
    return next < end ? token(next).word_class : 0;
  }

  std::uint32_t only_one_before(std::uint32_t index) const {
    const EntityMention& mention = mentions_[index];
    std::uint32_t found = kNoIndex;
    for (std::uint32_t i = index, steps = 0; i-- > first_ && steps < kMentionsBack; ++steps) {
      if (mentions_[i].sentence + 1 < mention.sentence) break;
      if (mentions_[i].demonym || !fits(entity_at(i), mention.refers)) continue;
      if (found != kNoIndex && found != entity_at(i)) return kNoIndex;
      found = entity_at(i);
    }
    return found;
  }

  std::string_view folded(std::uint32_t index) const { return analysis_.tokens.folded_of(token(index)); }
  std::string_view head_of(std::uint32_t index) const { return folded(mentions_[index].head.end - 1); }
  // `the minister`: who is called so right there, or the last person whose office has all the words; `the official`: whoever
  // leads the sentences before and has an office.
  std::uint32_t holder_of(std::uint32_t index) const {
    if (const std::uint32_t here = titled_here(index); here != kNoIndex) return here;
    std::uint32_t found = kNoIndex;
    for (std::uint32_t i = index, steps = 0; i-- > first_ && steps < kMentionsBack; ++steps) {
      if (mentions_[i].plural || !fits(entity_at(i), Refers::kPerson) ||
          !offices_.is_office(mentions_[i], mentions_[index]))
        continue;
      if (mentions_[i].office.size() == 1)
        return entity_at(i);  // `the governor` is rather the governor than his deputy
      if (found == kNoIndex) found = entity_at(i);
    }
    if (found != kNoIndex) return found;
    return mentions_[index].refers.generic ? leading_official(index) : kNoIndex;
  }

  // `the head` of `the head of the mill, Anna Nowak`.
  std::uint32_t titled_here(std::uint32_t index) const {
    constexpr std::uint32_t kMentionsAround = 4;
    const std::uint32_t from = std::max(first_, index < kMentionsAround ? 0 : index - kMentionsAround);
    for (std::uint32_t i = from; i < mentions_.size() && i <= index + kMentionsAround; ++i) {
      const TokenRange office = mentions_[i].office, head = mentions_[index].head;
      if (office.begin <= head.begin && head.end <= office.end && !head.empty()) return entity_at(i);
    }
    return kNoIndex;
  }

  std::uint32_t leading_official(std::uint32_t index) const {
    const std::uint32_t found = leading(index, mentions_[index].refers, 1, kNoIndex);
    if (found == kNoIndex) return kNoIndex;
    const auto has_office = [&](std::uint32_t mention) { return !mentions_[mention].office.empty(); };
    return std::ranges::any_of(entities_.entities[found].mentions, has_office) ? found : kNoIndex;
  }

  // `the company`, `the country`: the last one of that type; `the bank` one that has the word in its name; `the Greek company`
  // the nearest that is not known to be of another country.
  std::uint32_t recent(std::uint32_t index) const {
    const EntityMention& mention = mentions_[index];
    const bool bare = mention.range.size() <= mention.head.size() + 1;
    if (const std::uint32_t named = bare ? with_head_in_name(index) : kNoIndex; named != kNoIndex) return named;
    if (!mention.refers.generic || told_anew(index)) return kNoIndex;
    const std::uint32_t inside = mention_inside(index);
    if (inside == kNoIndex) return leading(index, mention.refers, kSentencesBack, kNoIndex);
    if (!mentions_[inside].demonym) return kNoIndex;
    return nearest(index, mention.refers, kSentencesBack, mentions_[inside].country);
  }

  // `A Turkish consortium lost. The consortium said`: none of those known by name.
  bool told_anew(std::uint32_t index) const {
    for (std::uint32_t i = index, steps = 0; i-- > first_ && steps < kMentionsBack; ++steps) {
      const EntityMention& other = mentions_[i];
      if (other.sentence + kSentencesBack < mentions_[index].sentence) break;
      const bool same = other.form == MentionForm::nominal && !other.definite && !other.demonym && !other.plural;
      if (same && head_of(i) == head_of(index) && !says_what_it_is(analysis_, rules_, other)) return true;
    }
    return false;
  }

  std::uint32_t with_head_in_name(std::uint32_t index) const {
    const std::string_view head = head_of(index);
    for (std::uint32_t i = index, steps = 0; i-- > first_ && steps < kMentionsBack; ++steps)
      if (!mentions_[i].demonym && mentions_[i].range.size() > 1 && fits(entity_at(i), mentions_[index].refers) &&
          offices_.holds_word(mentions_[i].range, head))
        return entity_at(i);
    return kNoIndex;
  }

  // A name or adjective of a country within a noun group: `Greek` of `the Greek company`. They stand behind it in the layer.
  std::uint32_t mention_inside(std::uint32_t index) const {
    for (std::uint32_t i = index + 1; i < mentions_.size(); ++i) {
      if (mentions_[i].range.begin >= mentions_[index].range.end) return kNoIndex;
      if (mentions_[i].form == MentionForm::name || mentions_[i].demonym) return i;
    }
    return kNoIndex;
  }

  // `both sides`, `the companies`, `they`; people of the same sentence for `the two sides`, if there are just two.
  void link_plural(std::uint32_t index) {
    const EntityMention& mention = mentions_[index];
    if (mention.form == MentionForm::pronoun) return link_they(index);
    if (!mention.definite || mention_inside(index) != kNoIndex) return;
    const bool two = mention.refers.number == 2, counted = mention.refers.count > 2;
    if (!two && !counted && mention.range.size() > mention.head.size() + 1) return;
    if (!counted && mention.refers.types == Refers::kPerson) {
      take_holders(index);
      if (!two || !entities_.several[index].empty()) return;
    }
    if (two && take_last(index, Refers::kPerson, 0, false)) return;
    take_group(index, kPairBack);
    if (!entities_.several[index].empty() || counted) return;
    two ? take_two(index, kPairBack, true) : take_two(index, 0, false);
  }

  // `the ministers`: the two of a sentence who are ministers each, two who stand together and are, or the only two in office told of
  // shortly before.
  void take_holders(std::uint32_t index) {
    std::vector<std::uint32_t>& several = entities_.several[index];
    several = holders_.last_two(index, first_);
    if (!several.empty()) return;
    take_group(index, kPairBack);
    const auto is_one = [&](std::uint32_t entity) { return holders_.is_one(entity, index); };
    if (!several.empty() && std::ranges::all_of(several, is_one)) return;
    several.clear();
    const EntityMention& noun = mentions_[index];
    const bool says_whose = noun.range.end < analysis_.tokens.sentences[noun.sentence].end &&
                            (token(noun.range.end).word_class & rules_.preposition) != 0;
    if (!says_whose && noun.range.size() <= noun.head.size() + 1) several = holders_.last_in_office(index, first_);
    if (several.size() != 2 || std::ranges::none_of(several, is_one)) several.clear();
  }

  // Whoever stands nearer to `they`: two that stand together or are the only ones of their sentence. A plural noun in between
  // takes it.
  void link_they(std::uint32_t index) {
    if (mentions_[index].refers.number == 2) return take_known_pair(index);
    if (begins_sentence(index) && follows_several(index)) return;
    for (std::uint32_t i = index; i-- > first_ && mentions_[i].sentence + 1 >= mentions_[index].sentence;) {
      if (mentions_[i].plural && !mentions_[i].demonym && entities_.several[i].empty() &&
          mentions_[i].form != MentionForm::pronoun)
        return;
      if (!entities_.several[i].empty()) return void(entities_.several[index] = entities_.several[i]);
      if (entity_at(i) != kNoIndex && !mentions_[i].demonym) break;
    }
    take_two(index, 0, false);
    if (entities_.several[index].empty()) take_group_beside(index);
    if (!entities_.several[index].empty() || follows_plural(index)) return;
    if (begins_sentence(index))
      take_last(index, Refers::kPerson, 1, false);  // `After talks of two states Kimani met Ostrava. They ...`
    if (entities_.several[index].empty()) take_group(index, 1);
    if (entities_.several[index].empty()) take_two(index, 1, false);
  }

  // `(decisions made by) Kimani and Ostrava during their (talks)`: no noun stands between.
  void take_group_beside(std::uint32_t index) {
    constexpr std::uint32_t kTokensBetween = 3;
    if (next_group_ == first_group_) return;
    const Group& group = groups_[next_group_ - 1];
    const std::uint32_t begin = mentions_[index].range.begin;
    if (group.range.end > begin || begin - group.range.end > kTokensBetween) return;
    if (mentions_[group.members[0]].sentence == mentions_[index].sentence)
      take_pair(group, index, entities_.several[index]);
  }

  bool begins_sentence(std::uint32_t index) const {
    return mentions_[index].range.begin == analysis_.tokens.sentences[mentions_[index].sentence].begin;
  }

  // `The growers spoke of two boards. They ...`: of the growers, whom no name tells.
  bool follows_several(std::uint32_t index) const {
    const std::uint32_t last = mentions_[index].sentence - 1;
    std::uint32_t first = index;
    for (std::uint32_t i = index; i-- > first_ && mentions_[i].sentence >= last && index - i < kMentionsBack;)
      if (mentions_[i].sentence == last && !mentions_[i].demonym &&
          !stands_aside(analysis_, rules_, groups_, mentions_[i]))
        first = i;
    const EntityMention& subject = mentions_[first];
    return first != index && subject.form == MentionForm::nominal && subject.plural && entities_.several[first].empty();
  }

  // `The two`: the people of whom a pronoun or noun spoke before, else those who stood together.
  void take_known_pair(std::uint32_t index) {
    take_two(index, 0, false);
    std::vector<std::uint32_t>& several = entities_.several[index];
    if (!several.empty()) return;
    take_group(index, kPairBack);
    for (std::uint32_t i = index; i-- > first_ && mentions_[i].sentence + kPairBack >= mentions_[index].sentence;) {
      const std::vector<std::uint32_t>& known = entities_.several[i];
      const bool people = known.size() == 2 && fits(known.front(), Refers::kPerson);
      if (people || (several.empty() && known.size() == 2)) several = known;
      if (people) return;
    }
    if (several.empty()) take_two(index, 1, false);
  }

  // Whether a noun in the plural stands before it in its sentence.
  bool follows_plural(std::uint32_t index) const {
    for (std::uint32_t i = analysis_.tokens.sentences[mentions_[index].sentence].begin;
         i < mentions_[index].range.begin; ++i)
      if ((token(i).word_class & rules_.plural) != 0) return true;
    return false;
  }

  // Two entities of one type that stand together before, or as many as are told.
  void take_group(std::uint32_t index, std::uint32_t back) {
    std::vector<std::uint32_t>& several = entities_.several[index];
    if (mentions_[index].refers.number == 2 && mentions_[index].form != MentionForm::pronoun) take_states(index);
    for (std::size_t g = next_group_; g-- > first_group_ && several.empty();) {
      const Group& group = groups_[g];
      if (mentions_[group.members[0]].sentence + back < mentions_[index].sentence) break;
      take_pair(group, index, several);
    }
  }

  // `The two sides` are rather two states told of shortly before than the two people named last.
  void take_states(std::uint32_t index) {
    constexpr std::uint32_t kStatesBack = 2;
    if ((mentions_[index].refers.types & Refers::kCountry) == 0) return;
    std::vector<std::uint32_t>& several = entities_.several[index];
    for (std::size_t g = next_group_; g-- > first_group_ && several.empty();) {
      if (mentions_[groups_[g].members[0]].sentence + kStatesBack < mentions_[index].sentence) return;
      std::vector<std::uint32_t> found = within(groups_[g], Refers::kCountry);
      if (found.size() == 2) several.swap(found);
    }
  }

  // In which order types are tried: `they` are people first, `the sides` countries.
  const std::array<std::uint8_t, 3>& order_of(std::uint32_t index) const {
    static constexpr std::array<std::uint8_t, 3> kOfPronouns = {Refers::kPerson, Refers::kCountry,
                                                                Refers::kOrganisation};
    static constexpr std::array<std::uint8_t, 3> kOfNouns = {Refers::kCountry, Refers::kOrganisation, Refers::kPerson};
    return mentions_[index].form == MentionForm::pronoun ? kOfPronouns : kOfNouns;
  }

  void take_pair(const Group& group, std::uint32_t index, std::vector<std::uint32_t>& several) const {
    const Refers& refers = mentions_[index].refers;
    // `The three leaders` may be told of as `the presidents of Norway, Chile and Peru`.
    const std::uint8_t types = refers.count > 2 ? refers.types | Refers::kCountry : refers.types;
    for (const std::uint8_t wanted : order_of(index)) {
      if ((types & wanted) == 0) continue;
      std::vector<std::uint32_t> found;
      const auto add = [&](std::uint32_t mention) {
        const std::uint32_t entity = entity_at(mention);
        if (fits(entity, wanted)) add_unique(found, entity);
      };
      std::ranges::for_each(group.members, add);
      std::ranges::for_each(group.sides, add);
      const std::size_t count = std::max<std::size_t>(mentions_[index].refers.count, 2);
      if (count > 2 && found.size() < count) found = within(group, wanted);
      const bool any = refers.number != 2 && refers.count == 0;  // `the companies`
      if (found.size() == count || (any && found.size() > count)) return several.swap(found);
    }
  }

  // Those named in a group, at whatever depth: `the presidents of Norway, Chile and Peru`.
  std::vector<std::uint32_t> within(const Group& group, std::uint8_t wanted) const {
    std::vector<std::uint32_t> found;
    auto mention = std::ranges::lower_bound(mentions_, group.range.begin, {},
                                            [](const EntityMention& m) { return m.range.begin; });
    for (; mention != mentions_.end() && mention->range.begin < group.range.end; ++mention)
      if (const std::uint32_t entity = entity_at(static_cast<std::uint32_t>(mention - mentions_.begin()));
          fits(entity, wanted))
        add_unique(found, entity);
    return found;
  }

  // The last two of a type; where `more` is false, the only two.
  void take_two(std::uint32_t index, std::uint32_t back, bool more) const {
    for (const std::uint8_t wanted : order_of(index))
      if (take_last(index, wanted, back, more)) return;
  }

  bool take_last(std::uint32_t index, std::uint8_t wanted, std::uint32_t back, bool more) const {
    if ((mentions_[index].refers.types & wanted) == 0) return false;
    std::vector<std::uint32_t> found = last_ones(index, wanted, back, more);
    if (found.size() == 2) entities_.several[index].swap(found);
    return !entities_.several[index].empty();
  }

  std::vector<std::uint32_t> last_ones(std::uint32_t index, std::uint8_t wanted, std::uint32_t back, bool more) const {
    std::vector<std::uint32_t> told;
    for (std::uint32_t i = index, steps = 0; i-- > first_ && steps < kMentionsBack; ++steps) {
      if (mentions_[i].sentence + back < mentions_[index].sentence) break;
      const std::uint32_t entity = entity_at(i);
      const bool none = mentions_[i].demonym && (!more || is_indefinite(analysis_, rules_, mentions_[i]));
      if (fits(entity, wanted) && !none) told.push_back(entity);
    }
    return most_told(told, more ? 2 : kMentionsBack);
  }

  const Analysis& analysis_;
  const StandInRules& rules_;
  const OfficeWords offices_;
  const Holders holders_;
  const std::vector<EntityMention>& mentions_;
  const std::vector<Group>& groups_;
  EntityLayer& entities_;
  std::size_t next_group_ = 0;
  std::uint32_t item_ = 0, first_ = 0;  // the item at work and its first mention
  std::size_t first_group_ = 0;
};

}  // namespace

StandInRules::StandInRules(const Language& language) {
  const Names& names = language.grammar.names;
  given_names = names.find("given_names"), titles = names.find("titles"), called = names.find("called"),
  gender_words = names.find("gender_words");
  gendered_names = names.find("gendered_names");
  surnames = names.find("surnames"), first = names.find("first"), of_state = names.find("state"),
  peer = names.find("peer");
  referring = names.find("referring");
  predicate = language.classes.find("finite") | language.classes.find("auxiliary");
  be = language.classes.find("copula");
  preposition = language.classes.find("preposition"), clitic = language.classes.find("clitic");
  adverb = language.classes.find("stepped_over");
  opener = language.classes.find("opener");
  plural = language.classes.find("plural");
  attribute = language.classes.find("nominal_word") | language.classes.find("any_adjective") | clitic;
}

void link_stand_ins(const Analysis& analysis, const StandInRules& rules, const MentionLayer& mentions,
                    EntityLayer& layer) {
  StandInLinker(analysis, rules, mentions, layer).run();
  link_speakers(analysis, rules, mentions, layer);
}

}  // namespace copydesk
