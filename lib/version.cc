#include "copydesk/version.h"

namespace copydesk {

std::string_view version() noexcept { return COPYDESK_VERSION; }

}  // namespace copydesk
