// A page of the documentation, and what on it can be run.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace copydesk::testing {

// A fenced block: what stands behind the fence, and the lines within.
struct Block {
  std::string head;      // `cpp file=main.cc`
  std::string language;  // `cpp` of ```cpp file=main.cc
  std::string file;      // `main.cc`; empty: none
  std::string text;
  std::size_t line = 0;  // of the fence, from 1
};

std::vector<Block> blocks_of(const std::string& page);

// A command of a `console` block: the line behind `$ `, with those after it as long as one ends in `\`, and what it prints.
struct Command {
  std::string line, output;
};

std::vector<Command> commands_of(const std::string& console);

// Whether what was printed is as the page has it, where `...` stands for anything.
bool matches(const std::string& printed, const std::string& expected);

// Targets of links, `../lib/report/README.md#offsets`; those to other sites left out.
std::vector<std::string> links_of(const std::string& page);

// What a heading is called in a link: `## One report` is `one-report`.
std::vector<std::string> anchors_of(const std::string& page);

}  // namespace copydesk::testing
