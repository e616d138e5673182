#include "rules/without_examples.h"

#include <algorithm>

namespace copydesk {
namespace {

// Behind the bracket that closes the array which begins at `at`; npos: none does.
std::size_t array_end(std::string_view text, std::size_t at) {
  int depth = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '[') ++depth;
    if (c == ']' && --depth == 0) return at + 1;
    if (c == '#') return std::string_view::npos;
    if (c != '"' && c != '\'') continue;
    if (text.substr(at + 1, 2) == std::string(2, c)) return std::string_view::npos;
    while (++at < text.size() && text[at] != c) at += c == '"' && text[at] == '\\' ? 1 : 0;
  }
  return std::string_view::npos;
}

}  // namespace

std::string without_examples(std::string_view text) {
  constexpr std::string_view kKey = "examples = [";
  std::string kept;
  std::size_t taken = 0;
  for (std::size_t at = 0; (at = text.find(kKey, at)) != std::string_view::npos;) {
    const std::size_t line = text.rfind('\n', at) + 1;  // 0 in the first
    const std::string_view before = text.substr(line, at - line);
    const std::size_t end = before.empty() || before == "counter_" ? array_end(text, at + kKey.size() - 1) : text.npos;
    at += kKey.size();
    if (end == text.npos) continue;
    kept += text.substr(taken, line - taken);
    kept.append(static_cast<std::size_t>(std::ranges::count(text.substr(line, end - line), '\n')), '\n');
    taken = at = end;
  }
  return kept += text.substr(taken);
}

}  // namespace copydesk
