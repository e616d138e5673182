// Room 8, events. How far two stretches of tokens of a sentence lie apart: clause ends, verbs and other triggers between them
// count as much as several tokens.
#pragma once

#include "events/collect_mentions.h"

namespace copydesk {

class Distances {
 public:
  explicit Distances(const EventWork& work) : work_(work), clause_end_(work.names.clause_end) {}

  // What opens a sentence, before a comma, is of its main clause, however long the subject.
  int between(TokenRange trigger, TokenRange other, bool fronted = false) const;

  // `Shares rose on Friday after the port signed`: what is told before the clause of the trigger.
  bool tells_before(TokenRange trigger, TokenRange other) const;

 private:
  bool is(std::uint32_t token, ClassMask mask) const;
  bool reports(std::uint32_t token) const;
  bool opens_subclause(std::uint32_t token) const;
  bool opens_told_clause(std::uint32_t token) const;

  const EventWork& work_;
  Label clause_end_;
};

}  // namespace copydesk
