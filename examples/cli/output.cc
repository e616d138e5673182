#include "output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "exit_codes.h"

namespace copydesk::cli {
namespace {

namespace fs = std::filesystem;

constexpr int kEndings[] = {SIGINT, SIGTERM, SIGHUP, SIGXFSZ};

// The file to remove when a signal ends the process. Set before the handlers are, and read by them alone.
char unfinished_file[4096];

extern "C" void remove_and_end(int signal_number) {
  ::unlink(unfinished_file);
  std::signal(signal_number, SIG_DFL);
  std::raise(signal_number);
}

void remove_on_signal(const std::string& file) {
  if (file.size() >= sizeof unfinished_file) return;
  std::memcpy(unfinished_file, file.c_str(), file.size() + 1);
  for (const int ending : kEndings)
    if (std::signal(ending, remove_and_end) == SIG_IGN) std::signal(ending, SIG_IGN);
}

void keep_on_signal() {
  for (const int ending : kEndings)
    if (std::signal(ending, SIG_DFL) == SIG_IGN) std::signal(ending, SIG_IGN);
}

}  // namespace

Output::~Output() { discard(); }

bool Output::fail() {
  errno_ = errno;
  return false;
}

bool Output::open(const std::string& path) {
  if (path.empty() || path == "-") return descriptor_ = STDOUT_FILENO, true;
  std::error_code ignored;
  path_ = fs::is_symlink(path, ignored) ? fs::weakly_canonical(path, ignored).string() : path;
  if (!fs::exists(path_, ignored) || fs::is_regular_file(path_, ignored)) return open_beside();
  descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);  // a device or a pipe has no place beside it
  return descriptor_ >= 0 || fail();
}

bool Output::open_beside() {
  const fs::path place(path_);
  fs::path name(".");
  name.concat(place.filename().string()).concat(".").concat(std::to_string(::getpid()));
  temporary_ = (place.parent_path() / name).string();
  remove_on_signal(temporary_);
  descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor_ < 0) return temporary_.clear(), fail();
  struct stat before;
  if (::stat(path_.c_str(), &before) == 0) return ::fchmod(descriptor_, before.st_mode & 0777) == 0 || fail();
  return true;
}

bool Output::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written >= 0)
      bytes.remove_prefix(static_cast<std::size_t>(written));
    else if (errno != EINTR)
      return fail();
  }
  return true;
}

bool Output::finish() {
  if (!temporary_.empty() && ::fsync(descriptor_) != 0) return fail();
  const int descriptor = std::exchange(descriptor_, -1);
  if (::close(descriptor) != 0) return fail();
  if (temporary_.empty()) return true;
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) return fail();
  temporary_.clear();
  keep_on_signal();
  return true;
}

void Output::discard() {
  if (descriptor_ > STDOUT_FILENO) ::close(descriptor_);
  if (temporary_.empty()) return;
  ::unlink(temporary_.c_str());
  keep_on_signal();
}

bool Output::closed_by_reader() const { return errno_ == EPIPE; }

std::string Output::error() const {
  return "cannot write " + (path_.empty() ? "standard output" : path_) + ": " + std::generic_category().message(errno_);
}

int print_text(const std::string& text) {
  Output output;
  if (output.open({}) && output.write(text) && output.finish()) return kAllWell;
  if (output.closed_by_reader()) return kReaderClosed;
  print_errors({{"copydesk", 0, 0, output.error()}});
  return kCannotWrite;
}

}  // namespace copydesk::cli
