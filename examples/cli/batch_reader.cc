#include "batch_reader.h"

#include <algorithm>

namespace copydesk::cli {
namespace {

constexpr std::size_t kBlock = 128 * 1024;  // bytes of JSONL read at once
constexpr std::size_t kTextFiles = 8;       // text files in a batch: enough to make hand-over cheap
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

bool BatchReader::next(Batch& batch) {
  batch.clear();
  while (at_ < files_.size()) {
    const InputFile& file = files_[at_];
    if (file.kind == InputKind::text) return take_text_files(batch), true;
    if (next_lines(file, batch)) return true;
    file_.close();
    ++at_;
  }
  return false;
}

void BatchReader::take_text_files(Batch& batch) {
  while (at_ < files_.size() && files_[at_].kind == InputKind::text && batch.text_files.size() < kTextFiles)
    batch.text_files.push_back(&files_[at_++]);
}

// The next lines of a JSONL file, or its error; false when it has been read.
bool BatchReader::next_lines(const InputFile& file, Batch& batch) {
  if (file_.failed()) return false;  // its error went out with the batch before
  batch.jsonl_file = &file;
  if (!file_.is_open()) {
    rest_.clear();
    line_ = 1;
    if (!file_.open(file.path)) return batch.read_error = file_.error(file.shown()), true;
  }
  return read_lines(file, batch);
}

bool BatchReader::read_lines(const InputFile& file, Batch& batch) {
  batch.first_line = line_;
  batch.lines.swap(rest_);
  rest_.clear();
  std::size_t searched = batch.lines.size();
  while (file_.read(kBlock, batch.lines)) {
    const std::size_t feed = std::string_view(batch.lines).substr(searched).rfind('\n');
    if (feed != std::string_view::npos) {
      rest_.assign(batch.lines, searched + feed + 1);
      batch.lines.resize(searched + feed + 1);
      break;
    }
    searched = batch.lines.size();
  }
  if (file_.failed()) batch.read_error = file_.error(file.shown());
  if (line_ == 1 && batch.lines.starts_with(kByteOrderMark)) batch.lines.erase(0, kByteOrderMark.size());
  line_ += static_cast<std::uint32_t>(std::count(batch.lines.begin(), batch.lines.end(), '\n'));
  return !batch.lines.empty() || batch.read_error.has_value();
}

}  // namespace copydesk::cli
