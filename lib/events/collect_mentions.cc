#include "events/collect_mentions.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace copydesk {
namespace {

constexpr std::uint32_t kMostFillers = 24;  // of one captured group

// Finds the mention of a trigger that a rule captured; rules may capture a bit more or less than the trigger itself.
class MentionFinder {
 public:
  explicit MentionFinder(std::vector<EventMention>& mentions) : mentions_(mentions) {}

  EventMention* at(TokenRange range) {
    const auto after =
        std::ranges::upper_bound(mentions_, range.end, {}, [](const EventMention& m) { return m.trigger.begin; });
    for (auto mention = after; mention != mentions_.begin();) {
      --mention;
      if (mention->trigger.overlaps(range)) return &*mention;
      if (mention->trigger.end + 40 < range.begin) break;
    }
    return nullptr;
  }

 private:
  std::vector<EventMention>& mentions_;
};

std::uint32_t entity_of_mention(EventWork& work, std::uint32_t index) {
  EntityLayer& layer = work.entities;
  if (layer.entity_of[index] != kNoIndex) return layer.entity_of[index];
  const EntityMention& mention = work.mentions.mentions[index];
  if (mention.form != MentionForm::nominal || mention.demonym) return kNoIndex;
  layer.entity_of[index] = static_cast<std::uint32_t>(layer.entities.size());
  EntityRecord& record = layer.entities.emplace_back();
  record.type = mention.type;
  record.name = work.analysis.text_of(mention.range);
  record.mentions.push_back(index);
  return layer.entity_of[index];
}

void add_mention_entities(EventWork& work, std::uint32_t index, std::vector<std::uint32_t>& found) {
  const EntityLayer& layer = work.entities;
  if (index < layer.several.size() && !layer.several[index].empty()) {
    for (const std::uint32_t entity : layer.several[index]) add_unique(found, entity);
    return;
  }
  if (const std::uint32_t entity = entity_of_mention(work, index); entity != kNoIndex) add_unique(found, entity);
}

// Whether an adjective of a country before this noun stands for the country: `Chinese and Russian leaders`.
bool head_acts_for_side(EventWork& work, const EntityMention& nominal) {
  const Analysis& analysis = work.analysis;
  return analysis.lattice.find({nominal.range.end - 1, nominal.range.end}, work.names.side_head) != kNoEdge;
}

// `the Group of Seven (G7)`: told before.
bool in_brackets(const EventWork& work, const EntityMention& mention) {
  const std::uint32_t end = mention.range.end;
  return end < work.analysis.tokens.tokens.size() && work.analysis.text_of({end, end + 1}) == ")";
}

// `the Norwegian official`, named before: that person, and not the country.
bool is_known_person(const EventWork& work, std::uint32_t nominal) {
  const std::uint32_t entity = work.entities.entity_of[nominal];
  return !work.mentions.mentions[nominal].plural && entity != kNoIndex && work.entities.entities[entity].named &&
         work.entities.entities[entity].type == EntityType::person;
}

// `the secular Front faction`, `the Kestrel mission`: a body named before a noun for one is that body.
bool is_of_body(const EventWork& work, const Group& group, const EntityMention& nominal) {
  if (nominal.type != EntityType::organisation || group.sides.size() != 1) return false;
  return work.mentions.mentions[group.sides.front()].type == EntityType::organisation;
}

// `Norway` of `Norway's Marta Lindqvist`.
bool is_served_by_next(const std::vector<EntityMention>& all, std::size_t mention) {
  return mention + 1 < all.size() && all[mention + 1].type == EntityType::person &&
         all[mention + 1].affiliation == mention;
}

// `Norway` of `members of Norway's Kestrel Party`.
bool owns_next(const EventWork& work, std::size_t mention) {
  const auto& all = work.mentions.mentions;
  const std::uint32_t mark = all[mention].range.end;
  return mention + 1 < all.size() && all[mention + 1].range.begin == mark + 1 &&
         all[mention + 1].type == EntityType::organisation && all[mention + 1].form == MentionForm::name &&
         work.is_owner_mark(mark);
}

// `officials from Norway, Chile and Peru`: the names behind the head act through it.
void add_names_in(EventWork& work, TokenRange range, std::vector<std::uint32_t>& found) {
  const auto& all = work.mentions.mentions;
  for (auto mention =
           std::ranges::lower_bound(all, range.begin, {}, [](const EntityMention& m) { return m.range.begin; });
       mention != all.end() && mention->range.begin < range.end; ++mention)
    if (mention->type != EntityType::person &&
        (mention->form == MentionForm::name || mention->form == MentionForm::acronym) && !in_brackets(work, *mention) &&
        !is_served_by_next(all, static_cast<std::size_t>(mention - all.begin())) &&
        !owns_next(work, static_cast<std::size_t>(mention - all.begin())))
      add_mention_entities(work, static_cast<std::uint32_t>(mention - all.begin()), found);
}

// The tokens of a group that belong to one member, up to its head.
TokenRange before_head(const EventWork& work, const Group& group, std::size_t member) {
  const auto& all = work.mentions.mentions;
  const std::uint32_t begin = member == 0 ? group.range.begin : all[group.members[member - 1]].range.end;
  return {begin, all[group.members[member]].head.begin};
}

std::ptrdiff_t sides_of(const EventWork& work, const Group& group, std::size_t member) {
  const TokenRange before = before_head(work, group, member);
  return std::ranges::count_if(group.sides,
                               [&](std::uint32_t side) { return before.contains(work.mentions.mentions[side].range); });
}

// The adjectives of countries before a head stand for the countries, and so do the names behind it.
void add_sides(EventWork& work, const Group& group, std::size_t member, std::vector<std::uint32_t>& found) {
  const auto& all = work.mentions.mentions;
  const TokenRange head = all[group.members[member]].head, before = before_head(work, group, member);
  const bool last = member + 1 == group.members.size();
  const std::uint32_t end = last ? group.range.end : all[group.members[member + 1]].range.begin;
  for (const std::uint32_t side : group.sides) {
    const bool of_none = all[side].demonym && all[side].country.empty();  // `African leaders`
    if (!of_none && before.contains(all[side].range)) add_mention_entities(work, side, found);
  }
  if (end > head.end) add_names_in(work, {head.end, end}, found);
}

bool names_behind(const EventWork& work, const Group& group, const EntityMention& head) {
  const auto& all = work.mentions.mentions;
  const auto next =
      std::ranges::upper_bound(all, head.range.begin, {}, [](const EntityMention& m) { return m.range.begin; });
  return next != all.end() && group.range.contains(next->range) && next->type != EntityType::person;
}

// `The airline's management`, where the airline is known by name, acts for it.
bool names_owner(const EventWork& work, const Group& group) {
  const std::uint32_t owner = work.entities.entity_of[group.members.back()];
  return owner != kNoIndex && work.entities.entities[owner].named;
}

// `(The airline's) owner, Kimani`: whom the name says.
bool has_named_person(const EventWork& work, const Group& group) {
  const EntityMention& last = work.mentions.mentions[group.members.back()];
  return last.type == EntityType::person && last.form == MentionForm::name;
}

// The union of `the teachers' union`: whom it belongs to is not meant. Nothing where the group owns nobody.
const Group* owned_by(const EventWork& work, const Group& group) {
  constexpr std::uint32_t kMostBetween = 3;
  const auto next = std::ranges::upper_bound(work.mentions.groups, group.range.begin, {},
                                             [](const Group& other) { return other.range.begin; });
  if (next == work.mentions.groups.end() || next->range.begin > group.range.end + kMostBetween) return nullptr;
  if (!work.is_owner_mark(group.range.end)) return nullptr;
  for (std::uint32_t at = group.range.end + 1; at < next->range.begin; ++at)
    if ((work.analysis.tokens.tokens[at].word_class & work.names.clause.premodifier) == 0) return nullptr;
  return names_owner(work, group) && !has_named_person(work, *next) ? nullptr : &*next;
}

// Whether a word stands in a short cell of a table (`Treaties signed` between tabs or bars) or names a figure (`Contracts signed: 14`).
// Looks no further than such a cell is long.
class CellReader {
 public:
  explicit CellReader(std::string_view text) : text_(text) {}

