// Room 2, tokens. The pack's abbreviations, which decide whether a full stop belongs to its word and ends a sentence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace copydesk {

enum class AbbreviationClass : std::uint8_t {
  title,         // `Dr.`, `Gen.`: a name follows, the sentence goes on
  organisation,  // `Corp.`, `Inc.`: ends the sentence when a sentence starter follows
  place,         // `Calif.`, `U.S.`: the same
  month,         // `Nov.`: goes on before a number
  number,        // `No.`, `vol.`, `pp.`: abbreviation only before a number
  general,       // `etc.`, `vs.`, `a.m.`: ends the sentence only when a starter or capital follows
};

// Keyed by folded form without the final stop (`dr`, `u.s`). Starters are folded words that begin sentences and seldom
// go on after an abbreviation (`the`, `he`, `in`).
class Abbreviations {
 public:
  void add(std::string folded, AbbreviationClass abbreviation_class) {
    classes_[std::move(folded)] = abbreviation_class;
  }
  void add_starter(std::string folded) { starters_[std::move(folded)] = true; }
  void add_joined_prefix(std::string folded) { joined_prefixes_[std::move(folded)] = true; }
  void add_clitic(std::string folded) { clitics_.push_back(std::move(folded)); }

  const AbbreviationClass* find(std::string_view folded) const;
  bool is_starter(std::string_view folded) const;
  bool is_joined_prefix(std::string_view folded) const;  // `al` of `al-Amr`
  const std::vector<std::string>& clitics() const {
    return clitics_;
  }  // `'s`, `n't`, `'ll`: split from the end of a word

  // What the image of a pack keeps; see rules/archive.h.
  static auto archived(auto& self) {
    return std::tie(self.classes_, self.starters_, self.joined_prefixes_, self.clitics_);
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, AbbreviationClass, Hash, std::equal_to<>> classes_;
  std::unordered_map<std::string, bool, Hash, std::equal_to<>> starters_;
  std::unordered_map<std::string, bool, Hash, std::equal_to<>> joined_prefixes_;
  std::vector<std::string> clitics_;
};

}  // namespace copydesk
