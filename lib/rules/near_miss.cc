#include "rules/near_miss.h"

#include <algorithm>

namespace copydesk {

NearMiss NearMissFinder::find(const Rule& rule, TokenRange sentence) {
  enter(sentence);
  NearMiss best;
  for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
    try_at(rule.program, at, best);
    if (match_at(rule.program.code(), at, true))
      return {.matched = {at, std::max(at + 1, match_end())}, .telling = best.telling + 1, .context_failed = true};
  }
  return best;
}

void NearMissFinder::try_at(const Program& program, std::uint32_t begin, NearMiss& best) {
  for (const std::size_t place : touched_places_) seen_[place] = 0;
  touched_places_.clear();
  seen_.resize(std::max(seen_.size(), program.steps.size() * (window_.size() + 1)));
  ways_.clear();
  push({0, begin, 0});
  while (!ways_.empty()) {
    const Way way = ways_.back();
    ways_.pop_back();
    go_on(program, way, begin, best);
  }
}

void NearMissFinder::push(Way way) {
  const std::size_t place = way.step * (window_.size() + 1) + (way.position - window_.begin);
  std::uint32_t& known = seen_[place];
  if (known > way.telling) return;
  if (known == 0) touched_places_.push_back(place);
  known = way.telling + 1;
  ways_.push_back(way);
}

void NearMissFinder::go_on(const Program& program, Way way, std::uint32_t begin, NearMiss& best) {
  if (way.telling > best.telling || (way.telling == best.telling && way.position - begin > best.matched.size()))
    best = {.matched = {begin, way.position}, .telling = way.telling};
  const Step& step = program.steps[way.step];
  switch (step.op) {
    case Op::token: {
      const std::uint32_t behind = token_behind(program.code(), step, way.position, false);
      if (behind == kNoEdge) return;
      const auto tests = program.tests.begin() + step.y;
      const bool tells = std::any_of(tests, tests + step.arg, [&](const StepTest& test) { return names_words(test); });
      return push({step.x, behind, way.telling + (tells ? 1 : 0)});
    }
    case Op::edge:
      return follow_edges(program, step, way);
    case Op::split:
      push({step.y, way.position, way.telling});
      return push({step.x, way.position, way.telling});
    case Op::jump:
    case Op::save:
      return push({step.x, way.position, way.telling});
    case Op::sentence_start:
    case Op::sentence_end:
      if (way.position == (step.op == Op::sentence_start ? sentence_.begin : sentence_.end))
        push({step.x, way.position, way.telling});
      return;
    case Op::match:
      return;
  }
}

// Whether a test asks for certain words, not for a class, shape or kind of words.
bool NearMissFinder::names_words(const StepTest& test) const {
  if (test.negated) return false;
  if (test.kind == TestKind::word || test.kind == TestKind::words) return true;
  if (test.kind != TestKind::any_of) return false;
  const TestChoice& choice = tables_->choices[test.a];
  return choice.classes == 0 && choice.shapes == 0 && choice.token_kinds == 0;
}

void NearMissFinder::follow_edges(const Program& program, const Step& step, Way way) {
  if (way.position >= window_.end) return;
  for (std::uint32_t at = lattice_->first_at(way.position); at != kNoEdge; at = lattice_->edge(at).next_begin) {
    const Edge& edge = lattice_->edge(at);
    if (!asks_for(program.tests[step.y], edge) || edge.range.end > window_.end) continue;
    if (others_hold(program.code(), step, edge.range))
      push({step.x, edge.range.end, way.telling + (edge.layered ? 0 : 1)});
  }
}

}  // namespace copydesk
