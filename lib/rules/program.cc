#include "rules/program.h"

#include <algorithm>
#include <bit>

namespace copydesk {
namespace {

using NodeKind = PatternNode::Kind;

class Compiler {
 public:
  Compiler(const Pattern& pattern, bool reversed) : pattern_(pattern), reversed_(reversed) {}

  Program run(std::string& problem) {
    emit(pattern_.root);
    push({.op = Op::match});
    if (program_.steps.size() > kMostSteps) problem = "pattern is too large: more than " + std::to_string(kMostSteps) + " steps";
    return std::move(program_);
  }

 private:
  std::uint32_t here() const { return static_cast<std::uint32_t>(program_.steps.size()); }

  std::uint32_t push(Step step) {
    if (step.op != Op::split && step.op != Op::jump) step.x = here() + 1;
    program_.steps.push_back(step);
    return here() - 1;
  }

  void emit(std::uint32_t index) {
    if (program_.steps.size() > kMostSteps) return;
    const PatternNode& node = pattern_.nodes[index];
    switch (node.kind) {
      case NodeKind::tests: return tests(node);
      case NodeKind::sequence: return sequence(node);
      case NodeKind::choice: return choice(node);
      case NodeKind::repeat: return repeat(node);
      case NodeKind::capture: return capture(node);
      case NodeKind::sentence_start: push({.op = Op::sentence_start}); return;
      case NodeKind::sentence_end: push({.op = Op::sentence_end}); return;
    }
  }

  // An edge test comes first, since it fixes the tokens that the others look at.
  void tests(const PatternNode& node) {
    Step step{.op = Op::tests, .arg = static_cast<std::uint16_t>(node.tests.size()),
              .y = static_cast<std::uint32_t>(program_.tests.size())};
    program_.tests.insert(program_.tests.end(), node.tests.begin(), node.tests.end());
    std::stable_partition(program_.tests.begin() + step.y, program_.tests.end(),
                          [](const Test& test) { return test.kind == TestKind::edge && !test.negated; });
    push(step);
  }

  void sequence(const PatternNode& node) {
    if (reversed_)
      for (auto child = node.children.rbegin(); child != node.children.rend(); ++child) emit(*child);
    else
      for (const std::uint32_t child : node.children) emit(child);
  }

  void choice(const PatternNode& node) {
    std::vector<std::uint32_t> ends;
    for (std::size_t i = 0; i + 1 < node.children.size(); ++i) {
      const std::uint32_t split = push({.op = Op::split});
      program_.steps[split].x = here();
      emit(node.children[i]);
      ends.push_back(push({.op = Op::jump}));
      program_.steps[split].y = here();
    }
    emit(node.children.back());
    for (const std::uint32_t end : ends) program_.steps[end].x = here();
  }

  void repeat(const PatternNode& node) {
    for (std::uint16_t i = 0; i < node.least; ++i) emit(node.children[0]);
    if (node.most == Pattern::kNoLimit) return star(node);
    std::vector<std::uint32_t> splits;
    for (std::uint16_t i = node.least; i < node.most; ++i) {
      splits.push_back(push({.op = Op::split}));
      (node.lazy ? program_.steps[splits.back()].y : program_.steps[splits.back()].x) = here();
      emit(node.children[0]);
    }
    for (const std::uint32_t split : splits) (node.lazy ? program_.steps[split].x : program_.steps[split].y) = here();
  }

  void star(const PatternNode& node) {
    const std::uint32_t split = push({.op = Op::split});
    program_.steps[split].x = here();
    emit(node.children[0]);
    const std::uint32_t back = push({.op = Op::jump});
    program_.steps[back].x = split;
    program_.steps[split].y = here();
  }

  void capture(const PatternNode& node) {
    const auto slot = static_cast<std::uint16_t>(program_.captures.size() * 2);
    program_.captures.push_back(node.name);
    push({.op = Op::save, .arg = slot});
    emit(node.children[0]);
    push({.op = Op::save, .arg = static_cast<std::uint16_t>(slot + 1)});
  }

  const Pattern& pattern_;
  bool reversed_;
  Program program_;
};

// What a sentence must hold, and at what cost its look-up finds too many sentences: the lower the rarer.
struct Gate {
  std::vector<GateAtom> atoms;
  int cost = 1000;  // 1000: no gate
};

Gate gate_of(const Pattern& pattern, std::uint32_t index);

Gate gate_of_tests(const PatternNode& node) {
  Gate best;
  for (const Test& test : node.tests) {
    if (test.negated) continue;
    int cost = 1000;
    if (test.kind == TestKind::word || test.kind == TestKind::lemma) cost = 1;
    if (test.kind == TestKind::edge) cost = 2;
    if (cost < best.cost) best = {{{test.kind, test.a}}, cost};
  }
  return best;
}

Gate gate_of_choice(const Pattern& pattern, const PatternNode& node) {
  Gate all{{}, 0};
  for (const std::uint32_t child : node.children) {
    const Gate gate = gate_of(pattern, child);
    if (gate.cost == 1000) return {};
    all.atoms.insert(all.atoms.end(), gate.atoms.begin(), gate.atoms.end());
    all.cost = std::max(all.cost, gate.cost);
  }
  return all;
}

Gate gate_of(const Pattern& pattern, std::uint32_t index) {
  const PatternNode& node = pattern.nodes[index];
  Gate best;
  switch (node.kind) {
    case NodeKind::tests: return gate_of_tests(node);
    case NodeKind::choice: return gate_of_choice(pattern, node);
    case NodeKind::repeat: return node.least > 0 ? gate_of(pattern, node.children[0]) : best;
    case NodeKind::sentence_start:
    case NodeKind::sentence_end: return best;
    case NodeKind::sequence:
    case NodeKind::capture:
      for (const std::uint32_t child : node.children)
        if (Gate gate = gate_of(pattern, child); gate.cost < best.cost) best = std::move(gate);
      return best;
  }
  return best;
}

// The signature of what `index` may begin with; `empty` tells whether it may also match nothing.
std::uint64_t first_of(const Pattern& pattern, std::uint32_t index, bool& empty) {
  const PatternNode& node = pattern.nodes[index];
  empty = false;
  std::uint64_t bits = 0;
  switch (node.kind) {
    case NodeKind::tests:
      bits = ~0ull;
      for (const Test& test : node.tests)
        if (!test.negated && std::popcount(test.signature) < std::popcount(bits)) bits = test.signature;
      return bits;
    case NodeKind::choice:
      for (const std::uint32_t child : node.children) {
        bool child_empty = false;
        bits |= first_of(pattern, child, child_empty);
        empty |= child_empty;
      }
      return bits;
    case NodeKind::repeat: {
      bits = first_of(pattern, node.children[0], empty);
      empty |= node.least == 0;
      return bits;
    }
    case NodeKind::sentence_start:
    case NodeKind::sentence_end: empty = true; return 0;
    case NodeKind::sequence:
    case NodeKind::capture:
      empty = true;
      for (std::size_t i = 0; i < node.children.size() && empty; ++i) bits |= first_of(pattern, node.children[i], empty);
      return bits;
  }
  return bits;
}

}  // namespace

Program compile(const Pattern& pattern, bool reversed, std::string& problem) {
  Program program = Compiler(pattern, reversed).run(problem);
  program.gate = gate_of(pattern, pattern.root).atoms;
  bool empty = false;
  program.first = first_of(pattern, pattern.root, empty);
  if (empty) program.first = ~0ull;
  return program;
}

}  // namespace copydesk
