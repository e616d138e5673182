#include "report/spelling.h"

#include <cstddef>

namespace copydesk {
namespace {

template <class Enum, std::size_t N>
std::string_view pick(const std::string_view (&names)[N], Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index < N ? names[index] : names[0];
}

// Each in the order of its enumeration.
constexpr std::string_view kEntityTypes[] = {"person", "organisation", "place", "country"};
constexpr std::string_view kMentionForms[] = {"name", "acronym", "alias", "nominal", "pronoun"};
constexpr std::string_view kTimeTypes[] = {"DATE", "TIME", "DURATION", "SET"};
constexpr std::string_view kModalities[] = {"asserted", "planned", "possible", "negated"};
constexpr std::string_view kReferenceFrom[] = {"", "option", "metadata", "dateline"};
constexpr std::string_view kOffsetUnits[] = {"utf8", "utf16", "codepoint"};

}  // namespace

std::string_view spelling(EntityType type) { return pick(kEntityTypes, type); }
std::string_view spelling(MentionForm form) { return pick(kMentionForms, form); }
std::string_view spelling(TimeType type) { return pick(kTimeTypes, type); }
std::string_view spelling(Modality modality) { return pick(kModalities, modality); }
std::string_view spelling(ReferenceFrom from) { return pick(kReferenceFrom, from); }
std::string_view spelling(OffsetUnit unit) { return pick(kOffsetUnits, unit); }

}  // namespace copydesk
