#include "events/collect_mentions.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace copydesk {
namespace {

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
    link_rows(work_, found_);
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
      else if (capture.name == names.until_slot)
        mention->until = capture.range;
      else if (is_day_of_occasion(capture.name))
        mention->part_day = day_of_occasion(capture);
      else
        add_role(capture, annotation.rule, *mention);
    }
  }

  bool is_day_of_occasion(std::uint16_t slot) const {
    return slot == work_.names.first_day_slot || slot == work_.names.nth_day_slot || slot == work_.names.last_day_slot;
  }

  // `The second day of (the fair)`.
  std::int32_t day_of_occasion(const Capture& capture) const {
    if (capture.name == work_.names.last_day_slot) return kLastDay;
    if (capture.name == work_.names.first_day_slot) return 1;
    return static_cast<std::int32_t>(number_of(work_.analysis, capture.range).value_or(0));
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
    mention->apposed |= annotation.kind == work_.names.apposed;
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

}  // namespace

void collect_mentions(EventWork& work, std::vector<EventMention>& found) { Collector(work, found).run(); }

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
