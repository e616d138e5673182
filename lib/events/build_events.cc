#include "events/build_events.h"

#include <algorithm>
#include <cstdlib>

#include "events/circumstances.h"
#include "events/sectors.h"
#include "times/print_value.h"

namespace copydesk {
namespace {

class EventBuilder {
 public:
  EventBuilder(EventWork& work, const TimeLayer& times, const SectorHits& hits, EventLayer& layer)
      : work_(work), times_(times), hits_(hits), layer_(layer), names_(work.analysis.language.grammar.names) {}

  void add(const EventMention& mention, std::uint32_t index) {
    if (index == layer_.events.size()) {
      layer_.events.emplace_back();
      drafts_.push_back({.type = mention.type,
                         .item = mention.item,
                         .sentence = mention.sentence,
                         .instrument_sentence = mention.sentence});
    }
    EventRecord& event = layer_.events[index];
    Draft& draft = drafts_[index];
    draft.type = work_.names.wider(draft.type, mention.type);
    event.type = names_.text(draft.type);
    event.triggers.push_back({mention.trigger, mention.rule});
    for (const MentionArgument& argument : mention.arguments) add_argument(event, mention, argument);
    for (const std::uint32_t place : mention.places) add_unique(event.places, place);
    if (mention.places.empty() && !mention.place_name.empty()) draft.place_name = place_mention(mention);
    add_sectors_of(event, mention, draft);
    add_days(mention, draft.length);
    if (!mention.times.empty() && (event.times.empty() || says_more(mention.times, event.times))) {
      event.times = mention.times;
      event.year_of_name = mention.year_of_name;
      draft.length.ended = mention.ended;
    }
    draft.remote |= mention.remote;
    draft.encounter &= mention.encounter;
    ++draft.told_times;
    add_instrument(event, mention, index);
    if (!event.edition) event.edition = mention.edition;
    add_name(event, mention, draft);
    if (mention.modality_rule != kNoIndex) draft.told.push_back(kind_of(mention));
  }

  // Of which events the sentences that tell of them name a sector.
  void note_subjects() {
    for (std::size_t i = 0; i < layer_.events.size(); ++i) drafts_[i].named = !layer_.events[i].sectors.empty();
  }

  void finish() {
    if (!layer_.events.empty()) find_lead();
    for (std::size_t i = 0; i < layer_.events.size(); ++i) finish(layer_.events[i], drafts_[i]);
  }

 private:
  static constexpr std::uint32_t kFirstSentences = 2;

  // How many days an event lasts, whether the day told is the last of them, and its first and last day as mentions tell them.
  struct Length {
    std::int32_t days = 1;
    bool ended = false;
    std::optional<std::int32_t> first_day, last_day;
  };

  // What is known of an event beside its record until all its mentions are read.
  struct Draft {
    Kind type = kAnyKind;
    std::uint32_t item = 0, sentence = 0;   // that tell of it first
    std::uint32_t instrument_sentence = 0;  // that names what is signed
    std::vector<Kind> told;                 // by the mentions that say something of whether it happened
    Length length;
    EntityMention place_name;    // of a place that is no entity yet
    bool about = false;          // its sectors are told as its subject
    bool named = false;          // the sentences that tell of it name a sector
    bool headline_name = false;  // it is called so by the headline alone
    bool remote = false;         // by telephone
    bool encounter = true;       // nothing but `met` tells of it
    int told_times = 0;          // by how many mentions
  };

  void finish(EventRecord& event, const Draft& draft) {
    std::ranges::stable_sort(event.arguments, {}, [&](const ArgumentRecord& argument) {
      return work_.entities.entities[argument.entity].mentions.front();
    });
    event.modality = judge(event, draft);
    set_default_sector(event, draft);
    drop_unspecific(event);
    set_time(event, draft.length);
    if (event.places.empty() && !draft.place_name.range.empty()) event.places.push_back(place_named(draft.place_name));
    if (!draft.remote) set_default_place(event, draft.item);
  }

