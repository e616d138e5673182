// Finds the packs that options name: the embedded one, and folders laid over it.
#pragma once

#include <memory>

#include "copydesk/extractor.h"
#include "rules/language.h"

namespace copydesk {

// `keep_sources`: keep the rules as written, for checks.
Result<std::shared_ptr<const Language>> load_packs(const Options& options, bool keep_sources);

}  // namespace copydesk
