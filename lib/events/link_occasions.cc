#include <algorithm>

#include "events/build_events.h"
#include "times/print_value.h"

namespace copydesk {
namespace {

void note_conflict(std::uint32_t index, EventLayer& layer) {
  const EventRecord& event = layer.events[index];
  const std::optional<DaySpan>&own = event.days, &around = layer.events[event.occasion].days;
  if (!own || !around || (own->first <= around->last && around->first <= own->last)) return;
  layer.notes.push_back(
      {"time-conflict",
       event.time + " lies outside " + layer.events[event.occasion].time + ", the time of its occasion", index});
}

}  // namespace

namespace {

class OccasionFinder {
 public:
  OccasionFinder(const EventWork& work, const TimeLayer& times, const std::vector<EventMention>& mentions,
                 const std::vector<std::uint32_t>& event_of, const EventLayer& layer)
      : work_(work), names_(work.names), times_(times), mentions_(mentions), event_of_(event_of), layer_(layer) {}

  // The event during which that of mention `index` took place; kNoIndex when nothing says so. What a rule captured counts more than
  // a gathering that frames the sentence, that more than one of which some part is spoken of, and that more than one that the
  // report is about.
  std::uint32_t occasion_of(std::size_t index, std::uint32_t known) const {
    if (known != kNoIndex) return known;
    const EventMention& mention = mentions_[index];
    if (const std::uint32_t told = told_by_rule(mention); told != kNoIndex) return told;
    if (const std::uint32_t framing = framing_event(index); framing != kNoIndex) return framing;
    if (mention.within) {
      const std::uint32_t gathering = gathering_before(index);
      return gathering == kNoIndex ? encounter_before(index) : gathering;
    }
    if (mention.maybe_within) {
      const std::uint32_t gathering = only_gathering(index);
      return gathering == kNoIndex ? talks_before(index) : gathering;
    }
    return may_attend(index) ? gathering_attended(index) : kNoIndex;
  }

 private:
  static constexpr std::size_t kMentionsAround = 12, kMentionsBack = 100;

  std::uint32_t told_by_rule(const EventMention& mention) const {
    if (mention.occasion.empty()) return kNoIndex;
    const auto around = std::ranges::lower_bound(mentions_, mention.occasion.end, {},
                                                 [](const EventMention& m) { return m.trigger.begin; });
    const bool found = around != mentions_.begin() && (around - 1)->trigger.overlaps(mention.occasion);
    return found ? event_of_[static_cast<std::size_t>(around - 1 - mentions_.begin())] : kNoIndex;
  }

  // `at the forum`, `the forum told`: any other event of the sentence took place there.
  std::uint32_t framing_event(std::size_t index) const {
    const std::size_t begin = index > kMentionsAround ? index - kMentionsAround : 0;
    const std::size_t end = std::min(mentions_.size(), index + kMentionsAround);
    for (std::size_t i = begin; i < end; ++i)
      if (mentions_[i].sentence == mentions_[index].sentence && mentions_[i].frames &&
          names_.is_gathering(mentions_[i].type) && mentions_[i].type != mentions_[index].type &&
          !is_only_told(mentions_[i].trigger, mentions_[index].trigger) &&
          !is_of_another(mentions_[index].trigger, mentions_[i].trigger))
        return event_of_[i];
    return kNoIndex;
  }

  // `At the forum he said that they had met`: it was told there, no more.
  bool is_only_told(TokenRange gathering, TokenRange trigger) const {
    const auto& tokens = work_.analysis.tokens.tokens;
    for (std::uint32_t token = gathering.end; token < trigger.begin; ++token)
      if (names_.clause.has(tokens[token], ClauseUse::kReporting) ||
          (tokens[token].word_class & names_.clause.subordinator) != 0)
        return true;
    return false;
  }

  // `The deputy opened the meeting for the mayor, who is at a forum`: what stands behind the relative is told of the mayor; `the talks
  // go on, he said at the forum`: they are only told of there.
  bool is_of_another(TokenRange trigger, TokenRange gathering) const {
    const auto& tokens = work_.analysis.tokens.tokens;
    for (std::uint32_t token = trigger.end + 2; token < gathering.begin; ++token)
      if ((tokens[token].word_class & (names_.clause.relative | names_.clause.subordinator)) != 0 ||
          names_.clause.has(tokens[token], ClauseUse::kReporting))
        return true;
    return false;
  }

  // The gathering told most before a mention that speaks of a part of it: `on the second day`.
  std::uint32_t gathering_before(std::size_t index) const {
    std::uint32_t best = kNoIndex;
    for (std::size_t i = index; i-- > 0 && is_near(i, index);)
      if (tells_gathering(i, index) && (best == kNoIndex || told(event_of_[i]) > told(best))) best = event_of_[i];
    return best;
  }

