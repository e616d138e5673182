// Room 6, entities. What the rules of the room say: that a span may be a name, of which type, and with what weight.
//
//     [[rule]]
//     name = "person: title before"
//     gives = "evidence"
//     with = { type = "person", weight = "60" }
//     pattern = '''<titles> name:<run>'''
//
// Fields: `type` (below), `weight` (a number; negative speaks against),
// `more` (added for each further word), `scope` = "form" (default: counts for the same words
// everywhere in the report) or "here" (for this place alone), `spread` = "first" or "last" (the first words, or the last word, name the same thing),
// `topic` (counts only in reports of that topic), `doubt` = "none" (what it finds is a name even where capitals tell little), `form` = "alias" (it names its country otherwise), `check` = "initials" (the capture `acronym` must be made of the initials of `name`), `country` (of places), `begins` = "name"
// (a name begins here for sure: none goes on over its first word).
//
// A rule that gives `topic:NAME` says what the report is about: it is, when such rules weigh enough together for its length.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "copydesk/result.h"
#include "rules/language.h"

namespace copydesk {

// What a name may be the name of. `nothing` is a name that is no entity, as `World Cup`; `any` proposes a span and says no more.
enum class NameType : std::uint8_t { person, organisation, place, country, demonym, nothing, any };
inline constexpr std::size_t kNameTypes = 6;  // without `any`
inline constexpr std::size_t kMostTopics = 16;

struct EvidenceRule {
  bool used = false;  // a rule of this room that gives evidence
  NameType type = NameType::any;
  std::int16_t weight = 0;
  std::int16_t more = 0;  // for each further word of the name
  bool here = false;
  bool spreads = false;
  bool spreads_last = false;
  bool initials = false;
  bool country = false;  // it tells the country
  bool alias = false;
  bool sure = false;        // a name even where capitals tell little
  bool begins = false;      // ... and none that began before goes on into it
  std::uint8_t topic = 0;   // that the report must have; 0: any
  std::uint8_t speaks = 0;  // for this topic; such a rule is not `used`
};

// The meaning of every rule of the grammar, by its index. Errors: a field with a value that is not known.
std::vector<EvidenceRule> read_evidence(const Grammar& grammar, std::vector<Error>& errors);

}  // namespace copydesk
