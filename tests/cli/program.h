// The built program, for the tests that run it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "support/run_program.h"

namespace copydesk::testing {

inline const std::string kProgram = COPYDESK_PROGRAM;

inline Finished copydesk(const std::vector<std::string>& arguments, const RunOptions& options = {}) {
  return run_program(kProgram, arguments, options);
}

// The reports or error records of JSONL output, each checked against the schema.
std::vector<nlohmann::json> records(const std::string& out);
// Their ids alone, without that check.
std::vector<std::string> ids(const std::string& out);

// One row of JSONL input.
std::string row(const std::string& id, const std::string& text);

}  // namespace copydesk::testing
