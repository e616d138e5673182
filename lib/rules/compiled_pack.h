// Room 4, rules. A pack as the build compiles it: reading and compiling its rules takes ten times as long as a first report does.
#pragma once

#include <memory>
#include <string>

#include "copydesk/result.h"
#include "rules/language.h"

namespace copydesk {

// The image of a pack with what is compiled of it. Errors: those of its rules.
Result<std::string> compile_pack(PackFiles pack);

// The language of a pack that comes compiled.
Result<std::shared_ptr<const Language>> read_compiled(PackFiles pack);

}  // namespace copydesk
