// Room 4, rules. The labels that rooms, not rules, put over the tokens; patterns of later rooms may name them.
#pragma once

#include <string_view>

namespace copydesk {

inline constexpr std::string_view kLayerLabels[] = {"person",  "organisation", "place", "country", "demonym",
                                                    "nominal", "pronoun",      "group", "dateline_place"};

}  // namespace copydesk
