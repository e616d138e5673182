// copydesk: the command-line face of the library. Each command has a file of its own.
#include <csignal>

#include "run.h"

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  return copydesk::cli::run(argc, argv);
}
