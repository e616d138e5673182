#include <algorithm>

#include "events/clause_view.h"
#include "events/rows.h"

namespace copydesk {
namespace {

constexpr std::uint32_t kMostAside = 32, kMostBrackets = 14, kMostBefore = 8;  // tokens
constexpr int kMostCommas = 4;                                                 // inside one aside

// Goes through the groups of a sentence from the last to the first, so that of each is known whether a row goes on from it.
class RowLinker : ClauseView {
 public:
  explicit RowLinker(EventWork& work) : ClauseView(work), work_(work), all_(work.mentions.groups) {}

  void read(std::uint32_t sentence) {
    enter(sentence);
    const auto begin = first_from(sentence_.begin), end = first_from(sentence_.end);
    if (end - begin < 2) return;
    for (std::uint32_t at = end - 1; at-- > begin;) link(at);
    for (std::uint32_t at = begin; at + 1 < end; ++at)
      if (work_.rows.previous(at) == kNoIndex && work_.rows.next(at) != kNoIndex) check(at);
  }

 private:
  // One that goes on from another, and how.
  struct Next {
    std::uint32_t group = kNoIndex;
    bool joined = false;  // by a word; else by a comma alone
  };

  std::uint32_t first_from(std::uint32_t token) const {
    const auto at = std::ranges::lower_bound(all_, token, {}, [](const Group& group) { return group.range.begin; });
    return static_cast<std::uint32_t>(at - all_.begin());
  }

  void link(std::uint32_t index) {
    const Next next = next_of(index);
    if (next.group == kNoIndex || (!next.joined && !goes_on(next.group))) return;
    // `Kimani, who heads the park of Lima, and (Ostrava)`: the last within what is told of one gives way to that one.
    if (const std::uint32_t inner = work_.rows.previous(next.group); inner != kNoIndex) work_.rows.unlink(inner);
    work_.rows.link(index, next.group);
  }

  // A comma joins where a word does further on.
  bool goes_on(std::uint32_t index) const {
    return work_.rows.next(index) != kNoIndex || all_[index].members.size() > 1;
  }

  Next next_of(std::uint32_t index) const {
    const Group& group = all_[index];
    if (is_pronoun(group) || is_owner_mark_at(group.range.end)) return {};
    const std::uint32_t end = behind_brackets(group.range.end);
    const std::uint32_t mark = is_comma(end - 1) ? end - 1 : end;
    if (!inside(mark)) return {};
    if (const Next next = joined_at(mark, index); next.group != kNoIndex) return next;
    if (used(mark, ClauseUse::kDash)) return behind_dashes(mark, index);
    return is_comma(mark) ? behind_aside(mark, index) : Next{};
  }

  bool is_owner_mark_at(std::uint32_t token) const { return inside(token) && is_owner_mark(token); }

  std::uint32_t behind_brackets(std::uint32_t at) const {
    if (!inside(at) || !is_mark(at, "(")) return at;
    for (std::uint32_t token = at + 1; inside(token) && token - at < kMostBrackets; ++token)
      if (is_mark(token, ")")) return token + 1;
    return at;
  }

  bool is_mark(std::uint32_t token, std::string_view mark) const {
    return tokens_[token].kind == TokenKind::punctuation && work_.analysis.text_of({token, token + 1}) == mark;
  }

  // Behind `and`, `, and`, `as well as`, or a comma alone.
  Next joined_at(std::uint32_t at, std::uint32_t index) const {
    const bool comma = is_comma(at);
    const std::uint32_t word = at + (comma ? 1 : 0);
    if (!inside(word)) return {};
    const std::uint32_t behind = behind_joint(word);
    if (behind == word && !comma) return {};
    const std::uint32_t group = group_from(behind, behind != word);
    if (group == kNoIndex || !fits(index, group)) return {};
    return {group, behind != word};
  }

  // Behind a word that joins, such as `and`, `as well as`, `and with`, `and, later,`; that word where it is none.
  std::uint32_t behind_joint(std::uint32_t word) const {
    const std::uint32_t end = link_end(word);
    if (end == word || !inside(end)) return end;
    if (inside(end + 2) && is_comma(end) && is(end + 1, words_.adverb) && is_comma(end + 2)) return end + 3;
    if (const std::uint32_t second = link_end(end); second != end) return second;
    return used(end, ClauseUse::kPartner | ClauseUse::kAgent) ? end + 1 : end;
  }

  std::uint32_t link_end(std::uint32_t token) const {
    const Lattice& lattice = work_.analysis.lattice;
    for (std::uint32_t at = lattice.first_at(token); at != kNoEdge; at = lattice.edge(at).next_begin)
      if (lattice.edge(at).label == work_.names.row_link) return lattice.edge(at).range.end;
    return token;
  }

  // The group whose noun group begins at a token: `his` of `his Chilean counterpart Ostrava`. Without a word that joins only a name
  // right there.
  std::uint32_t group_from(std::uint32_t at, bool joined) const {
    for (std::uint32_t steps = 0; inside(at) && steps < kMostBefore; ++steps, ++at) {
      if (const Group* group = group_over(at)) {
        if (group->range.begin != at || is_pronoun(*group) || is_owner_mark_at(group->range.end)) return kNoIndex;
        return !joined && !is_named(*group) ? kNoIndex : static_cast<std::uint32_t>(group - all_.data());
      }
      if (!may_stand_before(at, steps == 0)) return kNoIndex;
    }
    return kNoIndex;
  }

