#include <algorithm>
#include <stdexcept>

#include "jsonl_row.h"
#include "targets.h"

namespace copydesk::fuzz {

void fuzz_jsonl(std::string_view bytes) {
  cli::JsonlRow row;
  while (!bytes.empty()) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    Error error;
    if (!cli::read_row(line, row, error) && error.message.empty())
      throw std::logic_error("a row that cannot be read says why");
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
  }
}

}  // namespace copydesk::fuzz
