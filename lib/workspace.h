// What one worker needs to read a document, used again from document to document so that reading allocates little.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "coref/entity_layer.h"
#include "entities/mention_layer.h"
#include "events/event_layer.h"
#include "rules/find_words.h"
#include "text/layout.h"
#include "times/time_layer.h"
#include "tokens/token_layer.h"

namespace copydesk {

struct Workspace {
  Layout layout;
  TokenLayer tokens;
  Lattice lattice;
  GrammarState state;
  WordState words;
  TimeLayer times;
  MentionLayer mentions;
  EntityLayer entities;
  EventLayer events;
};

// Workspaces that are not in use. The lock is held for the time of a push or pop, twice a document.
class WorkspacePool {
 public:
  std::unique_ptr<Workspace> take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return std::make_unique<Workspace>();
    std::unique_ptr<Workspace> workspace = std::move(free_.back());
    free_.pop_back();
    return workspace;
  }
  void give(std::unique_ptr<Workspace> workspace) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(workspace));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<Workspace>> free_;
};

}  // namespace copydesk
