// How the enumerators are spelt in every form of the report.
#include <cstddef>

#include "copydesk/document.h"
#include "copydesk/report.h"

namespace copydesk {
namespace {

template <class Enum, std::size_t N>
std::string_view pick(const std::string_view (&names)[N], Enum value) noexcept {
  const auto index = static_cast<std::size_t>(value);
  return index < N ? names[index] : names[0];
}

// Each in the order of its enumeration.
constexpr std::string_view kTokenKinds[] = {"word", "number", "punctuation", "symbol", "url", "email"};
constexpr std::string_view kEntityTypes[] = {"person", "organisation", "place", "country"};
constexpr std::string_view kMentionForms[] = {"name", "acronym", "alias", "nominal", "pronoun"};
constexpr std::string_view kTimeTypes[] = {"DATE", "TIME", "DURATION", "SET"};
constexpr std::string_view kModalities[] = {"asserted", "planned", "possible", "negated"};
constexpr std::string_view kReferenceFrom[] = {"", "option", "metadata", "dateline"};
constexpr std::string_view kOffsetUnits[] = {"utf8", "utf16", "codepoint"};

}  // namespace

std::string_view to_string(TokenKind kind) noexcept { return pick(kTokenKinds, kind); }
std::string_view to_string(EntityType type) noexcept { return pick(kEntityTypes, type); }
std::string_view to_string(MentionForm form) noexcept { return pick(kMentionForms, form); }
std::string_view to_string(TimeType type) noexcept { return pick(kTimeTypes, type); }
std::string_view to_string(Modality modality) noexcept { return pick(kModalities, modality); }
std::string_view to_string(ReferenceFrom from) noexcept { return pick(kReferenceFrom, from); }
std::string_view to_string(OffsetUnit unit) noexcept { return pick(kOffsetUnits, unit); }

}  // namespace copydesk