  static EntityMention place_mention(const EventMention& mention) {
    return {.range = mention.place_name,
            .type = EntityType::place,
            .rule = mention.place_name_rule,
            .sentence = mention.sentence,
            .head = mention.place_name};
  }

  // The longest of its names; what the headline calls it counts least.
  void add_name(EventRecord& event, const EventMention& mention, Draft& draft) const {
    if (mention.name.empty()) return;
    const std::string_view name = work_.analysis.text_of(mention.name);
    const bool of_headline = work_.in_headline(mention.sentence);
    const bool begins_body = draft.headline_name && !of_headline;
    if (!event.name.empty() && !begins_body && event.name.size() >= name.size()) return;
    event.name = name;
    draft.headline_name = of_headline;
  }

  // What one mention tells as the subject is worth more than what stands near others.
  static void add_sectors_of(EventRecord& event, const EventMention& mention, Draft& draft) {
    if (mention.about && !draft.about) event.sectors.clear();
    if (!mention.about && draft.about) return;
    draft.about = mention.about;
    for (const std::uint32_t sector : mention.sectors) add_unique(event.sectors, sector);
  }

  // What is told once as done is done, unless its day is still ahead; what is told once as called off is; else the first mention
  // that says something.
  Modality judge(const EventRecord& event, const Draft& draft) const {
    const std::vector<Kind>& told = draft.told;
    const auto tells = [&](Kind kind) { return std::ranges::find(told, kind) != told.end(); };
    const EventNames& names = work_.names;
    if (tells(names.happened)) return Modality::asserted;
    const bool done = tells(names.asserted);
    if (!done && tells(names.negated)) return Modality::negated;
    if (!done && !told.empty()) return told.front() == names.possible ? Modality::possible : Modality::planned;
    const std::optional<std::int32_t> today = times_.day_of_item(draft.item);
    const std::int32_t days_gone = draft.length.ended ? draft.length.days - 1 : 0;
    const bool ahead =
        !event.times.empty() && today && times_.mentions[event.times.front()].days->first - days_gone > *today;
    return ahead ? Modality::planned : Modality::asserted;
  }

  Kind kind_of(const EventMention& mention) const {
    return work_.analysis.language.grammar.rules[mention.modality_rule].kind;
  }

  // A person who signs does so for somebody: the person takes the person's role, the affiliation the role captured.
  void add_argument(EventRecord& event, const EventMention& mention, const MentionArgument& argument) {
    const EventType* type = work_.names.type(mention.type);
    const EntityRecord& entity = work_.entities.entities[argument.entity];
    const bool person = entity.type == EntityType::person;
    if (type == nullptr || type->person_role.empty() || !person || names_.text(argument.role) != type->person_from)
      return add_role(event, names_.text(argument.role), argument.entity, argument.rule);
    add_role(event, type->person_role, argument.entity, argument.rule);
    if (entity.affiliation != kNoIndex && may_be_bound(work_.entities.entities[entity.affiliation]))
      add_role(event, names_.text(argument.role), entity.affiliation, argument.rule);
  }

  // `Director for East Africa`: a region of no country signs nothing.
  static bool may_be_bound(const EntityRecord& side) { return side.type != EntityType::place || !side.country.empty(); }

  void add_role(EventRecord& event, std::string_view role, std::uint32_t entity, std::uint32_t rule) {
    add_new_argument(event, {role, entity, rule});
  }

  // Two numbers for what was signed contradict each other.
  void add_instrument(EventRecord& event, const EventMention& mention, std::uint32_t index) {
    if (!mention.instrument) return;
    std::uint32_t& named_in = drafts_[index].instrument_sentence;
    if (!event.instrument || work_.in_headline(named_in)) {  // a headline says `deal` of anything
      event.instrument = mention.instrument, named_in = mention.sentence;
      return;
    }
    std::optional<std::uint32_t>& known = event.instrument->count;
    const std::optional<std::uint32_t>& told = mention.instrument->count;
    if (known && told && *known != *told && event.instrument->kind == mention.instrument->kind)
      layer_.notes.push_back({"count-conflict",
                              "the report tells of " + std::to_string(*known) + " and of " + std::to_string(*told),
                              index});
    if (!known) known = told;
  }

