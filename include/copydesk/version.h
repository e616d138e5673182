// The version of the headers, which CMake reads from here, and of the library that a program runs with.
//
//     #if COPYDESK_VERSION_NUMBER >= 200          // 0.2.0: MAJOR * 10000 + MINOR * 100 + PATCH
//     if (copydesk::version() != COPYDESK_VERSION) // a shared library other than the one compiled against
//
// While MAJOR is 0, every MINOR is an interface of its own (the soname has both); a PATCH changes none. From 1.0 on MAJOR alone does.
#pragma once

#include <string_view>

#include "copydesk/export.h"

#define COPYDESK_VERSION_MAJOR 0
#define COPYDESK_VERSION_MINOR 1
#define COPYDESK_VERSION_PATCH 0
#define COPYDESK_VERSION "0.1.0"
#define COPYDESK_VERSION_NUMBER (COPYDESK_VERSION_MAJOR * 10000 + COPYDESK_VERSION_MINOR * 100 + COPYDESK_VERSION_PATCH)

namespace copydesk {

/// `MAJOR.MINOR.PATCH` of the library.
COPYDESK_EXPORT std::string_view version() noexcept;

}  // namespace copydesk
