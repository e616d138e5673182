#include "entities/name_finder.h"

#include <algorithm>

#include "entities/misprints.h"
#include "rules/signature.h"

namespace copydesk {
namespace {

constexpr std::uint8_t kTaken = 1;       // mark of a token: part of a time or of a chosen name,
constexpr std::uint8_t kBegins = 2;      // ... the first of a name that nothing goes on into
constexpr int kThreshold = 34;           // a name needs as much
constexpr int kEnough = 60;              // more does not help against a longer name
constexpr int kWordBonus = 12;           // for each word more, so that longer names win
constexpr std::uint32_t kMostWords = 3;  // that count
constexpr int kSure = 15;                // a form so sure passes on what it is
constexpr int kLastName = 90;            // ... to the last word of a person's name
constexpr int kFirstName = 25;
constexpr int kShortName = 45;              // ... to the begin of an organisation's name
constexpr std::size_t kMostSurnames = 60;   // that a word may be a misprint of
constexpr std::uint32_t kTopicWeight = 5;   // a topic needs as much,
constexpr std::uint32_t kTopicTokens = 60;  // and one for so many tokens
constexpr std::uint32_t kLongestName = 6;   // words looked up where capitals tell nothing

class NameFinder {
 public:
  NameFinder(const Analysis& analysis, const NameRules& rules, MentionLayer& layer)
      : analysis_(analysis), rules_(rules), layer_(layer), work_(*layer.work), table_(layer.work->table) {}

  void run(const TimeLayer& times) {
    start(times);
    find_topics();
    collect();
    make_spans();
    for (std::uint32_t form = 0, forms = static_cast<std::uint32_t>(table_.forms().size()); form < forms; ++form)
      spread(form);
    mend_misprints();
    find_known();
    choose();
    emit();
  }

 private:
  const TokenData& token(std::uint32_t index) const { return analysis_.tokens.tokens[index]; }
  std::uint64_t key_of(TokenRange range) const { return form_key(analysis_.tokens, range); }
  bool is_word(std::uint32_t index) const { return token(index).classes != 0; }
  bool is_capital(std::uint32_t index) const {
    const Shape shape = token(index).shape;
    return shape == Shape::capitalised || shape == Shape::upper || shape == Shape::mixed;
  }

  void start(const TimeLayer& times) {
    table_.clear();
    work_.candidates.clear();
    work_.spans.clear();
    work_.choices.clear();
    work_.marks.assign(analysis_.tokens.tokens.size(), 0);
    for (const TimeMention& time : times.mentions) mark(time.range);
    work_.bold.clear();
    for (const SentenceData& sentence : analysis_.tokens.sentences) work_.bold.push_back(is_bold(sentence));
  }

  void mark(TokenRange range) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) work_.marks[i] |= kTaken;
  }
  bool is_free(TokenRange range) const {
    return std::all_of(work_.marks.begin() + range.begin, work_.marks.begin() + range.end,
                       [](std::uint8_t m) { return (m & kTaken) == 0; });
  }
  // How far a range goes before it would go on into a name that begins inside.
  std::uint32_t end_before_name(TokenRange range) const {
    std::uint32_t end = range.begin + 1;
    while (end < range.end && (work_.marks[end] & kBegins) == 0) ++end;
    return end;
  }
  bool goes_into_name(TokenRange range) const { return end_before_name(range) != range.end; }

  // Whether capitals tell little: a block of capitals, or a headline in which most words begin with one.
  bool is_bold(const SentenceData& sentence) const {
    const Block& block = analysis_.layout.blocks[sentence.block];
    if (block.kind == BlockKind::dateline || block.kind == BlockKind::byline) return false;
    if (token(sentence.begin).capitals) return true;
    if (block.kind != BlockKind::headline && block.kind != BlockKind::section_head) return false;
    int capital = 0, small = 0;
    for (std::uint32_t i = sentence.begin + 1; i < sentence.end; ++i) {
      if (!is_word(i) || token(i).end - token(i).begin < 4) continue;
      ++(is_capital(i) ? capital : small);
    }
    return capital > small;
  }

