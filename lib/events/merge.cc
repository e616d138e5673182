#include "events/merge.h"

#include <algorithm>
#include <optional>

#include "events/build_events.h"
#include "events/cluster.h"
#include "events/cluster_sides.h"
#include "events/event_sorts.h"

namespace copydesk {
namespace {

class Merger {
 public:
  Merger(const EventWork& work, const TimeLayer& times) : work_(work), times_(times), sides_(work) {}

  std::uint32_t place(const EventMention& mention) {
    const Facts facts = facts_of(mention);
    if (mention.echo) return place_echo(mention, facts);
    if (mention.apposed && last_ != kNoIndex) return join(clusters_[last_], mention, facts), last_;
    std::optional<std::uint32_t> best;
    int best_score = 0;
    const auto size = static_cast<std::uint32_t>(clusters_.size());
    for (std::uint32_t i = size; i-- > 0 && size - i <= kMostLookedAt;) {
      const int score = fit(clusters_[i], mention, facts);
      if (score > best_score) best = i, best_score = score;
    }
    if (!best) {
      best = static_cast<std::uint32_t>(clusters_.size());
      clusters_.push_back({.type = mention.type, .item = mention.item, .first_sentence = mention.sentence});
    }
    join(clusters_[*best], mention, facts);
    return last_ = *best;
  }

 private:
  using Facts = MentionFacts;

  // An echo belongs to the event told last, if that is not long ago.
  std::uint32_t place_echo(const EventMention& mention, const Facts& facts) {
    std::uint32_t best = kNoIndex;
    const auto size = static_cast<std::uint32_t>(clusters_.size());
    for (std::uint32_t i = size; i-- > 0 && size - i <= kMostLookedAt;)
      if (echoes(clusters_[i], mention) &&
          (best == kNoIndex || clusters_[i].last_sentence > clusters_[best].last_sentence))
        best = i;
    if (best != kNoIndex) join(clusters_[best], mention, facts);
    return best;
  }

  bool echoes(const Cluster& cluster, const EventMention& mention) const {
    constexpr std::uint32_t kSentencesBack = 4;
    return cluster.item == mention.item && work_.names.may_tell_of(mention.type, cluster.type) &&
           cluster.last_sentence + kSentencesBack >= mention.sentence;
  }

  // Events told further back are forgotten, so that a report of any length is read in linear time.
  static constexpr std::uint32_t kMostLookedAt = 200;

  static constexpr std::uint32_t kLead = 2;  // the last of the first sentences, the headline among them

  // A mention that names others and that nothing ties to an event is of it only if that was told so few sentences before.
  static constexpr std::uint32_t kSentencesUntied = 3;

  Facts facts_of(const EventMention& mention) const {
    Facts facts;
    for (const MentionArgument& argument : mention.arguments) {
      facts.all.push_back(argument.entity);
      if (work_.entities.entities[argument.entity].named) facts.fillers.push_back(argument.entity);
      if (facts.body.empty()) facts.body = sides_.body_of(argument.entity);
    }
    for (const std::uint32_t index : mention.times) {
      const std::optional<DaySpan>& days = times_.mentions[index].days;
      if (days && facts.days) facts.days->last = std::max(facts.days->last, days->last);
      if (days && !facts.days) facts.days = days;
    }
    return facts;
  }

  // What is told as done and what is told as planned, possible or refused are one event only when something ties them.
  bool modalities_fit(const Cluster& cluster, const EventMention& mention, const std::optional<DaySpan>& days,
                      bool tied) const {
    const Told told = told_of(mention);
    if (told == Told::nothing || cluster.in_headline) return true;
    if (told == Told::done && cluster.told_ahead && !cluster.told_done && days && is_long_past(*days)) return false;
    if (told != Told::done && !tied && cluster.days && is_long_past(*cluster.days)) return false;
    if (told == Told::refused && cluster.told_done) return false;
    if (mention.definite) return true;
    if (mention.indefinite && told != Told::done && cluster.told_done) return false;
    if (cluster.told_refused && told != Told::refused && (told == Told::done || mention.indefinite || !tied))
      return false;
    if (told == Told::refused && cluster.told_ahead && !tied) return false;
    return tied || !(told == Told::done ? cluster.told_ahead : told == Told::ahead && cluster.told_done);
  }

