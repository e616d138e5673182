#include "times/choose_year.h"

#include <cstdlib>
#include <limits>

namespace copydesk {
namespace {

// How well a candidate fits; less is better, and nothing when it does not fit at all.
using Fit = std::optional<std::int32_t>;

Fit fit_offset(DaySpan days, int offset, std::int32_t reference, bool same_year) {
  if (offset < 0 && days.last < reference) return reference - days.last;
  if (offset > 0 && days.first > reference) return days.first - reference;
  if (offset == 0 && same_year) return 0;
  return std::nullopt;
}

Fit fit_tense(DaySpan days, Tense tense, std::int32_t reference) {
  if (tense == Tense::past && days.first <= reference) return reference - days.first;
  if (tense == Tense::future && days.last >= reference) return days.last - reference;
  return std::nullopt;
}

// Without tense the nearest. Of months and seasons, what lies ahead counts as twice as far: reports tell what was.
std::int32_t distance(DaySpan days, std::int32_t reference) {
  const std::int32_t middle = days.first + (days.last - days.first) / 2;
  const std::int32_t far = 2 * std::abs(middle - reference);
  return middle > reference ? (days.first == days.last ? far + 1 : 2 * far) : far;
}

// Nobody who writes in October calls last December `in December`: what lies further back or ahead than this is told with its
// year, but for months of the same year.
constexpr std::int32_t kFarthest = 290;
constexpr std::int32_t kFarthestAhead = 335;  // behind `will`

class YearChooser {
 public:
  YearChooser(std::optional<int> offset, const TimeContext& context)
      : offset_(offset), tense_(context.tense), reference_(*context.reference) {}

  void consider(const TimeValue& value, DaySpan days, bool same_year) {
    if (offset_) return keep(fit_offset(days, *offset_, reference_, same_year), value, fitting_);
    keep(distance(days, reference_), value, nearest_);
    const Fit fit = fit_tense(days, tense_, reference_);
    if (fit && (same_year || *fit <= farthest())) keep(fit, value, fitting_);
  }

  std::optional<TimeValue> choice() const {
    if (offset_) return fitting_.value;
    const bool much_nearer = nearest_.value && nearest_.value->grain == Unit::day && nearest_.fit * 2 < day_distance();
    return fitting_.value && !much_nearer ? fitting_.value : nearest_.value;
  }

 private:
  struct Candidate {
    std::optional<TimeValue> value;
    std::int32_t fit = std::numeric_limits<std::int32_t>::max();
  };

  static void keep(Fit fit, const TimeValue& value, Candidate& best) {
    if (fit && *fit < best.fit) best = {value, *fit};
  }
  std::int32_t farthest() const { return tense_ == Tense::future ? kFarthestAhead : kFarthest; }
  std::int32_t day_distance() const { return fitting_.value ? distance(*days_of(*fitting_.value), reference_) : 0; }

  std::optional<int> offset_;
  Tense tense_;
  std::int32_t reference_;
  Candidate fitting_, nearest_;
};

// In a report without a day: that of the year told just before, unless it is still to come, of which years gone by say nothing.
std::optional<TimeValue> year_told(const InYear& in_year, const TimeContext& context) {
  constexpr std::uint32_t kSentencesBack = 2;
  const std::optional<TimeValue>& last = context.narrative.last;
  const bool near = context.narrative.sentence + kSentencesBack >= context.sentence && context.tense != Tense::future;
  std::optional<TimeValue> value = last && last->year && near ? in_year(*last->year) : std::nullopt;
  if (value) value->anchor = last->anchor;
  return value;
}

}  // namespace

std::optional<TimeValue> choose_year(const InYear& in_year, std::optional<int> offset, const TimeContext& context) {
  if (!context.reference) return offset ? std::nullopt : year_told(in_year, context);
  const int year = date_of(*context.reference).year;
  YearChooser chooser(offset, context);
  for (int candidate = year - 4; candidate <= year + 4; ++candidate) {
    const std::optional<TimeValue> value = in_year(candidate);
    if (const std::optional<DaySpan> days = value ? days_of(*value) : std::nullopt)
      chooser.consider(*value, *days, candidate == year);
  }
  std::optional<TimeValue> choice = chooser.choice();
  if (choice) choice->anchor = context.reference_anchor;
  return choice;
}

}  // namespace copydesk
