// Room 9, report. How the enumerators are spelt in every form of the report.
#pragma once

#include <string_view>

#include "copydesk/document.h"
#include "copydesk/report.h"

namespace copydesk {

std::string_view spelling(EntityType type);
std::string_view spelling(MentionForm form);
std::string_view spelling(TimeType type);
std::string_view spelling(Modality modality);
std::string_view spelling(ReferenceFrom from);  // empty for `none`
std::string_view spelling(OffsetUnit unit);

}  // namespace copydesk
