// The words and rules behind the events of a document, told from the workspace in which it was read.
#pragma once

#include <string>

#include "copydesk/document.h"
#include "pipeline.h"

namespace copydesk {

std::string explain_events(const Pipeline& pipeline, const Workspace& workspace, const Document& document);

}  // namespace copydesk
