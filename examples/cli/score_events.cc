#include "score_events.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "score_event.h"
#include "score_names.h"

namespace copydesk::cli {
namespace {

using Events = std::vector<ScoredEvent>;
using Pairs = std::map<std::size_t, std::size_t>;  // from gold to system

bool share_trigger(const ScoredEvent& gold, const ScoredEvent& system) {
  for (const std::string& a : gold.triggers)
    for (const std::string& b : system.triggers) {
      const std::string x = lower_case(a), y = lower_case(b);
      if (x.find(y) != x.npos || y.find(x) != y.npos) return true;
    }
  return false;
}

// How well two events fit; not above 0 where they cannot be one.
double fit(const ScoredEvent& gold, const ScoredEvent& system) {
  if (gold.type != system.type) return -1;
  const auto hits = std::count_if(gold.participants.begin(), gold.participants.end(), [&](const ScoredParticipant& p) {
    return std::any_of(system.participants.begin(), system.participants.end(),
                       [&](const ScoredParticipant& q) { return any_same(p.names, q.names); });
  });
  double base = static_cast<double>(hits) / static_cast<double>(std::max<std::size_t>(1, gold.participants.size()));
  if (same_time(gold.time, system.time)) base += 0.5;
  const bool named = !gold.name.empty() && !system.name.empty() && same_name(gold.name, system.name);
  if (named) base += 1;
  return named || share_trigger(gold, system) ? base + 0.5 : -1;
}

// Pairs off the events that fit best first.
Pairs pair_off(const Events& gold, const Events& system) {
  std::vector<std::tuple<double, std::size_t, std::size_t>> fits;
  for (std::size_t i = 0; i < gold.size(); ++i)
    for (std::size_t j = 0; j < system.size(); ++j) fits.emplace_back(fit(gold[i], system[j]), i, j);
  std::sort(fits.rbegin(), fits.rend());
  Pairs pairs;
  std::set<std::size_t> taken;
  for (const auto& [value, i, j] : fits)
    if (value > 0 && pairs.count(i) == 0 && taken.insert(j).second) pairs.emplace(i, j);
  return pairs;
}

std::string list(const std::vector<std::string>& items, std::size_t most) {
  std::string out = "[";
  for (std::size_t i = 0; i < std::min(most, items.size()); ++i) (out += i == 0 ? "'" : ", '") += items[i] + "'";
  return out + "]";
}

class EventScore {
 public:
  void add(const std::string& id, const Events& gold, const Events& system) {
    id_ = id;
    const Pairs pairs = pair_off(gold, system);
    std::set<std::size_t> paired;
    for (const auto& [i, j] : pairs) paired.insert(j);
    for (const ScoredEvent& event : gold) count_gold(event);
    for (const ScoredEvent& event : system) count_system(event);
    for (std::size_t i = 0; i < gold.size(); ++i)
      if (pairs.count(i) == 0) unmatched("missed ", gold[i]);
    for (std::size_t j = 0; j < system.size(); ++j)
      if (paired.count(j) == 0) count_unpaired(system[j]);
    for (const auto& [i, j] : pairs) compare(gold[i], system[j], pairs);
  }

  Score finish() {
    Score score;
    events_table(score.table);
    slots_table(score.table);
    score.errors = std::move(errors_);
    return score;
  }

 private:
  void count_gold(const ScoredEvent& event) {
    ++tally_[event.type].gold;
    tally_["time"].gold += !event.time.empty();
    tally_["place"].gold += !event.places.empty();
    tally_["sectors"].gold += static_cast<int>(event.sectors.size());
    tally_["instrument kind"].gold += !event.instrument.empty();
    tally_["occasion"].gold += event.occasion.has_value();
    for (const ScoredParticipant& filler : event.participants) {
      if (filler.nominal) continue;
      ++tally_["participants"].gold;
      ++fillers_[filler.type].gold;
    }
  }

  void count_system(const ScoredEvent& event) {
    ++tally_[event.type].system;
    tally_["time"].system += !event.time.empty();
    tally_["place"].system += !event.places.empty();
    tally_["sectors"].system += static_cast<int>(event.sectors.size());
    tally_["instrument kind"].system += !event.instrument.empty();
    tally_["occasion"].system += event.occasion.has_value();
  }

  void count_filler(const ScoredParticipant& filler) {
    if (filler.nominal) return;
    ++tally_["participants"].system;
    ++fillers_[filler.type].system;
  }

  // The fillers of an event that is none in gold are wrong too.
  void count_unpaired(const ScoredEvent& event) {
    unmatched("extra  ", event);
    for (const ScoredParticipant& filler : event.participants) count_filler(filler);
  }

  void unmatched(const char* how, const ScoredEvent& event) {
    error(how, event.type + " " + event.modality + " " + list(event.triggers, event.triggers.size()) + " " +
                   (event.time.empty() ? "None" : event.time));
  }

  void error(const std::string& how, const std::string& what) { errors_.push_back(how + id_ + " " + what); }

