// The house: all rooms, opened on one language. Extractor runs it; checks of packs look into its workspace afterwards.
#pragma once

#include <memory>

#include "copydesk/extractor.h"
#include "coref/resolve_coreference.h"
#include "entities/find_mentions.h"
#include "events/find_events.h"
#include "times/find_times.h"
#include "workspace.h"

namespace copydesk {

class Pipeline {
 public:
  // Errors: rules whose fields a room does not know, with their places.
  Pipeline(std::shared_ptr<const Language> language, std::vector<Error>& errors);

  // Reads one report; what the rooms made is left in `workspace`.
  Document run(std::string_view bytes, const DocumentOptions& options, Workspace& workspace) const;

  const Language& language() const { return *language_; }

 private:
  void read_tokens(std::string_view text, Workspace& workspace) const;

  std::shared_ptr<const Language> language_;
  TimeGrammar times_;
  MentionGrammar mentions_;
  CoreferenceGrammar coreference_;
  EventGrammar events_;
};

}  // namespace copydesk
