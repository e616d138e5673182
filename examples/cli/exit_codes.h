// How the program ends, and what it says before.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "copydesk/result.h"

namespace copydesk::cli {

enum ExitCode {
  kAllWell = 0,
  kSomeFailed = 1,  // some documents, each with an error record and a line on standard error
  kUsage = 2,
  kBadPack = 3,
  kCannotWrite = 4,
  kReaderClosed = 141,  // as a shell tells of a program that SIGPIPE ended
};

inline void print_errors(const std::vector<Error>& errors) {
  for (const Error& error : errors) std::fprintf(stderr, "%s\n", error.to_string().c_str());
}

inline int usage_error(const std::string& message) {
  std::fprintf(stderr, "copydesk: %s\n", message.c_str());
  return kUsage;
}

}  // namespace copydesk::cli
