#include "events/circumstances.h"

#include <algorithm>
#include <charconv>

#include "events/distances.h"
#include "tokens/tokenizer.h"

namespace copydesk {
namespace {

// A decade or a century tells nothing of an event.
bool is_long(const DaySpan& days) {
  constexpr std::int32_t kMostDays = 366;
  return days.last - days.first > kMostDays;
}

// Of an entry of a diary: the day that it stands under.
const TimeMention* day_of_item(const EventWork& work, const TimeLayer& times, std::uint32_t item) {
  const Span day = work.analysis.layout.items[item].day;
  if (day.empty()) return nullptr;
  const auto found = std::ranges::lower_bound(
      times.mentions, day.begin, {}, [&](const TimeMention& time) { return work.analysis.span_of(time.range).begin; });
  const bool inside = found != times.mentions.end() && day.contains(work.analysis.span_of(found->range));
  return inside && found->days && !is_long(*found->days) ? &*found : nullptr;
}

// The day on which something was said: of the sentence itself, else of the first sentences of the report, where a day of these days
// may stand beside what somebody did that day.
const TimeMention* reporting_time(const EventWork& work, const TimeLayer& times, const SentenceData& sentence,
                                  Label reporting) {
  constexpr std::uint32_t kFirstSentences = 4;
  constexpr std::int32_t kTheseDays = 2;
  const TimeMention *said = nullptr, *done = nullptr;
  for (const TimeMention& time : times.mentions) {
    const bool inside = time.range.begin >= sentence.begin && time.range.begin < sentence.end;
    if (work.analysis.layout.metadata_date.contains(work.analysis.span_of(time.range))) continue;
    if (!time.days || time.days->first != time.days->last || (!inside && time.sentence > kFirstSentences)) continue;
    if (inside) return &time;
    if (said == nullptr && work.analysis.lattice.find(time.range, reporting) != kNoEdge) said = &time;
    const bool recent = times.reference_day && time.days->first <= *times.reference_day &&
                        time.days->first + kTheseDays >= *times.reference_day;
    if (done == nullptr && recent) done = &time;
  }
  return said != nullptr ? said : done;
}

// `The 2003-2009 plan`: the begin or the end of more than a year.
bool is_of_long_range(const TimeLayer& times, const TimeMention& time) {
  const TimeMention& first = begin_of_range(times, time);
  if (first.range_end == kNoIndex || !first.days) return false;
  const std::optional<DaySpan>& last = times.mentions[first.range_end].days;
  return last && is_long({first.days->first, last->last});
}

// `On Friday`, in a report without a date, and `in the 1990s`: tells that no other time of the sentence tells when.
bool leaves_open(const TimeMention& time) {
  if (time.type != TimeType::date && time.type != TimeType::time) return false;
  return time.days ? is_long(*time.days) : time.value.starts_with('X');
}

// `The envoy, who arrived on Monday, met the premier`: what the aside before a trigger tells is not of the trigger.
bool in_aside_before(const EventWork& work, TokenRange time, std::uint32_t trigger, std::uint32_t sentence) {
  constexpr std::uint32_t kLongest = 14;
  const auto& tokens = work.analysis.tokens.tokens;
  const auto is_comma = [&](std::uint32_t token) { return work.names.clause.has(tokens[token], ClauseUse::kComma); };
  std::uint32_t begin = time.begin;
  while (begin > sentence && time.begin - begin < kLongest && !is_comma(begin - 1)) --begin;
  if (begin == sentence || !is_comma(begin - 1) || (tokens[begin].word_class & work.names.clause.relative) == 0)
    return false;
  for (std::uint32_t token = time.end; token < trigger; ++token)
    if (is_comma(token)) return true;
  return false;
}

// `Met the premier, who arrived on Monday`, `to heal a rift that widened in May`: what a clause behind a comma, or behind some other
// noun, tells is not of the trigger before it, unless it tells of the trigger itself: `the summit, which Riga hosted on Monday`.
bool in_clause_after(const EventWork& work, TokenRange time, std::uint32_t trigger_end) {
  const auto& tokens = work.analysis.tokens.tokens;
  const ClauseWords& words = work.names.clause;
  const auto is = [&](std::uint32_t token, ClassMask mask) { return (tokens[token].word_class & mask) != 0; };
  bool inside = false;
  for (std::uint32_t token = trigger_end; token + 1 < time.begin; ++token) {
    if (words.has(tokens[token], ClauseUse::kComma))
      inside = token != trigger_end && is(token + 1, words.relative | words.subordinator);
    else if (token > trigger_end && is(token, words.relative) && is(token - 1, words.nominal))
      inside = true;
  }
  return inside;
}

// `On Friday, the ministers of ...`
bool is_fronted(const EventWork& work, TokenRange time, std::uint32_t sentence) {
  constexpr std::uint32_t kBefore = 2;
  const auto& tokens = work.analysis.tokens.tokens;
  return time.begin <= sentence + kBefore && time.end < tokens.size() &&
         work.names.clause.has(tokens[time.end], ClauseUse::kComma);
}

// `Last week's clashes`: the time of some other noun than the trigger.
bool is_of_noun(const EventWork& work, TokenRange time, TokenRange trigger) {
  constexpr std::uint32_t kNounGroup = 5;
  const auto& tokens = work.analysis.tokens.tokens;
  const auto is = [&](std::uint32_t token, ClassMask mask) { return (tokens[token].word_class & mask) != 0; };
  if (time.end >= tokens.size() || !is(time.end, work.names.clause.clitic)) return false;
  if (trigger.begin < time.end || trigger.begin > time.end + kNounGroup) return true;
  for (std::uint32_t token = time.end + 1; token < trigger.begin; ++token)
    if (is(token, work.names.clause.finite)) return true;
  return false;
}

// `Signed the 1997 Wool Treaty`, `said before the June elections`: what stands before a noun of its own is that of the noun, not of
// the trigger.
bool is_before_noun(const EventWork& work, const TimeMention& time, TokenRange trigger) {
  constexpr std::int32_t kMonths = 300;  // days
  constexpr std::uint32_t kNounGroup = 6;
  const auto& tokens = work.analysis.tokens.tokens;
  const ClauseWords& words = work.names.clause;
  if (time.range.size() != 1 || time.range.begin == 0 || time.range.end >= tokens.size()) return false;
  const TokenData& before = tokens[time.range.begin - 1];
  const bool opened = (before.word_class & words.opener) != 0;
  const TokenData& next = tokens[time.range.end];
  const bool year = time.days && time.days->last - time.days->first >= kMonths;
  const bool month = work.analysis.lattice.find(time.range, work.names.month) != kNoEdge;
  const bool noun = (next.word_class & words.nominal) != 0;
  const bool of_year = year && opened && (noun || next.shape == Shape::capitalised);
  const bool of_month = month && noun && (opened || words.has(before, ClauseUse::kBelonging));
  if (!of_year && !(of_month && time.range.begin < trigger.begin)) return false;
  return trigger.begin < time.range.end || trigger.begin > time.range.end + kNounGroup;
}

// `A two-day meeting`: how many days a duration in the noun group before the trigger tells.
std::int32_t days_before(const EventWork& work, const TimeLayer& times, const EventMention& mention) {
  constexpr std::uint32_t kNounGroup = 6;
  const ClauseWords& words = work.names.clause;
  const auto after = first_in(times.mentions, mention.trigger.end, [](const TimeMention& t) { return t.range; });
  if (after == times.mentions.begin() || (after - 1)->type != TimeType::duration) return 1;
  const TokenRange duration = (after - 1)->range;
  if ((after - 1)->sentence != mention.sentence || duration.end + kNounGroup < mention.trigger.begin) return 1;
  const auto& tokens = work.analysis.tokens.tokens;
  for (std::uint32_t token = duration.end; token < mention.trigger.begin; ++token) {
    const bool joins =
        token == duration.end && words.has(tokens[token], ClauseUse::kBelonging);  // `three days of talks`
    if (!joins && (tokens[token].word_class & (words.preposition | words.finite | words.opener)) != 0) return 1;
  }
  return days_in((after - 1)->value);
}

// The time that a rule captured, if it tells a day or a stretch of days.
const TimeMention* captured_time(const TimeLayer& times, TokenRange range) {
  const TimeMention* time = time_at(times, range);
  return time != nullptr && tells_when(*time) ? time : nullptr;
}

// `On Saturday he said that he would meet the envoy`: what is still to come is not of a day gone by.
bool is_past_of_ahead(const EventWork& work, const TimeLayer& times, const TimeMention& time,
                      const EventMention& mention) {
  constexpr std::int32_t kNear = 4;  // from there on a day of the week may be that of the next week
  const std::optional<std::int32_t> today = times.day_of_item(mention.item);
  if (!mention.time.empty() && mention.time.overlaps(time.range)) return false;  // `flew there on Friday to meet`
  if (!today || mention.modality_rule == kNoIndex || time.range.begin >= mention.trigger.begin) return false;
  const Kind told = work.analysis.language.grammar.rules[mention.modality_rule].kind;
  const std::int32_t behind = *today - time.days->last;
  return (told == work.names.planned || told == work.names.possible) && behind > 0 && behind < kNear;
}

// Which of the times of its sentence is that of a trigger.
class TimeFinder {
 public:
  TimeFinder(const EventWork& work, const TimeLayer& times, const std::vector<EventMention>& mentions)
      : work_(work), times_(times), distances_(work) {
    for (const EventMention& mention : mentions)
      if (!mention.name.empty()) note_years(mention);
  }

