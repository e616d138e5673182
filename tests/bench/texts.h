// What the benchmarks read: one set of reports, the same for copydesk and for ICU.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace copydesk::bench {

struct Texts {
  std::vector<std::string> documents;
  std::size_t bytes = 0;  // of all documents
};

// The reports of corpus/press/, again and again up to 2 MB, and a file of newswire where it lies beside the project.
const Texts& texts();

// The reports of corpus/press/, each once.
std::vector<std::string> corpus_reports();

}  // namespace copydesk::bench
