#include "rules/needs.h"

#include <algorithm>

namespace copydesk {
namespace {

using NodeKind = PatternNode::Kind;

// The needs of a node, counted from its begin, and how long its matches are at most.
struct Outline {
  std::vector<Need> needs;
  Reach length;
};

class Outliner {
 public:
  explicit Outliner(const Pattern& pattern) : pattern_(pattern) {}

  Outline of(std::uint32_t index) const {
    const PatternNode& node = pattern_.nodes[index];
    switch (node.kind) {
      case NodeKind::tests:
        return of_tests(node);
      case NodeKind::sequence:
      case NodeKind::capture:
        return of_parts(node);
      case NodeKind::choice:
        return of_choice(node);
      case NodeKind::repeat:
        return of_repeat(node);
      case NodeKind::sentence_start:
      case NodeKind::sentence_end:
        break;
    }
    return {};
  }

 private:
  static Outline of_tests(const PatternNode& node) {
    Outline outline{.needs = {{.signature = kAnySignature, .width = kAnySignature.width(), .reach = {}}},
                    .length = {.tokens = 1}};
    for (const Test& test : node.tests) {
      if (test.negated) continue;
      if (const int width = test.signature.width(); width < outline.needs[0].width)
        outline.needs[0] = {.signature = test.signature, .width = width, .reach = {}};
      if (test.kind == TestKind::edge) outline.length = {.edges = 1};
    }
    return outline;
  }

  Outline of_parts(const PatternNode& node) const {
    Outline all;
    for (const std::uint32_t child : node.children) {
      Outline part = of(child);
      for (Need& need : part.needs) {
        need.reach += all.length;
        all.needs.push_back(need);
      }
      all.length += part.length;
    }
    return all;
  }

  // One of the alternatives' narrowest needs.
  Outline of_choice(const PatternNode& node) const {
    Outline all{.needs = {{}}, .length = {}};
    for (const std::uint32_t child : node.children) {
      const Outline part = of(child);
      widen(all.length, part.length);
      if (all.needs.empty() || part.needs.empty()) {
        all.needs.clear();
        continue;
      }
      const Need& best = *std::ranges::min_element(part.needs, {}, &Need::width);
      all.needs[0].signature |= best.signature;
      widen(all.needs[0].reach, best.reach);
    }
    for (Need& need : all.needs) need.width = need.signature.width();
    return all;
  }

  static void widen(Reach& reach, const Reach& other) {
    reach.tokens = std::max(reach.tokens, other.tokens);
    reach.edges = std::max(reach.edges, other.edges);
    reach.unbounded |= other.unbounded;
  }

  Outline of_repeat(const PatternNode& node) const {
    Outline once = of(node.children[0]);
    if (node.least == 0) once.needs.clear();
    Reach length{.unbounded = node.most > Reach::kMost};
    for (std::uint32_t i = 0; i < node.most && !length.unbounded; ++i) length += once.length;
    once.length = length;
    return once;
  }

  const Pattern& pattern_;
};

}  // namespace

std::vector<Need> needs_of(const Pattern& pattern) {
  constexpr int kWidest = 600;  // tokens in a thousand: what more have tells nothing
  std::vector<Need> needs = Outliner(pattern).of(pattern.root).needs;
  std::erase_if(needs, [](const Need& need) {
    const bool first = need.reach.tokens == 0 && need.reach.edges == 0 && !need.reach.unbounded;
    return first || need.width > kWidest;
  });
  std::ranges::stable_sort(needs, {}, &Need::width);
  if (needs.size() > kMostNeeds) needs.resize(kMostNeeds);
  return needs;
}

bool begins_sentence(const Pattern& pattern) {
  std::uint32_t index = pattern.root;
  for (;;) {
    const PatternNode& node = pattern.nodes[index];
    if (node.kind == NodeKind::sentence_start) return true;
    if ((node.kind != NodeKind::sequence && node.kind != NodeKind::capture) || node.children.empty()) return false;
    index = node.children[0];
  }
}

}  // namespace copydesk
