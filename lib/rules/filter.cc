#include "rules/filter.h"

#include <algorithm>
#include <bit>
#include <span>

namespace copydesk {
namespace {

using NodeKind = PatternNode::Kind;
using OpKind = FilterOp::Kind;
using From = FilterOp::From;

// Whether a set of tokens can tell exactly where `test` holds, so that its opposite is known too.
bool is_exact(const Test& test) {
  return test.kind != TestKind::regex && (test.kind != TestKind::edge || test.b == kAnyKind);
}

// Whether a set of tokens tells anything of `test`.
bool tells(const Test& test) {
  if (test.negated || test.kind == TestKind::any) return is_exact(test) && test.kind != TestKind::any;
  return test.kind != TestKind::regex || test.signature == digit_signature();
}

// The number of the one form that `test` asks for, -1 when it asks for more, or for none.
int form_of(const Test& test) {
  const int lowest = std::countr_zero(test.a);
  switch (test.kind) {
    case TestKind::word_class:
      return std::has_single_bit(test.a) ? lowest : -1;
    case TestKind::shape:
      return std::has_single_bit(test.a) ? Forms::kShape + lowest : -1;
    case TestKind::token_kind:
      return std::has_single_bit(test.a) ? Forms::kKind + lowest : -1;
    case TestKind::regex:
      return Forms::kDigit;
    case TestKind::glued:
      return Forms::kGlued;
    case TestKind::inside:
      return Forms::kInside;
    default:
      return -1;
  }
}

class FilterWriter {
 public:
  FilterWriter(const Pattern& pattern, ConditionTable& conditions) : pattern_(pattern), conditions_(conditions) {}

  void node(std::uint32_t index) {
    const PatternNode& node = pattern_.nodes[index];
    switch (node.kind) {
      case NodeKind::tests:
        return tests(node);
      case NodeKind::sequence:
      case NodeKind::capture:
        for (auto child = node.children.rbegin(); child != node.children.rend(); ++child) this->node(*child);
        return;
      case NodeKind::choice:
        return choice(node);
      case NodeKind::repeat:
        return repeat(node);
      case NodeKind::sentence_start:
        ops_.push_back({.kind = OpKind::sentence_start});
        return;
      case NodeKind::sentence_end:
        ops_.push_back({.kind = OpKind::sentence_end});
        return;
    }
  }

  std::vector<FilterOp> ops_;

 private:
  void push(OpKind kind, const Test& test) {
    if (test.kind == TestKind::edge) return push_edge(kind, test);
    FilterOp op{.kind = kind};
    if (const int form = form_of(test); form >= 0)
      op.from = From::slot, op.arg = static_cast<std::uint16_t>(form);
    else if (test.kind == TestKind::word && test.a <= 0xFFFF)
      op.from = From::literal, op.arg = static_cast<std::uint16_t>(test.a);
    else
      op.arg = conditions_.add({test.kind, false, 0, test.a});
    ops_.push_back(op);
  }

  void push_edge(OpKind kind, const Test& test) {
    FilterOp op{.kind = kind, .from = From::slot, .arg = conditions_.add_name(static_cast<std::uint16_t>(test.a))};
    const std::uint16_t also = test.b == kAnyKind ? Forms::kAll : conditions_.add_name(test.b);
    if (kind == OpKind::edge) op.also = also;
    ops_.push_back(op);
    if (kind == OpKind::also && also != Forms::kAll) ops_.push_back({.kind = kind, .from = From::slot, .arg = also});
  }

  // One token, or the edge over some, and what else must hold there.
  void tests(const PatternNode& node) {
    const auto is_edge = [](const Test& test) { return test.kind == TestKind::edge && !test.negated; };
    const auto steps = [&](const Test& test) { return !test.negated && tells(test); };
    auto first = std::ranges::find_if(node.tests, is_edge);
    if (first != node.tests.end())
      push(OpKind::edge, *first);
    else if (first = std::ranges::find_if(node.tests, steps); first != node.tests.end())
      push(OpKind::token, *first);
    else
      ops_.push_back({.kind = OpKind::any});
    for (auto test = node.tests.begin(); test != node.tests.end(); ++test)
      if (test != first && tells(*test)) push(test->negated ? OpKind::without : OpKind::also, *test);
  }

