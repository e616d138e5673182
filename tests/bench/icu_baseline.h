// The yardstick: ICU's own word and sentence iteration over the same text in the same run.
#pragma once

#include <benchmark/benchmark.h>

namespace copydesk::bench {

// Seconds that this thread has been at work, so that other work on the machine does not count.
double thread_seconds();

// Bytes of UTF-8 a second of ICU, text already converted to UTF-16; the median of several passes, measured once.
double icu_bytes_per_second();

// Reports the speed of a benchmark that read all texts() in every iteration: `MB/s` of one thread, and `vs_icu`, the ratio
// to ICU's. To be called after the loop, with the seconds of the thread that the loop took.
void report_speed(benchmark::State& state, double seconds);

}  // namespace copydesk::bench
