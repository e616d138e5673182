#include "pipeline.h"

#include "document_builder.h"
#include "text/normalise.h"
#include "tokens/tokenizer.h"

namespace copydesk {

Pipeline::Pipeline(std::shared_ptr<const Language> language, std::vector<Error>& errors)
    : language_(std::move(language)),
      times_(*language_, errors),
      mentions_(*language_, errors),
      coreference_(*language_, errors),
      events_(*language_, errors) {}

void Pipeline::read_tokens(std::string_view text, Workspace& w) const {
  w.tokens.clear();
  for (std::uint32_t i = 0; i < w.layout.blocks.size(); ++i) {
    const Block& block = w.layout.blocks[i];
    const auto first = static_cast<std::uint32_t>(w.tokens.tokens.size());
    tokenize(text, block, language_->abbreviations, w.tokens);
    split_sentences(text, block, i, first, language_->abbreviations, w.tokens);
  }
}

// The way of a report through the house: each room reads what the earlier ones made and adds its own.
Document Pipeline::run(std::string_view bytes, const DocumentOptions& options, Workspace& w) const {
  NormalisedText text = normalise(bytes, options.charset);
  read_layout(text.text, language_->layout, w.layout);
  read_tokens(text.text, w);
  find_words(*language_, w.tokens, w.words);
  language_->classifier.classify(w.tokens);
  w.lattice.reset(w.tokens);
  find_hits(*language_, w.lattice, w.words);
  language_->grammar.prepare(w.lattice, w.state);
  Analysis analysis{*language_, text.text, w.layout, w.tokens, w.lattice, w.state};
  times_.find(analysis, options, w.times);
  mentions_.find(analysis, w.times, w.mentions);
  coreference_.resolve(analysis, w.mentions, w.entities);
  events_.find(analysis, w.times, w.mentions, w.entities, w.events);
  Document document = build_document(analysis, std::move(text), options, w);
  document.pack = language_;
  return document;
}

}  // namespace copydesk
