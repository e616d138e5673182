// Room 8, events: what it adds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/document.h"
#include "times/civil.h"

namespace copydesk {

struct SectorRecord {
  std::string_view id, isic;
  std::vector<TokenRange> mentions;
  std::vector<std::uint32_t> found_by;  // rule of each mention; kNoIndex: the list alone
};

struct TriggerRecord {
  TokenRange range;
  std::uint32_t rule = 0;
};

struct ArgumentRecord {
  std::string_view role;
  std::uint32_t entity = kNoIndex;  // into EntityLayer::entities
  std::uint32_t rule = 0;
};

struct InstrumentRecord {
  std::string_view kind;
  std::optional<std::uint32_t> count;
  TokenRange range;
  bool wide = false;  // `the document`: may be any of them
};

struct EventRecord {
  std::string_view type;
  Modality modality = Modality::asserted;
  std::vector<TriggerRecord> triggers;
  std::string time;                   // TIMEX3 value or BEGIN/END; empty when none
  std::vector<std::uint32_t> times;   // into TimeLayer::mentions
  std::optional<DaySpan> days;        // that `time` covers
  bool year_of_name = false;          // `time` is only a year in its name: tells nothing of what took place at it
  std::vector<std::uint32_t> places;  // entities
  bool presumed_place = false;        // the dateline's: nothing tells another
  std::vector<ArgumentRecord> arguments;
  std::vector<std::uint32_t> sectors;  // into EventLayer::sectors
  std::optional<InstrumentRecord> instrument;
  std::string name;
  std::optional<std::uint32_t> edition;
  std::uint32_t occasion = kNoIndex;
};

struct EventLayer {
  std::vector<SectorRecord> sectors;
  std::vector<EventRecord> events;
  std::vector<Note> notes;

  void clear() {
    sectors.clear();
    events.clear();
    notes.clear();
  }
};

}  // namespace copydesk
