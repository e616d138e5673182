#include "extract_command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <thread>

#include "batch_reader.h"
#include "batch_worker.h"
#include "exit_codes.h"
#include "inputs.h"
#include "options.h"
#include "ordered_pipeline.h"
#include "output.h"
#include "progress.h"

namespace copydesk::cli {
namespace {

constexpr unsigned kMostJobs = 256;

constexpr const char* kAbout = R"(Write the reports of documents.

Examples:
  copydesk extract story.txt                           one report, indented
  copydesk extract --date 2025-12-06 --to line press/  each *.txt of a folder, one event a line
  copydesk extract --jobs 0 --output reports.jsonl stories.jsonl
  cat story.txt | copydesk extract

Reads plain text, or JSONL with {"id", "text", "date"} a line, and writes one report for each document,
in the order of the input.)";

constexpr const char* kFooter =
    R"(The id of a document is its file's name without folder and extension, or `id` of its row, or `line-N`.
Exit codes: 0 all well; 1 some documents failed, each with an error on standard error and an error record in
the output; 2 wrong use; 3 bad pack; 4 the output cannot be written.)";

ReportFormat format_of(const std::string& name) {
  return name == "line" ? ReportFormat::line : name == "json" ? ReportFormat::json : ReportFormat::jsonl;
}

OffsetUnit unit_of(const std::string& name) {
  return name == "utf16" ? OffsetUnit::utf16 : name == "codepoint" ? OffsetUnit::codepoint : OffsetUnit::utf8;
}

DateOrder order_of(const std::string& name) {
  if (name.empty()) return DateOrder::by_evidence;
  return name == "day-first" ? DateOrder::day_first : DateOrder::month_first;
}

std::optional<InputKind> kind_of(const std::string& name) {
  if (name.empty()) return std::nullopt;
  return name == "jsonl" ? InputKind::jsonl : InputKind::text;
}

unsigned threads_for(unsigned jobs) {
  return std::min(kMostJobs, jobs != 0 ? jobs : std::max(1u, std::thread::hardware_concurrency()));
}

WorkOptions work_options(const ExtractArguments& arguments, const Inputs& inputs, const DateLanguage* dates) {
  const std::string to = !arguments.to.empty() ? arguments.to : inputs.single_text ? "json" : "jsonl";
  return {format_of(arguments.explain ? "line" : to),
          {unit_of(arguments.offsets), dates},
          arguments.date,
          order_of(arguments.date_order),
          arguments.charset,
          arguments.explain};
}

bool has_jsonl(const Inputs& inputs) {
  return std::any_of(inputs.files.begin(), inputs.files.end(),
                     [](const InputFile& file) { return file.kind == InputKind::jsonl; });
}

bool writes_over(const std::string& output, const Inputs& inputs) {
  std::error_code ignored;
  if (output.empty() || output == "-" || !std::filesystem::is_regular_file(output, ignored)) return false;
  return std::any_of(inputs.files.begin(), inputs.files.end(), [&](const InputFile& file) {
    return !file.is_stdin() && std::filesystem::equivalent(file.path, output, ignored);
  });
}

int write_failed(const Output& output) {
  if (output.closed_by_reader()) return kReaderClosed;
  print_errors({{"copydesk", 0, 0, output.error()}});
  return kCannotWrite;
}

// Runs all batches through to `output`; false where it cannot be written. Counts the documents that failed.
bool run_batches(const Inputs& inputs, const BatchWorker& worker, const ExtractArguments& arguments, Output& output,
                 std::uint64_t& failed) {
  const bool show = !arguments.no_progress && Progress::terminal();
  Progress progress(show ? total_size(inputs.files) : 0, show);
  BatchReader reader(inputs.files);
  bool written = true;
  run_ordered<Batch>(threads_for(arguments.jobs), {.fill = [&](Batch& batch) { return reader.next(batch); },
                                                   .work = [&](Batch& batch) { worker.run(batch); },
                                                   .drain =
                                                       [&](Batch& batch) {
                                                         if (!batch.messages.empty()) progress.print(batch.messages);
                                                         written = output.write(batch.reports);
                                                         failed += batch.failed;
                                                         progress.add(batch.documents, batch.bytes);
                                                         return written;
                                                       }});
  return written;
}

}  // namespace

