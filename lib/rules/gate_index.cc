#include "rules/gate_index.h"

#include <algorithm>

#include "rules/grammar.h"

namespace copydesk {
namespace {

struct Found {
  std::uint32_t id;
  Opening opening;
};

// Openings of one id in one cell become one.
Openings openings_of(std::vector<Found> found, std::size_t ids) {
  std::ranges::stable_sort(found, {}, [](const Found& one) { return std::pair(one.id, one.opening.cell); });
  Openings openings{.begin = std::vector<std::uint32_t>(ids + 1), .openings = {}};
  std::uint32_t last = 0;
  for (const auto& [id, opening] : found) {
    if (openings.begin[id + 1] != 0 && last == id && openings.openings.back().cell == opening.cell) {
      openings.openings.back().rules |= opening.rules;
      continue;
    }
    last = id;
    ++openings.begin[id + 1];
    openings.openings.push_back(opening);
  }
  for (std::size_t id = 0; id < ids; ++id) openings.begin[id + 1] += openings.begin[id];
  return openings;
}

// Gathers what opens the rules of one room.
class RoomIndexer {
 public:
  RoomIndexer(TestTables& tables, std::uint32_t digit, RoomGates& room) : tables_(tables), digit_(digit), room_(room) {}

  // Rules come in their order.
  void add(std::uint32_t rule, const std::vector<Gate>& gates) {
    if (room_.shut.empty()) room_.first_word = rule / 64;
    const std::uint32_t first_cell = (rule / 64 - room_.first_word) * kMostGates;
    room_.shut.resize(first_cell + kMostGates);
    for (std::uint32_t i = 0; i < gates.size(); ++i) {
      const Opening opening{first_cell + i, std::uint64_t{1} << (rule % 64)};
      room_.shut[opening.cell] |= opening.rules;
      for (const GateAtom& atom : gates[i]) add_atom(atom, opening);
    }
  }

  std::vector<Found> literals, names;

 private:
  std::uint32_t slot_of(const GateAtom& atom) {
    return tables_.conditions.add_name(static_cast<std::uint16_t>(atom.id));
  }

  void add_atom(const GateAtom& atom, const Opening& opening) {
    if (atom.kind == TestKind::word) literals.push_back({atom.id, opening});
    if (atom.kind == TestKind::edge) names.push_back({slot_of(atom), opening});
    if (atom.kind == TestKind::regex) literals.push_back({digit_, opening});
    if (atom.kind == TestKind::words)
      for (const WordSet::Form& form : tables_.word_sets[atom.id].forms) literals.push_back({form.literal, opening});
  }

  TestTables& tables_;
  std::uint32_t digit_;
  RoomGates& room_;
};

}  // namespace

GateIndex index_gates(const std::vector<Cascade>& cascades, const std::vector<Rule>& rules, TestTables& tables,
                      std::size_t literals, std::size_t names) {
  GateIndex index{.rooms = std::vector<RoomGates>(names),
                  .rooms_of_literal = std::vector<std::uint8_t>(literals + 1),
                  .digit = static_cast<std::uint32_t>(literals)};
  std::vector<std::vector<Found>> names_found(names);  // of each room; slots are complete when all rooms have been read
  int rooms = 0;
  for (std::size_t name = 0; name < names; ++name) {
    RoomGates& room = index.rooms[name];
    RoomIndexer indexer(tables, index.digit, room);
    for (const Cascade& cascade : cascades) {
      if (cascade.room != name || cascade.rules.empty()) continue;
      if (room.bit == 0) room.bit = static_cast<std::uint8_t>(1u << rooms++);
      for (const std::uint32_t rule : cascade.rules) indexer.add(rule, rules[rule].program.gates);
    }
    if (room.bit == 0) continue;
    for (const Found& found : indexer.literals) index.rooms_of_literal[found.id] |= room.bit;
    room.by_literal = openings_of(std::move(indexer.literals), literals + 1);
    names_found[name] = std::move(indexer.names);
  }
  for (std::size_t name = 0; name < names; ++name)
    if (index.rooms[name].bit != 0)
      index.rooms[name].by_slot = openings_of(std::move(names_found[name]), tables.conditions.slots());
  return index;
}

}  // namespace copydesk
