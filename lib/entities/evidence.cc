#include "entities/evidence.h"

#include <algorithm>
#include <charconv>

namespace copydesk {
namespace {

struct TypeName {
  std::string_view name;
  NameType type;
};
constexpr TypeName kTypes[] = {{"person", NameType::person},   {"organisation", NameType::organisation},
                               {"place", NameType::place},     {"country", NameType::country},
                               {"demonym", NameType::demonym}, {"nothing", NameType::nothing},
                               {"any", NameType::any}};

class EvidenceReader {
 public:
  EvidenceReader(const Grammar& grammar, std::vector<Error>& errors) : grammar_(grammar), errors_(errors) {}

  EvidenceRule read(const Rule& rule) {
    EvidenceRule evidence{.used = true};
    for (const Field& field : rule.fields) read_field(rule, field, evidence);
    return evidence;
  }

  EvidenceRule read_topic(const Rule& rule) {
    EvidenceRule evidence{.weight = 1, .speaks = topic_of(grammar_.names.text(rule.kind))};
    for (const Field& field : rule.fields) read_field(rule, field, evidence);
    return evidence;
  }

 private:
  void fail(const Rule& rule, const Field& field, std::string_view expected) {
    errors_.push_back({rule.place.file, rule.place.line, rule.place.column,
                       "found " + std::string(grammar_.names.text(field.name)) + " '" + field.constant +
                           "', expected " + std::string(expected)});
  }

  void read_field(const Rule& rule, const Field& field, EvidenceRule& evidence) {
    const std::string_view name = grammar_.names.text(field.name);
    if (name == "type") return read_type(rule, field, evidence);
    if (name == "weight") return read_number(rule, field, evidence.weight);
    if (name == "more") return read_number(rule, field, evidence.more);
    if (name == "scope") return read_flag(rule, field, "here", evidence.here);
    if (name == "form") return read_flag(rule, field, "alias", evidence.alias);
    if (name == "spread" && field.constant == "last")
      evidence.spreads_last = true;
    else if (name == "spread")
      return read_flag(rule, field, "first", evidence.spreads);
    if (name == "country") evidence.country = true;
    if (name == "begins") return read_flag(rule, field, "name", evidence.begins);
    if (name == "doubt") return read_flag(rule, field, "none", evidence.sure);
    if (name == "topic") evidence.topic = topic_of(field.constant);
    if (name == "topic" && evidence.topic == 0) return fail(rule, field, "one of a few topics");
    if (name == "check") return read_flag(rule, field, "initials", evidence.initials);
  }

  void read_type(const Rule& rule, const Field& field, EvidenceRule& evidence) {
    const auto found = std::ranges::find(kTypes, field.constant, &TypeName::name);
    if (found == std::end(kTypes))
      return fail(rule, field, "person, organisation, place, country, demonym, nothing or any");
    evidence.type = found->type;
  }

  void read_number(const Rule& rule, const Field& field, std::int16_t& number) {
    const char* end = field.constant.data() + field.constant.size();
    const auto [stop, error] = std::from_chars(field.constant.data(), end, number);
    if (error != std::errc() || stop != end) fail(rule, field, "a number");
  }

  void read_flag(const Rule& rule, const Field& field, std::string_view value, bool& flag) {
    flag = field.constant == value;
    if (!flag) fail(rule, field, value);
  }

  // Topics are numbered from 1 as they come; 0: there are too many.
  std::uint8_t topic_of(std::string_view name) {
    auto found = std::ranges::find(topics_, name);
    if (found == topics_.end() && topics_.size() + 1 >= kMostTopics) return 0;
    if (found == topics_.end()) found = topics_.insert(topics_.end(), std::string(name));
    return static_cast<std::uint8_t>(found - topics_.begin() + 1);
  }

  const Grammar& grammar_;
  std::vector<Error>& errors_;
  std::vector<std::string> topics_;
};

}  // namespace

std::vector<EvidenceRule> read_evidence(const Grammar& grammar, std::vector<Error>& errors) {
  std::vector<EvidenceRule> meanings(grammar.rules.size());
  EvidenceReader reader(grammar, errors);
  const std::uint16_t evidence = grammar.names.find("evidence");
  const std::uint16_t topic = grammar.names.find("topic");
  for (std::size_t i = 0; i < meanings.size(); ++i) {
    if (evidence != 0 && grammar.rules[i].label == evidence) meanings[i] = reader.read(grammar.rules[i]);
    if (topic != 0 && grammar.rules[i].label == topic) meanings[i] = reader.read_topic(grammar.rules[i]);
  }
  return meanings;
}

}  // namespace copydesk
