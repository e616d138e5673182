#include "score_spans.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>
#include <unordered_map>

namespace copydesk::cli {
namespace {

using Json = nlohmann::json;

const Json kNothing = Json::object();
const Json kNone = Json::array();

const Json& list_of(const Json& row, const char* key) {
  const auto found = row.find(key);
  return found != row.end() && found->is_array() ? *found : kNone;
}

std::string text_of(const Json& row, const char* key) {
  const auto found = row.find(key);
  return found != row.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// Code points of one text, and the way to them from the offsets of a report.
class CodePoints {
 public:
  CodePoints(const std::string& text, const std::string& unit) : text_(text), same_(unit == "codepoint") {
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if ((byte & 0xC0) == 0x80) continue;
      of_unit_[unit == "utf16" ? units : at] = static_cast<int>(bytes_.size());
      units += byte >= 0xF0 ? 2 : 1;
      bytes_.push_back(at);
    }
    of_unit_[unit == "utf16" ? units : text.size()] = static_cast<int>(bytes_.size());
    bytes_.push_back(text.size());
  }

  int operator()(const Json& offset) const {
    if (same_) return offset.get<int>();
    const auto found = of_unit_.find(offset.get<std::size_t>());
    return found == of_unit_.end() ? -1 : found->second;
  }

  std::string slice(int begin, int end) const {
    if (begin < 0 || end < begin || static_cast<std::size_t>(end) >= bytes_.size()) return "?";
    return text_.substr(bytes_[begin], bytes_[end] - bytes_[begin]);
  }

 private:
  const std::string& text_;
  bool same_;
  std::unordered_map<std::size_t, int> of_unit_;
  std::vector<std::size_t> bytes_;  // of each code point
};

struct Time {
  int begin, end;
  std::string type, value;
  bool same_span(const Time& other) const { return begin == other.begin && end == other.end; }
  bool overlaps(const Time& other) const { return begin < other.end && other.begin < end; }
};

struct Name {
  int begin, end, head_begin, head_end;
  std::string type;
};

using SystemName = std::tuple<int, int, std::string>;  // begin, end, type

std::string upper_ascii(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
  return text;
}

std::vector<Time> gold_times(const Json& row) {
  std::vector<Time> times;
  for (const Json& time : list_of(row, "times"))
    times.push_back({time.at("begin"), time.at("end"), text_of(time, "type"), text_of(time, "value")});
  return times;
}

std::vector<Time> system_times(const Json& report, const CodePoints& offset) {
  std::vector<Time> times;
  for (const Json& time : list_of(report, "times"))
    times.push_back(
        {offset(time.at("begin")), offset(time.at("end")), upper_ascii(text_of(time, "type")), text_of(time, "value")});
  return times;
}

std::vector<Name> gold_names(const Json& row, const std::string& type) {
  std::vector<Name> names;
  for (const Json& name : list_of(row, "entities")) {
    if (text_of(name, "type") != type) continue;
    const int begin = name.at("begin"), end = name.at("end");
    names.push_back({begin, end, name.value("head_begin", begin), name.value("head_end", end), type});
  }
  return names;
}

std::string kind_of(const std::string& type) {
  static const std::map<std::string, std::string> kKinds = {{"person", "PER"},       {"organisation", "ORG"},
                                                            {"organization", "ORG"}, {"place", "LOC"},
                                                            {"country", "LOC"},      {"location", "LOC"}};
  const auto found = kKinds.find(type);
  return found == kKinds.end() ? std::string() : found->second;
}

std::set<SystemName> system_names(const Json& report, const CodePoints& offset) {
  std::set<SystemName> names;
  for (const Json& entity : list_of(report, "entities")) {
    const std::string kind = kind_of(text_of(entity, "type"));
    if (kind.empty()) continue;
    for (const Json& mention : list_of(entity, "mentions")) {
      const std::string form = mention.value("form", "name");
      if (form == "name" || form == "alias" || form == "acronym")
        names.emplace(offset(mention.at("begin")), offset(mention.at("end")), kind);
    }
  }
  return names;
}

class SpanScore {
 public:
  void add(const Json& row, const Json* report) {
    if (report == nullptr) ++missing_;
    const Json& system = report == nullptr ? kNothing : *report;
    const std::string text = text_of(row, "text");
    const CodePoints offset(text, system.value("offsets", "utf8"));
    id_ = row.at("id");
    if (row.contains("times")) add_times(row, gold_times(row), system_times(system, offset), offset);
    if (!row.contains("entities")) return;
    const std::set<SystemName> names = system_names(system, offset);
    for (const char* type : {"PER", "ORG", "LOC"}) add_names(type, gold_names(row, type), names, offset);
  }

  Score finish() {
    Score score;
    if (missing_ != 0) score.table += "documents without a report: " + std::to_string(missing_) + "\n";
    times_table(score.table);
    names_table(score.table);
    score.errors = std::move(errors_);
    return score;
  }

 private:
  struct NameTally {
    int strict = 0, head = 0, right_system = 0, system = 0, gold = 0;
  };

