// The lines of `copydesk score`.
#pragma once

#include <string>
#include <vector>

namespace copydesk::cli {

// How many a system gave, how many the gold has, and how many of them are right.
struct Tally {
  int correct = 0;
  int system = 0;
  int gold = 0;

  Tally& operator+=(const Tally& other) {
    correct += other.correct;
    system += other.system;
    gold += other.gold;
    return *this;
  }
};

// `part` of `whole`, from 0 to 1; 0 where the whole is nothing.
double ratio(int part, int whole);
double f1(double precision, double recall);

// `EVENTS all types    P  80.0  R  66.7  F1  72.7   (4/5 system, 6 gold)`
std::string tally_line(const std::string& name, const Tally& tally);
// The same for a precision and a recall that do not share what is right.
std::string precision_recall_line(const std::string& name, double precision, double recall);

// What a score printed: its table and the errors it met.
struct Score {
  std::string table;
  std::vector<std::string> errors;
};

}  // namespace copydesk::cli
