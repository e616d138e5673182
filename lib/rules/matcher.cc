#include "rules/matcher.h"

#include <algorithm>

namespace copydesk {

bool Matcher::visit(std::uint32_t step, std::uint32_t position) {
  const std::size_t bit = std::size_t{step} * (window_.size() + 1) + (position - window_.begin);
  std::uint64_t& word = visited_[bit >> 6];
  const std::uint64_t mask = 1ull << (bit & 63);
  if (word & mask) return false;
  word |= mask;
  return true;
}

bool Matcher::match_at(const Program& program, std::uint32_t at, bool fresh) {
  if (fresh) visited_.assign((program.steps.size() * (window_.size() + 1) + 63) / 64, 0);
  slots_.assign(program.captures.size() * 2, kNoEdge);
  return run(program, at, false);
}

bool Matcher::context_holds(const Context& context, std::uint32_t at) {
  // A context looks at a few tokens only, so that the contexts of all matches cost no more than the matches.
  constexpr std::uint32_t kContextTokens = 24;
  const std::vector<std::uint32_t> slots = slots_;
  const std::uint32_t end = end_;
  window_.begin = std::max(sentence_.begin, at > kContextTokens ? at - kContextTokens : 0);
  window_.end = std::min(sentence_.end, at + kContextTokens);
  visited_.assign((context.program.steps.size() * (window_.size() + 1) + 63) / 64, 0);
  slots_.assign(context.program.captures.size() * 2, kNoEdge);
  const bool found = run(context.program, at, context.backwards);
  window_ = sentence_;
  slots_ = slots;
  end_ = end;
  return found != context.negated;
}

bool Matcher::run(const Program& program, std::uint32_t at, bool backwards) {
  jobs_.clear();
  jobs_.push_back({0, at, 0});
  while (!jobs_.empty()) {
    Job job = jobs_.back();
    jobs_.pop_back();
    if (job.step == kRestore) {
      slots_[job.position] = job.old_value;
      continue;
    }
    if (!visit(job.step, job.position)) continue;
    ++steps_taken;
    const Step& step = program.steps[job.step];
    switch (step.op) {
      case Op::tests: push_ends(program, step, job.position, backwards); break;
      case Op::split:
        jobs_.push_back({step.y, job.position, 0});
        jobs_.push_back({step.x, job.position, 0});
        break;
      case Op::jump: jobs_.push_back({step.x, job.position, 0}); break;
      case Op::save:
        jobs_.push_back({kRestore, step.arg, slots_[step.arg]});
        slots_[step.arg] = job.position;
        jobs_.push_back({step.x, job.position, 0});
        break;
      case Op::sentence_start:
        if (job.position == sentence_.begin) jobs_.push_back({step.x, job.position, 0});
        break;
      case Op::sentence_end:
        if (job.position == sentence_.end) jobs_.push_back({step.x, job.position, 0});
        break;
      case Op::match: end_ = job.position; return true;
    }
  }
  return false;
}

// Pushes the positions to which the tests of `step` lead from `position`, the one to try first last.
void Matcher::push_ends(const Program& program, const Step& step, std::uint32_t position, bool backwards) {
  const Test* tests = program.tests.data() + step.y;
  const auto all_hold = [&](TokenRange under, std::uint32_t from) {
    for (std::uint32_t i = from; i < step.arg; ++i)
      if (!holds(tests[i], under)) return false;
    return true;
  };
  if (tests[0].kind != TestKind::edge || tests[0].negated) {
    if (position == (backwards ? window_.begin : window_.end)) return;
    const std::uint32_t token = backwards ? position - 1 : position;
    if (all_hold({token, token + 1}, 0)) jobs_.push_back({step.x, backwards ? token : token + 1, 0});
    return;
  }
  const std::size_t first_job = jobs_.size();
  std::uint32_t at = backwards ? lattice_->last_at(position) : lattice_->first_at(position);
  while (at != kNoEdge) {
    const Edge& edge = lattice_->edge(at);
    const bool fits = edge.label == tests[0].a && (tests[0].b == kAnyKind || edge.kind == tests[0].b) &&
                      edge.range.begin >= window_.begin && edge.range.end <= window_.end && all_hold(edge.range, 1);
    if (fits) jobs_.push_back({step.x, backwards ? edge.range.begin : edge.range.end, 0});
    at = backwards ? edge.next_end : edge.next_begin;
  }
  std::reverse(jobs_.begin() + static_cast<std::ptrdiff_t>(first_job), jobs_.end());
}

bool Matcher::edge_under(const Test& test, TokenRange under) const {
  for (std::uint32_t at = lattice_->first_at(under.begin); at != kNoEdge; at = lattice_->edge(at).next_begin) {
    const Edge& edge = lattice_->edge(at);
    if (edge.label == test.a && (test.b == kAnyKind || edge.kind == test.b) && (test.negated || edge.range == under)) return true;
  }
  return false;
}

// Under an edge the other tests look at its first token; `!<label>` says that no such edge begins there.
bool Matcher::holds(const Test& test, TokenRange under) {
  const bool found = test.kind == TestKind::edge ? edge_under(test, under) : token_holds(test, under.begin);
  return found != test.negated;
}

bool Matcher::token_holds(const Test& test, std::uint32_t index) {
  const TokenData& token = lattice_->token(index);
  switch (test.kind) {
    case TestKind::any: return true;
    case TestKind::word: return (*literals_)[index] == test.a;
    case TestKind::lemma:
      for (const LemmaSet::Form& form : tables_->lemmas[test.a].forms)
        if (form.literal == (*literals_)[index]) return token.word_class == 0 || (token.word_class & form.classes) != 0;
      return false;
    case TestKind::word_class: return (token.word_class & test.a) != 0;
    case TestKind::shape: return (test.a >> static_cast<std::uint32_t>(token.shape) & 1) != 0;
    case TestKind::token_kind: return (test.a >> static_cast<std::uint32_t>(token.kind) & 1) != 0;
    case TestKind::regex: return regex_holds(test.a, index);
    case TestKind::glued: return !token.space_before;
    case TestKind::inside: return !token.sentence_initial && !token.capitals;
    case TestKind::edge: return false;
  }
  return false;
}

bool Matcher::regex_holds(std::uint32_t regex, std::uint32_t index) {
  while (regexes_.size() <= regex) regexes_.emplace_back(tables_->regexes[regexes_.size()]);
  const TokenLayer& layer = lattice_->layer();
  return regexes_[regex].matches_whole(layer.folded_of(layer.tokens[index]));
}

}  // namespace copydesk