  bool is_cell(Span block, Span word) const {
    std::uint32_t begin = word.begin, end = word.end;
    while (begin > block.begin && !is_edge(begin - 1) && end - begin <= kLongestCell) --begin;
    while (end < block.end && !is_edge(end) && end - begin <= kLongestCell) ++end;
    const bool barred = (begin > block.begin && is_bar(begin - 1)) || (end < block.end && is_bar(end));
    if (barred && end - begin <= kLongestCell) return true;
    if (block.size() > kLongestLine) return false;
    const std::string_view line = text_.substr(block.begin, block.size());
    return is_figure(line.substr(std::min(line.rfind(':'), line.size())));
  }

 private:
  static constexpr std::uint32_t kLongestCell = 24, kLongestLine = 48;  // bytes

  bool is_bar(std::uint32_t i) const { return text_[i] == '\t' || text_[i] == '|'; }
  bool is_edge(std::uint32_t i) const { return is_bar(i) || text_[i] == '\n' || text_[i] == '\r'; }

  static bool is_figure(std::string_view value) {
    return value.size() > 1 && value.find_first_of("0123456789") != value.npos &&
           value.find_first_not_of("0123456789 .,%:$+-") == value.npos;
  }

  std::string_view text_;
};

class Collector {
 public:
  Collector(EventWork& work, std::vector<EventMention>& found)
      : work_(work), found_(found), finder_(found), lattice_(work.analysis.lattice) {}

