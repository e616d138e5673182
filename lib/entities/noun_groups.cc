#include "entities/noun_groups.h"

#include <algorithm>
#include <charconv>

#include "entities/name_finder.h"
#include "entities/premodifiers.h"

namespace copydesk {
namespace {

std::uint8_t types_of(std::string_view refers) {
  if (refers == "person") return Refers::kPerson;
  if (refers == "organisation") return Refers::kOrganisation;
  if (refers == "country") return Refers::kCountry;
  if (refers == "speaker") return Refers::kPerson;
  if (refers == "thing") return Refers::kOrganisation | Refers::kCountry;
  return Refers::kPerson | Refers::kOrganisation | Refers::kCountry;
}

EntityType type_of(std::uint8_t types) {
  if (types == Refers::kPerson) return EntityType::person;
  return types == Refers::kCountry ? EntityType::country : EntityType::organisation;
}

class NounAdder {
 public:
  NounAdder(const Analysis& analysis, const NounRules& rules, MentionLayer& layer)
      : analysis_(analysis), rules_(rules), layer_(layer), work_(*layer.work) {}

  void add(const Annotation& annotation) {
    if (annotation.label != rules_.noun_label && annotation.label != rules_.stand_in) return;
    if (work_.mention_at[annotation.range.begin] != kNoIndex) return;
    const bool sits = sort_of(annotation) == "sitting";
    if (annotation.label == rules_.noun_label && !sits && is_modifier(annotation)) return;
    EntityMention mention{.range = annotation.range, .rule = annotation.rule, .sentence = annotation.sentence};
    mention.head = annotation.range;
    mention.form = annotation.label == rules_.stand_in ? MentionForm::pronoun : MentionForm::nominal;
    read_fields(annotation, mention);
    mention.refers.sits = sits;
    if (mention.form == MentionForm::nominal && !sits) extend(mention);  // `weekly` is of the sitting
    mention.definite |= sits;
    layer_.mentions.push_back(mention);
  }

 private:
  const TokenData& token(std::uint32_t index) const { return analysis_.tokens.tokens[index]; }

  // `government` of `government officials`, `president` of `president Karimov`.
  bool is_modifier(const Annotation& annotation) const {
    const std::uint32_t next = annotation.range.end;
    if (next == analysis_.tokens.sentences[annotation.sentence].end) return false;
    if (const std::uint32_t mention = work_.mention_at[next]; mention != kNoIndex)
      return layer_.mentions[mention].type == EntityType::person && !layer_.mentions[mention].demonym;
    const bool noun = token(next).shape == Shape::lower && (token(next).word_class & rules_.noun) != 0;
    return noun && !is_followed_by_participle(annotation);
  }

  // `ministers` of `ministers meeting in Oslo`.
  bool is_followed_by_participle(const Annotation& annotation) const {
    const std::uint32_t next = annotation.range.end;
    if (next + 1 >= analysis_.tokens.sentences[annotation.sentence].end) return false;
    const bool several = (token(next - 1).word_class & rules_.plural) != 0;
    return several && (token(next).word_class & rules_.plural) == 0 &&
           (token(next + 1).word_class & rules_.preposition) != 0;
  }

  std::string_view sort_of(const Annotation& annotation) const {
    return analysis_.language.grammar.field(analysis_.lattice, annotation, rules_.sort);
  }

  void read_fields(const Annotation& annotation, EntityMention& mention) const {
    const Grammar& grammar = analysis_.language.grammar;
    const auto field = [&](std::uint16_t name) { return grammar.field(analysis_.lattice, annotation, name); };
    mention.refers.types = types_of(field(rules_.refers));
    mention.type = type_of(mention.refers.types);
    const std::string_view number = field(rules_.number);
    const bool two = number == "two";
    std::from_chars(number.data(), number.data() + number.size(), mention.refers.count);  // of words: no number
    mention.plural = mention.refers.count > 0 || two || number == "several" || stands_in_plural(annotation.range);
    mention.refers.number = two ? 2 : mention.plural ? 3 : 1;
    const std::string_view gender = field(rules_.gender);
    mention.refers.masculine = gender == "masculine";
    mention.refers.feminine = gender == "feminine";
    mention.refers.generic = sort_of(annotation) == "generic";
    mention.refers.sent = sort_of(annotation) == "sent";
    mention.refers.guest = sort_of(annotation) == "guest";
    mention.refers.object = field(rules_.pronoun_case) == "object";
    mention.refers.subject = field(rules_.pronoun_case) == "subject";
    mention.refers.speaker = field(rules_.refers).starts_with("speaker");
  }