  // `Upon its completion they signed`: of a sitting told just before.
  std::uint32_t encounter_before(std::size_t index) const {
    constexpr std::uint32_t kSentencesBack = 2;
    for (std::size_t i = index; i-- > 0 && mentions_[i].sentence + kSentencesBack >= mentions_[index].sentence;) {
      const std::uint32_t event = event_of_[i];
      if (event == kNoIndex || event == event_of_[index] || mentions_[i].type == mentions_[index].type) continue;
      if (mentions_[i].item == mentions_[index].item && !mentions_[i].earlier &&
          fits(layer_.events[event], layer_.events[event_of_[index]], mentions_[i].item))
        return event;
    }
    return kNoIndex;
  }

  bool is_near(std::size_t i, std::size_t index) const {
    constexpr std::uint32_t kSentencesBack = 12;
    return i + kMentionsBack >= index && mentions_[i].sentence + kSentencesBack >= mentions_[index].sentence;
  }

  bool tells_gathering(std::size_t i, std::size_t index) const {
    return names_.is_gathering(mentions_[i].type) && event_of_[i] != kNoIndex && event_of_[i] != event_of_[index];
  }

  // The gathering at which what mention `index` tells is likely to have taken place; of two that it could be, none.
  std::uint32_t only_gathering(std::size_t index) const {
    std::uint32_t only = kNoIndex;
    for (std::size_t i = std::min(index + kMentionsAround, mentions_.size()); i-- > 0 && is_near(i, index);) {
      if (!tells_gathering(i, index) || layer_.events[event_of_[i]].occasion != kNoIndex || !is_likely(i, index))
        continue;
      if (only != kNoIndex && only != event_of_[i]) return kNoIndex;
      only = event_of_[i];
    }
    return only;
  }

  // `He met the envoy`, of no other day or place: at the gathering that the report is about, if it tells that he was there.
  std::uint32_t gathering_attended(std::size_t index) const {
    const std::uint32_t gathering = only_gathering(index);
    if (gathering == kNoIndex || !layer_.events[gathering].days) return kNoIndex;
    return shared_people(layer_.events[gathering], layer_.events[event_of_[index]]) > 0 ? gathering : kNoIndex;
  }

  bool may_attend(std::size_t index) const {
    const EventMention& mention = mentions_[index];
    if (event_of_[index] == kNoIndex || names_.is_gathering(mention.type)) return false;
    const EventRecord& event = layer_.events[event_of_[index]];
    return !mention.earlier && !mention.remote && !mention.distinct && !mention.modifier && !event.instrument &&
           event.modality == Modality::asserted;
  }

  // The report is about the gathering told by mention `i`, if need be further on, and nothing says that the event of mention `index`
  // took place elsewhere.
  bool is_likely(std::size_t i, std::size_t index) const {
    constexpr std::uint32_t kFirstSentences = 3;
    const EventRecord &whole = layer_.events[event_of_[i]], &part = layer_.events[event_of_[index]];
    return mentions_[i].item == mentions_[index].item && !mentions_[i].earlier &&
           (told(event_of_[i]) > 1 || (i < index && mentions_[i].sentence < kFirstSentences)) &&
           fits(whole, part, mentions_[i].item) &&
           (whole.places.empty() || part.places.empty() || share(whole.places, part.places));
  }

  // Whether the modality and the days of `part` allow it to be one of `whole`.
  bool fits(const EventRecord& whole, const EventRecord& part, std::uint32_t item) const {
    if (whole.modality != Modality::asserted && whole.modality != Modality::planned) return false;
    if (part.modality == Modality::possible) return false;
    if (part.modality == Modality::planned &&
        (whole.modality == Modality::planned || !(part.days || is_on(whole, item))))
      return false;
    if (part.modality == Modality::asserted && whole.modality == Modality::planned) return false;
    if (!part.days) return true;
    if (!whole.days) return is_of_these_days(*part.days, item);
    return part.days->first >= whole.days->first && part.days->last <= whole.days->last;
  }

  // `The summit opened on Monday. The leaders are to sign a declaration`.
  bool is_on(const EventRecord& event, std::uint32_t item) const {
    const std::optional<std::int32_t> today = times_.day_of_item(item);
    return today && event.days && event.days->last >= *today;
  }

  bool is_of_these_days(const DaySpan& days, std::uint32_t item) const {
    constexpr std::int32_t kWeek = 7;
    const std::optional<std::int32_t> today = times_.day_of_item(item);
    return today && days.first >= *today - kWeek && days.last <= *today + kWeek;
  }

  // `The ministers met in Lima. They signed a treaty`: the encounter told just before, of the same sides.
  std::uint32_t talks_before(std::size_t index) const {
    constexpr std::uint32_t kSentencesBack = 3;
    const EventRecord& part = layer_.events[event_of_[index]];
    for (std::size_t i = index; i-- > 0 && mentions_[i].sentence + kSentencesBack >= mentions_[index].sentence;) {
      const std::uint32_t event = event_of_[i];
      if (event == kNoIndex || event == event_of_[index] || mentions_[i].item != mentions_[index].item) continue;
      const EventRecord& talks = layer_.events[event];
      if (mentions_[i].type != mentions_[index].type && talks.modality == part.modality && !mentions_[i].earlier &&
          talks.days && is_of_these_days(*talks.days, mentions_[i].item) && fits(talks, part, mentions_[i].item) &&
          shared_arguments(talks, part) > 1)
        return event;
    }
    return kNoIndex;
  }

