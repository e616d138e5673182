// Each stage alone, over the same reports as the whole. A benchmark walks the pipeline up to its stage in every document and
// counts the time of that stage only.
#include <benchmark/benchmark.h>

#include <string>

#include "copydesk/report.h"
#include "document_builder.h"
#include "icu_baseline.h"
#include "pack_loader.h"
#include "pipeline.h"
#include "text/normalise.h"
#include "texts.h"
#include "tokens/tokenizer.h"

namespace copydesk::bench {
namespace {

// The rooms, opened once, and one document on its way through them, as in pipeline.cc.
struct Walk {
  std::shared_ptr<const Language> language = load_packs({}, false).value();
  std::vector<Error> errors;
  TimeGrammar times{*language, errors};
  MentionGrammar mentions{*language, errors};
  CoreferenceGrammar coreference{*language, errors};
  EventGrammar events{*language, errors};

  Workspace w;
  std::string_view bytes;
  NormalisedText text;
  Document document;
  std::string report;

  Analysis analysis() { return {*language, text.text, w.layout, w.tokens, w.lattice, w.state}; }
};

void tokens(Walk& walk) {
  Workspace& w = walk.w;
  w.tokens.clear();
  for (std::uint32_t i = 0; i < w.layout.blocks.size(); ++i) {
    const auto first = static_cast<std::uint32_t>(w.tokens.tokens.size());
    tokenize(walk.text.text, w.layout.blocks[i], walk.language->abbreviations, w.tokens);
    split_sentences(walk.text.text, w.layout.blocks[i], i, first, walk.language->abbreviations, w.tokens);
  }
}

void hits(Walk& walk) {
  walk.w.lattice.reset(walk.w.tokens);
  find_hits(*walk.language, walk.w.lattice, walk.w.words);
}

void times(Walk& walk) {
  Analysis analysis = walk.analysis();
  walk.times.find(analysis, {.reference_date = "2025-12-06"}, walk.w.times);
}

void entities(Walk& walk) {
  Analysis analysis = walk.analysis();
  walk.mentions.find(analysis, walk.w.times, walk.w.mentions);
}

void coref(Walk& walk) {
  Analysis analysis = walk.analysis();
  walk.coreference.resolve(analysis, walk.w.mentions, walk.w.entities);
}

void events(Walk& walk) {
  Analysis analysis = walk.analysis();
  walk.events.find(analysis, walk.w.times, walk.w.mentions, walk.w.entities, walk.w.events);
}

void report(Walk& walk) {
  walk.report.clear();
  write_report(walk.document, ReportFormat::jsonl, {}, walk.report);
}

struct Stage {
  const char* name;
  void (*run)(Walk&);
};

const Stage kStages[] = {
    {"text_normalise", [](Walk& walk) { walk.text = normalise(walk.bytes, ""); }},
    {"text_layout", [](Walk& walk) { read_layout(walk.text.text, walk.language->layout, walk.w.layout); }},
    {"tokens", tokens},
    {"lexicon_classify",
     [](Walk& walk) {
       find_words(*walk.language, walk.w.tokens, walk.w.words);
       walk.language->classifier.classify(walk.w.tokens);
     }},
    {"lexicon_hits", hits},
    {"rules_prepare", [](Walk& walk) { walk.language->grammar.prepare(walk.w.lattice, walk.w.state); }},
    {"times", times},
    {"entities", entities},
    {"coref", coref},
    {"events", events},
    {"document", [](Walk& walk) { walk.document = build_document(walk.analysis(), std::move(walk.text), {}, walk.w); }},
    {"report_json", report},
};

void run_stage(benchmark::State& state, std::size_t last) {
  Walk walk;
  icu_bytes_per_second();
  double total = 0;
  for (auto _ : state) {
    double seconds = 0;
    for (const std::string& text : texts().documents) {
      walk.bytes = text;
      for (std::size_t i = 0; i < last; ++i) kStages[i].run(walk);
      const double begin = thread_seconds();
      kStages[last].run(walk);
      seconds += thread_seconds() - begin;
    }
    state.SetIterationTime(seconds);
    total += seconds;
  }
  report_speed(state, total);
}

const bool kRegistered = [] {
  for (std::size_t i = 0; i < std::size(kStages); ++i)
    benchmark::RegisterBenchmark((std::string("stage/") + kStages[i].name).c_str(),
                                 [i](benchmark::State& state) { run_stage(state, i); })
        ->Unit(benchmark::kMillisecond)
        ->MinTime(0.1)
        ->UseManualTime();
  return true;
}();

}  // namespace
}  // namespace copydesk::bench