  void compare(const ScoredEvent& gold, const ScoredEvent& system, const Pairs& pairs) {
    ++tally_[gold.type].correct;
    ++modality_.gold;
    modality_.correct += gold.modality == system.modality;
    compare_time(gold, system);
    tally_["place"].correct += share_place(gold, system);
    tally_["sectors"].correct += shared_sectors(gold, system);
    compare_participants(gold, system);
    compare_instrument(gold, system);
    if (!gold.occasion || !system.occasion) return;
    const auto pair = pairs.find(*gold.occasion);
    tally_["occasion"].correct += pair != pairs.end() && pair->second == *system.occasion;
  }

  void compare_time(const ScoredEvent& gold, const ScoredEvent& system) {
    if (gold.time.empty()) return;
    if (same_time(gold.time, system.time)) {
      ++tally_["time"].correct;
    } else if (!system.time.empty()) {
      error("time   ", gold.type + " " + list(gold.triggers, 2) + " gold " + gold.time + " got " + system.time);
    }
  }

  static bool share_place(const ScoredEvent& gold, const ScoredEvent& system) {
    return std::any_of(gold.places.begin(), gold.places.end(), [&](const auto& x) {
      return std::any_of(system.places.begin(), system.places.end(), [&](const auto& y) { return any_same(x, y); });
    });
  }

  static int shared_sectors(const ScoredEvent& gold, const ScoredEvent& system) {
    const std::set<std::string> wanted(gold.sectors.begin(), gold.sectors.end());
    const std::set<std::string> got(system.sectors.begin(), system.sectors.end());
    return static_cast<int>(std::count_if(got.begin(), got.end(), [&](const auto& s) { return wanted.count(s) != 0; }));
  }

  void compare_participants(const ScoredEvent& gold, const ScoredEvent& system) {
    std::vector<const ScoredParticipant*> left;
    for (const ScoredParticipant& filler : system.participants) left.push_back(&filler);
    for (const ScoredParticipant& wanted : gold.participants) {
      const auto hit =
          std::find_if(left.begin(), left.end(), [&](const auto* q) { return any_same(wanted.names, q->names); });
      if (hit != left.end()) {
        compare_filler(wanted, **hit);
        left.erase(hit);
      } else if (!wanted.nominal) {
        error("no participant ", gold.type + " " + wanted.role + " " + list(wanted.names, 2));
      }
    }
    for (const ScoredParticipant* filler : left) {
      count_filler(*filler);
      if (!filler->nominal) error("extra participant ", gold.type + " " + filler->role + " " + list(filler->names, 2));
    }
  }

  // A filler that gold only describes is neither asked for nor wrong.
  void compare_filler(const ScoredParticipant& gold, const ScoredParticipant& system) {
    if (gold.nominal) return;
    tally_["participants"] += {1, 1, 0};
    ++fillers_[gold.type].correct;
    ++fillers_[system.type].system;
    ++role_.gold;
    role_.correct += gold.role == system.role;
  }

  void compare_instrument(const ScoredEvent& gold, const ScoredEvent& system) {
    if (gold.instrument.empty() || system.instrument.empty()) return;
    tally_["instrument kind"].correct += gold.instrument == system.instrument;
    ++count_.gold;
    count_.correct += gold.instrument_count == system.instrument_count;
  }

  static double percent(const Tally& tally) { return 100 * ratio(tally.correct, tally.gold); }

  void events_table(std::string& table) {
    Tally all;
    for (const char* type : {"signing", "forum", "meeting"}) {
      table += tally_line(std::string("event ") + type, tally_[type]);
      all += tally_[type];
    }
    table += tally_line("EVENTS all types", all);
    char line[96];
    std::snprintf(line, sizeof line, "%-34s %5.1f%%\n", "modality right (matched)", percent(modality_));
    table += line;
  }

  void slots_table(std::string& table) {
    Tally all;
    for (const char* slot : {"participants", "time", "place", "sectors", "instrument kind"}) {
      const bool named = slot == std::string_view("participants");
      table += tally_line(std::string("slot ") + slot + (named ? " (named)" : ""), tally_[slot]);
      all += tally_[slot];
    }
    for (const char* type : {"person", "organisation", "country"})
      table += tally_line(std::string("  participants ") + type, fillers_[type]);
    table += tally_line("  occasion link", tally_["occasion"]);
    char line[128];
    std::snprintf(line, sizeof line, "%-34s %5.1f%%   instrument count right %5.1f%%\n",
                  "role right (matched participants)", percent(role_), percent(count_));
    table += line;
    table += tally_line("SLOTS all", all);
  }

  std::string id_;
  std::map<std::string, Tally> tally_;    // by type of event and by slot
  std::map<std::string, Tally> fillers_;  // by type of participant
  Tally modality_, role_, count_;         // right among the matched
  std::vector<std::string> errors_;
};

}  // namespace

Score score_events(const std::vector<nlohmann::json>& gold, const Reports& reports) {
  EventScore score;
  for (const nlohmann::json& row : gold) {
    const std::string id = row.at("id");
    const auto report = reports.find(id);
    score.add(id, gold_events(row), report == reports.end() ? Events() : report_events(report->second));
  }
  return score.finish();
}

}  // namespace copydesk::cli
