// Room 7, coref. Whom a pronoun (`he`), a definite noun (`the company`) or a plural one (`the two countries`) stands for: the most
// recent entity that fits, and none rather than a wrong one.
#pragma once

#include "coref/entity_layer.h"
#include "entities/mention_layer.h"
#include "rules/analysis.h"

namespace copydesk {

// What the pack calls what is asked of words; looked up once.
struct StandInRules {
  explicit StandInRules(const Language& language);

  Label given_names = 0, surnames = 0, titles = 0, called = 0, gender_words = 0, gendered_names = 0, referring = 0,
        news = 0, passing = 0;
  Kind first = 0;           // of a surname that stands before the given name
  Kind of_state = 0;        // of an office that makes a leader where no firm is served
  Kind peer = 0;            // of a counterpart
  ClassMask predicate = 0;  // what follows `it` where it is a subject
  ClassMask verb = 0, be = 0, preposition = 0, clitic = 0, adverb = 0, opener = 0, plural = 0;
  ClassMask attribute = 0;  // what a noun before it belongs to: `UK` of `UK banking group`
};

// Whether people are men or women, as their titles and given names tell.
void learn_genders(const Analysis& analysis, const StandInRules& rules, const MentionLayer& mentions,
                   EntityLayer& layer);

void link_stand_ins(const Analysis& analysis, const StandInRules& rules, const MentionLayer& mentions,
                    EntityLayer& layer);

}  // namespace copydesk