  // `ministers`, `heads of state`.
  bool stands_in_plural(TokenRange head) const {
    const bool has_tail = head.size() > 1 && (token(head.begin + 1).word_class & rules_.preposition) != 0;
    return (token(has_tail ? head.begin : head.end - 1).word_class & rules_.plural) != 0;
  }

  void extend(EntityMention& mention) const {
    const Premodifiers before = read_premodifiers(analysis_, rules_, layer_, mention.range.begin, mention.sentence);
    mention.range.begin = before.begin;
    mention.definite = before.definite;
    if (before.two && mention.plural) mention.refers.number = 2;
    if (mention.plural) mention.refers.count = before.count;
  }

  const Analysis& analysis_;
  const NounRules& rules_;
  MentionLayer& layer_;
  MentionWork& work_;
};

class GroupAdder {
 public:
  GroupAdder(const Analysis& analysis, const NounRules& rules, Label label, MentionLayer& layer)
      : analysis_(analysis), rules_(rules), label_(label), layer_(layer), work_(*layer.work) {}

  void run(std::size_t first) {
    const Lattice& lattice = analysis_.lattice;
    for (std::size_t i = first; i < lattice.annotations.size(); ++i)
      if (lattice.annotations[i].label == rules_.unit) add_unit(lattice.annotations[i]);
    sort_groups();
    for (std::size_t i = first; i < lattice.annotations.size(); ++i) {
      const Annotation& annotation = lattice.annotations[i];
      if (annotation.label == rules_.joined || annotation.label == rules_.named)
        join(annotation.range, annotation.label == rules_.named);
      if (annotation.label == rules_.shared_office) name_sides(join(annotation.range, false));
    }
    std::erase_if(layer_.groups, [](const Group& group) { return group.members.empty(); });
    for (std::uint32_t i = 0; i < layer_.groups.size(); ++i) add_edges(i);
  }

 private:
  // One more without the comma that closes an aside at its end, for rules that look for that comma.
  void add_edges(std::uint32_t index) const {
    const TokenRange range = layer_.groups[index].range;
    const auto add = [&](TokenRange part) {
      analysis_.lattice.add_edge({.range = part, .label = label_, .layered = true, .payload = index});
    };
    add(range);
    if (range.size() > 1 && analysis_.text_of({range.end - 1, range.end}) == ",") add({range.begin, range.end - 1});
  }

  // In the order of the text; what stands within a wider group is part of that: `Chile` in `Chile's Foreign Minister Ostrava`.
  void sort_groups() {
    std::vector<Group>& groups = layer_.groups;
    std::ranges::stable_sort(groups, [](const Group& a, const Group& b) {
      return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
    });
    std::uint32_t covered = 0;
    std::erase_if(groups, [&](Group& group) {
      const bool inside = group.range.end <= covered;
      group.range.begin = inside ? group.range.begin : std::max(group.range.begin, covered);  // none overlap
      covered = std::max(covered, group.range.end);
      return inside;
    });
  }

  std::uint32_t mention_of(const Capture* capture) const {
    if (capture == nullptr) return kNoIndex;
    for (std::uint32_t at = analysis_.lattice.first_at(capture->range.begin); at != kNoEdge;
         at = analysis_.lattice.edge(at).next_begin)
      if (const Edge& edge = analysis_.lattice.edge(at);
          edge.layered && edge.payload != kNoIndex && edge.range.end == capture->range.end)
        return edge.payload;
    return kNoIndex;
  }

