#include "file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace copydesk::cli {

bool File::open(const std::string& path) {
  close();
  descriptor_ = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  errno_ = is_open() ? 0 : errno;
  return is_open();
}

void File::close() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
  descriptor_ = -1;
  errno_ = 0;
}

bool File::read(std::size_t size, std::string& out) {
  const std::size_t before = out.size();
  out.resize(before + size);
  ssize_t got;
  do {
    got = ::read(descriptor_, out.data() + before, size);
  } while (got < 0 && errno == EINTR);
  if (got < 0) errno_ = errno;
  out.resize(before + static_cast<std::size_t>(got > 0 ? got : 0));
  return got > 0;
}

Error File::error(const std::string& shown) const {
  return {shown, 0, 0, "cannot read: " + std::generic_category().message(errno_)};
}

}  // namespace copydesk::cli
