// Batch: the unit of work of `copydesk extract`: some text files, or some lines of a JSONL file, and what came of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "copydesk/result.h"

namespace copydesk::cli {

enum class InputKind : std::uint8_t { text, jsonl };

struct InputFile {
  std::string path;  // `-` for standard input
  InputKind kind = InputKind::text;

  bool is_stdin() const { return path == "-"; }
  std::string shown() const { return is_stdin() ? "standard input" : path; }
};

struct Batch {
  // Filled by BatchReader: text files, or lines of one JSONL file, or the error that kept it from being read.
  std::vector<const InputFile*> text_files;
  const InputFile* jsonl_file = nullptr;
  std::string lines;             // whole lines of it; the last may lack its line feed
  std::uint32_t first_line = 1;  // number of the first of them
  std::optional<Error> read_error;

  // Filled by BatchWorker.
  std::string reports;
  std::string messages;  // errors for people, one a line
  std::uint64_t documents = 0;
  std::uint64_t failed = 0;
  std::uint64_t bytes = 0;  // of input

  void clear() {
    text_files.clear();
    jsonl_file = nullptr;
    lines.clear();
    read_error.reset();
    reports.clear();
    messages.clear();
    documents = failed = bytes = 0;
  }
};

}  // namespace copydesk::cli