  void add_unit(const Annotation& annotation) {
    Group group{.range = annotation.range};
    for (const Capture& capture : analysis_.lattice.captures_of(annotation))
      if (const std::uint32_t member = capture.name == rules_.member ? mention_of(&capture) : kNoIndex;
          member != kNoIndex)
        group.members.push_back(member);
    if (group.members.empty()) return;
    const std::uint32_t index = group.members.back();
    EntityMention& mention = layer_.mentions[index];
    group.plural = mention.plural;
    const Premodifiers before = read_premodifiers(
        analysis_, rules_, layer_, is_noun(mention) ? mention.head.begin : group.range.begin, annotation.sentence);
    group.range.begin = std::min(group.range.begin, before.begin);
    group.sides = before.sides;
    if (const Capture* acronym = analysis_.lattice.capture(annotation, rules_.acronym))
      set_acronym(group.members.front(), *acronym);
    const bool alone = group.members.size() == 1;
    if (const Capture* office = analysis_.lattice.capture(annotation, rules_.office)) {
      const std::uint32_t begin = alone ? annotation.range.begin : office->range.begin;
      set_office(mention, office->range, alone ? before : Premodifiers{.begin = begin, .core = begin}, begin);
    }
    std::uint32_t served = mention_of(analysis_.lattice.capture(annotation, rules_.served));
    if (!alone)
      served = group.members.front();  // the one before who speaks for it
    else if (served == kNoIndex && mention.type == EntityType::person && !before.sides.empty())
      served = before.sides.back();  // `Norway's Lindqvist`
    if (served != kNoIndex && mention.affiliation == kNoIndex) mention.affiliation = served;
    layer_.groups.push_back(std::move(group));
  }

  // Either may stand in the brackets, the name or its acronym.
  void set_acronym(std::uint32_t index, const Capture& brackets) const {
    const std::uint32_t inner = mention_of(&brackets);
    if (inner != kNoIndex && brackets.range.size() > layer_.mentions[index].range.size())
      layer_.mentions[inner].acronym = layer_.mentions[index].range;
    else
      layer_.mentions[index].acronym = brackets.range;
  }

  // The office with what stands before it; whom it serves is named in it, or stands before it.
  void set_office(EntityMention& mention, TokenRange office, const Premodifiers& before, std::uint32_t unit) const {
    mention.affiliation = served_in(office);
    const bool stands_before = office.end <= mention.range.begin;
    if (stands_before && before.core < office.begin) office.begin = before.core;
    office.begin = behind_openers(office);
    mention.office = office;
    if (!stands_before || is_organisation(mention.affiliation)) return;
    const std::uint32_t owner = before.sides.empty() ? served_in({unit, office.begin}) : before.sides.back();
    if (mention.affiliation == kNoIndex || is_organisation(owner)) mention.affiliation = owner;
  }

  bool is_organisation(std::uint32_t mention) const {
    return mention != kNoIndex && layer_.mentions[mention].type == EntityType::organisation;
  }

  // Where `ambassador to Russia` begins in `Iran's ambassador to Russia`.
  std::uint32_t behind_openers(TokenRange office) const {
    std::uint32_t begin = office.begin;
    for (std::uint32_t i = office.begin; i < office.end; ++i) {
      const ClassMask word_class = analysis_.tokens.tokens[i].word_class;
      const std::uint32_t mention = work_.mention_at[i];
      const bool opens = (mention != kNoIndex && !is_noun(layer_.mentions[mention])) ||
                         (word_class & (rules_.opener | rules_.clitic | rules_.numeral)) != 0;
      if (opens && i + 1 < office.end) begin = i + 1;
      if (!opens && (word_class & rules_.premodifier) == 0) break;
    }
    return begin;
  }

  // The first organisation named in an office, else the first side.
  std::uint32_t served_in(TokenRange office) const {
    std::uint32_t first = kNoIndex;
    for (std::uint32_t i = office.begin; i < office.end; ++i) {
      const std::uint32_t side = side_at(i);
      if (is_organisation(side)) return side;
      if (first == kNoIndex) first = side;
    }
    return first;
  }