void add_extract(CLI::App& app, ExtractArguments& arguments) {
  CLI::App& extract = *app.add_subcommand("extract", kAbout);
  extract.footer(kFooter);
  takes_path(
      extract.add_option("INPUT", arguments.inputs, "files; folders, for their *.txt; - or nothing for standard input"),
      "PATH ...");
  takes_one_of(extract.add_option("--from", arguments.from,
                                  "what the input is; else jsonl for *.jsonl and *.ndjson, text for others"),
               {"text", "jsonl"});
  takes_one_of(
      extract.add_option("--to", arguments.to, "form of the reports; else json for one text file, jsonl for others"),
      {"json", "jsonl", "line"});
  takes_date(extract.add_option("--date", arguments.date, "reference date of documents that have none of their own"));
  takes_one_of(extract.add_option("--date-order", arguments.date_order,
                                  "how dates in numbers are written; else as the report shows, or month first"),
               {"day-first", "month-first"});
  extract
      .add_option("--language", arguments.language, "with --to line: dates also as people write them in this language")
      ->option_text("TAG");
  takes_charset(extract.add_option("--charset", arguments.charset, "charset of text files; else UTF-8, or detected"));
  takes_one_of(extract.add_option("--offsets", arguments.offsets, "unit of begin and end; utf8 where not given"),
               {"utf8", "utf16", "codepoint"});
  add_pack_option(extract, arguments.packs);
  takes_number(extract.add_option("--jobs", arguments.jobs,
                                  "threads that extract, at most 256; 0: one for each core; 1 where not given"),
               kMostJobs);
  takes_path(extract.add_option("--output,-o", arguments.output,
                                "file for the reports, there whole or not at all; else standard output"),
             "FILE");
  extract.add_flag("--explain", arguments.explain,
                   "instead of reports, each event as a line and the rules and words behind every slot");
  extract.add_flag("--no-progress", arguments.no_progress, "no progress line on a terminal");
}

int run_extract(const ExtractArguments& arguments) {
  const Inputs inputs = find_inputs(arguments.inputs, kind_of(arguments.from));
  if (!arguments.charset.empty() && has_jsonl(inputs))
    return usage_error("--charset is for text input; JSONL is always UTF-8");
  if (arguments.explain && !arguments.to.empty()) return usage_error("--explain has a form of its own, without --to");
  if (!arguments.language.empty() && arguments.to != "line") return usage_error("--language is for --to line");
  if (std::count(arguments.inputs.begin(), arguments.inputs.end(), "-") > 1) return usage_error(kOneStandardInput);
  if (writes_over(arguments.output, inputs))
    return usage_error("--output: " + arguments.output + " is among the inputs, and would be lost");
  std::optional<Result<DateLanguage>> dates;
  if (!arguments.language.empty()) dates.emplace(DateLanguage::open(arguments.language));
  if (dates && !dates->ok()) return usage_error("--language: " + dates->errors().front().message);
  const Result<Extractor> extractor = Extractor::open({.packs = arguments.packs});
  if (!extractor.ok()) return print_errors(extractor.errors()), kBadPack;
  const WorkOptions options = work_options(arguments, inputs, dates ? &dates->value() : nullptr);
  Output output;
  if (!output.open(arguments.output)) return write_failed(output);
  print_errors(inputs.errors);
  std::uint64_t failed = inputs.errors.size();
  if (!run_batches(inputs, BatchWorker(extractor.value(), options), arguments, output, failed) || !output.finish())
    return write_failed(output);
  return failed == 0 ? kAllWell : kSomeFailed;
}

}  // namespace copydesk::cli
