// JsonlRow: one line of JSONL input, `{"id": "a1", "text": "...", "date": "2025-12-06"}`.
#pragma once

#include <string>
#include <string_view>

#include "copydesk/result.h"

namespace copydesk::cli {

// Fields that are missing or null are empty. Other keys of the row are read over.
struct JsonlRow {
  std::string id;  // a number is kept as it is written
  std::string text;
  std::string date;
};

// Reads `line` into `row`, which may be used again for the next line. False where the line is no JSON object or lacks
// `text`; `error` then has the column and the message, and `row.id` the id if it was read.
bool read_row(std::string_view line, JsonlRow& row, Error& error);

}  // namespace copydesk::cli
