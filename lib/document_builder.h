// Turns the layers of the rooms into the Document that users get: tokens become spans, indices of layers indices of lists.
#pragma once

#include "copydesk/extractor.h"
#include "rules/analysis.h"
#include "text/normalise.h"
#include "workspace.h"

namespace copydesk {

Document build_document(const Analysis& analysis, NormalisedText&& text, const DocumentOptions& options,
                        const Workspace& workspace);

}  // namespace copydesk
