#include "rules/branches.h"

namespace copydesk {
namespace {

using NodeKind = PatternNode::Kind;

// Sorts the alternatives under a node into those of one token or edge and all others.
void sort_alternatives(const Pattern& pattern, std::uint32_t index, std::vector<std::uint32_t>& short_ones,
                       std::vector<std::uint32_t>& others) {
  const PatternNode& node = pattern.nodes[index];
  const bool wraps = node.kind == NodeKind::capture || node.kind == NodeKind::sequence;
  if (node.kind == NodeKind::choice || (wraps && node.children.size() == 1))
    for (const std::uint32_t child : node.children) sort_alternatives(pattern, child, short_ones, others);
  else
    (node.kind == NodeKind::tests ? short_ones : others).push_back(index);
}

// What of a pattern stands under one of its nodes.
std::uint32_t copy(const Pattern& pattern, std::uint32_t index, Pattern& part) {
  PatternNode node = pattern.nodes[index];
  for (std::uint32_t& child : node.children) child = copy(pattern, child, part);
  part.nodes.push_back(std::move(node));
  return static_cast<std::uint32_t>(part.nodes.size() - 1);
}

}  // namespace

std::vector<Pattern> branches_of(const Pattern& pattern) {
  std::vector<std::uint32_t> short_ones, others;
  sort_alternatives(pattern, pattern.root, short_ones, others);
  std::vector<Pattern> branches;
  for (const std::uint32_t alternative : others) {
    Pattern& branch = branches.emplace_back();
    branch.root = copy(pattern, alternative, branch);
  }
  if (short_ones.empty()) return branches;
  // Those of one token each are one test together, which is quicker than to ask for each.
  Pattern& branch = branches.emplace_back();
  PatternNode choice{.kind = NodeKind::choice};
  for (const std::uint32_t alternative : short_ones) choice.children.push_back(copy(pattern, alternative, branch));
  branch.nodes.push_back(std::move(choice));
  branch.root = static_cast<std::uint32_t>(branch.nodes.size() - 1);
  return branches;
}

}  // namespace copydesk
