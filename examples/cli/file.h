// File: a file that is open for reading, or standard input.
#pragma once

#include <string>

#include "copydesk/result.h"

namespace copydesk::cli {

class File {
 public:
  File() = default;
  ~File() { close(); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  bool is_open() const { return descriptor_ >= 0; }
  bool open(const std::string& path);  // `-`: standard input
  void close();

  // Appends at most `size` bytes to `out`, as soon as there are any. False at the end or on an error.
  bool read(std::size_t size, std::string& out);
  bool failed() const { return errno_ != 0; }

  // What the system says went wrong with `shown`.
  Error error(const std::string& shown) const;

 private:
  int descriptor_ = -1;
  int errno_ = 0;
};

}  // namespace copydesk::cli
