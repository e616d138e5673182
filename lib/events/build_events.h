// Room 8, events. From merged mentions to the events of the report.
#pragma once

#include "events/sector_hits.h"
#include "times/time_layer.h"

namespace copydesk {

// Sets occasions, and notes what contradicts: an event dated outside the one during which it took place.
void link_occasions(const EventWork& work, const TimeLayer& times, const std::vector<EventMention>& mentions,
                    const std::vector<std::uint32_t>& event_of, EventLayer& layer);

// Of events told without anybody who takes part: the sides of the one told just before.
void add_told_sides(EventWork& work, const std::vector<EventMention>& mentions,
                    const std::vector<std::uint32_t>& event_of, EventLayer& layer);

// Adds the other side of what takes two, where fewer are told.
void add_other_sides(EventWork& work, const std::vector<EventMention>& mentions,
                     const std::vector<std::uint32_t>& event_of, EventLayer& layer);

// Who takes part in something at a gathering takes part in the gathering.
void add_those_of_parts(const EventWork& work, EventLayer& layer);

// Whoever a report of a gathering quotes takes part in it.
void add_who_spoke(EventWork& work, const TimeLayer& times, const std::vector<EventMention>& mentions,
                   const std::vector<std::uint32_t>& event_of, EventLayer& layer);

// Notes who, among those who take part, is named in two spellings.
void note_names(const EventWork& work, EventLayer& layer);

bool takes_part(const EventRecord& event, std::uint32_t entity);

// Of one event: more than any report tells of, and so few that a mention can be compared with all of them.
inline constexpr std::size_t kMostArguments = 2000;

// Adds who takes part in an event, unless in some role already, or where there are too many.
void add_new_argument(EventRecord& event, const ArgumentRecord& added);

// How many take part in both.
std::ptrdiff_t shared_arguments(const EventRecord& a, const EventRecord& b);

// Of an event that is part of another: where and when, if the text tells neither of it.
void take_circumstances(EventRecord& event, const EventRecord& whole);

// What several instruments were, told one by one, and what is told as following an event: when and where that was.
void add_details(const TimeLayer& times, const std::vector<EventMention>& mentions,
                 const std::vector<std::uint32_t>& event_of, EventLayer& layer);

void build_events(EventWork& work, const TimeLayer& times, const std::vector<EventMention>& mentions,
                  const std::vector<std::uint32_t>& event_of, const SectorHits& hits, EventLayer& layer);

}  // namespace copydesk