  void find_topics() {
    work_.topics.fill(0);
    for (const Annotation& annotation : analysis_.lattice.annotations)
      if (const EvidenceRule& evidence = rules_.evidence[annotation.rule]; evidence.speaks != 0)
        work_.topics[evidence.speaks] += static_cast<std::uint32_t>(evidence.weight);
  }
  bool has_topic(std::uint8_t topic) const {
    const std::uint32_t weight = work_.topics[topic];
    return topic == 0 || (weight >= kTopicWeight && weight * kTopicTokens >= analysis_.tokens.tokens.size());
  }

  TokenRange name_of(const Annotation& annotation) const {
    const Capture* name = analysis_.lattice.capture(annotation, rules_.name);
    return without_owner(name == nullptr ? annotation.range : name->range);
  }

  void mark_begins() {
    for (const Annotation& annotation : analysis_.lattice.annotations)
      if (rules_.evidence[annotation.rule].begins) work_.marks[name_of(annotation).begin] |= kBegins;
  }

  void collect() {
    const Lattice& lattice = analysis_.lattice;
    mark_begins();
    for (std::uint32_t i = 0; i < lattice.annotations.size(); ++i) {
      const Annotation& annotation = lattice.annotations[i];
      const EvidenceRule& evidence = rules_.evidence[annotation.rule];
      if (!evidence.used || !has_topic(evidence.topic)) continue;
      TokenRange range = name_of(annotation);
      if (range.empty() || !is_free(range)) continue;
      if (const std::uint32_t end = end_before_name(range); end != range.end) {
        if (evidence.type != NameType::organisation) continue;
        range.end = end;
      }
      const Capture* acronym = evidence.initials ? lattice.capture(annotation, rules_.acronym) : nullptr;
      if (evidence.initials && (acronym == nullptr || !are_initials(acronym->range, range))) continue;
      work_.candidates.push_back({range, annotation.sentence, annotation.rule, i});
      if (acronym != nullptr) work_.candidates.push_back({acronym->range, annotation.sentence, annotation.rule, i});
    }
    std::ranges::stable_sort(work_.candidates, [](const NameCandidate& a, const NameCandidate& b) {
      return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end < b.range.end;
    });
  }

  // `Velora Bank` of `Plata's Velora Bank` in `La Plata's Velora Bank`: a name begins with no half of a place's.
  TokenRange without_owner(TokenRange range) const {
    const Lattice& lattice = analysis_.lattice;
    if (range.size() < 4 || range.begin == 0) return range;
    if (!lattice.signatures[range.begin - 1].meets(label_signature(rules_.cities))) return range;
    constexpr std::uint32_t kClitic = 1;
    for (std::uint32_t i = lattice.first_at(range.begin - 1); i != kNoEdge; i = lattice.edge(i).next_begin)
      if (const std::uint32_t end = lattice.edge(i).range.end + kClitic;
          lattice.edge(i).label == rules_.cities && end > range.begin + kClitic && end < range.end)
        return {end, range.end};
    return range;
  }

  // `SCO` of `Shanghai Cooperation Organization`: every letter begins a word, in order, the first the first.
  bool are_initials(TokenRange acronym, TokenRange name) const {
    const std::string_view letters = analysis_.tokens.folded_of(token(acronym.begin));
    std::size_t at = 0;
    for (std::uint32_t i = name.begin; i < name.end && at < letters.size(); ++i) {
      while (at < letters.size() && letters[at] == '.') ++at;
      const std::string_view word = analysis_.tokens.folded_of(token(i));
      if (at < letters.size() && !word.empty() && word[0] == letters[at])
        ++at;
      else if (i == name.begin)
        return false;
    }
    while (at < letters.size() && letters[at] == '.') ++at;
    return at == letters.size() && letters.size() >= 2;
  }

  void make_spans() {
    for (std::size_t i = 0; i < work_.candidates.size();) {
      const NameCandidate& first = work_.candidates[i];
      NameSpan span{.range = first.range, .sentence = first.sentence};
      span.doubtful = is_doubtful(first.range, first.sentence);
      span.form = table_.add(key_of(first.range), first.range);
      for (; i < work_.candidates.size() && work_.candidates[i].range == span.range; ++i)
        weigh(work_.candidates[i], span);
      work_.spans.push_back(span);
    }
  }