  bool may_stand_before(std::uint32_t token, bool first) const {
    if (is_comma(token) || ends_clause(token)) return false;
    if (joins_words(token) || (inside(token + 1) && joins_words(token + 1))) return true;  // `Lima-based`
    if (is(token, words_.opener)) return true;
    if (is(token, words_.verb) && !is(token, words_.noun_modifier)) return false;
    if (first && is(token, words_.finite) && !is(token, words_.nominal)) return false;
    return is(token, words_.premodifier) || tokens_[token].shape != Shape::lower;
  }

  // `-- accompanied by Ostrava --`, the second dash of those, `-- a third of the yard is his -- and Ostrava`.
  Next behind_dashes(std::uint32_t dash, std::uint32_t index) const {
    if (const Next next = led_in(dash + 1, index); next.group != kNoIndex) return next;
    if (const Next next = inside(dash + 1) ? joined_at(dash + 1, index) : Next{}; next.joined) return next;
    for (std::uint32_t at = dash + 1; inside(at) && at - dash < kMostAside; ++at)
      if (used(at, ClauseUse::kDash)) return inside(at + 1) ? joined_at(at + 1, index) : Next{};
    return {};
  }

  // `, accompanied by Ostrava,`, `, along with Ostrava,`.
  Next led_in(std::uint32_t at, std::uint32_t index) const {
    const std::uint32_t behind = inside(at) ? behind_joint(at) : at;
    if (behind == at) return {};
    const std::uint32_t group = group_from(behind, true);
    return group != kNoIndex && fits(index, group) ? Next{group, true} : Next{};
  }

  // Whoever stands behind the comma that closes what is told of one.
  Next behind_aside(std::uint32_t comma, std::uint32_t index) const {
    if (const Next next = led_in(comma + 1, index); next.group != kNoIndex) return next;
    if (!inside(comma + 1)) return {};
    const bool relative = is(comma + 1, words_.relative);
    int commas = 0;
    for (std::uint32_t at = comma + 1; inside(at) && at - comma < kMostAside && commas < kMostCommas; ++at) {
      at = behind_brackets(at);
      if (!inside(at)) return {};
      if (is_comma(at)) {
        ++commas;
        if (const Next next = joined_at(at, index); next.group != kNoIndex) return next;
      } else if (used(at, ClauseUse::kQuote) || (ends_sentence_part(at) && !used(at, ClauseUse::kDash)) ||
                 (is_told(at) && !relative)) {
        return {};
      }
    }
    return {};
  }

  bool ends_sentence_part(std::uint32_t token) const { return !is_comma(token) && ends_clause(token); }

  // A verb of a clause of its own.
  bool is_told(std::uint32_t token) const {
    if (group_over(token) != nullptr) return false;
    return is(token, words_.auxiliary) ||
           (is(token, words_.finite) && !is(token, words_.noun_modifier | words_.premodifier));
  }

  // People stand beside people, sides beside sides; a noun group that names nobody beside both.
  bool fits(std::uint32_t one, std::uint32_t other) const {
    const EntityMention& left = work_.mentions.mentions[all_[one].members.back()];
    const EntityMention& right = work_.mentions.mentions[all_[other].members.front()];
    if (left.form == MentionForm::nominal && (left.plural || right.form == MentionForm::nominal)) return true;
    return (left.type == EntityType::person) == (right.type == EntityType::person);
  }

  bool is_named(const Group& group) const {
    return work_.mentions.mentions[group.members.front()].form < MentionForm::nominal;
  }
  bool is_pronoun(const Group& group) const {
    return work_.mentions.mentions[group.members.front()].form == MentionForm::pronoun;
  }

  // `(met) Kimani, who heads the park, and Ostrava said`: the last of a row that is no subject begins a clause of its own.
  void check(std::uint32_t first) {
    std::uint32_t last = first;
    while (work_.rows.next(last) != kNoIndex) last = work_.rows.next(last);
    if (has_verb_behind(all_[last]) && !may_be_subject(all_[first])) work_.rows.unlink(work_.rows.previous(last));
  }

  bool has_verb_behind(const Group& group) const {
    std::uint32_t at = behind_brackets(group.range.end);
    while (inside(at) && is(at, words_.adverb)) ++at;
    return inside(at) && is(at, words_.finite | words_.auxiliary);
  }

  bool may_be_subject(const Group& group) const {
    const std::uint32_t before = group.range.begin - 1;
    if (!inside(before) || group.range.begin == sentence_.begin) return true;
    return is_subject(group) || used(before, ClauseUse::kReporting) || !has_clause_before(before);
  }

  // `He met (Kimani)`, `the talks were led by (Kimani)`, where `the pact, signed by (Kimani)` has none.
  bool has_clause_before(std::uint32_t at) const {
    bool verb = false, auxiliary = false;
    for (std::uint32_t token = at + 1; token-- > sentence_.begin && !is_comma(token);) {
      if (ends_clause(token) || is(token, words_.relative)) return false;
      if (verb && group_over(token) != nullptr) return true;
      verb |= is(token, words_.finite | words_.auxiliary);
      auxiliary |= is(token, words_.auxiliary);
    }
    return auxiliary;
  }

  EventWork& work_;
  const std::vector<Group>& all_;
};

}  // namespace

void link_rows(EventWork& work, const std::vector<EventMention>& mentions) {
  if (mentions.empty()) return;
  work.rows.reset(work.mentions);
  RowLinker linker(work);
  std::uint32_t last = kNoIndex;
  for (const EventMention& mention : mentions)
    if (mention.sentence != last) linker.read(last = mention.sentence);
}

}  // namespace copydesk
