// COPYDESK_EXPORT: what the shared library shows; all else in it is hidden.
#pragma once

#if defined(__GNUC__)
#define COPYDESK_EXPORT __attribute__((visibility("default")))
#else
#define COPYDESK_EXPORT
#endif
