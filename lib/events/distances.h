// Room 8, events. How far two stretches of tokens of a sentence lie apart: clause ends, verbs and other triggers between them
// count as much as several tokens, a group of names as one; an aside behind the trigger (`the fair, run by Norway, opened on Monday`)
// is passed over.
#pragma once

#include "events/collect_mentions.h"

namespace copydesk {

class Distances {
 public:
  // Of names too every token may count: a subject told behind a long name is less likely that of the trigger.
  explicit Distances(const EventWork& work, bool names_as_one = true)
      : work_(work), clause_end_(work.names.clause_end), names_as_one_(names_as_one) {}

  // What opens a sentence, before a comma, is of its main clause, however long the subject.
  int between(TokenRange trigger, TokenRange other, bool fronted = false) const;

  // `Shares rose on Friday after the port signed`: what is told before the clause of the trigger.
  bool tells_before(TokenRange trigger, TokenRange other) const;

 private:
  bool is(std::uint32_t token, ClassMask mask) const;
  bool reports(std::uint32_t token) const;
  bool opens_subclause(std::uint32_t token) const;
  bool opens_told_clause(std::uint32_t token) const;
  int price(std::uint32_t token, bool ahead) const;
  std::uint32_t behind_aside(std::uint32_t comma, std::uint32_t end) const;

  const EventWork& work_;
  Label clause_end_;
  bool names_as_one_;
};

}  // namespace copydesk
