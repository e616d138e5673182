// Room 8, events. One sentence as its clauses: which group of names stands where, and which of them is a subject. Reads word
// classes, the pack's list `clause_words`, groups and marks; adds nothing.
#pragma once

#include <cstdint>
#include <vector>

#include "events/collect_mentions.h"

namespace copydesk {

class ClauseView {
 public:
  explicit ClauseView(const EventWork& work)
      : work_(work), words_(work.names.clause), tokens_(work.analysis.tokens.tokens), groups_(work.mentions.groups) {}

  void enter(std::uint32_t sentence) { sentence_ = work_.analysis.tokens.sentences[sentence]; }

  const SentenceData& sentence() const { return sentence_; }

  bool is(std::uint32_t token, ClassMask mask) const { return (tokens_[token].word_class & mask) != 0; }
  bool used(std::uint32_t token, std::uint16_t use) const { return words_.has(tokens_[token], use); }
  bool inside(std::uint32_t token) const { return token >= sentence_.begin && token < sentence_.end; }
  bool is_comma(std::uint32_t token) const { return used(token, ClauseUse::kComma); }
  bool leads(std::uint32_t token) const { return used(token, ClauseUse::kLeading); }
  bool ends_clause(std::uint32_t token) const;

  bool is_owner_mark(std::uint32_t token) const { return work_.is_owner_mark(token); }

  // The hyphens of `the two-plus-two meeting`.
  bool joins_words(std::uint32_t token) const;

  // nullptr where there is none.
  const Group* group_over(std::uint32_t token) const;

  // The group that begins within a few words of its noun group.
  const Group* next_group(std::uint32_t at) const;

  // That no preposition and no other verb governs.
  bool is_subject(const Group& group) const;

  // `(met in Lima,) the premier said`.
  bool tells(const Group& group) const;

  // `Kimani, a grower from Oslo, also said`, `"...," said Kimani`.
  bool speaks(const Group& group) const;

  // `the envoys, led by Kimani, met`.
  bool leads_aside(const Group& group) const;

  // `Kimani, the premier,`, where `on Friday, the premier,` and `in Oslo, the premier,` begin a clause.
  bool is_aside(const Group& group) const;

  // `(Ostrava told) Kimani, who (met the envoys)`: of whom the relative clause that a word opens tells.
  const Group* antecedent(std::uint32_t token) const;

  // `Kimani said that late talks failed`: whoever says so is not the subject of what is said.
  bool opens_told_clause(std::uint32_t token) const;

  // Where `-- the premier and the envoy --` begins, going back from its second dash; that token where there is none.
  std::uint32_t before_aside(std::uint32_t token, std::uint32_t begin) const;

  // `Kimani, a judge who left the bench, (said)`: the group that opens the sentence, of which the aside tells that a comma closes.
  const Group* before_long_aside(std::uint32_t comma) const;

  // `(Kimani,) who is to chair the talks,`.
  bool in_relative_clause(std::uint32_t token) const;

  // Where `, who has two sons,` begins, going back from its second comma; that comma where there is none.
  std::uint32_t before_relative(std::uint32_t comma, std::uint32_t begin) const;

 private:
  bool is_goal(const Group& group) const;
  std::uint32_t behind_aside(std::uint32_t comma) const;
  bool has_own_verb(const Group& group) const;
  std::uint32_t quantity_begin(const Group& group) const;
  bool any_group(TokenRange range) const;
  bool opens_clause(const Group& group) const;
  std::uint32_t behind_belonging(const Group& group) const;
  bool has_comma(const Group& group) const;
  bool says_or_opens(std::uint32_t token) const;
  bool is_inverted(std::uint32_t verb) const;

  const EventWork& work_;

 protected:
  const ClauseWords& words_;
  const std::vector<TokenData>& tokens_;
  SentenceData sentence_;

 private:
  const std::vector<Group>& groups_;
};

}  // namespace copydesk
