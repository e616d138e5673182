// Room 8, events. The names that rules and lists of any language share with this room, looked up once.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "events/clause_words.h"
#include "rules/language.h"

namespace copydesk {

// How events of a type differ from what rules say of single mentions; from the pack's list `event_type`.
struct EventType {
  Kind type = kAnyKind;
  Kind absorbs = kAnyKind;          // mentions of this type may speak of the event too
  std::string_view person_from;     // a person captured in this role ...
  std::string_view person_role;     // ... takes this one, and the person's affiliation the first
  std::string_view between_states;  // the sector where none is named and states are among the fillers
  std::uint16_t filler = 0;         // the role of those around the trigger of whom no rule says more; 0: none
  bool two_sided = false;           // never of one filler alone

  // What others meet at: a forum takes in the meetings that speak of it.
  bool is_gathering() const { return absorbs != kAnyKind; }
};

// A sector of the pack's list `sector_name`.
struct SectorName {
  std::string_view id, isic;
  std::string_view within;  // the unspecific sector that it narrows
};

struct EventNames {
  explicit EventNames(const Language& language);

  const EventType* type(Kind kind) const;
  bool is_gathering(Kind kind) const {
    const EventType* known = type(kind);
    return known != nullptr && known->is_gathering();
  }
  // Whether a mention of the type `told` may speak of an event of `known`: of its own type, or of one that it takes in.
  bool may_tell_of(Kind told, Kind known) const {
    const EventType* wide = type(known);
    return told == known || (wide != nullptr && wide->absorbs == told);
  }

  // Whether a sector is one that others narrow: `technology`.
  bool is_unspecific(std::string_view id) const {
    return std::ranges::find(sectors, id, &SectorName::within) != sectors.end();
  }

  // Of two types of one event, that which takes in mentions of the other; else the first.
  Kind wider(Kind one, Kind other) const {
    const EventType* wide = type(other);
    return wide != nullptr && wide->absorbs == one ? other : one;
  }

  Label time, side_head, voice, bond, event_sort, clause_end, row_link, reporting_time, founding_time, weekday, month,
      here, that_place, scene, stay, lasting, regions, elsewhere, told_topic, second_sector;
  Label trigger, echo, argument, modality, mark, group, instrument, sector, person, organisation, place, country,
      demonym, nominal;
  std::uint16_t this_slot, trigger_slot, place_slot, time_slot, name_slot, edition_slot, instrument_slot, occasion_slot,
      count_slot, subject_slot, participant_slot, absent_slot, host_slot, until_slot, first_day_slot, nth_day_slot,
      last_day_slot;
  // An event told as done; one told as `happened` is so whatever its date.
  bool is_done(Kind told) const { return told == asserted || told == happened; }

  Kind asserted, happened, planned, possible, negated, unsaid, definite, indefinite, distinct, ahead, modifier, earlier,
      reported, remote, within, maybe_within, attended, ended, sequel, encounter, pointed, on_stay, apposed;
  std::vector<EventType> types;
  std::vector<SectorName> sectors;
  ClauseWords clause;

 private:
  void read_lists(const Lexicon& lexicon, const Names& names);
};

}  // namespace copydesk
