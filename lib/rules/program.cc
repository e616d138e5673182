#include "rules/program.h"

#include <algorithm>
#include <span>

namespace copydesk {
namespace {

using NodeKind = PatternNode::Kind;

// Writes the steps of a pattern.
class Compiler {
 public:
  Compiler(const Pattern& pattern, bool reversed) : pattern_(pattern), reversed_(reversed) {
    program_.steps.reserve(pattern.nodes.size());
    tests_.reserve(pattern.nodes.size());
  }

  // False: too many steps.
  bool run() {
    emit(pattern_.root);
    push({.op = Op::match});
    return program_.steps.size() <= kMostSteps && tests_.size() <= kMostStepTests;
  }

  Program program_;
  std::vector<Test> tests_;

 private:
  std::uint16_t here() const { return static_cast<std::uint16_t>(program_.steps.size()); }

  std::uint16_t push(Step step) {
    if (step.op != Op::split && step.op != Op::jump) step.x = static_cast<std::uint16_t>(here() + 1);
    program_.steps.push_back(step);
    return static_cast<std::uint16_t>(here() - 1);
  }

  // A split whose first way begins at the next step; of a lazy one, its second.
  std::uint16_t push_split(bool lazy = false) {
    const std::uint16_t split = push({.op = Op::split});
    (lazy ? program_.steps[split].y : program_.steps[split].x) = here();
    return split;
  }
  void end_split(std::uint16_t split, bool lazy = false) {
    (lazy ? program_.steps[split].x : program_.steps[split].y) = here();
  }

  void emit(std::uint32_t index) {
    if (program_.steps.size() > kMostSteps || tests_.size() > kMostStepTests) return;
    const PatternNode& node = pattern_.nodes[index];
    switch (node.kind) {
      case NodeKind::tests:
        return tests(node);
      case NodeKind::sequence:
        return sequence(node);
      case NodeKind::choice:
        return choice(node);
      case NodeKind::repeat:
        return repeat(node);
      case NodeKind::capture:
        return capture(node);
      case NodeKind::sentence_start:
        push({.op = Op::sentence_start});
        return;
      case NodeKind::sentence_end:
        push({.op = Op::sentence_end});
        return;
    }
  }

  // An edge test comes first, since it fixes the tokens that the others look at.
  void tests(const PatternNode& node) {
    Step step{.arg = static_cast<std::uint16_t>(node.tests.size()), .y = static_cast<std::uint16_t>(tests_.size())};
    tests_.insert(tests_.end(), node.tests.begin(), node.tests.end());
    const auto is_edge = [](const Test& test) { return test.kind == TestKind::edge && !test.negated; };
    std::stable_partition(tests_.begin() + step.y, tests_.end(), is_edge);
    step.op = is_edge(tests_[step.y]) ? Op::edge : Op::token;
    push(step);
  }

  void sequence(const PatternNode& node) {
    if (reversed_)
      for (auto child = node.children.rbegin(); child != node.children.rend(); ++child) emit(*child);
    else
      for (const std::uint32_t child : node.children) emit(child);
  }

  void choice(const PatternNode& node) {
    std::vector<std::uint16_t> ends;
    for (std::size_t i = 0; i + 1 < node.children.size(); ++i) {
      const std::uint16_t split = push_split();
      emit(node.children[i]);
      ends.push_back(push({.op = Op::jump}));
      end_split(split);
    }
    emit(node.children.back());
    for (const std::uint16_t end : ends) program_.steps[end].x = here();
  }

  void repeat(const PatternNode& node) {
    for (std::uint16_t i = 0; i < node.least; ++i) emit(node.children[0]);
    if (node.most == Pattern::kNoLimit) return star(node);
    std::vector<std::uint16_t> splits;
    for (std::uint16_t i = node.least; i < node.most; ++i) {
      splits.push_back(push_split(node.lazy));
      emit(node.children[0]);
    }
    for (const std::uint16_t split : splits) end_split(split, node.lazy);
  }

  // `x*` as `(x+)?`, so that an `x` that matched nothing ends the loop and is not tried another way.
  void star(const PatternNode& node) {
    const std::uint16_t skip = push_split();
    const std::uint16_t body = here();
    emit(node.children[0]);
    const std::uint16_t again = push({.op = Op::split});
    program_.steps[again].x = body;
    end_split(again);
    end_split(skip);
  }

  void capture(const PatternNode& node) {
    const auto slot = static_cast<std::uint16_t>(program_.captures.size() * 2);
    const auto first = static_cast<std::uint16_t>(reversed_ ? slot + 1 : slot);
    program_.captures.push_back(node.name);
    push({.op = Op::save, .arg = first});
    emit(node.children[0]);
    push({.op = Op::save, .arg = static_cast<std::uint16_t>(2 * slot + 1 - first)});
  }