  // Countries and bodies take part in much at a time.
  std::ptrdiff_t shared_people(const EventRecord& a, const EventRecord& b) const {
    return std::ranges::count_if(a.arguments, [&](const ArgumentRecord& one) {
      const EntityRecord& entity = work_.entities.entities[one.entity];
      const bool people = entity.type == EntityType::person || !entity.named;
      return people && takes_part(b, one.entity);
    });
  }

  std::size_t told(std::uint32_t event) const { return layer_.events[event].triggers.size(); }

  const EventWork& work_;
  const EventNames& names_;
  const TimeLayer& times_;
  const std::vector<EventMention>& mentions_;
  const std::vector<std::uint32_t>& event_of_;
  const EventLayer& layer_;
};

// `On Friday, on the sidelines of the fair held from 3 to 6 May`: the Friday of those days.
void date_by_occasion(const EventWork& work, const TimeLayer& times, EventRecord& event, const EventRecord& occasion) {
  constexpr std::int32_t kWeek = 7;
  if (event.times.size() != 1 || !event.days || !occasion.days || event.days->first != event.days->last) return;
  if (work.analysis.lattice.find(times.mentions[event.times.front()].range, work.names.weekday) == kNoEdge) return;
  const std::int32_t behind = (event.days->first - occasion.days->first) % kWeek;
  const std::int32_t day = occasion.days->first + (behind < 0 ? behind + kWeek : behind);
  if (day > occasion.days->last || occasion.days->last - occasion.days->first >= kWeek) return;
  event.days = {day, day};
  event.time = print_value(day_point(day));
}

// `On the second day of the fair`: of the days of the fair, where they are known; else its first day is the one before.
void date_by_part(EventRecord& event, EventRecord& whole, std::int32_t part) {
  constexpr std::int32_t kLongest = 31;
  const bool of_days = whole.days && whole.days->last - whole.days->first < kLongest;
  const bool known = of_days && (whole.days->first < whole.days->last || event.times.empty());
  if (known) {
    const std::int32_t day = part == kLastDay ? whole.days->last : whole.days->first + part - 1;
    if (event.times.empty()) event.times = whole.times;
    event.days = {day, day}, event.time = print_value(day_point(day));
  } else if (part > 1 && event.days && event.days->first == event.days->last) {
    whole.times = event.times;
    whole.days = {event.days->first - part + 1, event.days->first};
    whole.time = print_value(day_point(whole.days->first));
  }
}

}  // namespace

// What took place at a gathering took place where and when the gathering did.
void take_circumstances(EventRecord& event, const EventRecord& whole) {
  if (event.places.empty() || (event.presumed_place && !whole.presumed_place && !whole.places.empty())) {
    event.places = whole.places;
    event.presumed_place = whole.presumed_place;
  }
  if (!event.times.empty() || whole.year_of_name) return;
  event.times = whole.times;
  event.time = whole.time;
  event.days = whole.days;
}

namespace {

// `In Lima on Friday they met on the sidelines of the summit`: where and when the one was, the other was.
void place_occasions(EventLayer& layer) {
  for (const EventRecord& event : layer.events)
    if (event.occasion != kNoIndex && event.modality != Modality::negated)
      take_circumstances(layer.events[event.occasion], event);
}

}  // namespace

void link_occasions(const EventWork& work, const TimeLayer& times, const std::vector<EventMention>& mentions,
                    const std::vector<std::uint32_t>& event_of, EventLayer& layer) {
  constexpr int kDeepest = 3;  // signed at a meeting on the sidelines of a forum
  const OccasionFinder finder(work, times, mentions, event_of, layer);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (event_of[i] == kNoIndex) continue;
    EventRecord& event = layer.events[event_of[i]];
    const std::uint32_t occasion = finder.occasion_of(i, event.occasion);
    if (occasion != kNoIndex && occasion != event_of[i] && layer.events[occasion].occasion != event_of[i])
      event.occasion = occasion;
    if (mentions[i].part_day != 0 && event.occasion != kNoIndex)
      date_by_part(event, layer.events[event.occasion], mentions[i].part_day);
  }
  place_occasions(layer);
  for (int depth = 0; depth < kDeepest; ++depth)
    for (EventRecord& event : layer.events)
      if (event.occasion != kNoIndex) {
        date_by_occasion(work, times, event, layer.events[event.occasion]);
        take_circumstances(event, layer.events[event.occasion]);
      }
  for (std::uint32_t i = 0; i < layer.events.size(); ++i)
    if (layer.events[i].occasion != kNoIndex) note_conflict(i, layer);
}

}  // namespace copydesk
