#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include "copydesk/pack.h"
#include "targets.h"

namespace copydesk::fuzz {
namespace {

namespace fs = std::filesystem;

// A folder of this process, removed at its end.
struct Folder {
  Folder() : path(fs::temp_directory_path() / ("copydesk_fuzz_" + std::to_string(getpid()))) {}
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  fs::path path;
};

bool plain_name(std::string_view name) {
  return !name.empty() && name.size() < 60 && name[0] != '.' &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.") == name.npos;
}

// The name in a line `==> NAME <==`; empty where the line is no such.
std::string_view file_name(std::string_view line) {
  if (!line.starts_with("==> ") || !line.ends_with(" <==") || line.size() < 9) return {};
  const std::string_view name = line.substr(4, line.size() - 8);
  return plain_name(name) ? name : std::string_view{};
}

void write_files(std::string_view bytes, const fs::path& folder) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  std::ofstream file(folder / "pack.toml", std::ios::binary);
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1);
    const std::string_view line = bytes.substr(0, end + 1);
    const std::string_view name = file_name(line.ends_with('\n') ? line.substr(0, end) : line);
    if (name.empty())
      file << line;
    else
      file = std::ofstream(folder / name, std::ios::binary);
    bytes.remove_prefix(end + 1);
  }
}

}  // namespace

void fuzz_pack(std::string_view bytes) {
  static const Folder folder;
  write_files(bytes, folder.path);
  const auto checked = check_pack({.packs = {folder.path.string()}, .embedded_pack = false});
  if (checked.ok() != checked.errors().empty()) throw std::logic_error("a pack that fails says why");
  for (const Error& error : checked.errors())
    if (error.message.empty()) throw std::logic_error("an error has a message");
}

}  // namespace copydesk::fuzz