  void add(EventMention& mention) const {
    const SentenceData& sentence = work_.analysis.tokens.sentences[mention.sentence];
    Found found = nearest(mention, sentence);
    if (found.time != nullptr && leaves_open(*found.time)) return;
    if (found.time != nullptr) found.time = &begin_of_range(times_, *found.time);
    if (found.time == nullptr) found.time = day_of_item(work_, times_, mention.item);
    if (found.time == nullptr && mention.reported)
      found.time = reporting_time(work_, times_, sentence, work_.names.reporting_time);
    mention.lasting = days_before(work_, times_, mention);
    if (found.time == nullptr || is_past_of_ahead(work_, times_, *found.time, mention)) return;
    if (!mention.until.empty()) mention.ended = mention.until.overlaps(found.time->range);
    mention.year_of_name = found.of_name;
    mention.loose_time = found.cost > kNear;
    mention.times.push_back(index_of(*found.time));
    const std::uint32_t end = found.time->range_end;  // of `opened on Monday and will last three days`, no day
    if (end != kNoIndex && times_.mentions[end].type != TimeType::duration) mention.times.push_back(end);
  }

 private:
  static constexpr int kFarthest = 27, kNear = 7;

  struct Found {
    const TimeMention* time = nullptr;
    int cost = kFarthest;
    bool of_name = false;
  };

