// Room 9, report. The JSON form `copydesk.report/1`; report.schema.json says the same to machines.
#pragma once

#include <string>
#include <string_view>

#include "copydesk/document.h"
#include "copydesk/report.h"
#include "copydesk/result.h"

namespace copydesk {

void write_json(const Document& document, OffsetUnit unit, bool indented, std::string& out);
void write_json_error(std::string_view id, const Error& error, bool indented, std::string& out);

}  // namespace copydesk