  // The day where a month was told, and the days from first to last where the first was, but no day of days from first to last.
  bool says_more(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const {
    const auto first = [&](const auto& times) { return times_.mentions[times.front()].days->first; };
    if (a.size() > 1 && b.size() == 1 && first(a) == first(b) && days(b) == 0) return true;
    return b.size() == 1 && finer(a, b) && overlap(a, b);
  }
  bool finer(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const {
    return !a.empty() && days(a) < days(b);
  }
  bool overlap(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const {
    const auto first = [&](const auto& times) { return times_.mentions[times.front()].days->first; };
    const auto last = [&](const auto& times) {
      const auto& end = times_.mentions[times.back()].days;
      return end ? end->last : times_.mentions[times.front()].days->last;
    };
    return first(a) <= last(b) && first(b) <= last(a);
  }
  std::int32_t days(const std::vector<std::uint32_t>& times) const {
    const DaySpan& first = *times_.mentions[times.front()].days;
    const DaySpan& last = times_.mentions[times.back()].days ? *times_.mentions[times.back()].days : first;
    return last.last - first.first;
  }

  // How far the first sentences behind the dateline go.
  void find_lead() {
    const auto& sentences = work_.analysis.tokens.sentences;
    const std::uint32_t end = work_.analysis.layout.dateline.place.end;
    const auto after = std::ranges::find_if(sentences, [&](const SentenceData& s) {
      return work_.analysis.span_of({s.begin, s.end}).end >= end;
    });
    const std::size_t last = std::min<std::size_t>(after - sentences.begin() + kFirstSentences, sentences.size() - 1);
    lead_end_ = sentences[last].end;
  }

  // What happened on the day of the report, or the day before, and is told first and from nowhere else, happened where the report comes from.
  void set_default_place(EventRecord& event, std::uint32_t item) const {
    if (!event.places.empty() || !happened_there(event, item)) return;
    if (item == 0 && event.triggers.front().range.begin >= lead_end_) return;
    const std::uint32_t place = dateline_place(work_, item);
    if (place != kNoIndex) event.places.push_back(place), event.presumed_place = true;
  }

  // Of `the Oslo Wool Fair`, where the report has no other word of Oslo.
  std::uint32_t place_named(const EntityMention& mention) {
    EntityLayer& layer = work_.entities;
    const std::string_view name = work_.analysis.text_of(mention.range);
    const auto known = std::ranges::find_if(layer.entities, [&](const EntityRecord& entity) {
      return entity.type == EntityType::place && entity.name == name;
    });
    if (known != layer.entities.end()) return static_cast<std::uint32_t>(known - layer.entities.begin());
    const auto entity = static_cast<std::uint32_t>(layer.entities.size());
    EntityRecord& record = layer.entities.emplace_back();
    record.type = EntityType::place, record.name = name, record.named = true;
    record.mentions.push_back(static_cast<std::uint32_t>(work_.mentions.mentions.size()));
    work_.mentions.mentions.push_back(mention);
    layer.entity_of.push_back(entity);
    return entity;
  }

  // Entries of a diary tell what is on at a place, those of a list of headlines what is new there.
  bool happened_there(const EventRecord& event, std::uint32_t item) const {
    const Item& part = work_.analysis.layout.items[item];
    if (!part.day.empty()) return true;
    if (event.modality != Modality::asserted) return false;
    if (event.times.empty()) return part.kind == ItemKind::entry;
    const std::optional<std::int32_t> today = times_.day_of_item(item);
    const DaySpan& days = *times_.mentions[event.times.front()].days;
    return today && days.first >= *today - 1 && days.last <= *today;
  }

  // What the report is about; else relations between states, where they talk; and what is signed has a subject in any case. Talks,
  // rather than those who only met, are of such relations too, where these stand out in the report. Those who met once, told in
  // passing, talked of anything.
  void set_default_sector(EventRecord& event, const Draft& draft) {
    if (draft.named || (draft.encounter && is_in_passing(event, draft))) return;
    const EventType* type = work_.names.type(draft.type);
    const ReportTopics& topics = hits_.topics(draft.item);
    const std::string_view relations = type == nullptr ? std::string_view() : type->between_states;
    std::string_view sector = topics.main();
    if (sector.empty() && event.instrument) sector = topics.most_named();
    if (sector.empty() && states_in(event) >= 2 && !is_in_passing(event, draft)) sector = relations;
    if (!sector.empty()) add_unique(event.sectors, sector_index(work_.names, sector, layer_));
    if (type != nullptr && !draft.encounter && topics.stands_out(relations))
      add_unique(event.sectors, sector_index(work_.names, relations, layer_));
  }

  // Told once as done, behind the first sentences: not what the report is about.
  bool is_in_passing(const EventRecord& event, const Draft& draft) const {
    if (draft.told_times > 1 || event.triggers.empty() || event.modality != Modality::asserted) return false;
    if (draft.item == 0) return event.triggers.front().range.begin >= lead_end_;
    return draft.sentence >= kFirstSentences && work_.analysis.item_of(draft.sentence - kFirstSentences) == draft.item;
  }

  // Of `energy` and `oil and gas`, the narrower.
  void drop_unspecific(EventRecord& event) const {
    const std::vector<std::uint32_t> all = event.sectors;
    if (all.size() < 2) return;
    std::erase_if(event.sectors, [&](std::uint32_t wide) {
      return std::ranges::any_of(all, [&](std::uint32_t one) { return narrows(one, layer_.sectors[wide].id); });
    });
  }

  bool narrows(std::uint32_t sector, std::string_view wide) const {
    const auto name = std::ranges::find(work_.names.sectors, layer_.sectors[sector].id, &SectorName::id);
    return name != work_.names.sectors.end() && name->within == wide;
  }

  std::ptrdiff_t states_in(const EventRecord& event) const {
    return std::ranges::count_if(event.arguments, [&](const ArgumentRecord& argument) {
      const EntityRecord& entity = work_.entities.entities[argument.entity];
      return entity.type == EntityType::country || (entity.type == EntityType::person && !entity.office.empty());
    });
  }

  void add_days(const EventMention& mention, Length& length) const {
    length.days = std::max(length.days, mention.lasting);
    const TimeMention* end = time_at(times_, mention.until);
    if (end != nullptr && tells_when(*end) && end->days->first == end->days->last && !length.last_day)
      length.last_day = end->days->last;
    if (mention.times.size() != 1) return;
    const DaySpan& told = *times_.mentions[mention.times.front()].days;
    if (told.first != told.last) return;
    std::optional<std::int32_t>& day = mention.ended ? length.last_day : length.first_day;
    if (!day) day = told.first;
  }

  void set_time(EventRecord& event, const Length& length) const {
    if (event.times.empty()) return;
    const TimeMention& first = times_.mentions[event.times.front()];
    const TimeMention& last = times_.mentions[event.times.back()];
    const std::int32_t shift = weeks_off(first, event.modality);
    event.days = {first.days->first + shift, (last.days ? last : first).days->last + shift};
    if (event.days->last < event.days->first) event.days->last = first.days->last + shift;  // no such span: a slip
    if (event.times.size() == 1 && event.days->first == event.days->last) {
      if (opened_and_ended(length)) return print_days(event, {*length.first_day, *length.last_day});
      if (length.days > 1) return stretch(event, length);
    }
    if (const int years = years_off(first, last, event.modality); years != 0)
      return print_months(event, month_later(first, years), month_later(last, years));
    event.time = shift != 0 ? print_value(day_point(event.days->first)) : day_or_value(first);
    if (event.times.size() > 1 && event.days->last > first.days->last + shift) event.time += "/" + day_or_value(last);
  }

  // `It opened on Tuesday`, `it ended on Friday`.
  static bool opened_and_ended(const Length& length) {
    constexpr std::int32_t kLongest = 14;
    return length.first_day && length.last_day && *length.first_day < *length.last_day &&
           *length.first_day + kLongest >= *length.last_day;
  }

  // `A two-day meeting that ended on Friday`.
  static void stretch(EventRecord& event, const Length& length) {
    const std::int32_t more = length.days - 1, day = event.days->first;
    print_days(event, length.ended ? DaySpan{day - more, day} : DaySpan{day, day + more});
  }

  static void print_days(EventRecord& event, DaySpan days) {
    event.days = days;
    event.time = print_value(day_point(days.first)) + "/" + print_value(day_point(days.last));
  }

  // A day of the week alone, most of a week behind what is still to come or ahead of what happened, is that of the other week; and
  // so is the weekday of tomorrow, where it is tomorrow already where the report comes from.
  std::int32_t weeks_off(const TimeMention& time, Modality modality) const {
    constexpr std::int32_t kNear = 4, kWeek = 7;
    const Lattice& lattice = work_.analysis.lattice;
    if (!times_.reference_day || lattice.find(time.range, work_.names.weekday) == kNoEdge) return 0;
    const std::int32_t behind = *times_.reference_day - time.days->first;
    if (std::abs(behind) < kNear || std::abs(behind) >= kWeek) return 0;
    if (modality == Modality::asserted && behind != kWeek - 1) return behind < 0 ? -kWeek : 0;
    return behind > 0 ? kWeek : 0;
  }

  // A month alone, too: `could be signed in January`, said in November; and months from first to last.
  int years_off(const TimeMention& first, const TimeMention& last, Modality modality) const {
    if (!times_.reference_day || !is_month(first) || !is_month(last)) return 0;
    if (modality == Modality::asserted) return first.days->first > *times_.reference_day ? -1 : 0;
    return modality != Modality::negated && last.days->last < *times_.reference_day ? 1 : 0;
  }

  bool is_month(const TimeMention& time) const {
    return time.days && work_.analysis.lattice.find(time.range, work_.names.month) != kNoEdge;
  }

  static TimeValue month_later(const TimeMention& time, int years) {
    return point_holding(day_later(time.days->first, years, Unit::year), Unit::month);
  }

  static void print_months(EventRecord& event, const TimeValue& first, const TimeValue& last) {
    event.days = {days_of(first)->first, days_of(last)->last};
    event.time = event.times.size() > 1 ? print_value(first) + "/" + print_value(last) : print_value(first);
  }

  // Of an event the day is enough, whatever the hour.
  static std::string day_or_value(const TimeMention& time) {
    return time.type == TimeType::time && time.days ? print_value(day_point(time.days->first)) : time.value;
  }

  EventWork& work_;
  const TimeLayer& times_;
  const SectorHits& hits_;
  EventLayer& layer_;
  const Names& names_;
  std::uint32_t lead_end_ = 0;  // token
  std::vector<Draft> drafts_;   // of each event
};

}  // namespace

bool takes_part(const EventRecord& event, std::uint32_t entity) {
  return std::ranges::find(event.arguments, entity, &ArgumentRecord::entity) != event.arguments.end();
}

void add_new_argument(EventRecord& event, const ArgumentRecord& added) {
  if (event.arguments.size() < kMostArguments && !takes_part(event, added.entity)) event.arguments.push_back(added);
}

std::ptrdiff_t shared_arguments(const EventRecord& a, const EventRecord& b) {
  return std::ranges::count_if(a.arguments,
                               [&](const ArgumentRecord& argument) { return takes_part(b, argument.entity); });
}

void build_events(EventWork& work, const TimeLayer& times, const std::vector<EventMention>& mentions,
                  const std::vector<std::uint32_t>& event_of, const SectorHits& hits, EventLayer& layer) {
  EventBuilder builder(work, times, hits, layer);
  for (std::size_t i = 0; i < mentions.size(); ++i)
    if (event_of[i] != kNoIndex) builder.add(mentions[i], event_of[i]);
  builder.note_subjects();
  add_told_topics(work, hits, mentions, event_of, layer);
  builder.finish();
}

}  // namespace copydesk
