// Room 6, entities. What a report says of each name form, wherever it stands: the same words are one form.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "copydesk/span.h"
#include "entities/evidence.h"
#include "entities/key_map.h"
#include "tokens/token_layer.h"

namespace copydesk {

// How much speaks for each type, and which rule said most for it.
struct Scores {
  std::array<std::int16_t, kNameTypes> score{};
  std::array<std::int16_t, kNameTypes> most{};
  std::array<std::uint32_t, kNameTypes> rule{};

  std::int16_t& of(NameType type) { return score[static_cast<std::size_t>(type)]; }
  std::int16_t of(NameType type) const { return score[static_cast<std::size_t>(type)]; }
  void add(NameType type, int weight, std::uint32_t by);
};

struct NameForm {
  std::uint64_t key = 0;
  TokenRange example;
  Scores scores;
  std::uint32_t annotation = 0xFFFFFFFF;  // one that may tell the country
  bool spreads = false;                   // to its first words
  bool spreads_last = false;
  bool stands_alone = false;  // inside a sentence, behind a small word
  std::uint8_t rule_count = 0;
  std::array<std::uint32_t, 12> rules{};  // that have been counted
};

inline constexpr std::uint32_t kNoForm = KeyMap::kNone;

class NameTable {
 public:
  void clear();
  std::uint32_t add(std::uint64_t key, TokenRange example);
  std::uint32_t find(std::uint64_t key) const { return by_key_.find(key); }  // kNoForm when unknown
  std::span<NameForm> forms() { return forms_; }
  NameForm& operator[](std::uint32_t form) { return forms_[form]; }
  const NameForm& operator[](std::uint32_t form) const { return forms_[form]; }

  // Counts what `rule` says of a form, once however often it says it.
  void count(std::uint32_t form, std::uint32_t rule, const EvidenceRule& evidence, int weight);

 private:
  std::vector<NameForm> forms_;
  KeyMap by_key_;
};

// The key of words, whatever their case, made word by word: last_key(next_key(next_key(first_key(), hash), hash)).
inline std::uint64_t first_key() { return 0x2545F4914F6CDD1Dull; }
inline std::uint64_t next_key(std::uint64_t key, std::uint32_t hash) {
  key = (key ^ hash) * 0x9E3779B97F4A7C15ull;
  return key ^ (key >> 29);
}
inline std::uint64_t last_key(std::uint64_t key) { return key | 1; }
std::uint64_t form_key(const TokenLayer& layer, TokenRange range);

// `maliki` of `al-maliki`; empty for words without such a beginning: only an article or the like is one token with its word.
inline std::string_view without_article(std::string_view folded) {
  const std::size_t hyphen = folded.find('-');
  return hyphen == folded.npos ? std::string_view() : folded.substr(hyphen + 1);
}

}  // namespace copydesk
