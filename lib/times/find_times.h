// Room 5, times. Reads: tokens, list hits, the dateline and metadata. Adds: time annotations to the lattice, and their values.
#pragma once

#include "copydesk/extractor.h"
#include "rules/analysis.h"
#include "times/time_layer.h"

namespace copydesk {

// What the rules of room `times` mean, read once from their fields. Threads: immutable.
class TimeGrammar {
 public:
  // Errors: a rule with a field or value that times do not know, with its place.
  TimeGrammar(const Language& language, std::vector<Error>& errors);
  ~TimeGrammar();
  TimeGrammar(TimeGrammar&&) noexcept;

  // Finds and resolves the expressions of one document. Keeps nothing between documents.
  void find(Analysis& analysis, const DocumentOptions& options, TimeLayer& layer) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace copydesk
