#include "coref/stand_ins.h"

#include <algorithm>

#include "coref/bodies.h"
#include "coref/entity_linker.h"
#include "coref/office_words.h"
#include "coref/pairs.h"
#include "coref/positions.h"
#include "coref/several.h"
#include "coref/speakers.h"

namespace copydesk {
namespace {

constexpr std::uint32_t kSentencesBack = 2;  // of a pronoun and a noun
constexpr std::uint32_t kOfficialBack = 8;   // of `Chile's leader`
constexpr std::size_t kMentionsBack = 40;

class StandInLinker {
 public:
  StandInLinker(const Analysis& analysis, const StandInRules& rules, const MentionLayer& layer, EntityLayer& entities)
      : analysis_(analysis),
        rules_(rules),
        offices_(analysis, rules, layer.mentions),
        pairs_(analysis, rules, layer, entities),
        bodies_(analysis, pairs_, layer, entities),
        several_(analysis, rules, layer, pairs_, bodies_, entities),
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
  bool fits(std::uint32_t entity, std::uint8_t types) const { return is_of(entities_, entity, types); }
  // Of the right type, and no woman where `he` asks for a man.
  bool fits(std::uint32_t entity, const Refers& refers) const {
    if (!fits(entity, refers.types)) return false;
    const Gender gender = entities_.entities[entity].gender;
    return !(refers.masculine && gender == Gender::feminine) && !(refers.feminine && gender == Gender::masculine);
  }

  void link(std::uint32_t index) {
    const EntityMention& mention = mentions_[index];
    if (mention.plural) return several_.link(index, {first_, first_group_, next_group_});
    std::uint32_t entity = kNoIndex;
    if (mention.form == MentionForm::pronoun)
      entity = (mention.refers.types & Refers::kPerson) != 0 ? person_before(index) : thing_before(index);
    else if (mention.definite)
      entity = mention.refers.types == Refers::kPerson ? holder_of(index) : recent(index);
    else if (mention.form == MentionForm::nominal)
      entity = mention.refers.types == Refers::kPerson ? official_owned(index) : partner_of(index);
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
      if (analysis_.lattice.find(mentions_[i].range, rules_.news) != kNoEdge) continue;
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
    const std::uint32_t subject = subject_before(index);
    for (std::uint32_t i = index, steps = 0; i-- > first_ && steps < kMentionsBack; ++steps) {
      if (mentions_[i].plural || entity_at(i) == subject || !fits(entity_at(i), Refers::kPerson) ||
          !offices_.is_office(mentions_[i], mentions_[index]))
        continue;
      if (mentions_[i].office.size() == 1)
        return entity_at(i);  // `the governor` is rather the governor than his deputy
      if (found == kNoIndex) found = entity_at(i);
    }
    if (found != kNoIndex) return found;
    if (mentions_[index].refers.guest) return guest(index);
    return mentions_[index].refers.generic ? leading_official(index) : kNoIndex;
  }

  // `Kimani (hosted the minister)`, `Velora (signed with the bank)`: nobody deals with themselves.
  std::uint32_t subject_before(std::uint32_t index) const {
    const EntityMention& mention = mentions_[index];
    const SentenceData& sentence = analysis_.tokens.sentences[mention.sentence];
    if (mention.range.begin == sentence.begin) return kNoIndex;
    const bool person = mention.refers.types == Refers::kPerson;
    const ClassMask governs = person ? rules_.verb | rules_.preposition : rules_.preposition;
    if ((token(mention.range.begin - 1).word_class & governs) == 0) return kNoIndex;
    const bool leads =
        mention.range.end < sentence.end && (token(mention.range.end).word_class & rules_.predicate) != 0;
    return leads ? kNoIndex : leading(index, mention.refers, 0, kNoIndex);
  }

  // `(Kimani welcomed) the guest`: whoever leads the sentences before and is not who welcomes.
  std::uint32_t guest(std::uint32_t index) const {
    const std::uint32_t host = leading(index, mentions_[index].refers, 0, kNoIndex);
    return leading(index, mentions_[index].refers, kSentencesBack + 1, host);
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
    if (const std::uint32_t inside = bodies_.inside(index);
        inside != kNoIndex && mentions_[inside].type == EntityType::country)
      return official_of(index, mentions_[inside].country);
    const std::uint32_t found = leading(index, mentions_[index].refers, kSentencesBack, subject_before(index));
    if (found == kNoIndex) return kNoIndex;
    const auto has_office = [&](std::uint32_t mention) { return !mentions_[mention].office.empty(); };
    return std::ranges::any_of(first_mentions(entities_.entities[found]), has_office) ? found : kNoIndex;
  }

