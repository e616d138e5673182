#include "options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <functional>
#include <string>
#include <vector>

#include "checks.h"

namespace copydesk::cli {
namespace {

using Check = std::function<std::string(const std::string&)>;  // what was expected; nothing where the value is good

void takes(CLI::Option* option, const std::string& shown, Check check) {
  option->type_name(shown)->option_text(shown)->check(
      CLI::Validator([check = std::move(check)](std::string& value) { return check(value); }, ""));
}

std::string expected(const std::string& what, const std::string& found) {
  return "expected " + what + ", found `" + found + "`";
}

// `a, b or c`
std::string joined(const std::vector<std::string>& words, const char* between, const char* before_last) {
  std::string all;
  for (std::size_t i = 0; i < words.size(); ++i)
    all += (i == 0 ? "" : i + 1 == words.size() ? before_last : between) + words[i];
  return all;
}

bool is_number(const std::string& text, unsigned most) {
  unsigned number = 0;
  const char* const end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && at == end && number <= most;
}

}  // namespace

void takes_one_of(CLI::Option* option, std::initializer_list<const char*> values) {
  const std::vector<std::string> known(values.begin(), values.end());
  takes(option, joined(known, "|", "|"), [known](const std::string& value) {
    const bool found = std::find(known.begin(), known.end(), value) != known.end();
    return found ? std::string() : expected(joined(known, ", ", " or "), value);
  });
}

void takes_number(CLI::Option* option, unsigned most) {
  takes(option, "N", [most](const std::string& value) {
    return is_number(value, most) ? std::string() : expected("a number from 0 to " + std::to_string(most), value);
  });
}

void takes_date(CLI::Option* option) { takes(option, "YYYY-MM-DD", check_date); }

void takes_charset(CLI::Option* option) { takes(option, "NAME", check_charset); }

void takes_path(CLI::Option* option, const char* shown) {
  takes(option, shown,
        [](const std::string& value) { return value.empty() ? expected("a path", value) : std::string(); });
}

void add_pack_option(CLI::App& command, std::vector<std::string>& packs) {
  CLI::Option* const option =
      command.add_option("--pack", packs, "folder of a language pack laid over the embedded one; may be repeated");
  takes_path(option->allow_extra_args(false), "FOLDER");
}

}  // namespace copydesk::cli
