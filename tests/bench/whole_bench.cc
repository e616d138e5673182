// The whole way of a report, from bytes to finished JSON, and what opening and memory cost.
#include <benchmark/benchmark.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <cstdio>
#include <fstream>
#include <string>

#include "copydesk/copydesk.h"
#include "icu_baseline.h"
#include "resident.h"
#include "texts.h"

namespace copydesk::bench {
namespace {

const Extractor& shared_extractor() {
  static const Extractor extractor = Extractor::open().value();
  return extractor;
}

// Bytes of JSON of all reports; `events` counts what was found, so that a benchmark can refuse to time an empty answer.
std::size_t extract_all(const Extractor& extractor, std::string& report, std::size_t& events) {
  std::size_t bytes = 0;
  for (const std::string& text : texts().documents) {
    const Document document = extractor.extract(text, {.reference_date = "2025-12-06"});
    report.clear();
    write_report(document, ReportFormat::jsonl, {}, report);
    bytes += report.size();
    events += document.events.size();
  }
  return bytes;
}

void extract_to_json(benchmark::State& state) {
  const Extractor& extractor = shared_extractor();
  std::string report;
  std::size_t events = 0;
  extract_all(extractor, report, events);
  if (events == 0) return state.SkipWithError("no event found");
  icu_bytes_per_second();
  const double begin = thread_seconds();
  for (auto _ : state) benchmark::DoNotOptimize(extract_all(extractor, report, events));
  report_speed(state, thread_seconds() - begin);
}
// With two threads each reads all of the texts: speed and ratio are of one thread and should stay as they were; the time is
// that of an iteration over all threads, and should be halved.
BENCHMARK(extract_to_json)->Unit(benchmark::kMillisecond)->Threads(1)->Threads(2)->UseRealTime();

// What python_bench.py compares with: an iteration is one pass over the corpus, of `reports` reports.
void corpus_to_json(benchmark::State& state) {
  const Extractor& extractor = shared_extractor();
  const std::vector<std::string> reports = corpus_reports();
  std::string report;
  for (auto _ : state)
    for (const std::string& text : reports) {
      report.clear();
      write_report(extractor.extract(text, {.reference_date = "2025-12-06"}), ReportFormat::jsonl,
                   {.offsets = OffsetUnit::codepoint}, report);
      benchmark::DoNotOptimize(report.data());
    }
  state.counters["reports"] = static_cast<double>(reports.size());
}
BENCHMARK(corpus_to_json)->Unit(benchmark::kMicrosecond);

void open_and_first_report(benchmark::State& state) {
  const std::string& text = texts().documents.front();
  std::string report;
  for (auto _ : state) {
    const Extractor extractor = Extractor::open().value();
    report.clear();
    write_report(extractor.extract(text), ReportFormat::json, {}, report);
  }
}
BENCHMARK(open_and_first_report)->Unit(benchmark::kMillisecond);

#ifdef COPYDESK_PROGRAM
// One report as a whole process, with the process's peak memory.
void process_first_report(benchmark::State& state) {
  char name[] = "/tmp/copydesk_bench_XXXXXX";
  const int file = mkstemp(name);
  if (file < 0) return state.SkipWithError("no temporary file");
  std::ofstream(name) << texts().documents.front();
  const std::string command = "exec " COPYDESK_PROGRAM " extract --output /dev/null " + std::string(name);
  const char* arguments[] = {"sh", "-c", command.c_str(), nullptr};
  rusage usage{};
  for (auto _ : state) {
    pid_t child = 0;
    int status = 0;
    if (posix_spawn(&child, "/bin/sh", nullptr, nullptr, const_cast<char**>(arguments), environ) != 0 ||
        wait4(child, &status, 0, &usage) != child || status != 0) {
      state.SkipWithError("the program failed");
      break;
    }
  }
  state.counters["peak_MiB"] = static_cast<double>(usage.ru_maxrss) / 1024;
  close(file);
  std::remove(name);
}
BENCHMARK(process_first_report)->Unit(benchmark::kMillisecond)->UseRealTime();
#endif

// Resident memory that an open extractor takes, and what is added while all reports are read over and over.
void memory(benchmark::State& state) {
  std::string report;
  std::size_t events = 0;
  const double before = resident_mib();
  const Extractor extractor = Extractor::open().value();
  extract_all(extractor, report, events);
  const double first = resident_mib();
  for (auto _ : state) extract_all(extractor, report, events);
  state.counters["first_MiB"] = first - before;
  state.counters["growth_MiB"] = resident_mib() - first;
}
BENCHMARK(memory)->Unit(benchmark::kMillisecond)->Iterations(5);

// Time for one report of a size: the slope tells whether time grows linearly.
void extract_by_size(benchmark::State& state) {
  const Extractor& extractor = shared_extractor();
  std::string text;
  for (std::size_t i = 0; text.size() < static_cast<std::size_t>(state.range(0)); ++i)
    text += texts().documents[i % texts().documents.size()] + "\n\n";
  text.resize(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(extractor.extract(text));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(extract_by_size)->Unit(benchmark::kMillisecond)->RangeMultiplier(4)->Range(1 << 14, 1 << 22)->Complexity();

}  // namespace
}  // namespace copydesk::bench
