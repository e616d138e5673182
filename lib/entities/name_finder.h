// Room 6, entities. Names of a whole report: evidence of the rules is gathered for each name form over all its places, spread
// to shorter forms of the same name, and then decides each place; names that overlap are settled by their score.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "entities/evidence.h"
#include "entities/mention_layer.h"
#include "entities/name_table.h"
#include "rules/analysis.h"
#include "times/time_layer.h"

namespace copydesk {

// A place in the text that may be a name.
struct NameSpan {
  TokenRange range;
  std::uint32_t sentence = 0;
  std::uint32_t form = kNoForm;
  std::uint32_t annotation = 0xFFFFFFFF;  // one that may tell the country
  Scores here;
  bool doubtful = false;  // its capitals may be those of a sentence's first word or of a headline
};

struct NameCandidate {
  TokenRange range;
  std::uint32_t sentence = 0;
  std::uint32_t rule = 0;
  std::uint32_t annotation = 0;
};

// Working space, kept from document to document.
struct MentionWork {
  NameTable table;
  std::vector<NameCandidate> candidates;
  std::vector<NameSpan> spans;
  std::vector<std::uint8_t> marks;                  // of each token; see name_finder.cc
  std::array<std::uint32_t, kMostTopics> topics{};  // how much speaks for each
  std::vector<std::uint8_t> bold;                   // of each sentence: capitals tell little, as in headlines
  struct Choice {
    std::int32_t rank;
    std::uint32_t span;
    NameType type;
  };
  std::vector<Choice> choices;
  std::vector<std::uint32_t> surnames;    // forms of one word that are people's
  std::vector<std::uint32_t> mention_at;  // of each token: the mention that holds it
};

// What find_names needs to know of the grammar.
struct NameRules {
  std::vector<EvidenceRule> evidence;
  std::uint16_t name = 0, acronym = 0, country = 0;  // captures and fields
  Label cities = 0;                                  // the list
  ClassMask finite = 0;                              // verbs, which in a headline are no part of a name
  ClassMask function = 0;                            // words that are no name by themselves
};

void find_names(const Analysis& analysis, const TimeLayer& times, const NameRules& rules, MentionLayer& layer);

}  // namespace copydesk
