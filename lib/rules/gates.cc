#include "rules/gates.h"

#include <algorithm>

namespace copydesk {
namespace {

using NodeKind = PatternNode::Kind;

std::vector<Gate> gates_of_node(const Pattern& pattern, std::uint32_t index);

// How many sentences an atom opens, by kind: few words, more labels, most digits. 0: no atom.
int width(const GateAtom& atom) {
  switch (atom.kind) {
    case TestKind::word:
    case TestKind::words:
      return 1;
    case TestKind::edge:
      return 2;
    case TestKind::regex:
      return 3;
    default:
      return 0;
  }
}

bool is_number(const Test& test) {
  return test.kind == TestKind::token_kind && test.a == 1u << static_cast<std::uint32_t>(TokenKind::number);
}

GateAtom atom_of(const Test& test) {
  if (is_number(test) && !test.negated) return {TestKind::regex, 0};
  const bool any_form = test.kind == TestKind::regex && test.signature != digit_signature();
  if (test.negated || any_form) return {};
  return {test.kind, test.kind == TestKind::regex                        ? 0
                     : test.kind == TestKind::edge && test.b != kAnyKind ? test.b
                                                                         : test.a};
}

// The narrowest condition of one token or edge.
std::vector<Gate> gates_of_tests(const PatternNode& node) {
  GateAtom best;
  for (const Test& test : node.tests)
    if (const GateAtom atom = atom_of(test); width(atom) != 0 && (width(best) == 0 || width(atom) < width(best)))
      best = atom;
  return width(best) == 0 ? std::vector<Gate>{} : std::vector<Gate>{{best}};
}

bool narrower(const Gate& a, const Gate& b) {
  const auto widest = [](const Gate& gate) { return width(*std::ranges::max_element(gate, {}, width)); };
  return widest(a) != widest(b) ? widest(a) < widest(b) : a.size() < b.size();
}

// One gate that some alternative always opens: the narrowest of each.
std::vector<Gate> gates_of_choice(const Pattern& pattern, const PatternNode& node) {
  Gate all;
  for (const std::uint32_t child : node.children) {
    const std::vector<Gate> gates = gates_of_node(pattern, child);
    if (gates.empty()) return {};
    const Gate& best = *std::ranges::min_element(gates, narrower);
    all.insert(all.end(), best.begin(), best.end());
  }
  return {std::move(all)};
}

std::vector<Gate> gates_of_parts(const Pattern& pattern, const PatternNode& node) {
  std::vector<Gate> all;
  for (const std::uint32_t child : node.children)
    for (Gate& gate : gates_of_node(pattern, child)) all.push_back(std::move(gate));
  return all;
}

std::vector<Gate> gates_of_node(const Pattern& pattern, std::uint32_t index) {
  const PatternNode& node = pattern.nodes[index];
  switch (node.kind) {
    case NodeKind::tests:
      return gates_of_tests(node);
    case NodeKind::choice:
      return gates_of_choice(pattern, node);
    case NodeKind::repeat:
      return node.least > 0 ? gates_of_node(pattern, node.children[0]) : std::vector<Gate>{};
    case NodeKind::sequence:
    case NodeKind::capture:
      return gates_of_parts(pattern, node);
    case NodeKind::sentence_start:
    case NodeKind::sentence_end:
      break;
  }
  return {};
}

}  // namespace

std::vector<Gate> gates_of(const Pattern& pattern) {
  std::vector<Gate> gates = gates_of_node(pattern, pattern.root);
  for (Gate& gate : gates) {
    std::ranges::sort(gate);
    gate.erase(std::unique(gate.begin(), gate.end()), gate.end());
  }
  std::ranges::sort(gates);
  gates.erase(std::unique(gates.begin(), gates.end()), gates.end());
  std::ranges::stable_sort(gates, narrower);
  if (gates.size() > kMostGates) gates.resize(kMostGates);
  return gates;
}

}  // namespace copydesk
