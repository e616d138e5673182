#include "score_table.h"

#include <cstdio>

namespace copydesk::cli {

double ratio(int part, int whole) { return whole != 0 ? static_cast<double>(part) / whole : 0.0; }

double f1(double precision, double recall) {
  return precision + recall != 0 ? 2 * precision * recall / (precision + recall) : 0.0;
}

std::string precision_recall_line(const std::string& name, double precision, double recall) {
  char text[128];
  std::snprintf(text, sizeof text, "%-34s P %5.1f  R %5.1f  F1 %5.1f", name.c_str(), 100 * precision, 100 * recall,
                100 * f1(precision, recall));
  return text;
}

std::string tally_line(const std::string& name, const Tally& tally) {
  return precision_recall_line(name, ratio(tally.correct, tally.system), ratio(tally.correct, tally.gold)) + "   (" +
         std::to_string(tally.correct) + "/" + std::to_string(tally.system) + " system, " + std::to_string(tally.gold) +
         " gold)\n";
}

}  // namespace copydesk::cli
