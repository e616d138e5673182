// Event: something that the report says happened, with all its mentions merged.
//
//     for (const copydesk::Event& event : document.events)
//       for (const copydesk::Argument& argument : event.arguments)
//         std::cout << event.type << ": " << document.entities[argument.entity].name << '\n';
//
// Threads: plain data. Lifetime: owned by its Document; string views live as long as the Document.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/entity.h"
#include "copydesk/export.h"
#include "copydesk/span.h"

namespace copydesk {

enum class Modality : std::uint8_t { asserted, planned, possible, negated };

/// As the report spells it.
COPYDESK_EXPORT std::string_view to_string(Modality modality) noexcept;

/// A word or phrase that names the event.
struct Trigger {
  Span span;
  std::string_view found_by;
};

/// One filler of a role: `party`, `signatory`, `host`, `participant`, or a role of a pack's own.
struct Argument {
  std::string_view role;
  Index entity = kNoIndex;  ///< into Document::entities
  std::string_view found_by;
};

/// When an event happens: a TIMEX3 value (`BEGIN/END` for a span of days) and the expressions it comes from.
struct EventTime {
  std::string value;
  std::vector<Index> times;  ///< into Document::times
};

/// What was signed. `count` is absent where several are told without a number.
struct Instrument {
  std::string_view kind;
  std::optional<std::uint32_t> count;
  Span span;
};

struct Event {
  std::string_view type;  ///< `signing`, `forum`, `meeting`, or a type of a pack's own
  Modality modality = Modality::asserted;
  std::vector<Trigger> triggers;  ///< the clearest first; never empty
  std::optional<EventTime> time;
  std::vector<Index> places;  ///< into Document::entities, most exact first
  std::vector<Argument> arguments;
  std::vector<Index> sectors;  ///< into Document::sectors
  std::optional<Instrument> instrument;
  std::string name;                      ///< of a forum, as the report gives it
  std::optional<std::uint32_t> edition;  ///< 5 for `fifth`
  Index occasion = kNoIndex;             ///< the event during which this one took place, into Document::events
};

}  // namespace copydesk