  void choice(const PatternNode& node) {
    if (node.children.size() == 1) return this->node(node.children[0]);
    ops_.push_back({.kind = OpKind::fork});
    for (const std::uint32_t child : node.children) {
      const std::size_t first = ops_.size();
      this->node(child);
      const OpKind kind = ops_.size() == first + 1 ? alternative(ops_[first].kind) : OpKind::other;
      if (kind == OpKind::other)
        ops_.push_back({.kind = kind});
      else
        ops_[first].kind = kind;
    }
    ops_.push_back({.kind = OpKind::join});
  }

  // The op for an alternative of one op; `other` where it takes more.
  static OpKind alternative(OpKind kind) {
    switch (kind) {
      case OpKind::token:
        return OpKind::or_token;
      case OpKind::any:
        return OpKind::or_any;
      case OpKind::edge:
        return OpKind::or_edge;
      default:
        return OpKind::other;
    }
  }

  void loop(OpKind begin, OpKind end, std::uint32_t times, std::uint32_t child) {
    if (times == 0) return;
    const std::size_t first = ops_.size();
    ops_.push_back({.kind = begin, .arg = static_cast<std::uint16_t>(times)});
    node(child);
    if (begin == OpKind::up_to && times == 1 && ops_.size() == first + 2 && make_optional(ops_.back())) {
      ops_.erase(ops_.end() - 2);
      return;
    }
    ops_.push_back({.kind = end});
  }

  static bool make_optional(FilterOp& op) {
    if (op.kind != OpKind::token && op.kind != OpKind::edge) return false;
    op.kind = op.kind == OpKind::token ? OpKind::may_token : OpKind::may_edge;
    return true;
  }

  static bool is_any(const PatternNode& node) {
    return node.kind == NodeKind::tests && node.tests.size() == 1 && node.tests[0].kind == TestKind::any;
  }

  void stretch(const PatternNode& node) {
    const std::uint16_t most = ops_.empty() ? node.least : node.most;
    if (most != 0) ops_.push_back({.kind = OpKind::stretch, .arg = most, .also = node.least});
  }

  // Nothing is known of what follows the pattern, so how often its end is repeated tells nothing.
  void repeat(const PatternNode& node) {
    const std::uint32_t more = node.most == Pattern::kNoLimit ? 0xFFFF : node.most - node.least;
    if (is_any(pattern_.nodes[node.children[0]])) return stretch(node);
    if (!ops_.empty()) loop(OpKind::up_to, OpKind::once_more, more, node.children[0]);
    if (node.least == 1) return this->node(node.children[0]);
    loop(OpKind::times, OpKind::again, node.least, node.children[0]);
  }

  const Pattern& pattern_;
  ConditionTable& conditions_;
};

// Tells every op how far the alternative or loop goes on that it stands in. False: they stand too deep in each other.
bool set_skips(std::vector<FilterOp>& ops) {
  std::vector<std::size_t> ends{ops.size()};
  for (std::size_t i = ops.size(); i-- > 0;) {
    const OpKind kind = ops[i].kind;
    if (kind == OpKind::fork || kind == OpKind::up_to || kind == OpKind::times) ends.pop_back();
    if (kind == OpKind::other) ends.back() = i;
    ops[i].skip = static_cast<std::uint16_t>(ends.back() - i - 1);
    if (kind == OpKind::join || kind == OpKind::once_more || kind == OpKind::again) ends.push_back(i);
    if (ends.size() > kDeepestFilter) return false;
  }
  return true;
}

}  // namespace

std::uint16_t ConditionTable::add_name(std::uint16_t name) {
  if (name >= slots_.size()) slots_.resize(name + 1);
  if (slots_[name] == 0) slots_[name] = slots_in_use_++;
  return slots_[name];
}

std::uint16_t ConditionTable::add(const StepTest& test) {
  const auto [known, added] = known_.try_emplace({test.kind, test.a}, static_cast<std::uint16_t>(conditions_.size()));
  if (added) conditions_.push_back(test);
  return known->second;
}

std::vector<FilterOp> filter_of(const Pattern& pattern, ConditionTable& conditions) {
  FilterWriter writer(pattern, conditions);
  writer.node(pattern.root);
  if (conditions.full() || !set_skips(writer.ops_)) return {};
  return std::move(writer.ops_);
}

}  // namespace copydesk