  // A word of the dictionary at the begin of a sentence, or words of it where capitals tell little.
  bool is_doubtful(TokenRange range, std::uint32_t sentence) const {
    const TokenData& first = token(range.begin);
    if (range.size() == 1 && first.shape == Shape::upper && !first.capitals && first.folded_size > 1) return false;
    if (work_.bold[sentence]) return true;
    return range.size() == 1 && token(range.begin).sentence_initial && is_word(range.begin);
  }

  void weigh(const NameCandidate& candidate, NameSpan& span) {
    const EvidenceRule& evidence = rules_.evidence[candidate.rule];
    if (evidence.type == NameType::any) return;
    NameForm& form = table_[span.form];
    if (evidence.sure) span.doubtful = false;
    if (evidence.country && span.annotation == kNoEdge) span.annotation = candidate.annotation;
    if (evidence.country && form.annotation == kNoEdge) form.annotation = candidate.annotation;
    const int weight = evidence.weight + evidence.more * static_cast<int>(std::min(span.range.size(), kMostWords) - 1);
    span.here.add(evidence.type, weight, candidate.rule);
    if (!evidence.here && !span.doubtful) table_.count(span.form, candidate.rule, evidence, weight);
  }

  // Passes on what a sure form is to shorter forms of the same name.
  void spread(std::uint32_t index) {
    const NameForm form = table_[index];
    if (form.example.size() < 2) return;
    const Scores& scores = form.scores;
    const int best = *std::ranges::max_element(scores.score);
    if (best < kSure) return;
    if (scores.of(NameType::person) == best) spread_person(form);
    if (scores.of(NameType::organisation) == best) spread_organisation(form);
  }

  void spread_person(const NameForm& form) {
    const std::uint32_t rule = form.scores.rule[static_cast<std::size_t>(NameType::person)];
    const int weight = std::min(kLastName, 2 * form.scores.of(NameType::person));  // so that the whole name stays ahead
    for (std::uint32_t begin = form.example.begin + 1; begin < form.example.end; ++begin)
      strengthen({begin, form.example.end}, NameType::person, weight, rule);
    const TokenRange last{form.example.end - 1, form.example.end};
    if (const std::string_view bare = without_article(analysis_.tokens.folded_of(token(last.begin))); !bare.empty())
      strengthen(last_key(next_key(first_key(), hash_folded(bare))), last, NameType::person, weight, rule);
    if (form.spreads)  // the surname stands first
      strengthen({form.example.begin, form.example.begin + 1}, NameType::person, weight, rule);
    else if (!is_word(form.example.begin))
      strengthen({form.example.begin, form.example.begin + 1}, NameType::person, kFirstName, rule);
  }

  void spread_organisation(const NameForm& form) {
    const std::uint32_t rule = form.scores.rule[static_cast<std::size_t>(NameType::organisation)];
    if (form.spreads_last)
      strengthen({form.example.end - 1, form.example.end}, NameType::organisation, kShortName, rule);
    for (std::uint32_t end = form.example.end - 1; form.spreads && end > form.example.begin; --end) {
      const TokenRange begin{form.example.begin, end};
      if (begin.size() == 1 && is_word(begin.begin)) continue;
      strengthen(begin, NameType::organisation, kShortName, rule);
    }
  }

  void strengthen(TokenRange range, NameType type, int weight, std::uint32_t rule) {
    strengthen(key_of(range), range, type, weight, rule);
  }

  void strengthen(std::uint64_t key, TokenRange range, NameType type, int weight, std::uint32_t rule) {
    const std::uint32_t form = table_.find(key);
    if (form == kNoForm) {
      NameForm& added = table_[table_.add(key, range)];
      added.scores.add(type, weight, rule);
    } else if (table_[form].scores.of(type) < weight) {
      table_[form].scores.add(type, weight, rule);
    }
  }

