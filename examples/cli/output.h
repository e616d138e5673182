// Output: standard output, or a file that is there whole or not at all.
//
//     Output output;
//     if (!output.open(path) || !output.write(bytes) || !output.finish()) report(output.error());
//
// A file is written beside its place under a name of its own, brought to the disk and renamed by finish(). Without
// finish(), and when SIGINT, SIGTERM, SIGHUP or a limit on files ends the process, it is removed. One file output at a time in
// a process.
#pragma once

#include <string>
#include <string_view>

namespace copydesk::cli {

class Output {
 public:
  Output() = default;
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  bool open(const std::string& path);  // empty or `-`: standard output
  bool write(std::string_view bytes);
  bool finish();

  // Whether whoever read our output wants no more: no error, but a reason to stop.
  bool closed_by_reader() const;
  // `cannot write PATH: No space left on device`
  std::string error() const;

 private:
  bool open_beside();
  bool fail();
  void discard();

  int descriptor_ = -1;
  int errno_ = 0;
  std::string path_;  // empty for standard output
  std::string temporary_;
};

// Writes `text` to standard output; gives the exit code, and says what went wrong.
int print_text(const std::string& text);

}  // namespace copydesk::cli
