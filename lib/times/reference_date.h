// The day of a report: of its metadata line, of its dateline, of another line of its head, the one the caller knows, or that of its
// last line, in this order.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "times/calendars.h"
#include "times/time_layer.h"
#include "times/time_rules.h"

namespace copydesk {

struct ReferenceDate {
  std::optional<std::int32_t> day;
  ReferenceFrom from = ReferenceFrom::none;
};

// `option`: ISO, or empty. It also gives the year of a dateline that has none. `order`: of a date in numbers.
ReferenceDate find_reference_date(const Analysis& analysis, const TimeRules& rules, const Calendars& calendars,
                                  std::optional<Order> order, std::string_view option);

// The days of the items of a text, each its own or else that of the text; empty where there is but one item.
std::vector<std::optional<std::int32_t>> find_item_days(const Analysis& analysis, const TimeRules& rules,
                                                        const Calendars& calendars, std::optional<Order> order,
                                                        std::optional<std::int32_t> reference);

}  // namespace copydesk
