#include "copydesk/extractor.h"

#include "explain_events.h"
#include "pack_loader.h"
#include "pipeline.h"

namespace copydesk {

struct Extractor::Impl {
  Impl(std::shared_ptr<const Language> language, std::vector<Error>& errors) : pipeline(std::move(language), errors) {}

  Pipeline pipeline;
  mutable WorkspacePool workspaces;
};

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

Document Extractor::extract(std::string_view bytes, const DocumentOptions& options) const {
  std::unique_ptr<Workspace> workspace = impl_->workspaces.take();
  Document document = impl_->pipeline.run(bytes, options, *workspace);
  impl_->workspaces.give(std::move(workspace));
  return document;
}

std::string Extractor::explain(std::string_view bytes, const DocumentOptions& options) const {
  std::unique_ptr<Workspace> workspace = impl_->workspaces.take();
  const Document document = impl_->pipeline.run(bytes, options, *workspace);
  std::string told = explain_events(impl_->pipeline, *workspace, document);
  impl_->workspaces.give(std::move(workspace));
  return told;
}

}  // namespace copydesk
