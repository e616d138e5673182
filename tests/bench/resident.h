// Memory of this process.
#pragma once

#include <fstream>

namespace copydesk::bench {

// MiB that are resident now; 0 where there is no /proc.
inline double resident_mib() {
  std::ifstream statm("/proc/self/statm");
  double pages = 0;
  statm >> pages >> pages;
  return pages * 4096 / (1 << 20);
}

}  // namespace copydesk::bench