  std::vector<std::uint32_t> all_served_in(TokenRange office) const {
    std::vector<std::uint32_t> served;
    for (std::uint32_t i = office.begin; i < office.end; ++i) {
      const std::uint32_t side = side_at(i);
      if (side != kNoIndex && (served.empty() || served.back() != side)) served.push_back(side);
    }
    return served;
  }

  // Whom or what a token names that somebody in office may serve.
  std::uint32_t side_at(std::uint32_t token) const {
    const std::uint32_t mention = work_.mention_at[token];
    if (mention == kNoIndex || is_noun(layer_.mentions[mention])) return kNoIndex;
    return layer_.mentions[mention].type == EntityType::person ? kNoIndex : mention;
  }

  // `the ministers of Norway and Chile, Lindqvist and Ostrava`: one after the other.
  void distribute_office(const Group& group) {
    const EntityMention& first = layer_.mentions[group.members.front()];
    if (first.office.empty() || group.members.size() < 2) return;
    const std::vector<std::uint32_t> served = all_served_in(first.office);
    if (served.empty() && is_of_several(first.office)) share_office(group, first.office);
    if (served.size() != group.members.size()) return;
    for (std::size_t i = 1; i < served.size(); ++i)
      if (std::uint32_t& affiliation = layer_.mentions[group.members[i]].affiliation; affiliation == kNoIndex)
        affiliation = served[i];
  }

  // `Presidents Lindqvist and Ostrava`: what each of them is, told once.
  void share_office(const Group& group, TokenRange office) {
    for (const std::uint32_t member : group.members)
      if (EntityMention& mention = layer_.mentions[member];
          mention.type == EntityType::person && !is_noun(mention) && mention.office.empty())
        mention.office = office;
  }

  // Its head, before `of`, stands in the plural.
  bool is_of_several(TokenRange office) const {
    const auto word_class = [&](std::uint32_t i) { return analysis_.tokens.tokens[i].word_class; };
    std::uint32_t end = office.begin + 1;
    while (end < office.end && (word_class(end) & rules_.preposition) == 0) ++end;
    return (word_class(end - 1) & rules_.plural) != 0;
  }

  // `the presidents of Norway, Lindqvist, and Chile, Ostrava`: a side right before a person is whom the person serves.
  void name_sides(Group* group) {
    if (group == nullptr) return;
    IndexList& members = group->members;
    for (std::size_t i = 0; i + 1 < members.size(); ++i) {
      EntityMention& next = layer_.mentions[members[i + 1]];
      if (layer_.mentions[members[i]].type == EntityType::person || next.type != EntityType::person) continue;
      if (next.affiliation == kNoIndex) next.affiliation = members[i];
      members.erase(members.begin() + i);
    }
  }

  enum class Sort { person, side, place };
  Sort sort_of(std::uint32_t mention) const {
    const EntityType type = layer_.mentions[mention].type;
    if (type == EntityType::person) return Sort::person;
    return type == EntityType::place ? Sort::place : Sort::side;
  }

  // `(Lindqvist, who heads) the park, Ostrava and Zwolin`: what stands first in a row is of another sort than the others, and told of
  // one who is of theirs; or it is what that one is.
  bool is_told_of_one(std::vector<Group>::const_iterator first, std::uint32_t end) const {
    constexpr std::uint32_t kMostBetween = 10;  // tokens
    const auto next = first + 1;
    if (first == layer_.groups.begin() || next == layer_.groups.end() || next->range.begin >= end) return false;
    const auto before = first - 1;
    if (before->members.empty() || first->members.empty() || next->members.empty()) return false;
    const Sort sort = sort_of(first->members.back()), of_next = sort_of(next->members.front());
    if (sort_of(before->members.back()) != of_next) return false;
    const ClassMask governed = analysis_.tokens.tokens[first->range.begin - 1].word_class;
    const bool is_predicate = is_noun(layer_.mentions[first->members.back()]) && (governed & rules_.predicative) != 0;
    if (!is_predicate && (sort == of_next || sort == Sort::person)) return false;
    const std::uint32_t begin = before->range.end;
    if (first->range.begin <= begin || first->range.begin - begin > kMostBetween) return false;
    const auto is_comma = [&](std::uint32_t at) { return analysis_.text_of({at, at + 1}) == ","; };
    const std::uint32_t governor = first->range.begin - 1;
    return (is_comma(begin) || is_comma(begin - 1)) && governor > begin - 1 && !is_comma(governor) &&
           (analysis_.tokens.tokens[governor].word_class & rules_.conjunction) == 0;
  }

