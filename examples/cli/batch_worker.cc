#include "batch_worker.h"

#include "checks.h"
#include "file.h"
#include "inputs.h"
#include "jsonl_row.h"

namespace copydesk::cli {
namespace {

constexpr std::size_t kTextBlock = 32 * 1024;  // bytes of a text file read at once; most stories are shorter
constexpr std::size_t kLongestText = std::size_t{1} << 30;  // offsets of a document are 32 bits, also after its repair
constexpr std::string_view kTooLong = "the document is longer than 1 GiB";

}  // namespace

void BatchWorker::run(Batch& batch) const {
  for (const InputFile* const file : batch.text_files) run_text_file(*file, batch);
  if (batch.jsonl_file == nullptr) return;
  run_lines(batch);
  if (batch.read_error) fail(id_of(*batch.jsonl_file), *batch.read_error, batch);
}

void BatchWorker::run_text_file(const InputFile& input, Batch& batch) const {
  static thread_local std::string text;
  text.clear();
  const std::string id = id_of(input);
  File file;
  if (file.open(input.path))
    while (text.size() <= kLongestText && file.read(kTextBlock, text)) continue;
  if (file.failed()) return fail(id, file.error(input.shown()), batch);
  if (text.size() > kLongestText) return fail(id, {input.shown(), 0, 0, std::string(kTooLong)}, batch);
  batch.bytes += text.size();
  extract(text,
          {.id = id, .reference_date = options_.date, .date_order = options_.date_order, .charset = options_.charset},
          batch);
}

void BatchWorker::run_lines(Batch& batch) const {
  std::string_view rest = batch.lines;
  for (std::uint32_t number = batch.first_line; !rest.empty(); ++number) {
    const std::size_t feed = rest.find('\n');
    const std::string_view line = rest.substr(0, feed);
    rest.remove_prefix(feed == rest.npos ? rest.size() : feed + 1);
    if (line.find_first_not_of(" \t\r") != line.npos) run_line(line, number, batch);
  }
  batch.bytes += batch.lines.size();
}

void BatchWorker::run_line(std::string_view line, std::uint32_t number, Batch& batch) const {
  static thread_local JsonlRow row;
  Error error{batch.jsonl_file->shown(), number, 0, {}};
  const bool readable = read_row(line, row, error);
  if (row.id.empty()) row.id = "line-" + std::to_string(number);
  if (!readable) return fail(row.id, error, batch);
  if (row.text.size() > kLongestText) error.message = kTooLong;
  if (!error.message.empty()) return fail(row.id, error, batch);
  const std::string_view date = row.date.empty() ? std::string_view(options_.date) : date_of(row.date);
  extract(row.text, {.id = row.id, .reference_date = date, .date_order = options_.date_order, .charset = {}}, batch);
  if (!date.empty() || row.date.empty()) return;
  // The report is written all the same: a wrong date costs the dates, not the document.
  error.message = "expected a `date` such as 2025-12-06, found `" + row.date + "`; read without a date";
  (batch.messages += error.to_string()) += '\n';
  ++batch.failed;
}

void BatchWorker::extract(std::string_view text, const DocumentOptions& document, Batch& batch) const {
  if (options_.explain)
    ((batch.reports += "# ") += document.id) += '\n' + extractor_.explain(text, document);
  else
    write_report(extractor_.extract(text, document), options_.format, options_.report, batch.reports);
  ++batch.documents;
}

void BatchWorker::fail(std::string_view id, const Error& error, Batch& batch) const {
  write_error(id, error, options_.format, batch.reports);
  (batch.messages += error.to_string()) += '\n';
  ++batch.documents;
  ++batch.failed;
}

}  // namespace copydesk::cli
