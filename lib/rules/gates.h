// Room 4, rules. What a sentence must hold for a pattern to match anywhere in it.
#pragma once

#include <vector>

#include "rules/program.h"
#include "rules/test_tables.h"

namespace copydesk {

// In how many patterns each word, label and kind stands: what many patterns name is met in many sentences.
class Uses {
 public:
  explicit Uses(const TestTables& tables) : tables_(tables) {}

  void count(const Pattern& pattern);
  std::uint32_t of(const GateAtom& atom) const;

 private:
  struct Count {
    std::uint32_t patterns = 0;
    std::uint32_t last = 0;  // number of the pattern that was counted last
  };
  void add(std::vector<Count>& counts, std::uint32_t id);

  const TestTables& tables_;
  std::vector<Count> literals_, names_;
  std::uint32_t patterns_ = 0;
};

// The gates of a pattern: words and labels that every match of it holds. None where nothing is certain.
std::vector<Gate> gates_of(const Pattern& pattern, const Uses& uses);

}  // namespace copydesk
