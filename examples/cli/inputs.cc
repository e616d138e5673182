#include "inputs.h"

#include <algorithm>
#include <filesystem>

namespace copydesk::cli {
namespace {

namespace fs = std::filesystem;

std::string ending_of(InputKind kind) { return kind == InputKind::jsonl ? ".jsonl" : ".txt"; }

// Adds what a folder holds, in no order. Links to folders are not followed: they may lead in a circle.
void list_folder(const fs::path& folder, InputKind kind, Inputs& inputs) {
  std::error_code error, ignored;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->is_directory(ignored)) {
      if (!at->is_symlink(ignored)) list_folder(at->path(), kind, inputs);
    } else if (at->path().extension() == ending_of(kind)) {
      inputs.files.push_back({at->path().string(), kind});
    }
  }
  if (error) inputs.errors.push_back({folder.string(), 0, 0, "cannot read the folder: " + error.message()});
}

void add_folder(const std::string& folder, InputKind kind, Inputs& inputs) {
  const std::size_t before = inputs.files.size(), failed = inputs.errors.size();
  list_folder(folder, kind, inputs);
  if (inputs.files.size() == before && inputs.errors.size() == failed)
    inputs.errors.push_back({folder, 0, 0, "the folder holds no *" + ending_of(kind) + " file"});
  std::sort(inputs.files.begin() + static_cast<std::ptrdiff_t>(before), inputs.files.end(),
            [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
}

}  // namespace

InputKind kind_of_file(const std::string& path) {
  const fs::path extension = fs::path(path).extension();
  return extension == ".jsonl" || extension == ".ndjson" ? InputKind::jsonl : InputKind::text;
}

Inputs find_inputs(const std::vector<std::string>& arguments, std::optional<InputKind> kind) {
  Inputs inputs;
  for (const std::string& argument : arguments) {
    std::error_code ignored;
    if (argument != "-" && fs::is_directory(argument, ignored)) {
      add_folder(argument, kind.value_or(InputKind::text), inputs);
    } else {
      inputs.files.push_back({argument, kind.value_or(kind_of_file(argument))});
    }
  }
  if (arguments.empty()) inputs.files.push_back({"-", kind.value_or(InputKind::text)});
  inputs.single_text = arguments.size() <= 1 && inputs.files.size() == 1 && inputs.files[0].kind == InputKind::text &&
                       (arguments.empty() || arguments[0] == inputs.files[0].path);
  return inputs;
}

std::string id_of(const InputFile& file) { return file.is_stdin() ? "stdin" : fs::path(file.path).stem().string(); }

std::uint64_t total_size(const std::vector<InputFile>& files) {
  std::uint64_t total = 0;
  for (const InputFile& file : files) {
    std::error_code error;
    const std::uint64_t size = fs::is_regular_file(file.path, error) ? fs::file_size(file.path, error) : 0;
    if (!error)
      total += size;
    else if (file.is_stdin())
      return 0;
  }
  return total;
}

}  // namespace copydesk::cli
