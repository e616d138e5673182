// The entry of libFuzzer to the one target that COPYDESK_FUZZ_TARGET names.
#include <cstddef>
#include <cstdint>

#include "targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  copydesk::fuzz::COPYDESK_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
  return 0;
}