  // `The talks`, told as done, are rather those told as done.
  bool tells_otherwise(const Cluster& cluster, const EventMention& mention) const {
    const Told told = told_of(mention);
    if (told == Told::done) return (cluster.told_ahead || cluster.told_refused) && !cluster.told_done;
    return told != Told::nothing && cluster.told_done;
  }

  // What is still to come, or has not come to pass, is nothing of long ago.
  bool is_long_past(const DaySpan& days) const {
    constexpr std::int32_t kLongAgo = 60;
    return times_.reference_day && days.last + kLongAgo < *times_.reference_day;
  }

  enum class Told : std::uint8_t { nothing, done, ahead, refused };
  Told told_of(const EventMention& mention) const {
    if (mention.modality_rule == kNoIndex) return Told::nothing;
    const Kind kind = work_.analysis.language.grammar.rules[mention.modality_rule].kind;
    if (work_.names.is_done(kind)) return Told::done;
    return kind == work_.names.negated ? Told::refused : Told::ahead;
  }

  // What a mention and an event have in common.
  struct Ties {
    bool both_days, days_agree, same_edition, both_named, shared, same_places;
  };

  Ties ties_of(const Cluster& cluster, const EventMention& mention, const Facts& facts) const {
    const bool both_days = cluster.days && facts.days && !is_of_other(cluster, mention, facts);
    return {.both_days = both_days,
            .days_agree = both_days && days_between(*cluster.days, *facts.days) <= 0,
            .same_edition = cluster.edition && cluster.edition == mention.edition,
            .both_named = !cluster.name.empty() && !mention.name.empty(),
            .shared = sides_.shares(cluster.fillers, facts.fillers),
            .same_places = share(cluster.places, mention.places)};
  }

  // 0: the mention cannot be of this event; the more, the likelier.
  int fit(const Cluster& cluster, const EventMention& mention, const Facts& facts) const {
    if (!types_fit(cluster, mention) || is_occasion(cluster, mention)) return 0;
    if (sorts_differ(cluster.sorts, mention.sorts) || !titles_agree(cluster, mention)) return 0;
    const Ties ties = ties_of(cluster, mention, facts);
    const bool possible = times_fit(cluster, mention, facts, ties) && titles_fit(cluster, mention, ties) &&
                          sides_fit(cluster, mention, facts, ties) && told_alike(cluster, mention, facts, ties) &&
                          places_fit(cluster, mention, ties) && are_tied(cluster, mention, facts, ties);
    return possible ? likelihood(cluster, mention, facts, ties) : 0;
  }

  bool times_fit(const Cluster& cluster, const EventMention& mention, const Facts& facts, const Ties& ties) const {
    if (ties.both_days && !ties.days_agree && !lasts(cluster, mention, facts, ties)) return false;
    return mention.definite || cluster.days || !facts.days || !is_long_past(*facts.days);
  }

  // Items of the text, editions and names.
  bool titles_fit(const Cluster& cluster, const EventMention& mention, const Ties& ties) const {
    if (cluster.item != mention.item && !ties.same_edition && !ties.both_named) return false;
    if (cluster.edition && mention.edition && !ties.same_edition) return false;
    const bool named_anew = cluster.edition && !mention.edition && cluster.name.empty() && !mention.name.empty();
    const bool untitled = cluster.name.empty() && mention.name.empty() && !cluster.in_headline;
    // `The sixth round` of those of whom much was told, where `it is the sixth round` counts the one told of.
    const bool counted_anew =
        !cluster.edition && mention.edition && !mention.pointed && (!cluster.fillers.empty() || untitled);
    if (is_other_gathering(cluster, mention, ties)) return ties.days_agree;
    const bool called_alike = ties.both_named && cluster.name.size() == mention.name.size() && !mention.ahead;
    return !(named_anew || counted_anew) || ties.shared || ties.days_agree || called_alike;
  }

