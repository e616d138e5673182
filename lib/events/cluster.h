// Room 8, events. What the mentions of one event said so far, while mentions are merged.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "events/event_mention.h"
#include "times/civil.h"

namespace copydesk {

struct Cluster {
  Kind type = kAnyKind;
  std::uint32_t item = 0;              // that tells of it first
  bool told_done = false;              // some mention says that it happened
  bool told_ahead = false;             // some mention says that it is planned or possible
  bool told_refused = false;           // some mention says that it did not
  bool earlier = false;                // told as a previous one
  bool in_headline = true;             // nothing but the headline tells of it
  bool remote = true;                  // all say that those who talked were far apart
  std::string_view instrument;         // its kind
  bool wide_instrument = false;        // told by a word for any: `deal`
  bool several_instruments = false;    // ... and there are several of it
  std::vector<std::uint32_t> fillers;  // named entities
  std::vector<std::uint32_t> all;      // ... and those that are only described
  std::string_view body;               // the noun of a body whose sitting it is: `board`
  std::vector<std::uint32_t> places;
  std::optional<DaySpan> days;
  bool ended = false;  // ... on which it came to its end
  TokenRange name;
  TokenRange occasion;                  // the trigger of the event during which it took place
  TokenRange trigger;                   // of the mention told last
  std::vector<std::string_view> nouns;  // that its mentions call it by
  std::uint32_t mentions = 0;
  std::optional<std::uint32_t> edition;
  std::uint32_t first_sentence = 0, last_sentence = 0;
  std::vector<EventSort> sorts;
};

// What a mention says of whom and when.
struct MentionFacts {
  std::vector<std::uint32_t> fillers;  // named entities
  std::vector<std::uint32_t> all;      // ... and those that are only described
  std::string_view body;               // the noun of a body that sits
  std::optional<DaySpan> days;
};

}  // namespace copydesk
