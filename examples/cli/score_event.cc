#include "score_event.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace copydesk::cli {
namespace {

using Json = nlohmann::json;
using Names = std::vector<std::string>;

const Json kNone = Json::array();

// The list or object under `key`; an empty list where there is none or null.
const Json& member(const Json& row, const char* key) {
  const auto found = row.find(key);
  return found != row.end() && found->is_structured() ? *found : kNone;
}

std::string text(const Json& row, const char* key) {
  const auto found = row.find(key);
  return found != row.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<int> number(const Json& row, const char* key) {
  const auto found = row.find(key);
  return found != row.end() && found->is_number_integer() ? std::optional(found->get<int>()) : std::nullopt;
}

Names names_of(const Json& value) { return value.is_array() ? value.get<Names>() : Names{value.get<std::string>()}; }

// What gold and reports write alike.
ScoredEvent common_fields(const Json& event) {
  ScoredEvent out;
  out.type = text(event, "type");
  out.modality = text(event, "modality");
  out.name = text(event, "name");
  const Json& instrument = member(event, "instrument");
  if (!instrument.empty()) out.instrument = instrument.value("kind", "?");
  out.instrument_count = number(instrument, "count");
  return out;
}

ScoredEvent gold_event(const Json& event) {
  ScoredEvent out = common_fields(event);
  out.time = text(event, "time");
  out.triggers = member(event, "triggers").get<Names>();
  for (const Json& place : member(event, "place")) out.places.push_back(names_of(place));
  for (const Json& filler : member(event, "participants"))
    out.participants.push_back({text(filler, "role"), text(filler, "type"), filler.value("nominal", false),
                                member(filler, "names").get<Names>()});
  out.sectors = member(event, "sectors").get<Names>();
  if (const auto occasion = number(event, "occasion")) out.occasion = static_cast<std::size_t>(*occasion);
  return out;
}

using ById = std::map<std::string, const Json*>;

ById by_id(const Json& items) {
  ById found;
  for (const Json& item : items) found[text(item, "id")] = &item;
  return found;
}

Names entity_names(const Json& entity) {
  Names names{text(entity, "name")};
  for (const Json& mention : member(entity, "mentions")) names.push_back(text(mention, "text"));
  return names;
}

bool only_described(const Json& entity) {
  const Json& mentions = member(entity, "mentions");
  return std::all_of(mentions.begin(), mentions.end(), [](const Json& mention) {
    const std::string form = text(mention, "form");
    return form == "nominal" || form == "pronoun";
  });
}

void read_entities(const Json& event, const ById& entities, ScoredEvent& out) {
  for (const Json& argument : member(event, "arguments")) {
    const auto entity = entities.find(text(argument, "entity"));
    if (entity == entities.end()) continue;
    const Json& filler = *entity->second;
    out.participants.push_back(
        {text(argument, "role"), text(filler, "type"), only_described(filler), entity_names(filler)});
  }
  for (const Json& place : member(event, "place"))
    if (const auto entity = entities.find(place); entity != entities.end())
      out.places.push_back(entity_names(*entity->second));
}

ScoredEvent report_event(const Json& event, const ById& entities, const ById& sectors) {
  ScoredEvent out = common_fields(event);
  out.time = text(member(event, "time"), "value");
  for (const Json& trigger : member(event, "triggers")) out.triggers.push_back(text(trigger, "text"));
  read_entities(event, entities, out);
  for (const std::string sector : member(event, "sectors")) {
    const auto found = sectors.find(sector);
    out.sectors.push_back(found == sectors.end() ? sector : text(*found->second, "sector"));
  }
  return out;
}

}  // namespace

std::vector<ScoredEvent> gold_events(const Json& row) {
  std::vector<ScoredEvent> events;
  for (const Json& event : member(row, "events")) events.push_back(gold_event(event));
  return events;
}

std::vector<ScoredEvent> report_events(const Json& report) {
  const ById entities = by_id(member(report, "entities")), sectors = by_id(member(report, "sectors"));
  const Json& list = member(report, "events");
  std::map<std::string, std::size_t> index;
  for (const Json& event : list) index.emplace(text(event, "id"), index.size());
  std::vector<ScoredEvent> events;
  for (const Json& event : list) {
    events.push_back(report_event(event, entities, sectors));
    const auto occasion = index.find(text(event, "occasion"));
    if (occasion != index.end()) events.back().occasion = occasion->second;
  }
  return events;
}

}  // namespace copydesk::cli