  // `Chile's leader`, where the noun says no more of the office.
  std::uint32_t official_owned(std::uint32_t index) const {
    const std::uint32_t inside = mentions_[index].refers.generic ? bodies_.inside(index) : kNoIndex;
    if (inside == kNoIndex || mentions_[inside].demonym || mentions_[inside].type != EntityType::country)
      return kNoIndex;
    return official_of(index, mentions_[inside].country);
  }

  // `Chile's top diplomat`, `the Chilean leader`: whoever was told last to hold an office there.
  std::uint32_t official_of(std::uint32_t index, std::string_view country) const {
    for (std::uint32_t i = index, steps = 0; i-- > first_ && steps < kMentionsBack; ++steps) {
      if (mentions_[i].sentence + kOfficialBack < mentions_[index].sentence) break;
      if (mentions_[i].office.empty() || mentions_[i].affiliation == kNoIndex || entity_at(i) == kNoIndex) continue;
      if (mentions_[mentions_[i].affiliation].country == country) return entity_at(i);
    }
    return kNoIndex;
  }

  // `the company`, `the country`: the last one of that type; `the bank` one that has the word in its name; `the Greek company`
  // the nearest that is not known to be of another country.
  std::uint32_t recent(std::uint32_t index) const {
    const EntityMention& mention = mentions_[index];
    const std::uint32_t inside = bodies_.inside(index);
    const bool bare = mention.range.size() <= mention.head.size() + 1 || says_where(index, inside);
    if (const std::uint32_t named = bare ? with_head_in_name(index) : kNoIndex; named != kNoIndex) return named;
    if (mention.refers.sent) return bodies_.sender(index, first_);
    if (inside != kNoIndex && mentions_[inside].demonym)
      if (const std::uint32_t known =
              bodies_.of_country(index, mentions_[inside].country, first_, subject_before(index));
          known != kNoIndex)
        return known;
    if (!mention.refers.generic || told_anew(index)) return kNoIndex;
    if (inside == kNoIndex || says_where(index, inside))
      return leading(index, mention.refers, kSentencesBack, subject_before(index));
    if (!mentions_[inside].demonym) return kNoIndex;
    return nearest(index, mention.refers, kSentencesBack, mentions_[inside].country);
  }

  // `his company`: the body that he speaks for.
  std::uint32_t served_by(std::uint32_t person) const {
    if (!fits(person, Refers::kPerson)) return kNoIndex;
    for (const std::uint32_t mention : first_mentions(entities_.entities[person]))
      if (const std::uint32_t served = mentions_[mention].affiliation;
          served != kNoIndex && mentions_[served].type == EntityType::organisation)
        return entity_at(served);
    return kNoIndex;
  }

  // `Oslo` of `the Oslo-based company`.
  bool says_where(std::uint32_t index, std::uint32_t inside) const {
    if (inside == kNoIndex || mentions_[inside].demonym) return false;
    const std::uint32_t hyphen = mentions_[inside].range.end;
    return hyphen + 1 < mentions_[index].head.begin && !token(hyphen).space_before &&
           analysis_.text_of({hyphen, hyphen + 1}) == "-";
  }

  // `its Greek partner`: the body of that country.
  std::uint32_t partner_of(std::uint32_t index) const {
    const EntityMention& mention = mentions_[index];
    if ((mention.refers.types & Refers::kOrganisation) == 0 || index == 0) return kNoIndex;
    const EntityMention& owner = mentions_[index - 1];
    if (owner.form != MentionForm::pronoun || owner.range.begin != mention.range.begin) return kNoIndex;
    const std::uint32_t inside = bodies_.inside(index);
    if (inside == kNoIndex) return mention.refers.generic ? served_by(entity_at(index - 1)) : kNoIndex;
    if (!mentions_[inside].demonym) return kNoIndex;
    return bodies_.of_country(index, mentions_[inside].country, first_, subject_before(index));
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
    const std::uint32_t subject = subject_before(index);
    for (std::uint32_t i = index, steps = 0; i-- > first_ && steps < kMentionsBack; ++steps)
      if (!mentions_[i].demonym && mentions_[i].range.size() > 1 && entity_at(i) != subject &&
          fits(entity_at(i), mentions_[index].refers) && offices_.holds_word(mentions_[i].range, head))
        return entity_at(i);
    return kNoIndex;
  }

  const Analysis& analysis_;
  const StandInRules& rules_;
  const OfficeWords offices_;
  const Pairs pairs_;
  const Bodies bodies_;
  const Several several_;
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
  referring = names.find("referring"), news = names.find("news_agencies"), passing = names.find("passing_words");
  predicate = language.classes.find("finite") | language.classes.find("auxiliary");
  be = language.classes.find("copula");
  verb = language.classes.find("any_verb");
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