  const Pattern& pattern_;
  bool reversed_;
};

// Jumps are for the compiler alone: lets every step lead on to where they end.
void skip_jumps(Program& program) {
  const auto target = [&](std::uint16_t step) {
    while (program.steps[step].op == Op::jump) step = program.steps[step].x;
    return step;
  };
  for (Step& step : program.steps) {
    if (step.op == Op::match) continue;
    step.x = target(step.x);
    if (step.op == Op::split) step.y = target(step.y);
  }
}

// Only where ways meet can a step be tried twice at a position; there it gets a mark. Edges of several lengths meet behind them.
void give_marks(Program& program) {
  std::vector<std::uint32_t> ways(program.steps.size());
  for (const Step& step : program.steps) {
    if (step.op == Op::match || step.op == Op::jump) continue;
    ways[step.x] += step.op == Op::edge ? 2 : 1;
    if (step.op == Op::split) ++ways[step.y];
  }
  for (std::size_t i = 0; i < ways.size(); ++i)
    if (ways[i] > 1) program.steps[i].mark = static_cast<std::uint16_t>(program.marks++);
}

// The one step that looks at tokens, when all others are captures around it.
std::uint16_t only_step_of(const Program& program) {
  std::uint16_t only = kNoMark;
  for (std::size_t i = 0; i < program.steps.size(); ++i) {
    const Op op = program.steps[i].op;
    if (op == Op::save || op == Op::match) continue;
    if ((op != Op::token && op != Op::edge) || only != kNoMark) return kNoMark;
    only = static_cast<std::uint16_t>(i);
  }
  return only;
}

// What a token under the tests of a step must share: the narrowest of their signatures.
Signature signature_of(std::span<const Test> tests) {
  Signature narrowest = kAnySignature;
  int least = narrowest.width();
  for (const Test& test : tests) {
    if (test.negated) continue;
    if (tests.size() == 1) return test.signature;
    if (const int width = test.signature.width(); width < least) narrowest = test.signature, least = width;
  }
  return narrowest;
}

struct Outlook {
  Signature first;
  bool may_end = false;
  friend bool operator==(const Outlook&, const Outlook&) = default;
};

Outlook outlook_of(std::span<const Test> tests, const Step& step, const std::vector<Outlook>& outlooks) {
  Outlook outlook;
  if (step.op == Op::match) return {kAnySignature, true};
  if (step.op == Op::token || step.op == Op::edge) return {signature_of(tests.subspan(step.y, step.arg)), false};
  outlook = outlooks[step.x];
  if (step.op != Op::split) return outlook;
  outlook.first |= outlooks[step.y].first;
  outlook.may_end |= outlooks[step.y].may_end;
  return outlook;
}

// Whether some step leads back to itself or to one above it.
bool has_loop(const Program& program) {
  for (std::size_t i = 0; i < program.steps.size(); ++i) {
    const Step& step = program.steps[i];
    if (step.op != Op::match && (step.x <= i || (step.op == Op::split && step.y <= i))) return true;
  }
  return false;
}

// Steps lead on mostly downwards, so that a few rounds from below settle what each may begin with; without loops, one.
void look_ahead(Program& program, std::span<const Test> tests, SignatureTable& signatures) {
  std::vector<Outlook> outlooks(program.steps.size());
  const bool loops = has_loop(program);
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = program.steps.size(); i-- > 0;) {
      const Outlook outlook = outlook_of(tests, program.steps[i], outlooks);
      changed |= loops && outlook != outlooks[i];
      outlooks[i] = outlook;
    }
  }
  for (std::size_t i = 0; i < program.steps.size(); ++i) {
    program.steps[i].first = signatures.add(outlooks[i].first);
    program.steps[i].may_end = outlooks[i].may_end;
  }
}

}  // namespace

std::uint16_t SignatureTable::add(const Signature& signature) {
  const auto [known, added] = known_.try_emplace({signature.forms, signature.labels}, 0);
  if (!added || signature == kAnySignature || signatures_.size() > 0xFFFF) return known->second;
  known->second = static_cast<std::uint16_t>(signatures_.size());
  signatures_.push_back(signature);
  return known->second;
}

Program compile(const Pattern& pattern, bool reversed, SignatureTable& signatures, std::string& problem) {
  Compiler compiler(pattern, reversed);
  const bool fits = compiler.run();
  Program program = std::move(compiler.program_);
  for (const Test& test : compiler.tests_) program.tests.push_back({test.kind, test.negated, test.b, test.a});
  if (!fits) {
    problem = "pattern is too large: more than " + std::to_string(kMostSteps) + " steps";
    return program;
  }
  skip_jumps(program);
  give_marks(program);
  if (!reversed) program.only_step = only_step_of(program);
  if (!reversed) look_ahead(program, compiler.tests_, signatures);
  return program;
}

bool may_be_empty(const Program& program) { return !program.steps.empty() && program.steps[0].may_end; }

}  // namespace copydesk
