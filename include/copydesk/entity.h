// Mention and Entity: the people, organisations and places of a report.
//
//     for (const copydesk::Entity& entity : document.entities)
//       for (const copydesk::Mention& mention : entity.mentions)
//         std::cout << document.text_of(mention.span) << " is " << entity.name << '\n';
//
// Threads: plain data. Lifetime: owned by its Document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/export.h"
#include "copydesk/span.h"

namespace copydesk {

/// Index into a list of the Document; kNoIndex where there is none.
using Index = std::uint32_t;
inline constexpr Index kNoIndex = 0xFFFFFFFF;

/// A country that acts is `country`; every other place is `place`.
enum class EntityType : std::uint8_t { person, organisation, place, country };

enum class MentionForm : std::uint8_t { name, acronym, alias, nominal, pronoun };

/// As the report spells them.
COPYDESK_EXPORT std::string_view to_string(EntityType type) noexcept;
COPYDESK_EXPORT std::string_view to_string(MentionForm form) noexcept;

struct Mention {
  Span span;
  MentionForm form = MentionForm::name;
  std::string_view found_by;  ///< name of the rule
};

struct Entity {
  EntityType type = EntityType::person;
  std::string name;               ///< the fullest name the report gives
  std::vector<Mention> mentions;  ///< in the order of the text; never empty
  std::string office;             ///< of a person, as the report gives it: `deputy ICT Minister`
  Index affiliation = kNoIndex;   ///< of a person: the organisation or country, an index into Document::entities
  std::string acronym;            ///< of an organisation: `SCO`
  std::string country;            ///< ISO 3166-1 alpha-2 where known: `IR`
};

}  // namespace copydesk
