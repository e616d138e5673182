// write_report: a Document as JSON, JSONL or one-line notation.
// (lib/report/report.schema.json is the JSON Schema of the first two, lib/report/notation.md tells the third.)
//
//     std::string out;
//     copydesk::write_report(document, copydesk::ReportFormat::line, {}, out);
//     std::cout << out;   // # ict-forum 2025-12-06
//                         // signing(party=Iran, party=Russia)@2025-12-05 asserted
//
// Threads: safe to call from many at once. Lifetime: `out` is appended to, so one buffer can be used again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "copydesk/date_language.h"
#include "copydesk/document.h"
#include "copydesk/export.h"
#include "copydesk/result.h"

namespace copydesk {

enum class ReportFormat : std::uint8_t { json, jsonl, line };

/// Unit of every `begin` and `end` of a report, half-open, counted in the input. In utf16 and codepoint each run of
/// bad bytes counts as the one U+FFFD that it is read as.
enum class OffsetUnit : std::uint8_t { utf8, utf16, codepoint };

COPYDESK_EXPORT std::string_view to_string(OffsetUnit unit) noexcept;

struct ReportOptions {
  OffsetUnit offsets = OffsetUnit::utf8;
  const DateLanguage* dates = nullptr;  ///< of `line`: days are written in it too, behind their values; not owned
};

/// Appends the report of `document` to `out`, ending with a line feed. The JSON form is `copydesk.report/1`: `json` is
/// indented, `jsonl` one line. Always valid UTF-8, whatever bytes the strings of `document` hold.
COPYDESK_EXPORT void write_report(const Document& document, ReportFormat format, const ReportOptions& options,
                                  std::string& out);

/// Appends a record in place of the report of a document that could not be read, so that a stream of reports has one
/// record for every document: `{"schema": "copydesk.report/1", "id": ..., "error": {"file", "line", "message"}}`.
COPYDESK_EXPORT void write_error(std::string_view id, const Error& error, ReportFormat format, std::string& out);

}  // namespace copydesk
