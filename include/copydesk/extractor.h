// Extractor: reads press reports and gives typed events. Start here.
//
//     auto extractor = copydesk::Extractor::open();
//     copydesk::Document document = extractor.value().extract(text, {.reference_date = "2025-12-06"});
//     std::string report;
//     copydesk::write_report(document, copydesk::ReportFormat::json, {}, report);
//
// Threads: an open Extractor never changes; extract() is const and may be called from any number of threads on
// one Extractor. Its answer depends on the bytes and the options alone: no clock, no locale, no earlier document.
// Lifetime: documents keep alive what they need and may outlive the Extractor. It can be moved but not copied,
// since a copy would hold the whole pack twice; share it by reference.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/document.h"
#include "copydesk/export.h"
#include "copydesk/pack_text.h"
#include "copydesk/result.h"

namespace copydesk {

/// How to open an Extractor.
struct Options {
  // Behaviour.
  std::vector<std::string> packs = {};    ///< folders of packs laid over the embedded one, the last on top
  bool embedded_pack = true;              ///< false: only the packs given here are read
  std::vector<PackText> pack_texts = {};  ///< packs held in memory, laid over those of `packs`, the last on top
};

/// How numeric dates such as 03/04/2025 are written, where the numbers alone do not tell.
enum class DateOrder : std::uint8_t {
  by_evidence,  ///< as the report's other dates and its dateline show; else month first
  month_first,
  day_first
};

/// What is known of one document.
struct DocumentOptions {
  std::string_view id = {};              ///< copied into the report
  std::string_view reference_date = {};  ///< `YYYY-MM-DD`, for documents that have no date of their own; empty: none
  DateOrder date_order = DateOrder::by_evidence;
  std::string_view charset = {};  ///< an ICU converter name; empty: UTF-8, or detected where the bytes are not
};

class COPYDESK_EXPORT Extractor {
 public:
  /// Loads the packs. Errors: every mistake of every pack with file, line and column; nothing is loaded then.
  static Result<Extractor> open(const Options& options = {});

  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  /// Reads one report. Never fails: any bytes give a document; what was repaired stands in its notes.
  /// Time grows linearly with the length of `bytes`.
  Document extract(std::string_view bytes, const DocumentOptions& options = {}) const;

  /// Reads one report and tells, for each event, its line of ReportFormat::line and the words and the rule behind every slot.
  /// The free function of explain.h tells of sentences without an event too.
  std::string explain(std::string_view bytes, const DocumentOptions& options = {}) const;

 private:
  struct Impl;
  explicit Extractor(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace copydesk