  // `A business forum` is not what `the Baltic Wool Expo` names, told later, unless it is called so or took place there. What the
  // first sentences tell of is named when it is told again.
  bool is_other_gathering(const Cluster& cluster, const EventMention& mention, const Ties& ties) const {
    return work_.names.is_gathering(cluster.type) && cluster.name.empty() && !mention.name.empty() &&
           cluster.first_sentence > kLead && !ties.same_places && !is_called_so(cluster, mention);
  }

  bool sides_fit(const Cluster& cluster, const EventMention& mention, const Facts& facts, const Ties& ties) const {
    const bool reaches_back = mention.definite || ties.same_edition;
    const bool both_filled = !cluster.fillers.empty() && !facts.fillers.empty();
    if (!reaches_back && ((both_filled && !ties.shared) || sides_.is_foreign(cluster, facts))) return false;
    if (!sides_.bodies_fit(cluster, mention, facts)) return false;
    const bool of_others = both_filled && !ties.shared && sides_.are_others(cluster, facts);
    if (of_others && !ties.days_agree && sides_.names_partner(mention)) return false;
    if (!mention.definite && sides_.names_new_partner(cluster, mention, facts)) return false;
    if (!ways_fit(cluster, mention, facts, ties)) return false;
    return !ties.shared || (mention.definite && one_time(cluster, facts, ties)) || !sides_.others_met(cluster, facts);
  }

  // Those who met did not do it by telephone, unless all the same are told to have.
  bool ways_fit(const Cluster& cluster, const EventMention& mention, const Facts& facts, const Ties& ties) const {
    if (cluster.remote == mention.remote || (cluster.in_headline && !mention.remote)) return true;
    if (facts.all.empty()) return mention.definite;
    return ties.shared && sides_.within(cluster, facts);
  }

  // Days that agree, and are so few that they tell of one event.
  static bool one_time(const Cluster& cluster, const Facts& facts, const Ties& ties) {
    return ties.days_agree && !is_long(*cluster.days) && !is_long(*facts.days);
  }

  // What the words around the trigger say of whether it was told before, and of whether it happened.
  bool told_alike(const Cluster& cluster, const EventMention& mention, const Facts& facts, const Ties& ties) const {
    if (mention.ahead && cluster.told_done && !cluster.told_ahead && !ties.same_edition) return false;
    const bool told_before = ties.same_edition || (ties.days_agree && ties.shared) || both_ahead(cluster, mention);
    if (mention.distinct && !told_before) return false;
    const bool days_tie = ties.days_agree && (ties.shared || !is_long(*cluster.days));
    const bool same_body = !facts.body.empty() && facts.body == cluster.body;
    const bool known = days_tie || same_body || (ties.shared && sides_.within(cluster, facts));
    // `Peru, rival sign wool deal`
    const bool headline =
        is_lead(cluster, mention) || (cluster.in_headline && cluster.all.empty() &&
                                      (mention.instrument.has_value() || is_called_so(cluster, mention)));
    if (mention.indefinite && !mention.modifier && !known && !headline) return false;
    return modalities_fit(cluster, mention, facts.days, one_time(cluster, facts, ties) || ties.same_edition) &&
           (instruments_fit(cluster, mention) || (mention.definite && may_be_one_instrument(cluster, mention)));
  }

  bool places_fit(const Cluster& cluster, const EventMention& mention, const Ties& ties) const {
    return cluster.places.empty() || mention.places.empty() || ties.same_places ||
           ((ties.shared || mention.definite) && may_be_one_place(cluster, mention));
  }

  // What nothing ties to an event is one of its own, unless it was told just before.
  bool are_tied(const Cluster& cluster, const EventMention& mention, const Facts& facts, const Ties& ties) const {
    const bool tied =
        mention.definite || ties.shared || ties.days_agree || ties.same_places || ties.same_edition || ties.both_named;
    const bool only_named_so = cluster.all.empty() && !cluster.in_headline && is_called_so(cluster, mention);
    return tied || facts.fillers.empty() || only_named_so ||
           cluster.last_sentence + kSentencesUntied >= mention.sentence;
  }

