// The inputs of `copydesk extract`: what the FILE, FOLDER and `-` of the command line stand for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "batch.h"

namespace copydesk::cli {

struct Inputs {
  std::vector<InputFile> files;
  std::vector<Error> errors;  // folders that cannot be read, or hold nothing to read
  bool single_text = false;   // one text file or standard input, named as such
};

// As the name tells: what ends in .jsonl or .ndjson is JSONL, any other text.
InputKind kind_of_file(const std::string& path);

// A folder stands for its *.txt files, or *.jsonl where `kind` is jsonl, at any depth, in the order of their paths.
// Without a `kind`, a file is what its name tells. No argument: standard input.
Inputs find_inputs(const std::vector<std::string>& arguments, std::optional<InputKind> kind);

// `ict-forum` of `press/ict-forum.txt`.
std::string id_of(const InputFile& file);

// Bytes of all files together; 0 where it is not known.
std::uint64_t total_size(const std::vector<InputFile>& files);

}  // namespace copydesk::cli
