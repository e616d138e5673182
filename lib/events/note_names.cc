#include <algorithm>

#include "entities/misprints.h"
#include "events/build_events.h"

namespace copydesk {
namespace {

class NameNotes {
 public:
  NameNotes(const EventWork& work, EventLayer& layer)
      : work_(work), layer_(layer), seen_(work.entities.entities.size()) {}

  void run() {
    for (std::uint32_t i = 0; i < layer_.events.size(); ++i)
      for (const ArgumentRecord& argument : layer_.events[i].arguments) look_at(argument.entity, i);
  }

 private:
  // Each entity is looked at once, with the first of its events.
  void look_at(std::uint32_t entity, std::uint32_t event) {
    if (seen_[entity]) return;
    seen_[entity] = true;
    const IndexList& mentions = work_.entities.entities[entity].mentions;
    const auto first = std::ranges::find_if(mentions, [&](std::uint32_t one) { return is_name(one); });
    const auto other = std::find_if(first, mentions.end(), [&](std::uint32_t one) {
      return is_name(one) && last_word(one) != last_word(*first) && one_letter_apart(last_word(*first), last_word(one));
    });
    if (other == mentions.end()) return;
    layer_.notes.push_back({"name-conflict", text(*first) + " is also written " + text(*other), event});
  }

  bool is_name(std::uint32_t mention) const { return work_.mentions.mentions[mention].form == MentionForm::name; }

  std::string_view last_word(std::uint32_t mention) const {
    const TokenLayer& tokens = work_.analysis.tokens;
    return tokens.folded_of(tokens.tokens[work_.mentions.mentions[mention].range.end - 1]);
  }

  std::string text(std::uint32_t mention) const {
    return std::string(work_.analysis.text_of(work_.mentions.mentions[mention].range));
  }

  const EventWork& work_;
  EventLayer& layer_;
  std::vector<bool> seen_;  // of each entity
};

}  // namespace

void note_names(const EventWork& work, EventLayer& layer) { NameNotes(work, layer).run(); }

}  // namespace copydesk