  int likelihood(const Cluster& cluster, const EventMention& mention, const Facts& facts, const Ties& ties) const {
    const bool both_filled = !cluster.fillers.empty() && !facts.fillers.empty();
    const int score = 1 + (ties.days_agree ? 2 : 0) + (ties.shared ? 3 : 0) + (ties.same_places ? 1 : 0) +
                      (mention.definite ? 1 : 0) + (cluster.type == mention.type ? 2 : 0) +
                      (ties.same_edition ? 3 : 0) - (both_filled && !ties.shared ? 1 : 0) -
                      (numbers_fit(cluster, mention) ? 0 : 2) + called_so(cluster, mention);
    const int doubts = (cluster.earlier && !mention.earlier && !ties.days_agree ? 2 : 0) +
                       (tells_otherwise(cluster, mention) ? 2 : 0) +
                       (cluster.days && !ties.days_agree && is_long_past(*cluster.days) ? 2 : 0);
    return score > doubts ? score - doubts : std::min(score, 1);
  }

  // `The talks` are rather what was called so, and what much was told of; `those talks` are rather the last.
  int called_so(const Cluster& cluster, const EventMention& mention) const {
    constexpr std::uint32_t kMuch = 3, kNear = 1;
    const TokenData& head = work_.analysis.tokens.tokens[mention.trigger.end - 1];
    if (!mention.definite || (head.word_class & work_.names.clause.nominal) == 0) return 0;
    const bool likely = mention.pointed ? cluster.last_sentence + kNear >= mention.sentence : cluster.mentions >= kMuch;
    return (is_called_so(cluster, mention) ? 1 : 0) + (likely ? 1 : 0);
  }

  bool is_called_so(const Cluster& cluster, const EventMention& mention) const {
    return std::ranges::find(cluster.nouns, noun_of(mention)) != cluster.nouns.end();
  }

  std::string_view noun_of(const EventMention& mention) const {
    const TokenLayer& layer = work_.analysis.tokens;
    return layer.folded_of(layer.tokens[mention.trigger.end - 1]);
  }

  // `met on the sidelines of the talks`: nothing takes place during itself.
  static bool is_occasion(const Cluster& cluster, const EventMention& mention) {
    return cluster.occasion.overlaps(mention.trigger) || mention.occasion.overlaps(cluster.trigger);
  }

  // `The next summit`, told of twice.
  static bool both_ahead(const Cluster& cluster, const EventMention& mention) {
    return mention.ahead && (cluster.told_ahead || (!cluster.told_done && !cluster.told_refused));
  }

  // Months or years, of which others may tell too.
  static bool is_long(const DaySpan& days) {
    constexpr std::int32_t kMostDays = 14;
    return days.last - days.first > kMostDays;
  }

  // `Lima` and `Peru`, but not `Lima` and `Oslo`.
  bool may_be_one_place(const Cluster& cluster, const EventMention& mention) const {
    const auto country_of = [&](std::uint32_t place) { return work_.entities.entities[place].country; };
    return std::ranges::any_of(cluster.places, [&](std::uint32_t one) {
      return std::ranges::any_of(mention.places, [&](std::uint32_t other) {
        return country_of(one).empty() || country_of(other).empty() || country_of(one) == country_of(other);
      });
    });
  }

  // `sign accord` of a headline may be any instrument.
  static bool instruments_fit(const Cluster& cluster, const EventMention& mention) {
    return !mention.instrument || cluster.instrument.empty() || cluster.in_headline ||
           mention.instrument->kind == cluster.instrument;
  }

  // `The deal` may be any that was signed, `the treaty` no memorandum.
  static bool may_be_one_instrument(const Cluster& cluster, const EventMention& mention) {
    return cluster.wide_instrument || mention.instrument->wide;
  }

  static bool are_several(const InstrumentRecord& instrument) { return instrument.count != 1u; }

  // `The memorandum` is not `five memoranda`.
  static bool numbers_fit(const Cluster& cluster, const EventMention& mention) {
    return !mention.instrument || mention.instrument->kind != cluster.instrument ||
           are_several(*mention.instrument) == cluster.several_instruments;
  }

