#include "events/event_names.h"

#include <string_view>

namespace copydesk {

EventNames::EventNames(const Language& language) : clause(language.classes) {
  const Names& names = language.grammar.names;
  const auto find = [&](std::string_view name) { return names.find(name); };
  trigger = find("trigger"), echo = find("echo"), argument = find("argument"), modality = find("modality");
  mark = find("mark"), group = find("group"), instrument = find("instrument"), sector = find("sector");
  person = find("person"), organisation = find("organisation"), place = find("place"), country = find("country");
  demonym = find("demonym"), nominal = find("nominal");
  side_head = find("side_head"), clause_end = find("clause_end"), reporting_time = find("reporting_time"),
  here = find("here");
  this_slot = find("this"), trigger_slot = find("trigger"), place_slot = find("place"), name_slot = find("name");
  edition_slot = find("edition"), instrument_slot = find("instrument"), occasion_slot = find("occasion"),
  count_slot = find("count");
  asserted = find("asserted"), planned = find("planned"), possible = find("possible"), negated = find("negated");
  definite = find("definite"), indefinite = find("indefinite"), distinct = find("distinct"),
  reported = find("reported");
  for (const Lexicon& lexicon : language.grammar.lexicons)
    for (const ListEntry& entry : lexicon.entries()) {
      const ListInfo& list = lexicon.lists()[entry.list];
      if (lexicon.string(list.name) == "sector_name")
        sectors.push_back({column_value(lexicon, entry, "id"), column_value(lexicon, entry, "isic")});
      if (lexicon.string(list.name) == "clause_words")
        clause.add(column_value(lexicon, entry, "words"), column_value(lexicon, entry, "use"));
      if (lexicon.string(list.name) != "event_type") continue;
      types.push_back({find(column_value(lexicon, entry, "type")), find(column_value(lexicon, entry, "absorbs")),
                       column_value(lexicon, entry, "person_from"), column_value(lexicon, entry, "person_role"),
                       column_value(lexicon, entry, "between_states"), find(column_value(lexicon, entry, "filler"))});
    }
}

const EventType* EventNames::type(Kind kind) const {
  for (const EventType& type : types)
    if (type.type == kind && kind != kAnyKind) return &type;
  return nullptr;
}

std::string_view column_value(const Lexicon& lexicon, const ListEntry& entry, std::string_view name) {
  const ListInfo& list = lexicon.lists()[entry.list];
  for (std::uint32_t i = 0; i < list.columns; ++i)
    if (lexicon.column(list, i) == name) return lexicon.value(entry, i);
  return {};
}

}  // namespace copydesk
