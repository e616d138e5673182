// The one place of the version; CMake reads it from here.
#pragma once

#define COPYDESK_VERSION "0.1.0"