  static std::int32_t days_between(const DaySpan& a, const DaySpan& b) {
    return std::max(a.first - b.last, b.first - a.last);
  }

  // The time told beside `the talks` is not theirs.
  static bool is_of_other(const Cluster& cluster, const EventMention& mention, const Facts& facts) {
    return mention.definite && mention.loose_time && days_between(*cluster.days, *facts.days) > 0;
  }

  // `The talks ended on Friday`, `the talks, which began on Monday`.
  static bool begins_what_ended(const Cluster& cluster, const EventMention& mention, const Facts& facts) {
    constexpr std::int32_t kLongest = 14;
    if (!mention.definite || !facts.all.empty() || cluster.ended == mention.ended) return false;
    const DaySpan& begun = mention.ended ? *cluster.days : *facts.days;
    const DaySpan& ended = mention.ended ? *facts.days : *cluster.days;
    return begun.first < ended.first && begun.first + kLongest >= ended.first;
  }

  // `The forum`, `the fifth round`, told of on the days that it lasts.
  bool lasts(const Cluster& cluster, const EventMention& mention, const Facts& facts, const Ties& ties) const {
    constexpr std::int32_t kMostDays = 4;
    if (begins_what_ended(cluster, mention, facts)) return true;
    if (days_between(*cluster.days, *facts.days) > kMostDays) return false;
    const bool told_before = mention.definite || ties.both_named;
    return ties.same_edition || (work_.names.is_gathering(cluster.type) && told_before && !mention.distinct);
  }

  bool types_fit(const Cluster& cluster, const EventMention& mention) const {
    if (cluster.type == mention.type) return true;
    const EventType* type = work_.names.type(cluster.type);
    const bool absorbed = type != nullptr && type->absorbs != kAnyKind && type->absorbs == mention.type;
    if (!absorbed) return turns(cluster, mention);
    return mention.definite && !is_sitting(mention) && (mention.attended || names_nobody(mention));
  }

  // `The cabinet meeting` is no part of the forum.
  bool is_sitting(const EventMention& mention) const {
    return std::ranges::any_of(mention.arguments, [&](const MentionArgument& argument) {
      const EntityRecord& entity = work_.entities.entities[argument.entity];
      return !entity.mentions.empty() && work_.mentions.mentions[entity.mentions.back()].refers.sits;
    });
  }

  bool names_nobody(const EventMention& mention) const {
    return std::ranges::none_of(mention.arguments, [&](const MentionArgument& argument) {
      return work_.entities.entities[argument.entity].named;
    });
  }

  // `Ministers met in Lima. The conference ended`: a meeting of one group of unnamed, told just before, is the gathering.
  bool turns(const Cluster& cluster, const EventMention& mention) const {
    constexpr std::uint32_t kSentencesBack = 3;
    const EventType* type = work_.names.type(mention.type);
    const bool told_again = mention.definite || is_lead(cluster, mention);
    return type != nullptr && type->absorbs == cluster.type && told_again && !mention.distinct &&
           cluster.fillers.empty() && cluster.all.size() <= 1 && !cluster.told_refused &&
           !tells_otherwise(cluster, mention) && cluster.last_sentence != mention.sentence &&
           cluster.last_sentence + kSentencesBack >= mention.sentence;
  }

  // A headline puts it shorter, and otherwise: `Lima energy summit` for the `Andean Energy Summit`.
  bool titles_agree(const Cluster& cluster, const EventMention& mention) const {
    if (names_fit(cluster.name, mention.name)) return true;
    const auto last = [&](TokenRange name) {
      return work_.analysis.tokens.folded_of(work_.analysis.tokens.tokens[name.end - 1]);
    };
    if (!cluster.in_headline || in_headline(mention)) return false;
    return last(cluster.name) == last(mention.name) || (is_lead(cluster, mention) && !is_proper(cluster.name));
  }

  // `Lima wool fair`: what it is, and not what it is called.
  bool is_proper(TokenRange name) const { return work_.analysis.tokens.tokens[name.end - 1].shape != Shape::lower; }

