// ScoredEvent: an event of gold or of a report in the one form that scores compare.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace copydesk::cli {

struct ScoredParticipant {
  std::string role;
  std::string type;
  bool nominal = false;
  std::vector<std::string> names;
};

struct ScoredEvent {
  std::string type;
  std::vector<std::string> triggers;
  std::string modality;
  std::string time;                              // empty: none
  std::vector<std::vector<std::string>> places;  // the names of each
  std::vector<ScoredParticipant> participants;
  std::vector<std::string> sectors;
  std::string instrument;  // its kind; empty: none
  std::optional<int> instrument_count;
  std::string name;
  std::optional<std::size_t> occasion;  // index of another event of the document
};

std::vector<ScoredEvent> gold_events(const nlohmann::json& row);
std::vector<ScoredEvent> report_events(const nlohmann::json& report);

}  // namespace copydesk::cli
