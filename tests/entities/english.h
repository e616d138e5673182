// Entities of a report in one line each: `person Anna Nowak (finance minister, Poland)`, in the order of the text.
#pragma once

#include <string>
#include <string_view>

#include "copydesk/extractor.h"

namespace copydesk::testing {

inline const Extractor& english() {
  static const Extractor extractor = std::move(Extractor::open()).value();
  return extractor;
}

inline bool is_named(const Entity& entity) {
  for (const Mention& mention : entity.mentions)
    if (mention.form != MentionForm::nominal && mention.form != MentionForm::pronoun) return true;
  return false;
}

inline std::string entity_text(const Document& document, const Entity& entity) {
  static constexpr const char* kTypes[] = {"person", "organisation", "place", "country"};
  std::string line = std::string(kTypes[static_cast<std::size_t>(entity.type)]) + " " + entity.name;
  if (!entity.acronym.empty() && entity.acronym != entity.name) line += " = " + entity.acronym;
  if (entity.office.empty()) return line;
  line += " (" + entity.office;
  if (entity.affiliation != kNoIndex) line += ", " + document.entities[entity.affiliation].name;
  return line + ")";
}

// The named entities of `text`, joined by `; `.
inline std::string entities_of(std::string_view text) {
  const Document document = english().extract(text);
  std::string all;
  for (const Entity& entity : document.entities)
    if (is_named(entity)) all += (all.empty() ? "" : "; ") + entity_text(document, entity);
  return all;
}

// What the entity that is called `name` is called elsewhere: `Anna Nowak | Nowak | she`.
inline std::string mentions_of(std::string_view text, std::string_view name) {
  const Document document = english().extract(text);
  std::string all;
  for (const Entity& entity : document.entities)
    if (entity.name == name)
      for (const Mention& mention : entity.mentions)
        all += (all.empty() ? "" : " | ") + std::string(document.text_of(mention.span));
  return all;
}

}  // namespace copydesk::testing