  // A word of no dictionary that one letter tells from a person's name of this report is that name.
  void mend_misprints() {
    work_.surnames.clear();
    for (std::uint32_t form = 0; form < table_.forms().size(); ++form)
      if (is_long_word(form) && table_[form].scores.of(NameType::person) >= kThreshold) work_.surnames.push_back(form);
    if (work_.surnames.empty()) return;
    if (work_.surnames.size() > kMostSurnames) work_.surnames.resize(kMostSurnames);
    for (std::uint32_t form = 0; form < table_.forms().size(); ++form)
      if (is_long_word(form) && *std::ranges::max_element(table_[form].scores.score) < kThreshold) mend(form);
  }

  bool is_long_word(std::uint32_t form) const {
    const TokenRange word = table_[form].example;
    return word.size() == 1 && !is_word(word.begin) && token(word.begin).folded_size >= kLongName;
  }

  void mend(std::uint32_t form) {
    const std::string_view word = analysis_.tokens.folded_of(token(table_[form].example.begin));
    for (const std::uint32_t known : work_.surnames) {
      const Scores& scores = table_[known].scores;
      if (!one_letter_apart(word, analysis_.tokens.folded_of(token(table_[known].example.begin)))) continue;
      return strengthen(table_[form].example, NameType::person, kLastName,
                        scores.rule[static_cast<std::size_t>(NameType::person)]);
    }
  }

  // Forms of the report wherever their words stand with a capital: where capitals tell nothing, at the begin of sentences, and
  // inside of longer runs.
  void find_known() {
    told_ = work_.spans.size();
    for (std::uint32_t i = 0; i < analysis_.tokens.sentences.size(); ++i) {
      const SentenceData& sentence = analysis_.tokens.sentences[i];
      for (std::uint32_t begin = sentence.begin; begin < sentence.end; ++begin)
        if (is_capital(begin)) find_known_at(begin, sentence.end, i);
    }
  }

  void find_known_at(std::uint32_t begin, std::uint32_t sentence_end, std::uint32_t sentence) {
    std::uint64_t key = first_key();
    for (std::uint32_t end = begin + 1; end <= sentence_end && end - begin <= kLongestName; ++end) {
      if (token(end - 1).kind == TokenKind::punctuation && token(end - 1).space_before) return;
      key = next_key(key, token(end - 1).hash);
      const std::uint32_t form = table_.find(last_key(key));
      if (form == kNoForm || !is_free({begin, end}) || goes_into_name({begin, end}) ||
          (end == begin + 1 && (token(begin).classes & rules_.function) != 0))
        continue;
      table_[form].stands_alone |= !work_.bold[sentence] && !token(begin).sentence_initial && !is_capital(begin - 1);
      if (!is_told({begin, end})) work_.spans.push_back({.range = {begin, end}, .sentence = sentence, .form = form});
    }
  }

  // Whether rules spoke of the very place: what speaks against a name here counts.
  bool is_told(TokenRange range) const {
    const auto end = work_.spans.begin() + static_cast<std::ptrdiff_t>(told_);
    const auto at = std::lower_bound(work_.spans.begin(), end, range, [](const NameSpan& span, TokenRange wanted) {
      return span.range.begin != wanted.begin ? span.range.begin < wanted.begin : span.range.end < wanted.end;
    });
    return at != end && at->range == range;
  }

  // The likeliest type of a span and how much speaks for it.
  std::pair<NameType, int> best_of(const NameSpan& span) const {
    const Scores& form = table_[span.form].scores;
    std::pair<NameType, int> best{NameType::any, 0};
    for (std::size_t type = 0; type < kNameTypes; ++type) {
      const int here = span.doubtful ? doubted(span, static_cast<NameType>(type)) : span.here.score[type];
      if (form.score[type] + here > best.second) best = {static_cast<NameType>(type), form.score[type] + here};
    }
    return best;
  }

