// Room 8, events. The phrases of the pack's list `sector` in a document, found once for all who ask, and how much each item of the
// text says of each sector. Reads the lattice and the mentions of entities.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "events/collect_mentions.h"

namespace copydesk {

struct SectorHit {
  TokenRange range;
  std::string_view id;
  bool weak = false;
  bool in_name =
      false;  // of a body or an office: `the Energy Ministry` is no subject, but tells what a report is about
};

// How much a report says of each sector; its head and first sentences count more.
class ReportTopics {
 public:
  void add(const SectorHit& hit, bool leads);

  // The one that it says most of, where that makes up at least `weight` and one part in `share` of all; else empty.
  std::string_view most(int weight, int share) const;

  // The one that the report is about as a whole; empty when none stands out.
  std::string_view main() const;

  // The one that it names most; empty when it hardly names any.
  std::string_view most_named() const;

  // Whether a sector is more than mentioned in passing.
  bool matters(std::string_view id) const;

  // Whether it is one of the few that a report is about.
  bool stands_out(std::string_view id) const;

 private:
  struct Weight {
    std::string_view id;
    int weight = 0;
  };

  // Whether a sector makes up at least one part in `share` of all.
  bool has_share(std::string_view id, int share) const;

  std::vector<Weight> weights_;
  int all_ = 0;
};

class SectorHits {
 public:
  explicit SectorHits(const EventWork& work);

  std::span<const SectorHit> in_sentence(std::uint32_t sentence) const {
    return {hits_.data() + begins_[sentence], hits_.data() + begins_[sentence + 1]};
  }

  // Of an item of the text: a digest is many reports.
  const ReportTopics& topics(std::uint32_t item) const { return topics_[item]; }

 private:
  std::vector<SectorHit> hits_;        // in the order of the text
  std::vector<std::uint32_t> begins_;  // of the hits of each sentence, and their end
  std::vector<ReportTopics> topics_;   // of the items
};

}  // namespace copydesk
