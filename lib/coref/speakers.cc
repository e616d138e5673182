#include "coref/speakers.h"

#include <algorithm>

#include "coref/positions.h"

namespace copydesk {
namespace {

// Which words of a sentence stand within marks of speech, where it has any.
class Quotes {
 public:
  explicit Quotes(const Analysis& analysis) : analysis_(analysis) {}

  // The nearest mark before or behind the word decides.
  bool inside(std::uint32_t token, const SentenceData& sentence) const {
    for (std::uint32_t at = token; at-- > sentence.begin && token - at < kFarthest;)
      if (is_mark(at)) return opens(at, sentence);
    for (std::uint32_t at = token; at < sentence.end && at - token < kFarthest; ++at)
      if (is_mark(at)) return !opens(at, sentence);
    return false;
  }

 private:
  static constexpr std::uint32_t kFarthest = 80;  // tokens

  bool is_mark(std::uint32_t token) const {
    const std::string_view text = analysis_.text_of({token, token + 1});
    return text == "\"" || text == "“" || text == "”" || text == "``" || text == "''";
  }

  bool opens(std::uint32_t mark, const SentenceData& sentence) const {
    return mark + 1 < sentence.end && !analysis_.tokens.tokens[mark + 1].space_before &&
           (mark == sentence.begin || analysis_.tokens.tokens[mark].space_before);
  }

  const Analysis& analysis_;
};

class SpeakerLinker {
 public:
  SpeakerLinker(const Analysis& analysis, const StandInRules& rules, const MentionLayer& layer, EntityLayer& entities)
      : analysis_(analysis),
        rules_(rules),
        quotes_(analysis),
        mentions_(layer.mentions),
        groups_(layer.groups),
        entities_(entities) {}

  void run() {
    for (std::uint32_t i = 0; i < mentions_.size(); ++i)
      if (mentions_[i].refers.speaker && entities_.entity_of[i] == kNoIndex) link(i);
  }

 private:
  // `"We met Ostrava," Kimani said.`
  void link(std::uint32_t index) {
    const EntityMention& mention = mentions_[index];
    const SentenceData& sentence = analysis_.tokens.sentences[mention.sentence];
    if (!quotes_.inside(mention.range.begin, sentence)) return;
    std::uint32_t entity = speaker_in(sentence);
    if (entity == kNoIndex) return;
    if (mention.refers.types != Refers::kPerson) entity = side_of(entity);
    if (entity == kNoIndex) return;
    if (mention.refers.types == Refers::kPerson && entities_.entities[entity].type != EntityType::person) return;
    entities_.entity_of[index] = entity;
    entities_.entities[entity].mentions.push_back(index);
  }

  // For whom somebody in office speaks; everybody else speaks for themselves.
  std::uint32_t side_of(std::uint32_t speaker) const {
    bool in_office = false;
    for (const std::uint32_t mention : first_mentions(entities_.entities[speaker])) {
      const std::uint32_t served = mentions_[mention].affiliation;
      if (served != kNoIndex && entities_.entity_of[served] != kNoIndex) return entities_.entity_of[served];
      in_office |= !mentions_[mention].office.empty();
    }
    return in_office ? kNoIndex : speaker;
  }

  // The first of those named outside the quotes of the sentence who is not only spoken of.
  std::uint32_t speaker_in(const SentenceData& sentence) const {
    constexpr int kMostMentions = 30;
    const auto before = [&](const EntityMention& mention) { return mention.range.begin < sentence.begin; };
    auto one = std::ranges::partition_point(mentions_, before);
    for (int steps = 0; steps < kMostMentions && one != mentions_.end() && one->range.begin < sentence.end;
         ++one, ++steps) {
      const std::uint32_t entity = entities_.entity_of[static_cast<std::size_t>(one - mentions_.begin())];
      if (entity == kNoIndex || one->demonym || one->plural || quotes_.inside(one->range.begin, sentence)) continue;
      const EntityType type = entities_.entities[entity].type;
      const bool speaks = type == EntityType::person || type == EntityType::organisation;
      if (speaks && !stands_aside(analysis_, rules_, groups_, *one)) return entity;
    }
    return kNoIndex;
  }

  const Analysis& analysis_;
  const StandInRules& rules_;
  Quotes quotes_;
  const std::vector<EntityMention>& mentions_;
  const std::vector<Group>& groups_;
  EntityLayer& entities_;
};

}  // namespace

void link_speakers(const Analysis& analysis, const StandInRules& rules, const MentionLayer& mentions,
                   EntityLayer& layer) {
  SpeakerLinker(analysis, rules, mentions, layer).run();
}

}  // namespace copydesk
