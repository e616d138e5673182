// Room 7, coref. Whether the words of a noun are those of an office that somebody holds.
#pragma once

#include "coref/stand_ins.h"

namespace copydesk {

class OfficeWords {
 public:
  OfficeWords(const Analysis& analysis, const StandInRules& rules, const std::vector<EntityMention>& mentions)
      : analysis_(analysis), rules_(rules), mentions_(mentions) {}

  // `The Chilean premier`, `the governor`: all its words.
  bool is_office(const EntityMention& person, const EntityMention& noun) const;

  // `minister`, where the noun is `ministers`.
  bool holds_singular(TokenRange office, std::string_view plural) const;

  // `president`, where the noun is `leaders`; the president of a firm is none of them. The counterpart of anybody is called what they are.
  bool is_called(TokenRange office, std::string_view plural, bool of_firm) const;

  bool holds_word(TokenRange range, std::string_view word) const;

 private:
  bool is_title(TokenRange range, std::string_view word) const;
  template <class Fits>
  bool is_listed(TokenRange range, Label list, Fits fits) const;
  bool value_is(const Edge& edge, std::string_view word) const;
  bool is_of_country(const EntityMention& person, std::uint32_t token) const;
  std::string_view folded(std::uint32_t token) const {
    return analysis_.tokens.folded_of(analysis_.tokens.tokens[token]);
  }

  const Analysis& analysis_;
  const StandInRules& rules_;
  const std::vector<EntityMention>& mentions_;
};

}  // namespace copydesk
