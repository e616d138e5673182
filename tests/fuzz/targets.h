// What is fuzzed, and replayed by the tests: each takes any bytes and throws std::logic_error where a promise is broken.
#pragma once

#include <string_view>

namespace copydesk::fuzz {

// A report: extracted and written in every form. A first line `charset=NAME` is taken off and given as an option.
void fuzz_report(std::string_view bytes);

// A pack: lines `==> NAME <==` begin its files, the first of which is pack.toml by default. It is checked as
// `copydesk pack check` does, alone.
void fuzz_pack(std::string_view bytes);

// Lines of JSONL input of the program.
void fuzz_jsonl(std::string_view bytes);

}  // namespace copydesk::fuzz