  int doubted(const NameSpan& span, NameType type) const {
    const int score = span.here.of(type);
    const bool words = std::all_of(analysis_.tokens.tokens.begin() + span.range.begin,
                                   analysis_.tokens.tokens.begin() + span.range.end,
                                   [](const TokenData& word) { return word.classes != 0; });
    const bool verb = work_.bold[span.sentence] &&
                      std::any_of(analysis_.tokens.tokens.begin() + span.range.begin + 1,
                                  analysis_.tokens.tokens.begin() + span.range.end,
                                  [&](const TokenData& word) { return (word.word_class & rules_.finite) != 0; });
    if ((words || verb) && score > 0) return score / 4;
    // Places are known from lists: one that is no word is a name in a text of capitals too.
    const bool listed = type == NameType::place || type == NameType::country;
    return listed && token(span.range.begin).capitals ? score : score * 3 / 4;
  }

  // A word of the dictionary that only the begin of a sentence or a headline writes with a capital, and that no rule knows.
  bool is_mere_word(const NameSpan& span) const {
    const TokenData& first = token(span.range.begin);
    const NameForm& form = table_[span.form];
    return span.range.size() == 1 && first.classes != 0 && (first.sentence_initial || work_.bold[span.sentence]) &&
           !form.stands_alone && form.rule_count == 0 && *std::ranges::max_element(span.here.most) == 0;
  }

  void choose() {
    for (std::uint32_t i = 0; i < work_.spans.size(); ++i) {
      const auto [type, score] = best_of(work_.spans[i]);
      if (score < kThreshold || is_mere_word(work_.spans[i])) continue;
      const int words = static_cast<int>(work_.spans[i].range.size());
      work_.choices.push_back({std::min(score, kEnough) * 10 + kWordBonus * 10 * (words - 1) + score / 20, i, type});
    }
    std::ranges::stable_sort(work_.choices, std::greater<>(), &MentionWork::Choice::rank);
    std::erase_if(work_.choices, [&](const MentionWork::Choice& choice) {
      const TokenRange range = work_.spans[choice.span].range;
      if (!is_free(range)) return true;
      mark(range);
      return false;
    });
    std::ranges::sort(work_.choices, {},
                      [&](const MentionWork::Choice& choice) { return work_.spans[choice.span].range.begin; });
  }

  void emit() {
    for (const MentionWork::Choice& choice : work_.choices)
      if (choice.type != NameType::nothing) emit(work_.spans[choice.span], choice.type);
  }

  void emit(const NameSpan& span, NameType type) {
    EntityMention& mention = layer_.mentions.emplace_back();
    const NameForm& form = table_[span.form];
    const auto at = static_cast<std::size_t>(type);
    mention.range = mention.head = span.range;
    mention.sentence = span.sentence;
    mention.demonym = type == NameType::demonym;
    mention.type = mention.demonym ? EntityType::country : static_cast<EntityType>(type);
    mention.rule = span.here.most[at] > 0 ? span.here.rule[at] : form.scores.rule[at];
    mention.form = mention.demonym ? MentionForm::nominal : form_of(span.range, type);
    if (rules_.evidence[mention.rule].alias) mention.form = MentionForm::alias;
    const std::uint32_t annotation = span.annotation != kNoEdge ? span.annotation : form.annotation;
    const bool has_country = type == NameType::place || type == NameType::country || type == NameType::demonym;
    if (has_country && annotation != kNoEdge)
      mention.country = analysis_.language.grammar.field(analysis_.lattice, analysis_.lattice.annotations[annotation],
                                                         rules_.country);
  }

  MentionForm form_of(TokenRange range, NameType type) const {
    const bool acronym = type == NameType::organisation && range.size() == 1 &&
                         token(range.begin).shape == Shape::upper && !token(range.begin).capitals &&
                         range.size() == 1 && token(range.begin).folded_size <= 8;
    return acronym ? MentionForm::acronym : MentionForm::name;
  }

  const Analysis& analysis_;
  const NameRules& rules_;
  MentionLayer& layer_;
  MentionWork& work_;
  NameTable& table_;
  std::size_t told_ = 0;  // of the spans, those that rules gave, in the order of the text
};

}  // namespace

void find_names(const Analysis& analysis, const TimeLayer& times, const NameRules& rules, MentionLayer& layer) {
  NameFinder(analysis, rules, layer).run(times);
}

}  // namespace copydesk
