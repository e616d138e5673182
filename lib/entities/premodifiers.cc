#include "entities/premodifiers.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "entities/name_finder.h"

namespace copydesk {
namespace {

constexpr std::uint32_t kMostPremodifiers = 9;

// Goes back from the head of a group over what belongs to it.
class PremodifierReader {
 public:
  PremodifierReader(const Analysis& analysis, const NounRules& rules, const MentionLayer& layer, std::uint32_t head,
                    std::uint32_t sentence)
      : analysis_(analysis),
        rules_(rules),
        layer_(layer),
        start_(analysis.tokens.sentences[sentence].begin),
        found_{.begin = head, .core = head} {}

  Premodifiers run() {
    for (std::uint32_t steps = 0; found_.begin > start_ && steps < kMostPremodifiers && step_back(); ++steps)
      if (found_.sides.empty()) found_.core = found_.begin;
    if (verbal_ && !closed_) cut(*verbal_ + 1);
    return found_;
  }

 private:
  void cut(std::uint32_t begin) {
    found_.begin = std::max(found_.begin, begin);
    found_.core = std::max(found_.core, begin);
    found_.sides.erase_if([&](std::uint32_t side) { return layer_.mentions[side].range.begin < begin; });
  }

  const EntityMention* name_at(std::uint32_t token) const {
    const std::uint32_t mention = layer_.work->mention_at[token];
    return mention == kNoIndex || is_noun(layer_.mentions[mention]) ? nullptr : &layer_.mentions[mention];
  }

  bool step_back() {
    const std::uint32_t at = found_.begin - 1;
    const TokenData& token = analysis_.tokens.tokens[at];
    if (const EntityMention* name = name_at(at)) return name->type != EntityType::person && take_side(at);
    if (ends_time(at)) return false;
    if ((token.word_class & rules_.opener) != 0) return follows_side(at) ? found_.begin = at, true : take_opener(at);
    if ((token.word_class & rules_.clitic) != 0 && at > start_) return take_owner(at);
    if (joins_sides(at) || joins_words(at)) return found_.begin = at, true;
    if (joins_participle(at)) return take_compound(at);
    const bool number = token.kind == TokenKind::number;
    if ((token.word_class & rules_.premodifier) == 0 && !number) return false;
    if (token.kind == TokenKind::punctuation) return false;
    if ((token.word_class & rules_.verbal) != 0 && (token.word_class & rules_.nominal) == 0 && !verbal_) verbal_ = at;
    read_referring(at);
    found_.begin = at;
    return true;
  }

  // `In the late 1980s Lindqvist resigned`, `on Monday officials said`: the time is none of the group.
  bool ends_time(std::uint32_t at) const { return analysis_.lattice.ends_at(at + 1, rules_.time); }

  // Nothing of the group stands further in front.
  bool take_opener(std::uint32_t at) {
    read_referring(at);
    found_.begin = at;
    closed_ = true;
    return false;
  }

  bool take_owner(std::uint32_t at) {
    closed_ = name_at(at - 1) != nullptr;
    if (closed_) take_side(at - 1);
    return false;
  }

  bool take_side(std::uint32_t at) {
    const std::uint32_t mention = layer_.work->mention_at[at];
    found_.sides.push_back(mention);
    found_.begin = layer_.mentions[mention].range.begin;
    return true;
  }

  // `Chilean and other (American officials)`, `the Chilean and the (Peruvian officials)`.
  bool follows_side(std::uint32_t at) const {
    if (at < start_ + 2 || found_.sides.empty() || found_.begin != at + 1) return false;
    const EntityMention* left = name_at(at - 2);
    return left != nullptr && left->demonym && (analysis_.tokens.tokens[at - 1].word_class & rules_.conjunction) != 0;
  }

  // `Chilean, Peruvian and Brazilian officials`: a comma joins where `and` did.
  bool joins_sides(std::uint32_t at) {
    constexpr std::uint32_t kOpener = 1;
    if (at == start_ || found_.sides.empty() || found_.begin != at + 1 ||
        layer_.mentions[found_.sides.back()].range.begin > at + 1 + kOpener)
      return false;
    const EntityMention* left = name_at(at - 1);
    const EntityMention& right = layer_.mentions[found_.sides.back()];
    if (left == nullptr || left->type == EntityType::person || left->type == EntityType::place ||
        (!left->demonym && right.demonym))
      return false;
    const TokenData& token = analysis_.tokens.tokens[at];
    if ((token.word_class & rules_.conjunction) != 0) return joined_ = true;
    return joined_ && token.kind == TokenKind::punctuation && analysis_.text_of({at, at + 1}) == ",";
  }

  // The hyphen of `fish-rich countries`, where `Kremlin-backed officials` are none of the Kremlin's.
  bool joins_words(std::uint32_t at) const {
    const std::vector<TokenData>& tokens = analysis_.tokens.tokens;
    if (tokens[at].kind != TokenKind::punctuation || tokens[at].space_before || tokens[at + 1].space_before)
      return false;
    return at > start_ && analysis_.text_of({at, at + 1}) == "-" && tokens[at - 1].shape == Shape::lower &&
           (tokens[at - 1].word_class & rules_.premodifier) != 0;
  }

  // The hyphen of `Lima-based`, `state-owned`: the participle is no verb, and who stands before it no side.
  bool joins_participle(std::uint32_t at) const {
    const std::vector<TokenData>& tokens = analysis_.tokens.tokens;
    if (at == start_ || tokens[at].kind != TokenKind::punctuation || tokens[at].space_before) return false;
    return verbal_ == at + 1 && !tokens[at + 1].space_before && analysis_.text_of({at, at + 1}) == "-";
  }

  bool take_compound(std::uint32_t hyphen) {
    const EntityMention* name = name_at(hyphen - 1);
    found_.begin = name != nullptr ? name->range.begin : hyphen - 1;
    found_.core = std::min(found_.core, found_.begin);
    verbal_.reset();
    return true;
  }

  void read_referring(std::uint32_t at) {
    const Lattice& lattice = analysis_.lattice;
    for (std::uint32_t i = lattice.first_at(at); i != kNoEdge; i = lattice.edge(i).next_begin) {
      const Edge& edge = lattice.edge(i);
      if (edge.label == rules_.numeral_list) read_count(edge);
      if (edge.label != rules_.referring) continue;
      found_.definite |= edge.kind != rules_.number_two;
      found_.two |= edge.kind != rules_.definite;
    }
  }

  void read_count(const Edge& edge) {
    const std::string_view value = analysis_.language.grammar.value_of(edge, "number").value_or(std::string_view());
    std::from_chars(value.data(), value.data() + value.size(), found_.count);  // of `dozens`: no number
  }

  const Analysis& analysis_;
  const NounRules& rules_;
  const MentionLayer& layer_;
  const std::uint32_t start_;
  Premodifiers found_;
  std::optional<std::uint32_t>
      verbal_;           // the last `told`, `involving`, which may be a verb that the group is the object of
  bool closed_ = false;  // ... and is none, as an article stands before it
  bool joined_ = false;
};

}  // namespace

Premodifiers read_premodifiers(const Analysis& analysis, const NounRules& rules, const MentionLayer& layer,
                               std::uint32_t head, std::uint32_t sentence) {
  return PremodifierReader(analysis, rules, layer, head, sentence).run();
}

}  // namespace copydesk
