#include "rules/gates.h"

#include <algorithm>

namespace copydesk {
namespace {

using NodeKind = PatternNode::Kind;

// Labels lie on many more tokens than one word is; a digit stands in every third sentence.
constexpr std::uint32_t kLabelUses = 4, kDigitUses = 200;

bool is_number(const Test& test) {
  return test.kind == TestKind::token_kind && test.a == 1u << static_cast<std::uint32_t>(TokenKind::number);
}

// What `test` asks a sentence to hold; of kind `any` when that is nothing certain.
GateAtom atom_of(const Test& test) {
  if (test.negated) return {};
  switch (test.kind) {
    case TestKind::word:
    case TestKind::words:
      return {test.kind, test.a};
    case TestKind::edge:
      return {test.kind, test.b != kAnyKind ? test.b : test.a};
    case TestKind::regex:
      return test.signature == digit_signature() ? GateAtom{TestKind::regex, 0} : GateAtom{};
    default:
      return is_number(test) ? GateAtom{TestKind::regex, 0} : GateAtom{};
  }
}

class GateFinder {
 public:
  GateFinder(const Pattern& pattern, const Uses& uses) : pattern_(pattern), uses_(uses) {}

  // Those that few sentences meet come first.
  std::vector<Gate> of(std::uint32_t index) const {
    const PatternNode& node = pattern_.nodes[index];
    switch (node.kind) {
      case NodeKind::tests:
        return of_tests(node);
      case NodeKind::choice:
        return of_choice(node);
      case NodeKind::repeat:
        return node.least > 0 ? of(node.children[0]) : std::vector<Gate>{};
      case NodeKind::sequence:
      case NodeKind::capture:
        return of_parts(node);
      case NodeKind::sentence_start:
      case NodeKind::sentence_end:
        break;
    }
    return {};
  }

 private:
  std::uint32_t uses_of(const Gate& gate) const {
    std::uint32_t sum = 0;
    for (const GateAtom& atom : gate) sum += uses_.of(atom);
    return sum;
  }

  // None twice, and no more than are looked at.
  std::vector<Gate> narrowest(std::vector<Gate> gates) const {
    if (gates.size() < 2) return gates;
    std::vector<std::pair<std::uint32_t, Gate>> order;
    order.reserve(gates.size());
    for (Gate& gate : gates) order.emplace_back(uses_of(gate), std::move(gate));
    std::ranges::sort(order);
    order.erase(std::unique(order.begin(), order.end()), order.end());
    if (order.size() > kMostGates) order.resize(kMostGates);
    gates.clear();
    for (auto& [uses, gate] : order) gates.push_back(std::move(gate));
    return gates;
  }

  std::vector<Gate> of_tests(const PatternNode& node) const {
    std::vector<Gate> gates;
    for (const Test& test : node.tests)
      if (const GateAtom atom = atom_of(test); atom.kind != TestKind::any) gates.push_back({atom});
    return narrowest(std::move(gates));
  }

  std::vector<Gate> of_parts(const PatternNode& node) const {
    std::vector<Gate> all;
    for (const std::uint32_t child : node.children) {
      std::vector<Gate> gates = of(child);
      all.insert(all.end(), std::move_iterator(gates.begin()), std::move_iterator(gates.end()));
    }
    return narrowest(std::move(all));
  }

  // The first gates of all alternatives together are a gate, as are their second ones, and so on.
  std::vector<Gate> of_choice(const PatternNode& node) const {
    std::vector<Gate> all = of(node.children[0]);
    for (std::size_t i = 1; i < node.children.size() && !all.empty(); ++i) {
      const std::vector<Gate> gates = of(node.children[i]);
      all.resize(std::min(all.size(), gates.size()));
      for (std::size_t j = 0; j < all.size(); ++j) all[j].insert(all[j].end(), gates[j].begin(), gates[j].end());
    }
    for (Gate& gate : all) {
      std::ranges::sort(gate);
      gate.erase(std::unique(gate.begin(), gate.end()), gate.end());
    }
    return narrowest(std::move(all));
  }

  const Pattern& pattern_;
  const Uses& uses_;
};

}  // namespace

void Uses::add(std::vector<Count>& counts, std::uint32_t id) {
  if (id >= counts.size()) counts.resize(id + 1);
  if (counts[id].last != patterns_) ++counts[id].patterns;
  counts[id].last = patterns_;
}

void Uses::count(const Pattern& pattern) {
  ++patterns_;
  for (const PatternNode& node : pattern.nodes)
    for (const Test& test : node.tests) {
      const GateAtom atom = atom_of(test);
      if (atom.kind == TestKind::word) add(literals_, atom.id);
      if (atom.kind == TestKind::edge) add(names_, atom.id);
      if (atom.kind == TestKind::words)
        for (const WordSet::Form& form : tables_.word_sets[atom.id].forms) add(literals_, form.literal);
    }
}

std::uint32_t Uses::of(const GateAtom& atom) const {
  const auto patterns = [](const std::vector<Count>& counts, std::uint32_t id) {
    return id < counts.size() ? counts[id].patterns : 0;
  };
  switch (atom.kind) {
    case TestKind::word:
      return patterns(literals_, atom.id);
    case TestKind::edge:
      return patterns(names_, atom.id) * kLabelUses;
    case TestKind::words: {
      std::uint32_t sum = 0;
      for (const WordSet::Form& form : tables_.word_sets[atom.id].forms) sum += patterns(literals_, form.literal);
      return sum;
    }
    default:
      return kDigitUses;
  }
}

std::vector<Gate> gates_of(const Pattern& pattern, const Uses& uses) {
  return GateFinder(pattern, uses).of(pattern.root);
}

}  // namespace copydesk
