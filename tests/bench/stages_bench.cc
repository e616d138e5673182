// Each stage alone, over the same reports as the whole.
#include <benchmark/benchmark.h>

#include <chrono>
#include <string>

#include "icu_baseline.h"
#include "text/layout.h"
#include "text/normalise.h"
#include "texts.h"
#include "tokens/abbreviations.h"
#include "tokens/token_layer.h"
#include "tokens/tokenizer.h"

namespace copydesk::bench {
namespace {

using Clock = std::chrono::steady_clock;

// Runs `stage(text)` on all reports in every iteration.
template <class Stage>
void over_texts(benchmark::State& state, Stage&& stage) {
  icu_bytes_per_second();
  const auto begin = Clock::now();
  for (auto _ : state)
    for (const std::string& text : texts().documents) stage(text);
  report_speed(state, std::chrono::duration<double>(Clock::now() - begin).count());
}

void text_normalise(benchmark::State& state) {
  over_texts(state, [](const std::string& text) { benchmark::DoNotOptimize(normalise(text, "")); });
}
BENCHMARK(text_normalise)->Unit(benchmark::kMillisecond);

void text_layout(benchmark::State& state) {
  Layout layout;
  over_texts(state, [&](const std::string& text) {
    read_layout(text, {}, layout);
    benchmark::DoNotOptimize(layout.blocks.data());
  });
}
BENCHMARK(text_layout)->Unit(benchmark::kMillisecond);

// Layout is part of it, as tokens are made block by block.
void tokens_and_sentences(benchmark::State& state) {
  Layout layout;
  TokenLayer layer;
  const Abbreviations abbreviations;
  over_texts(state, [&](const std::string& text) {
    read_layout(text, {}, layout);
    layer.clear();
    for (std::uint32_t i = 0; i < layout.blocks.size(); ++i) {
      const auto first = static_cast<std::uint32_t>(layer.tokens.size());
      tokenize(text, layout.blocks[i], abbreviations, layer);
      split_sentences(text, layout.blocks[i], i, first, abbreviations, layer);
    }
    benchmark::DoNotOptimize(layer.tokens.data());
  });
}
BENCHMARK(tokens_and_sentences)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace copydesk::bench