  // What a rule captured, else the nearest of the sentence.
  Found nearest(const EventMention& mention, const SentenceData& sentence) const {
    const TimeMention* captured = captured_time(times_, mention.time);
    const bool ends = captured != nullptr && mention.until.overlaps(captured->range);
    if (captured != nullptr && !ends && !has(*captured, work_.names.founding_time)) return {captured, 0};
    Found best, named;
    const Found end{captured_time(times_, mention.until), 0};  // counts least
    int best_rank = kFarthest + kTold;
    for (auto time = first_in(times_.mentions, sentence.begin, [](const TimeMention& t) { return t.range; });
         time != times_.mentions.end() && time->range.begin < sentence.end; ++time) {
      if (!may_tell(*time, mention) || is_of_other_name(*time, mention)) continue;
      if (mention.until.overlaps(time->range)) continue;
      const bool fronted = is_fronted(work_, time->range, sentence.begin);
      const int cost = distances_.between(mention.trigger, time->range, fronted);
      const bool aside = distances_.tells_before(mention.trigger, time->range);
      const int rank = cost + (aside ? kTold : 0);
      if (cost >= kFarthest || is_of_other(*time, mention, sentence)) continue;
      if (names(time->range, mention)) {
        named = {&*time, cost};
        continue;
      }
      if (rank >= best_rank || (cost > kNear && is_ahead_of_done(*time, mention))) continue;
      best = {&*time, cost}, best_rank = rank;
    }
    const bool by_name = named.time != nullptr && best.time != nullptr && !is_in(*best.time, *named.time) &&
                         !(is_of_days(*best.time) && is_there(mention, sentence.begin));
    if (best.time != nullptr) return by_name ? named : best;
    if (end.time != nullptr || named.time == nullptr) return end;
    named.of_name = true;
    return named;
  }

