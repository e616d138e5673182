// run_program: runs a program to its end and keeps what it wrote.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace copydesk::testing {

struct Finished {
  int exit_code = -1;  // 128 + n where signal n ended it
  std::string out;
  std::string err;
};

struct RunOptions {
  std::string_view input = {};  // what it reads from standard input
  std::string out_path = {};    // where standard output goes; empty: into Finished::out
  std::string directory = {};   // to run in; empty: this one
};

Finished run_program(const std::string& program, const std::vector<std::string>& arguments,
                     const RunOptions& options = {});

std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, std::string_view bytes);

// A folder of its own for a test, removed at its end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace copydesk::testing
