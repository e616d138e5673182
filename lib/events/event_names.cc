#include "events/event_names.h"

#include <algorithm>
#include <string_view>

namespace copydesk {

EventNames::EventNames(const Language& language) : clause(language.classes) {
  const Names& names = language.grammar.names;
  const auto find = [&](std::string_view name) { return names.find(name); };
  trigger = find("trigger"), echo = find("echo"), argument = find("argument"), modality = find("modality");
  mark = find("mark"), group = find("group"), instrument = find("instrument"), sector = find("sector");
  person = find("person"), organisation = find("organisation"), place = find("place"), country = find("country");
  demonym = find("demonym"), nominal = find("nominal");
  time = find("time"), side_head = find("side_head"), voice = find("voice"), bond = find("bond"),
  event_sort = find("event_sort"), clause_end = find("clause_end"), row_link = find("row_link"),
  reporting_time = find("reporting_time"), weekday = find("weekday"), month = find("month"), here = find("here"),
  that_place = find("that_place");
  founding_time = find("founding_time"), scene = find("scene"), stay = find("stay"), lasting = find("lasting"),
  regions = find("regions");
  elsewhere = find("elsewhere"), told_topic = find("told_topic"), second_sector = find("second_sector");
  this_slot = find("this"), trigger_slot = find("trigger"), place_slot = find("place"), time_slot = find("time"),
  name_slot = find("name");
  edition_slot = find("edition"), instrument_slot = find("instrument"), occasion_slot = find("occasion"),
  count_slot = find("count"), subject_slot = find("subject"), participant_slot = find("participant"),
  absent_slot = find("absent"), host_slot = find("host"), until_slot = find("last_time"),
  first_day_slot = find("first_day"), nth_day_slot = find("nth_day"), last_day_slot = find("last_day");
  asserted = find("asserted"), happened = find("happened"), planned = find("planned"), possible = find("possible"),
  negated = find("negated"), unsaid = find("unsaid");
  definite = find("definite"), indefinite = find("indefinite"), distinct = find("distinct"), ahead = find("ahead"),
  modifier = find("modifier"), earlier = find("earlier"), reported = find("reported"), remote = find("remote"),
  within = find("within"), maybe_within = find("maybe_within"), attended = find("attended");
  ended = find("ended"), sequel = find("sequel"), pointed = find("pointed"), encounter = find("encounter"),
  on_stay = find("on_stay"), apposed = find("apposed");
  for (const Lexicon& lexicon : language.grammar.lexicons) read_lists(lexicon, names);
}

// Looks at the names of lists once, not at those of all their entries: a pack may bring a million.
void EventNames::read_lists(const Lexicon& lexicon, const Names& names) {
  std::vector<std::string_view> list_names;
  for (const ListInfo& list : lexicon.lists()) {
    const std::string_view name = lexicon.string(list.name);
    const bool read = name == "sector_name" || name == "clause_words" || name == "event_type";
    list_names.push_back(read ? name : std::string_view());
  }
  for (const ListEntry& entry : lexicon.entries()) {
    const std::string_view list = list_names[entry.list];
    if (list.empty()) continue;
    const auto value = [&](std::string_view column) {
      return lexicon.value_of(entry, column).value_or(std::string_view());
    };
    if (list == "sector_name") sectors.push_back({value("id"), value("isic"), value("within")});
    if (list == "clause_words") clause.add(value("words"), value("use"));
    if (list == "event_type")
      types.push_back({names.find(value("type")), names.find(value("absorbs")), value("person_from"),
                       value("person_role"), value("between_states"), names.find(value("filler")),
                       !value("two_sided").empty()});
  }
}

const EventType* EventNames::type(Kind kind) const {
  for (const EventType& type : types)
    if (type.type == kind && kind != kAnyKind) return &type;
  return nullptr;
}

}  // namespace copydesk
