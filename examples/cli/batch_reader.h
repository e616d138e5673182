// BatchReader: cuts the inputs into batches, in their order.
//
// JSONL is read in blocks and cut at line feeds, so that memory depends on the longest line and not on the file; a slow
// pipe is passed on as it comes. Text files are only named in a batch: whoever works on it reads them.
#pragma once

#include <string>
#include <vector>

#include "batch.h"
#include "file.h"

namespace copydesk::cli {

class BatchReader {
 public:
  explicit BatchReader(const std::vector<InputFile>& files) : files_(files) {}

  // Clears and fills `batch`; false when there is nothing left.
  bool next(Batch& batch);

 private:
  bool next_lines(const InputFile& file, Batch& batch);
  bool read_lines(const InputFile& file, Batch& batch);
  void take_text_files(Batch& batch);

  const std::vector<InputFile>& files_;
  std::size_t at_ = 0;      // the file that is read
  File file_;               // open while it is JSONL
  std::string rest_;        // begins a line whose end is not read yet
  std::uint32_t line_ = 1;  // number of the line that `rest_` begins
};

}  // namespace copydesk::cli
