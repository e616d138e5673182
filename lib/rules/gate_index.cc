#include "rules/gate_index.h"

#include <algorithm>

#include "rules/grammar.h"

namespace copydesk {
namespace {

struct Opening {
  std::uint32_t id;
  GateRef gate;
};

Openings openings_of(std::vector<Opening> found, std::size_t ids) {
  std::ranges::stable_sort(found, {}, &Opening::id);
  Openings openings{.begin = std::vector<std::uint32_t>(ids + 1), .gates = {}};
  for (const Opening& opening : found) {
    ++openings.begin[opening.id + 1];
    openings.gates.push_back(opening.gate);
  }
  for (std::size_t id = 0; id < ids; ++id) openings.begin[id + 1] += openings.begin[id];
  return openings;
}

// Gathers what opens the rules of one room.
class RoomIndexer {
 public:
  RoomIndexer(const TestTables& tables, std::uint32_t digit) : tables_(tables), digit_(digit) {}

  void add(std::uint32_t index, const std::vector<Gate>& gates, std::vector<std::uint64_t>& ungated) {
    if (gates.empty()) ungated[index / 64] |= std::uint64_t{1} << (index % 64);
    const auto all = static_cast<std::uint8_t>((1u << gates.size()) - 1);
    for (std::size_t i = 0; i < gates.size(); ++i)
      for (const GateAtom& atom : gates[i]) add_atom(atom, {index, static_cast<std::uint8_t>(1u << i), all});
  }

  std::vector<Opening> literals, names;

 private:
  void add_atom(const GateAtom& atom, GateRef gate) {
    if (atom.kind == TestKind::word) literals.push_back({atom.id, gate});
    if (atom.kind == TestKind::edge) names.push_back({atom.id, gate});
    if (atom.kind == TestKind::regex) literals.push_back({digit_, gate});
    if (atom.kind == TestKind::words)
      for (const WordSet::Form& form : tables_.word_sets[atom.id].forms) literals.push_back({form.literal, gate});
  }

  const TestTables& tables_;
  std::uint32_t digit_;
};

}  // namespace

GateIndex index_gates(const std::vector<Cascade>& cascades, const std::vector<Rule>& rules, const TestTables& tables,
                      std::size_t literals, std::size_t names) {
  GateIndex index{.rooms = std::vector<RoomGates>(names),
                  .rooms_of_literal = std::vector<std::uint8_t>(literals + 1),
                  .digit = static_cast<std::uint32_t>(literals)};
  int rooms = 0;
  for (std::size_t name = 0; name < names; ++name) {
    RoomIndexer indexer(tables, index.digit);
    RoomGates& room = index.rooms[name];
    for (const Cascade& cascade : cascades) {
      if (cascade.room != name || cascade.rules.empty()) continue;
      if (room.bit == 0) room.bit = static_cast<std::uint8_t>(1u << rooms++);
      room.ungated.resize(rules.size() / 64 + 1);
      for (const std::uint32_t rule : cascade.rules) indexer.add(rule, rules[rule].program.gates, room.ungated);
    }
    if (room.bit == 0) continue;
    for (const Opening& opening : indexer.literals) index.rooms_of_literal[opening.id] |= room.bit;
    room.opening_names.resize(names / 64 + 1);
    for (const Opening& opening : indexer.names)
      room.opening_names[opening.id / 64] |= std::uint64_t{1} << (opening.id % 64);
    room.by_literal = openings_of(std::move(indexer.literals), literals + 1);
    room.by_name = openings_of(std::move(indexer.names), names);
  }
  return index;
}

}  // namespace copydesk
