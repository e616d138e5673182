#include "icu_baseline.h"

#include <time.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <vector>

#include "texts.h"

namespace copydesk::bench {
namespace {

using Iterator = std::unique_ptr<icu::BreakIterator>;

std::size_t boundaries(icu::BreakIterator& iterator, const icu::UnicodeString& text) {
  std::size_t count = 0;
  iterator.setText(text);
  while (iterator.next() != icu::BreakIterator::DONE) ++count;
  return count;
}

std::size_t iterate(icu::BreakIterator& words, icu::BreakIterator& sentences,
                    const std::vector<icu::UnicodeString>& documents) {
  std::size_t count = 0;
  for (const icu::UnicodeString& document : documents)
    count += boundaries(words, document) + boundaries(sentences, document);
  return count;
}

struct Setup {
  Setup() {
    UErrorCode status = U_ZERO_ERROR;
    words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status));
    sentences.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    for (const std::string& document : texts().documents) documents.push_back(icu::UnicodeString::fromUTF8(document));
  }
  Iterator words, sentences;
  std::vector<icu::UnicodeString> documents;
};

double measure() {
  Setup setup;
  std::vector<double> seconds;
  for (int pass = 0; pass < 7; ++pass) {
    const double begin = thread_seconds();
    benchmark::DoNotOptimize(iterate(*setup.words, *setup.sentences, setup.documents));
    seconds.push_back(thread_seconds() - begin);
  }
  std::nth_element(seconds.begin(), seconds.begin() + 3, seconds.end());
  return static_cast<double>(texts().bytes) / seconds[3];
}

void icu_words_and_sentences(benchmark::State& state) {
  Setup setup;
  const double begin = thread_seconds();
  for (auto _ : state) benchmark::DoNotOptimize(iterate(*setup.words, *setup.sentences, setup.documents));
  report_speed(state, thread_seconds() - begin);
}
BENCHMARK(icu_words_and_sentences)->Unit(benchmark::kMillisecond);

}  // namespace

double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double icu_bytes_per_second() {
  static const double speed = measure();
  return speed;
}

void report_speed(benchmark::State& state, double seconds) {
  const double speed = static_cast<double>(texts().bytes) * static_cast<double>(state.iterations()) / seconds;
  state.counters["MB/s"] = benchmark::Counter(speed / 1e6, benchmark::Counter::kAvgThreads);
  state.counters["vs_icu"] = benchmark::Counter(speed / icu_bytes_per_second(), benchmark::Counter::kAvgThreads);
}

}  // namespace copydesk::bench
