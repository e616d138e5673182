// Room 8, events. From what the rules of the room gave to event mentions: triggers first, then what arguments and marks say of them.
#pragma once

#include <vector>

#include "coref/entity_layer.h"
#include "entities/mention_layer.h"
#include "events/event_mention.h"
#include "events/event_names.h"
#include "events/rows.h"

namespace copydesk {

// Working space and inputs of one document.
struct EventWork {
  Analysis& analysis;
  const EventNames& names;
  MentionLayer& mentions;
  EntityLayer& entities;
  NameRows rows = {};

  bool in_headline(std::uint32_t sentence) const {
    return analysis.layout.blocks[analysis.tokens.sentences[sentence].block].kind == BlockKind::headline;
  }

  // As an event of the report names it.
  const EventType* type_named(std::string_view type) const {
    return names.type(analysis.language.grammar.names.find(type));
  }

  // Behind who owns what follows: `Norway's`, `the ministers'`.
  bool is_owner_mark(std::uint32_t token) const {
    const TokenData& mark = analysis.tokens.tokens[token];
    return (mark.word_class & names.clause.clitic) != 0 ||
           (!mark.space_before && analysis.text_of({token, token + 1}) == "'");
  }
};

// In the order of the text.
void collect_mentions(EventWork& work, std::vector<EventMention>& found);

// The entities that a captured group or mention stands for. A nominal mention that is no entity yet becomes one.
void entities_under(EventWork& work, TokenRange range, std::vector<std::uint32_t>& found);

// Of whom a pronoun speaks, such as `their`.
void entities_of_pronoun(EventWork& work, std::uint32_t token, std::vector<std::uint32_t>& found);

// Of the whole row in which the group stands.
void entities_of_group(EventWork& work, const Group& group, std::vector<std::uint32_t>& found);

void add_mention_entities(EventWork& work, std::uint32_t mention, std::vector<std::uint32_t>& found);

// The first mention of an entity in a sentence; nullptr when there is none.
const EntityMention* told_in(const EventWork& work, std::uint32_t entity, std::uint32_t sentence);

// The value of a column of the list entry over `range`; empty when there is none.
std::string_view list_value(const Analysis& analysis, TokenRange range, Label list, std::string_view column);

// The number that the tokens write, as digits or with a list that has a column `number`.
std::optional<std::uint32_t> number_of(const Analysis& analysis, TokenRange range);

}  // namespace copydesk
