#include "rules/outline.h"

#include <algorithm>
#include <span>

#include "rules/signature.h"

namespace copydesk {
namespace {

using NodeKind = PatternNode::Kind;

constexpr std::uint32_t kMany = 0xFF;         // tokens: as many as there are
constexpr std::size_t kMostAlternatives = 8;  // that are not words
constexpr std::size_t kFewestNodes = 10;      // of a pattern whose filter takes longer than that of an outline

struct Length {
  std::uint32_t least = 0, most = 0;
};

Length operator+(Length a, Length b) { return {std::min(a.least + b.least, kMany), std::min(a.most + b.most, kMany)}; }

// A part of an outline: one of some tests, or, where there are none, any tokens.
struct Part {
  Length length;
  std::vector<Test> tests{};
  bool is_gap() const { return tests.empty(); }
};

using Parts = std::vector<Part>;

class OutlineWriter {
 public:
  explicit OutlineWriter(const Pattern& pattern) : pattern_(pattern) {}

  Pattern run() {
    const Parts parts = of(pattern_.root);
    if (std::ranges::all_of(parts, &Part::is_gap)) return {};
    PatternNode root{.kind = NodeKind::sequence};
    for (const Part& part : parts) root.children.push_back(part.is_gap() ? gap(part.length) : choice(part.tests));
    outline_.root = add(std::move(root));
    return std::move(outline_);
  }

 private:
  std::uint32_t add(PatternNode node) {
    outline_.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(outline_.nodes.size() - 1);
  }

  std::uint32_t choice(const std::vector<Test>& tests) {
    PatternNode node{.kind = NodeKind::choice};
    for (const Test& test : tests) node.children.push_back(add({.kind = NodeKind::tests, .tests = {test}}));
    return tests.size() == 1 ? node.children[0] : add(std::move(node));
  }

  std::uint32_t gap(Length length) {
    const std::uint32_t any = add({.kind = NodeKind::tests, .tests = {Test{}}});
    return add({.kind = NodeKind::repeat,
                .least = static_cast<std::uint16_t>(length.least),
                .most = static_cast<std::uint16_t>(length.most),
                .children = {any}});
  }

  Parts of(std::uint32_t index) const {
    const PatternNode& node = pattern_.nodes[index];
    switch (node.kind) {
      case NodeKind::tests: {
        Parts one(1);
        one[0] = of_tests(node);
        return one;
      }
      case NodeKind::sequence:
      case NodeKind::capture:
        return of_sequence(node);
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

  // The test that fewest tokens meet; where one asks for an edge, that, since others look only at the first of its tokens.
  static Part of_tests(const PatternNode& node) {
    const Test* kept = nullptr;
    for (const Test& test : node.tests) {
      if (test.negated || test.kind == TestKind::regex || test.kind == TestKind::any) continue;
      const bool edge = test.kind == TestKind::edge;
      const bool keeps_edge = kept != nullptr && kept->kind == TestKind::edge;
      if (kept == nullptr || edge > keeps_edge || (edge == keeps_edge && width(test) < width(*kept))) kept = &test;
    }
    if (kept == nullptr) return {.length = {1, 1}};
    return {.length = {1, kept->kind == TestKind::edge ? kMany : 1}, .tests = {*kept}};
  }

  static int width(const Test& test) { return test.signature.width(); }
  static int width(const Part& part) {
    int sum = 0;
    for (const Test& test : part.tests) sum += width(test);
    return sum;
  }

  static void join(Parts& parts, Part more) {
    if (!parts.empty() && parts.back().is_gap() && more.is_gap())
      parts.back().length = parts.back().length + more.length;
    else
      parts.push_back(std::move(more));
  }

  Parts of_sequence(const PatternNode& node) const {
    if (node.children.size() == 1) return of(node.children[0]);
    Parts parts;
    for (const std::uint32_t child : node.children) {
      Parts more = of(child);
      for (Part& part : more) join(parts, std::move(part));
    }
    return parts;
  }

  static Length length_of(std::span<const Part> parts) {
    Length sum;
    for (const Part& part : parts) sum = sum + part.length;
    return sum;
  }

  // An alternative by its narrowest part.
  struct Alternative {
    Length before, behind, length;
    Part part;
  };

  Alternative alternative_of(std::uint32_t index) const {
    if (const PatternNode& node = pattern_.nodes[unwrapped(index)]; node.kind == NodeKind::tests) {
      Part part = of_tests(node);
      const Length length = part.length;
      return {.before = {}, .behind = {}, .length = length, .part = std::move(part)};
    }
    Parts parts = of(index);
    if (parts.empty()) return {};
    const auto less = [](const Part& a, const Part& b) {
      return a.is_gap() != b.is_gap() ? b.is_gap() : width(a) < width(b);
    };
    const auto place = static_cast<std::size_t>(std::ranges::min_element(parts, less) - parts.begin());
    const std::span<const Part> all(parts);
    return {.before = length_of(all.first(place)),
            .behind = length_of(all.subspan(place + 1)),
            .length = length_of(all),
            .part = std::move(parts[place])};
  }

  // A sequence or capture of one part stands for that part.
  std::uint32_t unwrapped(std::uint32_t index) const {
    const PatternNode& node = pattern_.nodes[index];
    const bool wraps = node.kind == NodeKind::capture || node.kind == NodeKind::sequence;
    return wraps && node.children.size() == 1 ? unwrapped(node.children[0]) : index;
  }

  static void widen(Length& length, Length other) {
    length = {std::min(length.least, other.least), std::max(length.most, other.most)};
  }

  // Of every alternative one part, with as many tokens around it as the alternatives may have.
  Parts of_choice(const PatternNode& node) const {
    Alternative all = alternative_of(node.children[0]);
    bool none = all.part.is_gap();
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      const Alternative one = alternative_of(node.children[i]);
      none |= one.part.is_gap();
      widen(all.before, one.before);
      widen(all.behind, one.behind);
      widen(all.length, one.length);
      widen(all.part.length, one.part.length);
      if (!none) all.part.tests.insert(all.part.tests.end(), one.part.tests.begin(), one.part.tests.end());
    }
    const auto is_no_word = [](const Test& test) { return test.kind == TestKind::edge; };
    if (none || std::ranges::count_if(all.part.tests, is_no_word) > static_cast<std::ptrdiff_t>(kMostAlternatives))
      return {{.length = all.length}};
    // Words stand together, so that they become one test.
    std::stable_partition(all.part.tests.begin(), all.part.tests.end(), is_no_word);
    Parts parts;
    for (Part part : {Part{.length = all.before}, all.part, Part{.length = all.behind}})
      if (!part.is_gap() || part.length.most != 0) parts.push_back(std::move(part));
    return parts;
  }

  Parts of_repeat(const PatternNode& node) const {
    Parts once = of(node.children[0]);
    const Length length = length_of(once);
    const auto times = [](std::uint32_t count, std::uint32_t tokens) {
      return tokens == 0 ? 0 : std::min(kMany, std::min(count, kMany) * tokens);
    };
    const auto more = [&](std::uint32_t least) {
      return Part{.length = {times(node.least - least, length.least), times(node.most - least, length.most)}};
    };
    if (node.least == 0) return {more(0)};
    if (node.most > 1) join(once, more(1));
    return once;
  }

  const Pattern& pattern_;
  Pattern outline_;
};

}  // namespace

Pattern outline_of(const Pattern& pattern) {
  return pattern.nodes.size() < kFewestNodes ? Pattern{} : OutlineWriter(pattern).run();
}

}  // namespace copydesk
