// The engine knows no language: no string in lib/**/*.cc is a frequent word of the pack, unless it names a label, a role or a field.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>

#include "support/run_program.h"

namespace copydesk::testing {
namespace {

namespace fs = std::filesystem;

// Nouns, verbs, adjectives and function words that the pack counts often.
std::set<std::string> frequent_words() {
  std::set<std::string> words;
  for (const char* name : {"words.tsv", "function.tsv"}) {
    std::istringstream lines(read_file(COPYDESK_SOURCE_DIR "/lib/packs/en/words/" + std::string(name)));
    for (std::string line; std::getline(lines, line);) {
      const std::size_t count = line.rfind('\t');
      if (line.starts_with('#') || count == std::string::npos) continue;
      if (std::atoi(line.c_str() + count + 1) >= 100) words.insert(line.substr(0, line.find('\t')));
    }
  }
  return words;
}

// Names of layers, labels, kinds, roles, columns, keys of packs and of reports, and spellings of values: words by accident.
const std::set<std::string> kNames = {
    "about",   "after",    "agency",   "and",     "approach", "argument",    "before",     "begin",        "by",
    "city",    "class",    "classes",  "clock",   "column",   "common",      "contexts",   "count",        "country",
    "date",    "day",      "days",     "decade",  "edition",  "end",         "event",      "events",       "family",
    "field",   "file",     "files",    "first",   "form",     "forum",       "general",    "given",        "group",
    "groups",  "half",     "host",     "hour",    "id",       "institution", "instrument", "is",           "it",
    "item",    "kind",     "language", "last",    "layout",   "left",        "line",       "list",         "lists",
    "long",    "male",     "mark",     "mean",    "meeting",  "member",      "mention",    "message",      "mid",
    "minute",  "month",    "months",   "name",    "names",    "native",      "next",       "nation",       "no",
    "none",    "note",     "notes",    "number",  "office",   "one",         "order",      "organisation", "other",
    "part",    "party",    "past",     "pattern", "people",   "person",      "place",      "places",       "point",
    "present", "public",   "quarter",  "range",   "record",   "reference",   "region",     "report",       "right",
    "role",    "room",     "rule",     "rules",   "season",   "second",      "sector",     "sentence",     "set",
    "shift",   "side",     "signing",  "some",    "span",     "start",       "state",      "stem",         "text",
    "this",    "time",     "times",    "title",   "tokens",   "trigger",     "type",       "under",        "unit",
    "units",   "value",    "way",      "week",    "weekend",  "with",        "word",       "words",        "year",
    "years",   "zone",     "head",     "hold",    "all",      "to",          "of",         "in",           "on",
    "at",      "from",     "for",      "a",       "s",        "i",           "sign",       "sense",        "future",
    "now",     "then",     "body",     "near",    "new",      "even",        "high",       "low",          "early",
    "late",    "like",     "look",     "own",     "single",   "same",        "short",      "small",        "as",
    "within",  "morning",  "evening",  "night",   "here",     "inside",      "nothing",    "any",          "more",
    "thing",   "things",   "several",  "two",     "stand",    "turn",        "use",        "gives",        "holder",
    "surface", "possible", "many"};

TEST(Engine, HoldsNoWordOfALanguage) {
  const std::set<std::string> words = frequent_words();
  ASSERT_GT(words.size(), 200u);
  const std::regex literal("\"([a-z]+)\"");
  for (const auto& entry : fs::recursive_directory_iterator(COPYDESK_SOURCE_DIR "/lib")) {
    if (entry.path().extension() != ".cc" || entry.path().string().find("/packs/") != std::string::npos) continue;
    const std::string text = read_file(entry.path());
    for (std::sregex_iterator at(text.begin(), text.end(), literal), none; at != none; ++at) {
      const std::string word = (*at)[1];
      EXPECT_TRUE(!words.contains(word) || kNames.contains(word)) << entry.path().string() << ": \"" << word << '"';
    }
  }
}

}  // namespace
}  // namespace copydesk::testing
