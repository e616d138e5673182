// Resolves the expressions of one document in their order, each against the report's day and the times told before it.
#pragma once

#include <vector>

#include "times/resolve.h"
#include "times/tense.h"
#include "times/time_layer.h"
#include "times/time_rules.h"

namespace copydesk {

class DocumentResolver {
 public:
  DocumentResolver(const Analysis& analysis, const TimeRules& rules, const TenseFinder& tense,
                   const TimeContext& context)
      : analysis_(analysis), rules_(rules), tense_(tense), context_(context) {}

  // Takes the annotations from `first` on: the times with label `time`, and which of them `range` joins.
  void gather(std::size_t first, Label time, Label range);
  void resolve_all(TimeLayer& layer);

 private:
  void enter_item(std::uint32_t item, const TimeLayer& layer);

  struct Pending {
    const Annotation* annotation;  // that the reading comes from; within `range`
    TimeReading reading;
    TokenRange range;
    std::uint32_t range_end = kNoIndex;  // of the begin of a range: the other end
    std::uint32_t range_begin = kNoIndex;
  };

  void add(const Annotation& annotation);
  std::optional<TimeReading> read_or_base(const Annotation*& annotation, TokenRange& range) const;
  void split(Pending& first);
  void join(const Annotation& annotation);
  void see_order();
  std::optional<Order> order_shown_by(const Pending& pending) const;
  std::optional<Order> order_of_dateline() const;
  std::optional<Order> order_of_reference(TimeReading reading) const;
  void share_year(Pending& pending) const;
  void look_ahead(std::uint32_t index);
  TimeValue resolve_annotation(const Annotation& annotation, TimeReading reading, int depth);
  TimeValue resolve_begin(const Pending& begin);
  TimeValue resolve_in_order(const Pending& pending, const std::vector<std::optional<DaySpan>>& days);
  Tense tense_of(TokenRange range, const TimeReading& reading) const;

  const Analysis& analysis_;
  const TimeRules& rules_;
  const TenseFinder& tense_;
  TimeContext context_;
  std::uint32_t item_ = 0;
  TokenRange whole_;  // of the expression at work
  std::vector<Pending> pending_;
};

}  // namespace copydesk
