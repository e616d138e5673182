// Room 8, events. Rows: groups of names that stand together although something is told of one of them in between: `Kimani, who
// heads the park, and Ostrava`. What is told between them stays readable, as no group covers it.
#pragma once

#include <cstdint>
#include <vector>

#include "entities/mention_layer.h"

namespace copydesk {

struct EventMention;
struct EventWork;

// Of each group, by its index in MentionLayer::groups, the one that goes on from it.
class NameRows {
 public:
  void reset(const MentionLayer& layer) {
    groups_ = &layer.groups;
    next_.assign(layer.groups.size(), kNoIndex);
    previous_.assign(layer.groups.size(), kNoIndex);
  }

  void link(std::uint32_t one, std::uint32_t next) {
    next_[one] = next;
    previous_[next] = one;
  }
  void unlink(std::uint32_t one) {
    previous_[next_[one]] = kNoIndex;
    next_[one] = kNoIndex;
  }

  std::uint32_t next(std::uint32_t one) const { return next_[one]; }
  std::uint32_t previous(std::uint32_t one) const { return previous_[one]; }

  // The first of the row in which a group stands; kNoIndex where it stands alone.
  std::uint32_t row_of(const Group& group) const {
    if (groups_ == nullptr || groups_->empty() || &group < groups_->data() || &group > &groups_->back())
      return kNoIndex;
    auto at = static_cast<std::uint32_t>(&group - groups_->data());
    if (next_[at] == kNoIndex && previous_[at] == kNoIndex) return kNoIndex;
    while (previous_[at] != kNoIndex) at = previous_[at];
    return at;
  }

 private:
  const std::vector<Group>* groups_ = nullptr;
  std::vector<std::uint32_t> next_, previous_;
};

// Fills the rows of the sentences in which events are told.
void link_rows(EventWork& work, const std::vector<EventMention>& mentions);

}  // namespace copydesk
