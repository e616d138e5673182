#include "support/page.h"

#include <cctype>
#include <sstream>

namespace copydesk::testing {
namespace {

constexpr std::string_view kFence = "```", kPrompt = "$ ", kAnything = "...";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

Block head_of(const std::string& fence, std::size_t line) {
  Block block{.head = fence.substr(kFence.size()), .language = {}, .file = {}, .text = {}, .line = line};
  std::istringstream words(block.head);
  words >> block.language;
  for (std::string word; words >> word;)
    if (word.starts_with("file=")) block.file = word.substr(5);
  return block;
}

// The lines of a page outside of its blocks.
std::vector<std::string> prose_of(const std::string& page) {
  std::vector<std::string> prose;
  bool inside = false;
  for (const std::string& line : lines_of(page))
    if (line.starts_with(kFence))
      inside = !inside;
    else if (!inside)
      prose.push_back(line);
  return prose;
}

}  // namespace

std::vector<Block> blocks_of(const std::string& page) {
  std::vector<Block> blocks;
  bool inside = false;
  std::size_t number = 0;
  for (const std::string& line : lines_of(page)) {
    ++number;
    if (!line.starts_with(kFence)) {
      if (inside) blocks.back().text += line + '\n';
      continue;
    }
    inside = !inside;
    if (inside) blocks.push_back(head_of(line, number));
  }
  return blocks;
}

std::vector<Command> commands_of(const std::string& console) {
  std::vector<Command> commands;
  bool goes_on = false;
  for (const std::string& line : lines_of(console)) {
    if (goes_on)
      commands.back().line += '\n' + line;
    else if (line.starts_with(kPrompt))
      commands.push_back({line.substr(kPrompt.size()), {}});
    else if (!commands.empty())
      commands.back().output += line + '\n';
    goes_on = (goes_on || line.starts_with(kPrompt)) && line.ends_with('\\');
  }
  return commands;
}

bool matches(const std::string& printed, const std::string& expected) {
  std::size_t at = 0, begin = 0;
  for (bool first = true;; first = false) {
    const std::size_t end = expected.find(kAnything, begin);
    const std::string part = expected.substr(begin, end == std::string::npos ? end : end - begin);
    if (end == std::string::npos && !first)  // the last part stands at the end
      return printed.size() >= at + part.size() && printed.ends_with(part);
    const std::size_t found = first ? (printed.starts_with(part) ? 0 : std::string::npos) : printed.find(part, at);
    if (found == std::string::npos) return false;
    if (end == std::string::npos) return printed == expected;
    at = found + part.size();
    begin = end + kAnything.size();
  }
}

std::vector<std::string> links_of(const std::string& page) {
  std::vector<std::string> links;
  for (const std::string& line : prose_of(page))
    for (std::size_t at = 0; (at = line.find("](", at)) != std::string::npos;) {
      at += 2;
      std::string link = line.substr(at, line.find(')', at) - at);
      if (link.find("://") == std::string::npos) links.push_back(std::move(link));
    }
  return links;
}

std::vector<std::string> anchors_of(const std::string& page) {
  std::vector<std::string> anchors;
  for (const std::string& line : prose_of(page)) {
    if (!line.starts_with('#')) continue;
    std::string anchor;
    for (const char c : line.substr(line.find_first_not_of("# "))) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte >= 0x80 || std::isalnum(byte) != 0 || c == '_' || c == '-')
        anchor += static_cast<char>(std::tolower(byte));
      if (c == ' ') anchor += '-';
    }
    anchors.push_back(std::move(anchor));
  }
  return anchors;
}

}  // namespace copydesk::testing
