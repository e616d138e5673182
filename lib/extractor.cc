#include "copydesk/extractor.h"

#include <atomic>

#include "coref/resolve_coreference.h"
#include "document_builder.h"
#include "entities/find_mentions.h"
#include "events/find_events.h"
#include "pack_loader.h"
#include "text/normalise.h"
#include "times/find_times.h"
#include "tokens/tokenizer.h"
#include "workspace.h"

namespace copydesk {

struct Extractor::Impl {
  Impl(std::shared_ptr<const Language> loaded, std::vector<Error>& errors)
      : language(std::move(loaded)), times(*language, errors), mentions(*language, errors), coreference(*language, errors),
        events(*language, errors) {}

  std::shared_ptr<const Language> language;
  TimeGrammar times;
  MentionGrammar mentions;
  CoreferenceGrammar coreference;
  EventGrammar events;
  mutable WorkspacePool workspaces;
};

namespace {

void read_tokens(const Language& language, std::string_view text, Workspace& workspace) {
  workspace.tokens.clear();
  for (std::uint32_t i = 0; i < workspace.layout.blocks.size(); ++i) {
    const Block& block = workspace.layout.blocks[i];
    const auto first = static_cast<std::uint32_t>(workspace.tokens.tokens.size());
    tokenize(text, block, language.abbreviations, workspace.tokens);
    split_sentences(text, block, i, first, language.abbreviations, workspace.tokens);
  }
}

void read_words(const Language& language, Workspace& workspace) {
  language.classifier.classify(language.grammar.lexicons.front(), workspace.tokens);
  workspace.lattice.reset(workspace.tokens);
  find_hits(language, workspace.lattice, workspace.hits);
  language.grammar.prepare(workspace.lattice, workspace.state);
}

}  // namespace

Extractor::Extractor(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

Result<Extractor> Extractor::open(const Options& options) {
  auto language = load_packs(options, false);
  if (!language.ok()) return language.errors();
  std::vector<Error> errors;
  auto impl = std::make_unique<Impl>(std::move(language).value(), errors);
  if (!errors.empty()) return errors;
  return Extractor(std::move(impl));
}

// The way of a report through the house: each room reads what the earlier ones made and adds its own.
Document Extractor::extract(std::string_view bytes, const DocumentOptions& options) const {
  const Language& language = *impl_->language;
  std::unique_ptr<Workspace> workspace = impl_->workspaces.take();
  Workspace& w = *workspace;
  NormalisedText text = normalise(bytes, options.charset);
  read_layout(text.text, language.layout, w.layout);
  read_tokens(language, text.text, w);
  read_words(language, w);
  Analysis analysis{language, text.text, w.layout, w.tokens, w.lattice, w.state};
  impl_->times.find(analysis, options.reference_date, w.times);
  impl_->mentions.find(analysis, w.times, w.mentions);
  impl_->coreference.resolve(analysis, w.mentions, w.entities);
  impl_->events.find(analysis, w.times, w.mentions, w.entities, w.events);
  Document document = build_document(analysis, std::move(text), options, w);
  document.pack = impl_->language;
  impl_->workspaces.give(std::move(workspace));
  return document;
}

}  // namespace copydesk