  void run() {
    const EventNames& names = work_.names;
    for (const Annotation& annotation : lattice_.annotations)
      if (annotation.label == names.trigger || annotation.label == names.echo) add_trigger(annotation);
    std::ranges::stable_sort(found_, {}, [](const EventMention& mention) { return mention.trigger.begin; });
    for (const Annotation& annotation : lattice_.annotations) {
      if (annotation.label == names.argument) add_arguments(annotation);
      if (annotation.label == names.trigger || annotation.label == names.echo)
        add_slots(annotation, finder_.at(annotation.range));
      if (annotation.label == names.modality) add_modality(annotation);
      if (annotation.label == names.mark) add_mark(annotation);
    }
    for (EventMention& mention : found_) drop_unsaid(mention);
  }

 private:
  void add_trigger(const Annotation& annotation) {
    const Analysis& analysis = work_.analysis;
    const Block& block = analysis.layout.blocks[analysis.tokens.sentences[annotation.sentence].block];
    if (CellReader(analysis.text).is_cell(block.span, analysis.span_of(annotation.range))) return;
    found_.push_back({.type = annotation.kind,
                      .trigger = annotation.range,
                      .rule = annotation.rule,
                      .sentence = annotation.sentence,
                      .item = work_.analysis.item_of(annotation.sentence),
                      .echo = annotation.label == work_.names.echo});
  }

  EventMention* mention_of(const Annotation& annotation) {
    const Capture* trigger = lattice_.capture(annotation, work_.names.trigger_slot);
    return trigger == nullptr ? nullptr : finder_.at(trigger->range);
  }

  void add_arguments(const Annotation& annotation) { add_slots(annotation, mention_of(annotation)); }

  // Captures that are no slot of their own are roles.
  void add_slots(const Annotation& annotation, EventMention* mention) {
    if (mention == nullptr) return;
    const EventNames& names = work_.names;
    for (const Capture& capture : lattice_.captures_of(annotation)) {
      if (capture.name == names.trigger_slot || capture.name == names.this_slot || capture.name == names.count_slot)
        continue;
      if (capture.name == names.name_slot)
        mention->name = capture.range;
      else if (capture.name == names.occasion_slot)
        add_occasion(capture.range, annotation.rule, *mention);
      else if (capture.name == names.edition_slot)
        mention->edition = number_of(work_.analysis, capture.range);
      else if (capture.name == names.instrument_slot)
        add_instrument(annotation, capture.range, *mention);
      else if (capture.name == names.subject_slot)
        mention->subjects.push_back({capture.range, annotation.rule});
      else if (capture.name == names.place_slot)
        add_places(capture.range, annotation.rule, *mention);
      else if (capture.name == names.time_slot)
        add_time(capture.range, annotation.rule, *mention);
      else
        add_role(capture, annotation.rule, *mention);
    }
  }

