// Room 4, rules. The labels that rooms, not rules, put over the tokens, which patterns of later rooms may name; and the names of
// the rooms.
#pragma once

#include <string_view>

namespace copydesk {

inline constexpr std::string_view kLayerLabels[] = {"person",  "organisation",   "place",  "country",
                                                    "demonym", "nominal",        "holder", "pronoun",
                                                    "group",   "dateline_place", "time",   "run"};

// The kinds of `run`: one word, several, or several that no dictionary holds.
inline constexpr std::string_view kLayerKinds[] = {"one", "several", "unknown"};

// The rooms that run cascades, in their order.
inline constexpr std::string_view kCascadeRooms[] = {"times", "entities", "groups", "events"};

}  // namespace copydesk