  // The first sentences below a headline tell of the gathering that the headline tells of, by whatever noun.
  bool is_lead(const Cluster& cluster, const EventMention& mention) const {
    return cluster.in_headline && !in_headline(mention) && mention.sentence <= kLead &&
           work_.names.is_gathering(mention.type);
  }

  // A name fits another when all the words of the shorter stand in the longer; whose it is may be marked either way.
  bool names_fit(TokenRange a, TokenRange b) const {
    if (a.empty() || b.empty()) return true;
    if (a.size() > b.size()) std::swap(a, b);
    const TokenLayer& layer = work_.analysis.tokens;
    for (std::uint32_t i = a.begin; i < a.end; ++i) {
      const TokenData& word = layer.tokens[i];
      bool found = word.kind == TokenKind::punctuation || (word.word_class & work_.names.clause.clitic) != 0;
      for (std::uint32_t j = b.begin; j < b.end && !found; ++j)
        found = layer.folded_of(layer.tokens[i]) == layer.folded_of(layer.tokens[j]);
      if (!found) return false;
    }
    return true;
  }

  bool in_headline(const EventMention& mention) const { return work_.in_headline(mention.sentence); }

  void join(Cluster& cluster, const EventMention& mention, const Facts& facts) const {
    const Told told = told_of(mention);
    const bool begins_body = cluster.in_headline && !in_headline(mention);
    if (begins_body && told != Told::nothing) cluster.told_done = cluster.told_ahead = cluster.told_refused = false;
    cluster.told_done |= told == Told::done;
    cluster.told_ahead |= told == Told::ahead;
    cluster.told_refused |= told == Told::refused;
    cluster.in_headline &= in_headline(mention);
    if (mention.instrument && (cluster.instrument.empty() || begins_body)) {
      cluster.instrument = mention.instrument->kind;
      cluster.wide_instrument = mention.instrument->wide;
      cluster.several_instruments = are_several(*mention.instrument);
    }
    if (cluster.all.size() < kMostArguments) add_fillers(cluster, facts);
    for (const std::uint32_t place : mention.places) add_unique(cluster.places, place);
    if (!facts.body.empty()) cluster.body = facts.body;
    cluster.last_sentence = mention.sentence;
    cluster.remote &= mention.remote;
    cluster.trigger = mention.trigger;
    ++cluster.mentions;
    if (!is_called_so(cluster, mention)) cluster.nouns.push_back(noun_of(mention));
    if (!mention.occasion.empty()) cluster.occasion = mention.occasion;
    cluster.earlier |= mention.earlier;
    cluster.type = work_.names.wider(cluster.type, mention.type);
    for (const EventSort& sort : mention.sorts)
      if (std::ranges::find(cluster.sorts, sort) == cluster.sorts.end()) cluster.sorts.push_back(sort);
    if (!cluster.edition) cluster.edition = mention.edition;
    if (!cluster.days && facts.days) cluster.days = facts.days, cluster.ended = mention.ended;
    if (cluster.name.size() < mention.name.size() || (begins_body && !mention.name.empty()))
      cluster.name = mention.name;
  }

  static void add_fillers(Cluster& cluster, const Facts& facts) {
    for (const std::uint32_t filler : facts.fillers) add_unique(cluster.fillers, filler);
    for (const std::uint32_t filler : facts.all) add_unique(cluster.all, filler);
  }

  const EventWork& work_;
  const TimeLayer& times_;
  ClusterSides sides_;
  std::vector<Cluster> clusters_;
  std::uint32_t last_ = kNoIndex;  // the cluster of the last mention that is no echo
};

}  // namespace

std::vector<std::uint32_t> merge_mentions(const EventWork& work, const TimeLayer& times,
                                          const std::vector<EventMention>& mentions) {
  Merger merger(work, times);
  std::vector<std::uint32_t> events;
  events.reserve(mentions.size());
  for (const EventMention& mention : mentions) events.push_back(merger.place(mention));
  return events;
}

}  // namespace copydesk
