// Scores of events: which were found, and what their slots hold. annotation-guide.md tells what gold is.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "score_spans.h"
#include "score_table.h"

namespace copydesk::cli {

// Gold rows have `events`.
Score score_events(const std::vector<nlohmann::json>& gold, const Reports& reports);

}  // namespace copydesk::cli
