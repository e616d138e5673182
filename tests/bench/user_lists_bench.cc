// What a user's list of a million names costs: opening it, memory, and speed beside the embedded pack alone.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "copydesk/copydesk.h"
#include "icu_baseline.h"
#include "resident.h"
#include "texts.h"

namespace copydesk::bench {
namespace {

constexpr std::uint32_t kNames = 1'000'000;

// A name of two words, most of which no other name has: `Kelomira Sunavok`.
std::string name_of(std::uint32_t number) {
  static constexpr std::string_view kSyllables[] = {"ba", "ke", "lo", "mi", "ra", "su", "na", "vo", "ki", "te"};
  std::string name;
  std::uint64_t mixed = (number + 1) * 0x9E3779B97F4A7C15ull;
  for (int i = 0; i < 10; ++i, mixed /= 10) {
    const bool begins = i % 5 == 0;
    if (begins && i > 0) name += ' ';
    name += kSyllables[mixed % 10];
    if (begins) name[name.size() - 2] = static_cast<char>(name[name.size() - 2] - 'a' + 'A');
  }
  return name + std::to_string(number % 10);
}

// The folder of a pack that holds the names; it goes with the process.
class MillionNames {
 public:
  MillionNames() : folder_(std::filesystem::temp_directory_path() / ("copydesk_bench_" + std::to_string(getpid()))) {
    std::filesystem::create_directory(folder_);
    std::ofstream(folder_ / "pack.toml") << "name = \"million\"\n[[list]]\nname = \"names\"\nfile = \"names.tsv\"\n";
    std::ofstream names(folder_ / "names.tsv");
    names << "surface\tkind\n";
    for (std::uint32_t i = 0; i < kNames; ++i) names << name_of(i) << "\tperson\n";
  }
  ~MillionNames() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  std::string folder() const { return folder_.string(); }

 private:
  std::filesystem::path folder_;
};

const MillionNames& million_names() {
  static const MillionNames names;
  return names;
}

void open_a_million_names(benchmark::State& state) {
  const Options options{.packs = {million_names().folder()}};
  const double before = resident_mib();
  for (auto _ : state) {
    const Extractor extractor = Extractor::open(options).value();
    state.counters["MiB"] = resident_mib() - before;
    if (extractor.extract("A letter to " + name_of(7) + ".").entities.size() != 1)
      return state.SkipWithError("name not found");
  }
}
BENCHMARK(open_a_million_names)->Unit(benchmark::kMillisecond)->Iterations(1);

double seconds_for_all(const Extractor& extractor) {
  const double begin = thread_seconds();
  for (const std::string& text : texts().documents) benchmark::DoNotOptimize(extractor.extract(text));
  return thread_seconds() - begin;
}

// `share_lost`: of the speed of the embedded pack alone, measured in turns.
void extract_with_a_million_names(benchmark::State& state) {
  const Extractor plain = Extractor::open().value();
  const Extractor extractor = Extractor::open({.packs = {million_names().folder()}}).value();
  seconds_for_all(plain), seconds_for_all(extractor);
  double alone = 0, with_names = 0;
  for (auto _ : state) {
    alone += seconds_for_all(plain);
    with_names += seconds_for_all(extractor);
  }
  state.counters["share_lost"] = 1 - alone / with_names;
}
BENCHMARK(extract_with_a_million_names)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace copydesk::bench
