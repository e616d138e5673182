// Which year is meant where none is told: by direction word, by tense, else the nearest.
#pragma once

#include <functional>

#include "times/resolve.h"

namespace copydesk {

// The value in a given year; nothing when that year has no such day.
using InYear = std::function<std::optional<TimeValue>(int year)>;

// `offset`: -1 last, 0 this, 1 next, or nothing. Without a reference day the narrative's year, or an open one: then `in_year`
// is not called, and nothing is given.
std::optional<TimeValue> choose_year(const InYear& in_year, std::optional<int> offset, const TimeContext& context);

}  // namespace copydesk