  // Makes one group of all units within `range`; `named`: by a noun for several, which the names behind it stand for.
  Group* join(TokenRange range, bool named) {
    auto at =
        std::ranges::lower_bound(layer_.groups, range.begin, {}, [](const Group& group) { return group.range.begin; });
    while (at != layer_.groups.begin() && std::prev(at)->range.end > range.begin) --at;
    if (at == layer_.groups.end()) return nullptr;
    if (is_told_of_one(at, range.end)) ++at;
    Group& whole = *at;
    if (named && whole.plural) whole.members.clear();
    for (++at; at != layer_.groups.end() && at->range.begin < range.end; ++at) {
      whole.range.end = std::max(whole.range.end, at->range.end);
      whole.members.append(at->members);
      whole.sides.append(at->sides);
      at->members.clear();
    }
    whole.range.end = std::max(whole.range.end, range.end);
    whole.plural = true;
    if (!whole.members.empty()) distribute_office(whole);
    return &whole;
  }

  const Analysis& analysis_;
  const NounRules& rules_;
  Label label_;
  MentionLayer& layer_;
  MentionWork& work_;
};

}  // namespace

NounRules::NounRules(const Language& language) {
  const Names& names = language.grammar.names;
  premodifier = language.classes.find("premodifier");
  opener = language.classes.find("opener");
  noun = language.classes.find("nominal_word");
  plural = language.classes.find("plural");
  nominal = noun | language.classes.find("any_adjective");
  verbal = language.classes.find("participle") | language.classes.find("ing");
  conjunction = language.classes.find("conjunction");
  clitic = language.classes.find("clitic");
  numeral = language.classes.find("number");
  preposition = language.classes.find("preposition");
  predicative = language.classes.find("auxiliary") | language.classes.find("adverb");
  time = names.find("time");
  referring = names.find("referring"), numeral_list = names.find("numeral"), noun_label = names.find("noun"),
  stand_in = names.find("stand_in");
  unit = names.find("unit"), joined = names.find("joined_units"), named = names.find("named_units");
  shared_office = names.find("office_units");
  definite = names.find("definite"), two = names.find("two"), number_two = names.find("number_two");
  refers = names.find("refers"), number = names.find("number"), gender = names.find("gender");
  sort = names.find("sort"), pronoun_case = names.find("used_as");
  member = names.find("member"), office = names.find("office"), acronym = names.find("acronym");
  served = names.find("served");
}

void map_mentions(const Analysis& analysis, MentionLayer& layer) {
  std::vector<std::uint32_t>& map = layer.work->mention_at;
  map.assign(analysis.tokens.tokens.size(), kNoIndex);
  for (std::uint32_t i = 0; i < layer.mentions.size(); ++i)
    if (is_noun(layer.mentions[i]))
      std::fill(map.begin() + layer.mentions[i].head.begin, map.begin() + layer.mentions[i].head.end, i);
  for (std::uint32_t i = 0; i < layer.mentions.size(); ++i)
    if (!is_noun(layer.mentions[i]))
      std::fill(map.begin() + layer.mentions[i].range.begin, map.begin() + layer.mentions[i].range.end, i);
}

void add_nouns(const Analysis& analysis, const NounRules& rules, std::size_t first, MentionLayer& layer) {
  NounAdder adder(analysis, rules, layer);
  for (std::size_t i = first; i < analysis.lattice.annotations.size(); ++i) adder.add(analysis.lattice.annotations[i]);
  std::ranges::stable_sort(layer.mentions, {}, [](const EntityMention& mention) { return mention.range.begin; });
}

void add_groups(const Analysis& analysis, const NounRules& rules, std::size_t first, Label label, MentionLayer& layer) {
  GroupAdder(analysis, rules, label, layer).run(first);
}

}  // namespace copydesk
