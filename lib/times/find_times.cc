#include "times/find_times.h"

#include "times/calendars.h"
#include "times/print_value.h"
#include "times/reference_date.h"
#include "times/resolve_document.h"
#include "times/tense.h"
#include "times/time_rules.h"

namespace copydesk {
namespace {

std::optional<Order> order_of(DateOrder order) {
  if (order == DateOrder::by_evidence) return std::nullopt;
  return order == DateOrder::day_first ? Order::day_first : Order::month_first;
}

}  // namespace

struct TimeGrammar::Impl {
  Impl(const Language& language, std::vector<Error>& errors)
      : rules(language, errors),
        tense(language),
        time(language.grammar.names.find("time")),
        range(language.grammar.names.find("time_range")) {}

  TimeRules rules;
  TenseFinder tense;
  Calendars calendars;
  Label time;   // what is reported
  Label range;  // two times joined
};

TimeGrammar::TimeGrammar(const Language& language, std::vector<Error>& errors)
    : impl_(std::make_unique<Impl>(language, errors)) {}
TimeGrammar::~TimeGrammar() = default;
TimeGrammar::TimeGrammar(TimeGrammar&&) noexcept = default;

void TimeGrammar::find(Analysis& analysis, const DocumentOptions& options, TimeLayer& layer) const {
  layer.clear();
  const std::optional<Order> order = order_of(options.date_order);
  const ReferenceDate reference =
      find_reference_date(analysis, impl_->rules, impl_->calendars, order, options.reference_date);
  layer.reference_from = reference.from;
  layer.reference_day = reference.day;
  if (reference.day) layer.reference_date = print_value(day_point(*reference.day));
  layer.item_days = find_item_days(analysis, impl_->rules, impl_->calendars, order, reference.day);
  const std::size_t first = analysis.lattice.annotations.size();
  analysis.run_room("times");
  TimeContext context{.calendars = impl_->calendars, .reference = reference.day, .order = order};
  context.narrative.reference = reference.day;
  DocumentResolver resolver(analysis, impl_->rules, impl_->tense, context);
  resolver.gather(first, impl_->time, impl_->range);
  resolver.resolve_all(layer);
}

}  // namespace copydesk