  void add_role(const Capture& capture, std::uint32_t rule, EventMention& mention) {
    entities_.clear();
    entities_under(work_, capture.range, entities_);
    if (entities_.empty()) add_named(work_.analysis.text_of(capture.range));
    for (const std::uint32_t entity : entities_) {
      // A city may host, a capital sign for its state; a place does not take part.
      const bool place = work_.entities.entities[entity].type == EntityType::place;
      if (capture.name == work_.names.absent_slot)
        mention.absent.push_back(entity);
      else if (!place || capture.name != work_.names.participant_slot)
        add_argument(mention, capture.name, entity, rule);
    }
  }

  // Of the rules that say where and when, too, the first in order decides.
  void add_places(TokenRange range, std::uint32_t rule, EventMention& mention) {
    entities_.clear();
    entities_under(work_, range, entities_);
    if (entities_.empty()) add_named(work_.analysis.text_of(range));
    if (entities_.empty() && mention.place_name.empty() && !in_person(range, mention.trigger))
      mention.place_name = range, mention.place_name_rule = rule;
    std::erase_if(entities_, [&](std::uint32_t entity) { return is_vast(entity, range); });
    if (entities_.empty() || rule > mention.place_rule) return;
    if (rule < mention.place_rule) mention.places.clear();
    mention.place_rule = rule;
    for (const std::uint32_t entity : entities_) add_unique(mention.places, entity);
  }

  // Inside the name of a forum a place or country is no mention of its own: it is the one that the report names so elsewhere.
  void add_named(std::string_view name) {
    if (!places_listed_) list_places();
    if (const auto named = places_.find(name); named != places_.end())
      add_mention_entities(work_, named->second, entities_);
  }

  // Once a document, so that a long one whose slots hold no mention does not read all mentions for each.
  void list_places() {
    const auto& all = work_.mentions.mentions;
    for (std::uint32_t i = 0; i < all.size(); ++i)
      if (all[i].type != EntityType::person && all[i].form < MentionForm::nominal)
        places_.try_emplace(work_.analysis.text_of(all[i].range), i);
    places_listed_ = true;
  }

  // `Pavel Ostrava` is no city, but before a noun such as `summit`.
  bool in_person(TokenRange range, TokenRange trigger) const {
    const TokenData& next = work_.analysis.tokens.tokens[trigger.begin];
    if (trigger.begin == range.end && (next.word_class & work_.names.clause.nominal) != 0) return false;
    const auto& all = work_.mentions.mentions;
    const auto after =
        std::ranges::lower_bound(all, range.end, {}, [](const EntityMention& mention) { return mention.range.begin; });
    return after != all.begin() && (after - 1)->type == EntityType::person && (after - 1)->range.overlaps(range);
  }

  // A sea or a continent tells nothing of where.
  bool is_vast(std::uint32_t entity, TokenRange range) const {
    return work_.entities.entities[entity].country.empty() && lattice_.find(range, work_.names.regions) != kNoEdge;
  }

  // `At the talks on the sidelines of the fair`: the nearer of two.
  static void add_occasion(TokenRange range, std::uint32_t rule, EventMention& mention) {
    const auto distance = [&](TokenRange other) {
      return other.begin >= mention.trigger.end ? other.begin - mention.trigger.end
                                                : mention.trigger.begin - other.begin;
    };
    if (mention.occasion_rule != kNoIndex && distance(range) >= distance(mention.occasion)) return;
    mention.occasion_rule = rule;
    mention.occasion = range;
  }

  static void add_time(TokenRange range, std::uint32_t rule, EventMention& mention) {
    if (rule >= mention.time_rule) return;
    mention.time_rule = rule;
    mention.time = range;
  }

