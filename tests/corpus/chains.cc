#include "corpus/chains.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace copydesk::testing {
namespace {

struct Marked {
  std::string text;                                     // without the marks
  std::map<std::size_t, std::set<std::string>> chains;  // by the end of a mention
};

Marked read_marks(const std::string& marked) {
  Marked read;
  for (std::size_t at = 0; at < marked.size(); ++at) {
    const std::size_t bar = marked.find('|', at), end = marked.find(']', at);
    if (marked[at] != '[' || bar == std::string::npos || bar > end) {
      read.text += marked[at];
      continue;
    }
    read.text += marked.substr(bar + 1, end - bar - 1);
    std::set<std::string>& chains = read.chains[read.text.size()];
    for (std::size_t begin = at + 1; begin < bar;) {
      const std::size_t plus = std::min(bar, marked.find('+', begin));
      chains.insert(marked.substr(begin, plus - begin));
      begin = plus + 1;
    }
    at = end;
  }
  return read;
}

using Chains = std::map<std::string, std::set<std::size_t>>;  // ends of the mentions of each

// A name, a noun or a pronoun that is linked; adjectives of countries and names without a mark are left out.
bool counts(const nlohmann::json& mention, const std::string& text, bool marked) {
  if (marked) return true;
  const std::string form = mention["form"];
  const char first = text[mention["begin"].get<std::size_t>()];
  return form == "pronoun" || (form == "nominal" && (first < 'A' || first > 'Z'));
}

Chains chains_of(const nlohmann::json& report, const Marked& marked) {
  Chains chains;
  for (const auto& entity : report["entities"])
    for (const auto& mention : entity["mentions"])
      if (const std::size_t end = mention["end"]; counts(mention, marked.text, marked.chains.contains(end)))
        chains[entity["id"]].insert(end);
  return chains;
}

Chains chains_of(const Marked& marked) {
  Chains chains;
  for (const auto& [end, names] : marked.chains)
    for (const std::string& name : names) chains[name].insert(end);
  return chains;
}

// How many links hold the mentions of `chain` together in `others`.
int links_in(const std::set<std::size_t>& chain, const Chains& others) {
  std::map<std::size_t, std::size_t> part;
  for (const std::size_t mention : chain) part[mention] = mention;
  int links = 0;
  for (const auto& [name, mentions] : others) {
    std::size_t first = 0;
    for (const std::size_t mention : chain) {
      if (!mentions.contains(mention)) continue;
      if (first == 0) first = mention;
      const std::size_t from = part[mention], to = part[first];
      if (from == to) continue;
      ++links;
      for (auto& [one, of] : part)
        if (of == from) of = to;
    }
  }
  return links;
}

void compare(const Chains& chains, const Chains& others, const std::string& text, const std::string& what, int& all,
             int& found, std::string& errors) {
  for (const auto& [name, mentions] : chains) {
    const int links = static_cast<int>(mentions.size()) - 1, held = links_in(mentions, others);
    all += links, found += held;
    if (held == links) continue;
    errors += what + " " + name + ":";
    for (const std::size_t end : mentions)
      errors += " | " + text.substr(end < 24 ? 0 : end - 24, std::min<std::size_t>(end, 24));
    errors += '\n';
  }
}

}  // namespace

double ChainScore::f1() const {
  const double recall = 100.0 * gold_found / std::max(1, gold_links),
               precision = 100.0 * report_right / std::max(1, report_links);
  return recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision);
}

void score_chains(const std::string& file, const std::string& text, const nlohmann::json& report, ChainScore& score) {
  const Marked marked = read_marks(file);
  ASSERT_EQ(marked.text, text) << "without its marks it is not the report";
  const Chains gold = chains_of(marked), found = chains_of(report, marked);
  const std::string id = report["id"];
  compare(gold, found, text, id + " falls apart", score.gold_links, score.gold_found, score.errors);
  compare(found, gold, text, id + " mixes", score.report_links, score.report_right, score.errors);
}

}  // namespace copydesk::testing
