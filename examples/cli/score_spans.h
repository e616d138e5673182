// Scores of times and names: where they stand, of which type they are, and the value of a time.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "score_table.h"

namespace copydesk::cli {

using Reports = std::map<std::string, nlohmann::json>;  // by id

// Gold rows have `text`, and `times` or `entities` or both, with offsets in code points.
Score score_spans(const std::vector<nlohmann::json>& gold, const Reports& reports);

}  // namespace copydesk::cli