  void add_instrument(const Annotation& annotation, TokenRange range, EventMention& mention) {
    if (mention.instrument) return;
    const std::string_view kind = list_value(work_.analysis, range, work_.names.instrument, "kind");
    if (kind.empty()) return;
    InstrumentRecord record{.kind = kind, .count = 1, .range = range};
    record.wide = !list_value(work_.analysis, range, work_.names.instrument, "wide").empty();
    if (list_value(work_.analysis, range, work_.names.instrument, "number") != "one") record.count = std::nullopt;
    const Capture* count = lattice_.capture(annotation, work_.names.count_slot);
    if (count != nullptr && !record.count) {
      record.count = number_of(work_.analysis, count->range);
      if (record.count) record.range.begin = std::min(record.range.begin, count->range.begin);
    }
    mention.instrument = record;
  }

  // Rules of modality stand in their order: the first that speaks of a trigger decides.
  void add_modality(const Annotation& annotation) {
    EventMention* mention = mention_of(annotation);
    if (mention != nullptr) mention->modality_rule = std::min(mention->modality_rule, annotation.rule);
  }

  // A rule that only keeps those after it from saying something.
  void drop_unsaid(EventMention& mention) const {
    if (mention.modality_rule == kNoIndex || work_.names.unsaid == 0) return;
    const Kind kind = work_.analysis.language.grammar.rules[mention.modality_rule].kind;
    if (kind == work_.names.unsaid) mention.modality_rule = kNoIndex;
  }

  // `The agreement follows a memorandum signed in May`: the agreement is not what was signed.
  bool is_of_other_instrument(const Annotation& mark, const EventMention& mention) const {
    const Capture* instrument = lattice_.capture(mark, work_.names.instrument_slot);
    return instrument != nullptr && mention.instrument && !mention.instrument->range.overlaps(instrument->range);
  }

  void add_mark(const Annotation& annotation) {
    EventMention* mention = mention_of(annotation);
    if (mention == nullptr || is_of_other_instrument(annotation, *mention)) return;
    mention->definite |= annotation.kind == work_.names.definite || annotation.kind == work_.names.modifier;
    mention->indefinite |= annotation.kind == work_.names.indefinite;
    mention->pointed |= annotation.kind == work_.names.pointed;
    mention->distinct |= annotation.kind == work_.names.distinct;
    mention->ahead |= annotation.kind == work_.names.ahead;
    mention->earlier |= annotation.kind == work_.names.earlier;
    mention->modifier |= annotation.kind == work_.names.modifier;
    mention->reported |= annotation.kind == work_.names.reported;
    mention->within |= annotation.kind == work_.names.within;
    mention->maybe_within |= annotation.kind == work_.names.maybe_within;
    mention->attended |= annotation.kind == work_.names.attended;
    mention->remote |= annotation.kind == work_.names.remote;
    mention->encounter |= annotation.kind == work_.names.encounter;
    mention->ended |= annotation.kind == work_.names.ended;
    mention->sequel |= annotation.kind == work_.names.sequel;
    mention->on_stay |= annotation.kind == work_.names.on_stay;
  }

