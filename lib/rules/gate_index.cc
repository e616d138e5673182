#include "rules/gate_index.h"

#include <algorithm>
#include <map>

#include "rules/grammar.h"

namespace copydesk {
namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// Numbers by their rows, none twice in a row.
Rows rows_of(Pairs pairs, std::size_t rows) {
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  Rows result{.begin = std::vector<std::uint32_t>(rows + 1), .numbers = {}};
  for (const auto& [row, number] : pairs) {
    ++result.begin[row + 1];
    result.numbers.push_back(number);
  }
  for (std::size_t row = 0; row < rows; ++row) result.begin[row + 1] += result.begin[row];
  return result;
}

// Gathers what opens the branches of one room.
class RoomIndexer {
 public:
  RoomIndexer(TestTables& tables, std::uint32_t digit, const std::vector<Rule>& rules,
              const std::vector<std::uint32_t>& first_branches)
      : tables_(tables), digit_(digit), rules_(rules), first_branches_(first_branches) {}

  // The gates of a branch come with those first that few sentences open; these have the lowest numbers.
  void add(const std::vector<std::uint32_t>& of, RoomGates& room, std::vector<std::uint32_t>& first_of_branch) {
    for_each_branch(of, [&](std::uint32_t branch, const std::vector<Gate>& gates) {
      first_of_branch[branch] = gates.empty() ? kOpenGate : number_of(gates[0]);
      firsts.emplace_back(first_of_branch[branch], branch);
    });
    room.first_gates = count();
    for_each_branch(of, [&](std::uint32_t branch, const std::vector<Gate>& gates) {
      for (std::size_t i = 1; i < gates.size(); ++i) branches.emplace_back(branch, number_of(gates[i]));
    });
    room.gates = count();
  }

  Pairs firsts, branches, literals, slots;

 private:
  std::uint32_t count() const { return kOpenGate + 1 + static_cast<std::uint32_t>(numbers_.size()); }

  template <class Use>
  void for_each_branch(const std::vector<std::uint32_t>& of, Use&& use) const {
    for (const std::uint32_t rule : of) {
      std::uint32_t branch = first_branches_[rule];
      for (const Branch& one : rules_[rule].program.branches) use(branch++, one.gates);
    }
  }

  std::uint32_t number_of(const Gate& gate) {
    const auto [known, added] = numbers_.try_emplace(gate, count());
    for (std::size_t i = 0; added && i < gate.size(); ++i) add_atom(gate[i], known->second);
    return known->second;
  }

  void add_atom(const GateAtom& atom, std::uint32_t gate) {
    if (atom.kind == TestKind::word) literals.emplace_back(atom.id, gate);
    if (atom.kind == TestKind::regex) literals.emplace_back(digit_, gate);
    if (atom.kind == TestKind::edge)
      slots.emplace_back(tables_.conditions.add_name(static_cast<std::uint16_t>(atom.id)), gate);
    if (atom.kind == TestKind::words)
      for (const WordSet::Form& form : tables_.word_sets[atom.id].forms) literals.emplace_back(form.literal, gate);
  }

  TestTables& tables_;
  std::uint32_t digit_;
  const std::vector<Rule>& rules_;
  const std::vector<std::uint32_t>& first_branches_;
  std::map<Gate, std::uint32_t> numbers_;
};

}  // namespace

std::vector<std::uint32_t> number_branches(const std::vector<Rule>& rules) {
  std::vector<std::uint32_t> firsts{0};
  for (const Rule& rule : rules)
    firsts.push_back(firsts.back() + static_cast<std::uint32_t>(rule.program.branches.size()));
  return firsts;
}

GateIndex index_gates(const std::vector<Cascade>& cascades, const std::vector<Rule>& rules, TestTables& tables,
                      std::size_t literals, std::size_t names) {
  const std::vector<std::uint32_t> first_branches = number_branches(rules);
  GateIndex index{.rooms = std::vector<RoomGates>(names),
                  .rooms_of_literal = std::vector<std::uint8_t>(literals + 1),
                  .of_branch = {},
                  .first_of_branch = std::vector<std::uint32_t>(first_branches.back(), kOpenGate),
                  .digit = static_cast<std::uint32_t>(literals)};
  Pairs of_branches;
  std::vector<Pairs> slots(names);  // of each room; they are complete when all rooms have been read
  int rooms = 0;
  for (std::size_t name = 0; name < names; ++name) {
    RoomGates& room = index.rooms[name];
    RoomIndexer indexer(tables, index.digit, rules, first_branches);
    std::vector<std::uint32_t> room_rules;
    for (const Cascade& cascade : cascades) {
      if (cascade.room != name || cascade.rules.empty()) continue;
      if (room.bit == 0) room.bit = static_cast<std::uint8_t>(1u << rooms++);
      room_rules.insert(room_rules.end(), cascade.rules.begin(), cascade.rules.end());
    }
    if (room.bit == 0) continue;
    indexer.add(room_rules, room, index.first_of_branch);
    for (const auto& [literal, gate] : indexer.literals) index.rooms_of_literal[literal] |= room.bit;
    of_branches.insert(of_branches.end(), indexer.branches.begin(), indexer.branches.end());
    room.first_of = rows_of(std::move(indexer.firsts), room.gates);
    room.by_literal = rows_of(std::move(indexer.literals), literals + 1);
    slots[name] = std::move(indexer.slots);
  }
  index.of_branch = rows_of(std::move(of_branches), first_branches.back());
  for (std::size_t name = 0; name < names; ++name)
    if (index.rooms[name].bit != 0)
      index.rooms[name].by_slot = rows_of(std::move(slots[name]), tables.conditions.slots());
  return index;
}

}  // namespace copydesk
