#include "copydesk/report.h"

#include "report/json_report.h"
#include "report/notation.h"

namespace copydesk {
namespace {

void write_line_head(std::string_view id, std::string& out) {
  out += '#';
  if (!id.empty()) append_name(id, out += ' ');
}

void write_lines(const Document& document, const DateLanguage* dates, std::string& out) {
  write_line_head(document.id, out);
  if (!document.reference_date.empty()) append_date(document.reference_date, dates, out += ' ');
  out += '\n';
  for (const Event& event : document.events) {
    append_event_notation(document, event, dates, out);
    out += '\n';
  }
}

void write_line_error(std::string_view id, const Error& error, std::string& out) {
  write_line_head(id, out);
  append_name(error.to_string(), out += " error ");
  out += '\n';
}

}  // namespace

void write_report(const Document& document, ReportFormat format, const ReportOptions& options, std::string& out) {
  if (format == ReportFormat::line) return write_lines(document, options.dates, out);
  write_json(document, options.offsets, format == ReportFormat::json, out);
}

void write_error(std::string_view id, const Error& error, ReportFormat format, std::string& out) {
  if (format == ReportFormat::line) return write_line_error(id, error, out);
  write_json_error(id, error, format == ReportFormat::json, out);
}

}  // namespace copydesk
