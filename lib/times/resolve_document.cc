#include "times/resolve_document.h"

#include <algorithm>

#include "times/print_value.h"

namespace copydesk {
namespace {

constexpr int kDeepest = 4;  // of bases within bases

bool has_until(const TimeReading& reading) { return reading.until_year || reading.until_month || reading.until_day; }

// The other end of `December 6 to 7`: what it does not say itself it shares with the first.
TimeReading until_of(const TimeReading& first) {
  TimeReading reading = first;
  reading.weekday.reset();
  if (first.until_month) reading.month = first.until_month;
  if (first.until_day) reading.day = first.until_day;
  if (!first.until_year) return reading;
  const int century = first.year.value_or(0) / 100 * 100;
  reading.year = *first.until_year < 100 && *first.until_year >= first.year.value_or(0) % 100
                     ? century + *first.until_year
                     : *first.until_year;
  return reading;
}

// `April 28 to 2`: a short range over the end of the one month that is told.
bool runs_over(const TimeReading& first, const TimeReading& second) {
  constexpr int kMonth = 31, kLongest = 14;
  return first.month && first.day && second.day && !first.until_month && *second.day < *first.day &&
         kMonth - *first.day + *second.day < kLongest;
}

TimeReading in_other_month(TimeReading reading, int months) {
  constexpr int kYear = 12;
  const int month = *reading.month + months;
  reading.month = (month + kYear - 1) % kYear + 1;
  if (reading.year) *reading.year += month < 1 ? -1 : month > kYear ? 1 : 0;
  return reading;
}

// Whether more than direction and tense is needed to know the year.
bool is_open(const TimeReading& reading) {
  return !reading.base && !reading.year &&
         (reading.as == ReadAs::date || reading.as == ReadAs::weekday || reading.as == ReadAs::holiday ||
          reading.as == ReadAs::unit);
}

// `a year earlier` looks back for a comparison; the report goes on where it was.
bool is_compared(const TimeReading& reading) {
  return reading.as == ReadAs::same || (reading.as == ReadAs::shift && reading.unit == Unit::year && !reading.base);
}

void take_clock(const TimeReading& clock, TimeReading& reading) {
  reading.hour = clock.hour;
  reading.minute = clock.minute;
  reading.second = clock.second;
  reading.zone = clock.zone;
  reading.meridiem = clock.meridiem;
  if (clock.part) reading.part = clock.part;
}

bool is_underspecified(const TimeValue& value) { return value.form == TimeValue::Form::point && !value.year; }

}  // namespace

void DocumentResolver::gather(std::size_t first, Label time, Label range) {
  const std::vector<Annotation>& annotations = analysis_.lattice.annotations;
  for (std::size_t i = first; i < annotations.size(); ++i)
    if (annotations[i].label == time) add(annotations[i]);
  for (std::size_t i = first; i < annotations.size() && range != 0; ++i)
    if (annotations[i].label == range) join(annotations[i]);
  see_order();
}

// Of `24:01 on Friday` Friday is a time. Narrows `annotation` and `range` where they say none.
std::optional<TimeReading> DocumentResolver::read_or_base(const Annotation*& annotation, TokenRange& range) const {
  for (int depth = 0; depth < kDeepest; ++depth) {
    std::optional<TimeReading> reading = rules_.read(analysis_, *annotation);
    const Annotation* clock = rules_.part_of(analysis_.lattice, *annotation, TimeField::clock);
    if (reading && (clock == nullptr || rules_.read(analysis_, *clock))) return reading;
    annotation = rules_.part_of(analysis_.lattice, *annotation, TimeField::base);
    if (annotation == nullptr) return std::nullopt;
    range = annotation->range;
  }
  return std::nullopt;
}

// What only narrows another point, or reports it as it is, is read as that point.
void DocumentResolver::add(const Annotation& annotation) {
  const Annotation* inner = &annotation;
  TokenRange range = annotation.range;
  std::optional<TimeReading> reading = read_or_base(inner, range);
  for (int depth = 0; reading && reading->as == ReadAs::base && depth < kDeepest; ++depth) {
    inner = rules_.part_of(analysis_.lattice, *inner, TimeField::base);
    if (inner == nullptr) return;
    const Mod mod = reading->mod;
    reading = rules_.read(analysis_, *inner);
    if (reading && mod != Mod::none) reading->mod = mod;
  }
  if (!reading) return;
  pending_.push_back({inner, *reading, range});
  if (has_until(*reading)) split(pending_.back());
}

void DocumentResolver::split(Pending& first) {
  TokenRange until{first.range.end, first.range.end};
  for (const TimeField field : {TimeField::until_year, TimeField::until_month, TimeField::until_day})
    if (const TokenRange found = rules_.tokens_of(analysis_.lattice, *first.annotation, field); !found.empty())
      until.begin = std::min(until.begin, found.begin);
  std::uint32_t end = first.range.begin;
  for (const TimeField field : {TimeField::year, TimeField::month, TimeField::day})
    if (const TokenRange found = rules_.tokens_of(analysis_.lattice, *first.annotation, field);
        found.end <= until.begin)
      end = std::max(end, found.end);
  if (until.empty() || end <= first.range.begin) return;
  const auto index = static_cast<std::uint32_t>(pending_.size());
  Pending second{first.annotation, until_of(first.reading), until};
  if (runs_over(first.reading, second.reading)) {
    const TokenRange month = rules_.tokens_of(analysis_.lattice, *first.annotation, TimeField::month);
    TimeReading& other = month.begin < until.begin ? second.reading : first.reading;
    other = in_other_month(other, month.begin < until.begin ? 1 : -1);
  }
  second.range_begin = index - 1;
  first.range.end = end;
  first.range_end = index;
  pending_.push_back(second);
}

void DocumentResolver::join(const Annotation& annotation) {
  const Names& names = analysis_.language.grammar.names;
  const Capture* begin = analysis_.lattice.capture(annotation, names.find("begin"));
  const Capture* end = analysis_.lattice.capture(annotation, names.find("end"));
  if (begin == nullptr || end == nullptr) return;
  const auto at = [&](std::uint32_t token, std::uint32_t TokenRange::*side) {
    return std::ranges::find_if(pending_, [&](const Pending& pending) { return pending.range.*side == token; });
  };
  const auto first = at(begin->range.end, &TokenRange::end), second = at(end->range.begin, &TokenRange::begin);
  if (first == pending_.end() || second == pending_.end() || first >= second) return;
  first->range_end = static_cast<std::uint32_t>(second - pending_.begin());
  second->range_begin = static_cast<std::uint32_t>(first - pending_.begin());
}

// A date that one of the orders makes the report's own is of that order.
std::optional<Order> DocumentResolver::order_of_reference(TimeReading reading) const {
  if (!context_.reference || reading.numeric[0] == reading.numeric[1]) return std::nullopt;
  for (const Order order : {Order::month_first, Order::day_first}) {
    reading.order = order;
    const std::optional<DaySpan> days = days_of(resolve_numeric(reading, context_));
    if (days && days->first == *context_.reference) return order;
  }
  return std::nullopt;
}

// What one date shows of the report's order: `25/12/1998` by its numbers, `25 December 1998` by its words.
std::optional<Order> DocumentResolver::order_shown_by(const Pending& pending) const {
  const TimeReading& reading = pending.reading;
  if (reading.as == ReadAs::numeric) {
    const auto [first, second, third] = reading.numeric;
    if (first > 31) return std::nullopt;
    if (first <= 12 && second <= 12) return order_of_reference(reading);
    return first > 12 ? Order::day_first : Order::month_first;
  }
  if (reading.as != ReadAs::date || !reading.day || !reading.month) return std::nullopt;
  const TokenRange day = rules_.tokens_of(analysis_.lattice, *pending.annotation, TimeField::day);
  const TokenRange month = rules_.tokens_of(analysis_.lattice, *pending.annotation, TimeField::month);
  if (day.empty() || month.empty()) return std::nullopt;
  return day.begin < month.begin ? Order::day_first : Order::month_first;
}

// The order of the country or agency that the dateline names.
std::optional<Order> DocumentResolver::order_of_dateline() const {
  const Span dateline = analysis_.layout.dateline.whole;
  const Lattice& lattice = analysis_.lattice;
  for (std::uint32_t token = 0; token < analysis_.tokens.tokens.size(); ++token) {
    if (analysis_.tokens.tokens[token].begin >= dateline.end) return std::nullopt;
    if (analysis_.tokens.tokens[token].begin < dateline.begin) continue;
    for (std::uint32_t at = lattice.first_at(token); at != kNoEdge; at = lattice.edge(at).next_begin) {
      const Edge& edge = lattice.edge(at);
      if (edge.annotation) continue;
      const Lexicon& lexicon = analysis_.language.grammar.lexicons[edge.layer];
      if (const auto order = rules_.value_of(lexicon, edge.layer, lexicon.entry(edge.payload), TimeField::order))
        return static_cast<Order>(*order);
    }
  }
  return std::nullopt;
}

// Where it is not told and a date in numbers needs it: what a date in numbers shows, then the dateline, then dates in words.
void DocumentResolver::see_order() {
  const auto numeric = [](const Pending& pending) { return pending.reading.as == ReadAs::numeric; };
  if (context_.order || std::ranges::none_of(pending_, numeric)) return;
  for (const Pending& pending : pending_)
    if (numeric(pending) && !context_.order) context_.order = order_shown_by(pending);
  if (!context_.order) context_.order = order_of_dateline();
  for (const Pending& pending : pending_)
    if (!context_.order) context_.order = order_shown_by(pending);
}

// In `April 29 - May 2, 1998` the year is told of both.
void DocumentResolver::share_year(Pending& pending) const {
  if (pending.range_end == kNoIndex || !is_open(pending.reading) || !pending.reading.month) return;
  const TimeReading& end = pending_[pending.range_end].reading;
  if (!end.year || !end.month) return;
  pending.reading.year = *end.year - (*pending.reading.month > *end.month ? 1 : 0);
}

// `at 10:35 a.m. (0735 GMT) Friday`: the day that a time of day belongs to may follow in the sentence.
void DocumentResolver::look_ahead(std::uint32_t index) {
  const Pending& clock = pending_[index];
  const bool lacks_day = clock.reading.as == ReadAs::clock &&
                         rules_.part_of(analysis_.lattice, *clock.annotation, TimeField::base) == nullptr;
  if (!lacks_day || (context_.narrative.day && context_.narrative.day_sentence == context_.sentence)) return;
  for (std::uint32_t i = index + 1; i < pending_.size() && i < index + 3; ++i) {
    if (pending_[i].annotation->sentence != clock.annotation->sentence) return;
    const TimeValue value = resolve_annotation(*pending_[i].annotation, pending_[i].reading, 0);
    if (value.grain == Unit::day && !value.clock && days_of(value))
      return context_.narrative.tell(value, context_.sentence, i);
  }
}

Tense DocumentResolver::tense_of(TokenRange range, const TimeReading& reading) const {
  const bool this_weekday = reading.as == ReadAs::weekday && reading.offset == 0;
  if (!is_open(reading) || (reading.offset && !this_weekday)) return Tense::unknown;
  const SentenceData& sentence = analysis_.tokens.sentences[context_.sentence];
  return tense_.around(analysis_, range, whole_, {sentence.begin, sentence.end});
}

TimeValue DocumentResolver::resolve_annotation(const Annotation& annotation, TimeReading reading, int depth) {
  if (const Annotation* clock = rules_.part_of(analysis_.lattice, annotation, TimeField::clock)) {
    const std::optional<TimeReading> time_of_day = rules_.read(analysis_, *clock);
    if (!time_of_day) return {};
    take_clock(*time_of_day, reading);
  }
  const Annotation* base = depth < kDeepest ? rules_.part_of(analysis_.lattice, annotation, TimeField::base) : nullptr;
  if (base != nullptr) {
    std::optional<TimeReading> inner = rules_.read(analysis_, *base);
    if (!inner) return {};
    reading.base = resolve_annotation(*base, *inner, depth + 1);
    if (reading.base->form == TimeValue::Form::none) return {};
  }
  context_.tense = tense_of(annotation.range, reading);
  return resolve(reading, context_);
}

// In `was shut from November to February` the end says which November.
TimeValue DocumentResolver::resolve_begin(const Pending& begin) {
  const TimeValue value = resolve_annotation(*begin.annotation, begin.reading, 0);
  const Pending& end = pending_[begin.range_end];
  const bool dates = begin.reading.as == ReadAs::date && end.reading.as == ReadAs::date;
  if (!dates || !is_open(begin.reading) || !is_open(end.reading) || context_.tense != Tense::past) return value;
  const std::optional<DaySpan> own = days_of(value),
                               last = days_of(resolve_annotation(*end.annotation, end.reading, 0));
  if (!own || !last || last->first >= own->first) return value;
  TimeContext before = context_;
  before.reference = last->first;
  before.reference_anchor = begin.range_end;
  TimeReading earlier = begin.reading;
  earlier.offset = -1;
  return resolve(earlier, before);
}

// The end of a range does not lie before its begin.
TimeValue DocumentResolver::resolve_in_order(const Pending& pending, const std::vector<std::optional<DaySpan>>& days) {
  if (pending.range_end != kNoIndex) return resolve_begin(pending);
  const TimeValue value = resolve_annotation(*pending.annotation, pending.reading, 0);
  if (pending.range_begin == kNoIndex || !is_open(pending.reading)) return value;
  const std::optional<DaySpan>& begin = days[pending.range_begin];
  const std::optional<DaySpan> own = days_of(value);
  if (!begin || !own || own->first >= begin->first) return value;
  TimeContext after = context_;
  after.reference = begin->first;
  after.reference_anchor = pending.range_begin;
  TimeReading later = pending.reading;
  later.offset = 1;
  return resolve(later, after);
}

// Another report tells its times anew.
void DocumentResolver::enter_item(std::uint32_t item, const TimeLayer& layer) {
  if (item == item_) return;
  item_ = item;
  context_.reference = layer.day_of_item(item);
  context_.narrative = {};
  context_.narrative.reference = context_.reference;
}

void DocumentResolver::resolve_all(TimeLayer& layer) {
  std::vector<std::optional<DaySpan>> days;
  std::vector<std::uint32_t> mention_of(pending_.size(), kNoIndex);
  for (std::uint32_t i = 0; i < pending_.size(); ++i) {
    Pending& pending = pending_[i];
    context_.sentence = pending.annotation->sentence;
    enter_item(analysis_.item_of(context_.sentence), layer);
    whole_ = pending.range;
    share_year(pending);
    look_ahead(i);
    const TimeValue value = resolve_in_order(pending, days);
    days.push_back(days_of(value));
    if (value.form == TimeValue::Form::none) continue;
    if (!is_compared(pending.reading)) context_.narrative.tell(value, context_.sentence, i);
    layer.year_open |= is_underspecified(value);
    mention_of[i] = static_cast<std::uint32_t>(layer.mentions.size());
    layer.mentions.push_back({pending.range, type_of(value), print_value(value), std::string(print_mod(value.mod)),
                              days.back(), kNoIndex, pending.annotation->rule, context_.sentence, value.anchor});
  }
  const auto mentioned = [&](std::uint32_t anchor) { return anchor < mention_of.size() ? mention_of[anchor] : anchor; };
  for (TimeMention& mention : layer.mentions) mention.anchor = mentioned(mention.anchor);
  for (std::uint32_t i = 0; i < pending_.size(); ++i)
    if (mention_of[i] != kNoIndex && pending_[i].range_end != kNoIndex)
      layer.mentions[mention_of[i]].range_end = mention_of[pending_[i].range_end];
}

}  // namespace copydesk
