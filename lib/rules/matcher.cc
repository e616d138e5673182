#include "rules/matcher.h"

#include <algorithm>

namespace copydesk {

bool Matcher::visit(std::uint32_t mark, std::uint32_t position) {
  const std::size_t bit = std::size_t{mark} * (window_.size() + 1) + (position - window_.begin);
  std::uint64_t& word = visited_[bit >> 6];
  const std::uint64_t mask = 1ull << (bit & 63);
  if (word & mask) return false;
  if (word == 0) touched_.push_back(static_cast<std::uint32_t>(bit >> 6));
  word |= mask;
  return true;
}

// Costs what the last run has set, not what the program could set.
void Matcher::start_anew(const Code& code) {
  for (const std::uint32_t word : touched_) visited_[word] = 0;
  touched_.clear();
  const std::size_t words = (std::size_t{code.marks} * (window_.size() + 1) + 63) / 64;
  if (visited_.size() < words) visited_.resize(words);
  slots_.clear(code.slots);
}

// The end of the first edge of `step` that begins at `at`, kNoEdge where there is none.
std::uint32_t Matcher::edge_end(const Code& code, const Step& step, std::uint32_t at) {
  for (std::uint32_t i = lattice_->first_at(at); i != kNoEdge; i = lattice_->edge(i).next_begin) {
    const Edge& edge = lattice_->edge(i);
    if (asks_for(code.tests[step.y], edge) && edge.range.end <= window_.end && others_hold(code, step, edge.range))
      return edge.range.end;
  }
  return kNoEdge;
}

// Many rules ask for one token or edge only; nothing need be remembered for them.
bool Matcher::match_only_step(const Code& code, std::uint32_t at) {
  ++steps_taken;
  const Step& only = code.steps[code.only_step];
  end_ = only.op == Op::edge ? edge_end(code, only, at) : token_behind(code, only, at, false);
  if (end_ == kNoEdge) return false;
  if (slots_.values.size() < code.slots) slots_.values.resize(code.slots, kNoEdge);
  slots_.filled = std::max(slots_.filled, code.slots);
  for (const Step* step = code.steps; step->op != Op::match; ++step)
    if (step->op == Op::save) slots_.values[step->arg] = step < &only ? at : end_;
  return true;
}

bool Matcher::match_at(const Code& code, std::uint32_t at, bool fresh) {
  if (code.only_step != kNoMark) return match_only_step(code, at);
  if (fresh) start_anew(code);
  return run(code, at, false);
}

bool Matcher::context_holds(const Context& context, std::uint32_t at) {
  // A context looks at a few tokens only, so that the contexts of all matches cost no more than the matches.
  constexpr std::uint32_t kContextTokens = 24;
  std::swap(slots_, outer_slots_);
  const std::uint32_t end = end_;
  window_.begin = std::max(sentence_.begin, at > kContextTokens ? at - kContextTokens : 0);
  window_.end = std::min(sentence_.end, at + kContextTokens);
  const Code code = context.program.code();
  start_anew(code);
  const bool found = run(code, at, context.backwards);
  window_ = sentence_;
  std::swap(slots_, outer_slots_);
  end_ = end;
  return found != context.negated;
}

bool Matcher::run(const Code& code, std::uint32_t at, bool backwards) {
  jobs_.clear();
  Job job{0, at, 0};
  do {
    if (job.step == kRestore)
      slots_.values[job.position] = job.old_value;
    else if (follow(code, job.step, job.position, backwards))
      return slots_.filled = code.slots, true;
  } while (next_job(job));
  return false;
}

bool Matcher::next_job(Job& job) {
  if (jobs_.empty()) return false;
  job = jobs_.back();
  jobs_.pop_back();
  return true;
}

// Goes on from a step that may hold, as long as there is one way only to go first; the others become jobs, if they may hold.
bool Matcher::follow(const Code& code, std::uint32_t at, std::uint32_t position, bool backwards) {
  for (;;) {
    const Step& step = code.steps[at];
    if (step.mark != kNoMark && !visit(step.mark, position)) return false;
    ++steps_taken;
    at = step.x;
    switch (step.op) {
      case Op::token:
        position = token_behind(code, step, position, backwards);
        if (position == kNoEdge || !may_hold(code.steps[at], position)) return false;
        break;
      case Op::edge:
        push_ends(code, step, position, backwards);
        return false;
      case Op::split: {
        const bool other = may_hold(code.steps[step.y], position);
        if (may_hold(code.steps[at], position)) {
          if (other) jobs_.push_back({step.y, position, 0});
          break;
        }
        if (!other) return false;
        at = step.y;
        break;
      }
      case Op::jump:
        break;
      case Op::save:
        jobs_.push_back({kRestore, step.arg, slots_.values[step.arg]});
        slots_.values[step.arg] = position;
        break;
      case Op::sentence_start:
        if (position != sentence_.begin) return false;
        break;
      case Op::sentence_end:
        if (position != sentence_.end) return false;
        break;
      case Op::match:
        end_ = position;
        return true;
    }
  }
}

// What a step may begin with is known only for programs that read forwards; those that read backwards may begin with anything.
bool Matcher::may_hold(const Step& step, std::uint32_t position) const {
  return step.may_end || (position < window_.end && met_[position].meets(wanted_[step.first]));
}

// The position behind the token that the tests of `step` hold on, kNoEdge when they do not.
std::uint32_t Matcher::token_behind(const Code& code, const Step& step, std::uint32_t position, bool backwards) {
  if (position == (backwards ? window_.begin : window_.end)) return kNoEdge;
  const std::uint32_t token = backwards ? position - 1 : position;
  if (!holds(code.tests[step.y], {token, token + 1}) || !others_hold(code, step, {token, token + 1})) return kNoEdge;
  return backwards ? token : token + 1;
}

// All tests of `step` but the first.
bool Matcher::others_hold(const Code& code, const Step& step, TokenRange under) {
  for (std::uint32_t i = 1; i < step.arg; ++i)
    if (!holds(code.tests[step.y + i], under)) return false;
  return true;
}

// Pushes the positions to which the edges of `step` lead from `position`, the one to try first last.
void Matcher::push_ends(const Code& code, const Step& step, std::uint32_t position, bool backwards) {
  const StepTest& test = code.tests[step.y];
  const auto first_job = static_cast<std::ptrdiff_t>(jobs_.size());
  std::uint32_t at = backwards ? lattice_->last_at(position) : lattice_->first_at(position);
  while (at != kNoEdge) {
    const Edge& edge = lattice_->edge(at);
    at = backwards ? edge.next_end : edge.next_begin;
    if (!asks_for(test, edge)) continue;
    if (edge.range.begin < window_.begin || edge.range.end > window_.end) continue;
    const std::uint32_t behind = backwards ? edge.range.begin : edge.range.end;
    if (may_hold(code.steps[step.x], behind) && others_hold(code, step, edge.range))
      jobs_.push_back({step.x, behind, 0});
  }
  std::reverse(jobs_.begin() + first_job, jobs_.end());
}

bool Matcher::edge_under(const StepTest& test, TokenRange under) const {
  if (!met_[under.begin].meets(label_signature(test.a))) return false;
  for (std::uint32_t at = lattice_->first_at(under.begin); at != kNoEdge; at = lattice_->edge(at).next_begin) {
    const Edge& edge = lattice_->edge(at);
    if (asks_for(test, edge) && (test.negated || edge.range == under)) return true;
  }
  return false;
}

// Under an edge the other tests look at its first token; `!<label>` says that no such edge begins there.
bool Matcher::holds(const StepTest& test, TokenRange under) {
  const bool found = test.kind == TestKind::edge ? edge_under(test, under) : token_holds(test, under.begin);
  return found != test.negated;
}

bool Matcher::token_holds(const StepTest& test, std::uint32_t index) {
  const TokenData& token = tokens_[index];
  switch (test.kind) {
    case TestKind::any:
      return true;
    case TestKind::word:
      return token.literal == test.a;
    case TestKind::words:
      return words_hold(tables_->word_sets[test.a], token);
    case TestKind::any_of:
      return choice_holds(tables_->choices[test.a], token);
    case TestKind::word_class:
      return (token.word_class & test.a) != 0;
    case TestKind::shape:
      return (test.a >> static_cast<std::uint32_t>(token.shape) & 1) != 0;
    case TestKind::token_kind:
      return (test.a >> static_cast<std::uint32_t>(token.kind) & 1) != 0;
    case TestKind::regex:
      return regex_holds(test.a, index);
    case TestKind::glued:
      return !token.space_before;
    case TestKind::inside:
      return !token.sentence_initial && !token.capitals;
    case TestKind::edge:
      return false;
  }
  return false;
}

bool Matcher::words_hold(const WordSet& set, const TokenData& token) const {
  if (token.literal == kNoWord) return false;
  const ClassMask classes = set.classes_of(token.literal);
  return classes == WordSet::kAnyClass ||
         (classes != 0 && (token.word_class == 0 || (token.word_class & classes) != 0));
}

bool Matcher::choice_holds(const TestChoice& choice, const TokenData& token) const {
  return (token.word_class & choice.classes) != 0 ||
         (choice.shapes >> static_cast<std::uint32_t>(token.shape) & 1) != 0 ||
         (choice.token_kinds >> static_cast<std::uint32_t>(token.kind) & 1) != 0 || words_hold(choice.words, token);
}

bool Matcher::regex_holds(std::uint32_t regex, std::uint32_t index) {
  const TokenLayer& layer = lattice_->layer();
  const std::string_view word = layer.folded_of(layer.tokens[index]);
  return answers_.matches(regex, word, layer.tokens[index].hash, [&] {
    while (regexes_.size() <= regex) regexes_.emplace_back(tables_->regexes[regexes_.size()]);
    return regexes_[regex].matches_whole(word);
  });
}

}  // namespace copydesk
