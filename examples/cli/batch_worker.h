// BatchWorker: extracts the documents of a batch and writes their reports into it.
//
// Threads: run() may be called from many threads at once, each on a batch of its own.
#pragma once

#include <string>
#include <string_view>

#include "batch.h"
#include "copydesk/extractor.h"
#include "copydesk/report.h"

namespace copydesk::cli {

struct WorkOptions {
  ReportFormat format = ReportFormat::jsonl;
  ReportOptions report;
  std::string date;  // of documents without one of their own
  DateOrder date_order = DateOrder::by_evidence;
  std::string charset;   // of text files; empty: UTF-8, or detected
  bool explain = false;  // the rules and words behind the events instead of reports
};

class BatchWorker {
 public:
  BatchWorker(const Extractor& extractor, const WorkOptions& options) : extractor_(extractor), options_(options) {}

  void run(Batch& batch) const;

 private:
  void run_text_file(const InputFile& file, Batch& batch) const;
  void run_lines(Batch& batch) const;
  void run_line(std::string_view line, std::uint32_t number, Batch& batch) const;
  void extract(std::string_view text, const DocumentOptions& document, Batch& batch) const;
  void fail(std::string_view id, const Error& error, Batch& batch) const;

  const Extractor& extractor_;
  const WorkOptions& options_;
};

}  // namespace copydesk::cli
