// Room 8, events. One place in the text that tells of an event, before mentions are merged into events.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "events/event_layer.h"
#include "rules/analysis.h"

namespace copydesk {

struct MentionArgument {
  std::uint16_t role = 0;           // of Names
  std::uint32_t entity = kNoIndex;  // into EntityLayer::entities
  std::uint32_t rule = 0;
};

// A word that tells gatherings apart: `board` and `cabinet` of the axis of bodies.
struct EventSort {
  std::string_view axis, sort;
  bool operator==(const EventSort&) const = default;
};

struct Subject {
  TokenRange range;
  std::uint32_t rule = 0;
};

constexpr std::int32_t kLastDay = -1;

struct EventMention {
  Kind type = kAnyKind;  // of Names
  TokenRange trigger;
  std::uint32_t rule = 0;
  std::uint32_t sentence = 0;
  std::uint32_t item = 0;                  // of the text, into Layout::items
  std::uint32_t modality_rule = kNoIndex;  // the first in order that speaks of the trigger
  std::vector<MentionArgument> arguments;
  std::vector<std::uint32_t> absent;    // entities that stay away: no fillers
  std::vector<std::uint32_t> places;    // entities
  std::uint32_t place_rule = kNoIndex;  // the first in order that says where
  TokenRange place_name;                // inside a name: of a place that is no entity yet
  std::uint32_t place_name_rule = 0;
  std::vector<std::uint32_t> times;    // into TimeLayer::mentions
  TokenRange time;                     // as a rule captured it
  std::uint32_t time_rule = kNoIndex;  // the first in order that says when
  TokenRange until;                    // the time of its end, as a rule captured it
  std::int32_t lasting = 1;            // days, as `two-day` tells before the trigger
  std::vector<std::uint32_t> sectors;  // into EventLayer::sectors
  std::vector<Subject> subjects;       // where rules say that the text tells what it is about
  bool about = false;                  // its sectors are told as its subject, not only named near it
  std::optional<InstrumentRecord> instrument;
  TokenRange occasion;        // the trigger of the event during which this one took place
  std::int32_t part_day = 0;  // on which day of its occasion, from 1, as a rule captured it; kLastDay: the last
  std::uint32_t occasion_rule = kNoIndex;  // that says so; of several, of the nearest trigger
  TokenRange name;
  std::optional<std::uint32_t> edition;
  bool frames = false;        // `during the forum`: what else the sentence tells of took place at it
  bool year_of_name = false;  // `the Wool Forum 2025`: no other time is told of it
  bool loose_time = false;    // its time stands far from the trigger: may be that of something else
  bool echo = false;          // `it was organised by X`: only adds to an event told before
  bool definite = false;      // `the talks`: may speak of an event told before
  bool reported = false;      // `said after the talks`: as recent as what is said
  bool within = false;        // `on the second day`: of the gathering told last
  bool maybe_within =
      false;  // plainly `they signed`: of the gathering that the report is about, if nothing speaks against it
  bool attended = false;    // `attending the meeting`: may be a gathering told of by another noun
  bool sequel = false;      // `after the talks they signed`: on the day of the event told before
  bool on_stay = false;     // `during his visit they signed`: on the days of the stay told before
  bool ended = false;       // `wrapped up on Friday`: its time is that of its last day
  bool remote = false;      // `by telephone`: where, is not told
  bool encounter = false;   // `met`: says nothing of a subject, where `the talks` had one
  bool pointed = false;     // `those talks`: rather those told last
  bool indefinite = false;  // `a meeting`: one that was not told of yet, unless its fillers say so
  bool distinct = false;    // `another meeting`, `the second round`: tells of one of its own
  bool ahead = false;       // `the next meeting`: one that is still to come
  bool earlier = false;     // `the previous meeting`: not what the report is about
  bool apposed = false;     // `the Wool Expo, a fair for growers`: what the mention before tells of
  bool modifier = false;    // `the summit venues`: only names the event
  std::vector<EventSort> sorts;
};

// The first that says something of an entity decides its role.
inline void add_argument(EventMention& mention, std::uint16_t role, std::uint32_t entity, std::uint32_t rule) {
  for (const MentionArgument& known : mention.arguments)
    if (known.entity == entity) return;
  mention.arguments.push_back({role, entity, rule});
}

}  // namespace copydesk