  // `The 2025 Wool Forum`, `the Wool Forum (LWF 2025)`: of the name, right before it or right behind it.
  bool names(TokenRange time, const EventMention& mention) const {
    constexpr std::uint32_t kInBrackets = 3;
    if (mention.name.empty()) return false;
    if (time.begin < mention.name.end) return time.end >= mention.name.begin;
    const std::uint32_t behind = mention.name.end;
    const bool brackets = behind < time.begin && work_.analysis.text_of({behind, behind + 1}) == "(";
    return time.begin == behind || (brackets && time.begin <= behind + kInBrackets);
  }

  void note_years(const EventMention& mention) {
    constexpr std::int32_t kMonths = 300;  // days
    for (auto time = first_in(times_.mentions, mention.name.begin, [](const TimeMention& t) { return t.range; });
         time != times_.mentions.end() && time->sentence == mention.sentence; ++time)
      if (names(time->range, mention) && time->days && time->days->last - time->days->first >= kMonths)
        years_.push_back(time->range.begin);
  }

  // `Signed at the Wool Forum 2025`: the year of the name is of the forum.
  bool is_of_other_name(const TimeMention& time, const EventMention& mention) const {
    return std::ranges::binary_search(years_, time.range.begin) && !names(time.range, mention);
  }

  // The year of a name tells less than any day of that year.
  static bool is_in(const TimeMention& time, const TimeMention& year) {
    return time.days && year.days && time.days->first >= year.days->first && time.days->last <= year.days->last;
  }
  static bool is_of_days(const TimeMention& time) {
    constexpr std::int32_t kMostDays = 14;
    return time.days && time.days->last - time.days->first < kMostDays;
  }

  // `(last Friday) at the 2025 Wool Forum`.
  bool is_there(const EventMention& mention, std::uint32_t begin) const {
    const auto& tokens = work_.analysis.tokens.tokens;
    std::uint32_t at = mention.name.begin;
    if (at > begin && (tokens[at - 1].word_class & work_.names.clause.opener) != 0) --at;
    return at > begin && work_.names.clause.has(tokens[at - 1], ClauseUse::kPlace);
  }

  bool may_tell(const TimeMention& time, const EventMention& mention) const {
    if (!tells_when(time) && !leaves_open(time)) return false;
    if (has(time, work_.names.founding_time) || has(time, work_.names.reporting_time)) return false;
    if (is_of_long_range(times_, time)) return false;
    return !mention.earlier || days_ahead(time, mention.item) <= 0;
  }

  bool is_of_other(const TimeMention& time, const EventMention& mention, const SentenceData& sentence) const {
    return is_of_noun(work_, time.range, mention.trigger) || is_before_noun(work_, time, mention.trigger) ||
           in_aside_before(work_, time.range, mention.trigger.begin, sentence.begin) ||
           in_clause_after(work_, time.range, mention.trigger.end);
  }

