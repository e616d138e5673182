// run: the whole program as a function, for its own main() and for `python -m copydesk`.
#pragma once

namespace copydesk::cli {

// Does what the arguments say, the program's name being the first; gives the exit code. SIGPIPE must be ignored: a closed
// pipe then shows as an error of the write.
int run(int argc, char** argv);

}  // namespace copydesk::cli