  void add_times(const Json& row, const std::vector<Time>& gold, const std::vector<Time>& system,
                 const CodePoints& offset) {
    times_gold_ += static_cast<int>(gold.size());
    times_system_ += static_cast<int>(system.size());
    std::set<std::size_t> used;
    for (const Time& time : gold) {
      times_["strict"] += std::any_of(system.begin(), system.end(), [&](const Time& t) { return t.same_span(time); });
      const std::size_t hit = best_hit(time, system, used);
      if (hit == system.size()) {
        errors_.push_back("missed " + id_ + " '" + offset.slice(time.begin, time.end) + "' " + time.value);
      } else {
        used.insert(hit);
        add_hit(row, time, system[hit], offset);
      }
    }
    for (std::size_t i = 0; i < system.size(); ++i)
      if (used.count(i) == 0 &&
          std::none_of(gold.begin(), gold.end(), [&](const Time& t) { return t.overlaps(system[i]); }))
        errors_.push_back("extra  " + id_ + " '" + offset.slice(system[i].begin, system[i].end) + "' " +
                          system[i].value);
  }

  // The time of the system that `time` is scored against: same span before same value before first.
  static std::size_t best_hit(const Time& time, const std::vector<Time>& system, const std::set<std::size_t>& used) {
    std::size_t best = system.size();
    const auto rank = [&](std::size_t i) {
      return std::pair(!system[i].same_span(time), system[i].value != time.value);
    };
    for (std::size_t i = 0; i < system.size(); ++i)
      if (used.count(i) == 0 && system[i].overlaps(time) && (best == system.size() || rank(i) < rank(best))) best = i;
    return best;
  }

  void add_hit(const Json& row, const Time& gold, const Time& system, const CodePoints& offset) {
    ++times_["relaxed"];
    times_["type"] += gold.type == system.type;
    times_["value"] += gold.value == system.value;
    if (gold.value == system.value) return;
    errors_.push_back("value  " + id_ + " '" + offset.slice(gold.begin, gold.end) + "' gold " + gold.value + " got " +
                      system.value + " (date " + text_of(row, "date") + ")");
  }

  void add_names(const std::string& type, const std::vector<Name>& gold, const std::set<SystemName>& all,
                 const CodePoints& offset) {
    std::vector<SystemName> system;
    for (const SystemName& name : all)
      if (std::get<2>(name) == type) system.push_back(name);
    NameTally& tally = names_[type];
    tally.gold += static_cast<int>(gold.size());
    tally.system += static_cast<int>(system.size());
    std::set<std::size_t> hits;
    for (const Name& name : gold) {
      tally.strict += all.count({name.begin, name.end, type}) != 0;
      const std::size_t before = collect_hits(name, system, hits);
      tally.head += before != 0;
      if (before == 0)
        errors_.push_back("missed " + type + " " + id_ + " '" + offset.slice(name.begin, name.end) + "'");
    }
    for (std::size_t i = 0; i < system.size(); ++i) {
      // A system span is right when it holds the head of, or lies inside, a gold mention of its type.
      const auto [begin, end, kind] = system[i];
      const bool right = hits.count(i) != 0 || inside(gold, begin, end);
      tally.right_system += right;
      if (!right) errors_.push_back("extra " + type + " " + id_ + " '" + offset.slice(begin, end) + "'");
    }
  }

  // Adds the system names that hold the head of `name`; tells how many they are.
  static std::size_t collect_hits(const Name& name, const std::vector<SystemName>& system,
                                  std::set<std::size_t>& hits) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < system.size(); ++i) {
      if (std::get<0>(system[i]) > name.head_begin || name.head_end > std::get<1>(system[i])) continue;
      hits.insert(i);
      ++count;
    }
    return count;
  }

  static bool inside(const std::vector<Name>& gold, int begin, int end) {
    return std::any_of(gold.begin(), gold.end(),
                       [&](const Name& name) { return name.begin <= begin && end <= name.end; });
  }

  void times_table(std::string& table) {
    if (times_gold_ == 0) return;
    for (const char* measure : {"strict", "relaxed", "type", "value"})
      table += tally_line(std::string("times ") + measure, {times_[measure], times_system_, times_gold_});
  }

  void names_table(std::string& table) {
    NameTally all;
    for (const char* type : {"PER", "ORG", "LOC"}) {
      const NameTally& tally = names_[type];
      if (tally.gold == 0) continue;
      name_lines(type, tally, table);
      all.strict += tally.strict;
      all.head += tally.head;
      all.right_system += tally.right_system;
      all.system += tally.system;
      all.gold += tally.gold;
    }
    if (all.gold != 0) name_lines("all names", all, table);
  }

  static void name_lines(const std::string& name, const NameTally& tally, std::string& table) {
    table += tally_line(name + " strict span", {tally.strict, tally.system, tally.gold});
    table += precision_recall_line(name + " by head", ratio(tally.right_system, tally.system),
                                   ratio(tally.head, tally.gold)) +
             "\n";
  }

  std::string id_;
  int missing_ = 0;
  int times_gold_ = 0, times_system_ = 0;
  std::map<std::string, int> times_;        // by measure
  std::map<std::string, NameTally> names_;  // by type
  std::vector<std::string> errors_;
};

}  // namespace

Score score_spans(const std::vector<Json>& gold, const Reports& reports) {
  SpanScore score;
  for (const Json& row : gold) {
    const auto report = reports.find(row.at("id"));
    score.add(row, report == reports.end() ? nullptr : &report->second);
  }
  return score.finish();
}

}  // namespace copydesk::cli