  // `Signed a memorandum, and hope to conclude a contract by May`.
  bool is_ahead_of_done(const TimeMention& time, const EventMention& mention) const {
    constexpr std::int32_t kWeek = 7;
    if (mention.modality_rule == kNoIndex || days_ahead(time, mention.item) <= kWeek) return false;
    return work_.names.is_done(work_.analysis.language.grammar.rules[mention.modality_rule].kind);
  }

  std::int32_t days_ahead(const TimeMention& time, std::uint32_t item) const {
    const std::optional<std::int32_t> today = times_.day_of_item(item);
    return today && time.days ? time.days->first - *today : 0;
  }

  std::uint32_t index_of(const TimeMention& time) const {
    return static_cast<std::uint32_t>(&time - times_.mentions.data());
  }

  bool has(const TimeMention& time, Label label) const {
    return work_.analysis.lattice.find(time.range, label) != kNoEdge;
  }

  static constexpr int kTold = 8;  // `rose on Friday after the port signed on Monday`

  const EventWork& work_;
  const TimeLayer& times_;
  Distances distances_;
  std::vector<std::uint32_t> years_;  // of names: their tokens
};

}  // namespace

bool tells_when(const TimeMention& time) {
  return (time.type == TimeType::date || time.type == TimeType::time) && time.days && !is_long(*time.days);
}

const TimeMention& begin_of_range(const TimeLayer& times, const TimeMention& time) {
  if (&time == times.mentions.data()) return time;
  const TimeMention& before = *(&time - 1);
  const auto index = static_cast<std::uint32_t>(&time - times.mentions.data());
  return before.range_end == index && before.days ? before : time;
}

std::int32_t days_in(std::string_view value) {
  std::int32_t days = 1;
  const char* end = value.data() + value.size();
  const bool counts = value.starts_with('P') && value.ends_with('D');
  return counts && std::from_chars(value.data() + 1, end, days).ptr == end - 1 ? days : 1;
}

const TimeMention* time_at(const TimeLayer& times, TokenRange range) {
  const auto time = first_in(times.mentions, range.begin, [](const TimeMention& t) { return t.range; });
  const bool inside = !range.empty() && time != times.mentions.end() && time->range.begin < range.end;
  return inside ? &*time : nullptr;
}

EventMention* mention_of(const EventWork& work, const Annotation& annotation, std::vector<EventMention>& mentions) {
  const Capture* trigger = work.analysis.lattice.capture(annotation, work.names.trigger_slot);
  if (trigger == nullptr) return nullptr;
  const auto after =
      std::ranges::lower_bound(mentions, trigger->range.end, {}, [](const EventMention& m) { return m.trigger.begin; });
  return after != mentions.begin() && (after - 1)->trigger.overlaps(trigger->range) ? &*(after - 1) : nullptr;
}

namespace {

// `It opened on Tuesday and will last three days`.
void add_lengths(const EventWork& work, const TimeLayer& times, std::vector<EventMention>& mentions) {
  for (const Annotation& annotation : work.analysis.lattice.annotations) {
    if (annotation.label != work.names.lasting || annotation.label == 0) continue;
    EventMention* mention = mention_of(work, annotation, mentions);
    const Capture* told = work.analysis.lattice.capture(annotation, work.names.this_slot);
    const TimeMention* time = told != nullptr ? time_at(times, told->range) : nullptr;
    if (mention != nullptr && time != nullptr && time->type == TimeType::duration)
      mention->lasting = std::max(mention->lasting, days_in(time->value));
  }
}

}  // namespace

void add_times(EventWork& work, const TimeLayer& times, std::vector<EventMention>& mentions) {
  const TimeFinder finder(work, times, mentions);
  for (EventMention& mention : mentions)
    if (mention.echo ? !mention.time.empty() : !mention.modifier) finder.add(mention);
  add_lengths(work, times, mentions);
}

}  // namespace copydesk