  EventWork& work_;
  std::vector<EventMention>& found_;
  MentionFinder finder_;
  const Lattice& lattice_;
  std::vector<std::uint32_t> entities_;
  std::unordered_map<std::string_view, std::uint32_t> places_;  // the first mention of each name
  bool places_listed_ = false;
};

// `Their ministers`: the countries that the pronoun stands for.
void add_owners_told(EventWork& work, const EntityMention& nominal, std::vector<std::uint32_t>& found) {
  const auto& all = work.mentions.mentions;
  const auto owner = std::ranges::lower_bound(all, nominal.range.begin, {},
                                              [](const EntityMention& mention) { return mention.range.begin; });
  for (auto one = owner; one != all.end() && one->range.begin == nominal.range.begin; ++one) {
    if (one->form != MentionForm::pronoun) continue;
    const auto index = static_cast<std::size_t>(one - all.begin());
    const auto add = [&](std::uint32_t entity) {
      if (entity != kNoIndex && work.entities.entities[entity].type == EntityType::country) add_unique(found, entity);
    };
    add(work.entities.entity_of[index]);  // `our government`
    std::ranges::for_each(work.entities.several[index], add);
  }
}

// Of the first members of a group.
void add_members(EventWork& work, const Group& group, std::size_t members, std::vector<std::uint32_t>& found) {
  for (std::size_t i = 0; i < members && found.size() <= kMostFillers; ++i) {
    const EntityMention& mention = work.mentions.mentions[group.members[i]];
    const bool acts = mention.form == MentionForm::nominal &&
                      (!group.sides.empty() || names_behind(work, group, mention)) &&
                      (head_acts_for_side(work, mention) || is_of_body(work, group, mention)) &&
                      !is_known_person(work, group.members[i]);
    const std::size_t known = found.size();
    if (acts) add_sides(work, group, i, found);
    if (head_acts_for_side(work, mention) && found.size() == known) add_owners_told(work, mention, found);
    if (found.size() == known) add_mention_entities(work, group.members[i], found);
    // `Chilean and Peruvian firms`: those of two countries act for both, where `a Chilean firm` does not.
    if (!acts && mention.plural && sides_of(work, group, i) > 1) add_sides(work, group, i, found);
  }
}

}  // namespace

void entities_of_group(EventWork& work, const Group& group, std::vector<std::uint32_t>& found) {
  constexpr int kMostOwners = 4;  // `the union's board's members`
  const Group* whole = &group;
  for (int owners = 0; whole != nullptr; ++owners) {
    const Group* owned = owners < kMostOwners ? owned_by(work, *whole) : nullptr;
    add_members(work, *whole, whole->members.size() - (owned != nullptr ? 1 : 0), found);
    whole = owned;
  }
}

void entities_of_pronoun(EventWork& work, std::uint32_t token, std::vector<std::uint32_t>& found) {
  const auto& all = work.mentions.mentions;
  auto one = std::ranges::lower_bound(all, token, {}, [](const EntityMention& mention) { return mention.range.begin; });
  for (; one != all.end() && one->range.begin == token; ++one)
    if (one->form == MentionForm::pronoun)
      add_mention_entities(work, static_cast<std::uint32_t>(one - all.begin()), found);
}

void collect_mentions(EventWork& work, std::vector<EventMention>& found) { Collector(work, found).run(); }

void entities_under(EventWork& work, TokenRange range, std::vector<std::uint32_t>& found) {
  const Lattice& lattice = work.analysis.lattice;
  const EventNames& names = work.names;
  if (const std::uint32_t group = lattice.find(range, names.group); group != kNoEdge)
    return entities_of_group(work, work.mentions.groups[lattice.edge(group).payload], found);
  for (const Label label : {names.person, names.organisation, names.place, names.country, names.demonym, names.nominal})
    if (const std::uint32_t edge = lattice.find(range, label); edge != kNoEdge)
      return add_mention_entities(work, lattice.edge(edge).payload, found);
}

std::string_view list_value(const Analysis& analysis, TokenRange range, Label list, std::string_view column) {
  const std::uint32_t found = analysis.lattice.find(range, list);
  if (found == kNoEdge) return {};
  const auto value = analysis.language.grammar.value_of(analysis.lattice.edge(found), column);
  return value.value_or(std::string_view());
}

std::optional<std::uint32_t> number_of(const Analysis& analysis, TokenRange range) {
  // `40`, `13th`
  const auto digits = [](std::string_view text) -> std::optional<std::uint32_t> {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() ? std::optional(value) : std::nullopt;
  };
  for (std::uint32_t at = analysis.lattice.first_at(range.begin); at != kNoEdge;
       at = analysis.lattice.edge(at).next_begin) {
    const Edge& edge = analysis.lattice.edge(at);
    if (edge.annotation || edge.range != range) continue;
    if (const auto value = digits(list_value(analysis, range, edge.label, "number"))) return value;
  }
  return digits(analysis.text_of(range));
}

}  // namespace copydesk
