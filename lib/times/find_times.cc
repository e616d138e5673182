#include "times/find_times.h"

#include "times/calendars.h"
#include "times/print_value.h"
#include "times/reference_date.h"
#include "times/resolve_document.h"
#include "times/tense.h"
#include "times/time_rules.h"

namespace copydesk {

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

void TimeGrammar::find(Analysis& analysis, std::string_view reference_date, TimeLayer& layer) const {
  layer.clear();
  const ReferenceDate reference = find_reference_date(analysis, impl_->rules, impl_->calendars, reference_date);
  layer.reference_from = reference.from;
  layer.reference_day = reference.day;
  if (reference.day) layer.reference_date = print_value(day_point(*reference.day));
  const std::size_t first = analysis.lattice.annotations.size();
  analysis.run_room("times");
  DocumentResolver resolver(analysis, impl_->rules, impl_->tense,
                            {.calendars = impl_->calendars, .reference = reference.day});
  resolver.gather(first, impl_->time, impl_->range);
  resolver.resolve_all(layer);
}

}  // namespace copydesk
