#include "document_builder.h"

#include <algorithm>

#include "text/characters.h"

namespace copydesk {
namespace {

class DocumentBuilder {
 public:
  DocumentBuilder(const Analysis& analysis, const Workspace& workspace) : analysis_(analysis), w_(workspace) {}

  Document build(NormalisedText&& text, const DocumentOptions& options) {
    document_.id = options.id;
    document_.language = analysis_.language.name;
    document_.charset = std::move(text.charset);
    document_.offset_shifts = std::move(text.shifts);
    if (text.repaired)
      document_.notes.push_back({"repaired-bytes", "bytes that are no UTF-8 were read as U+FFFD", kNoIndex});
    add_tokens();
    add_times();
    add_entities();
    add_head();
    add_sectors();
    add_events();
    document_.text = std::move(text.text);
    return std::move(document_);
  }

 private:
  void add_tokens() {
    document_.tokens.reserve(w_.tokens.tokens.size());
    for (const TokenData& token : w_.tokens.tokens) document_.tokens.push_back({{token.begin, token.end}, token.kind});
    document_.sentences.reserve(w_.tokens.sentences.size());
    for (const SentenceData& sentence : w_.tokens.sentences)
      document_.sentences.push_back(
          {analysis_.span_of({sentence.begin, sentence.end}), {sentence.begin, sentence.end}});
  }

  void add_times() {
    document_.reference_date = w_.times.reference_date;
    document_.reference_from = w_.times.reference_from;
    document_.times.reserve(w_.times.mentions.size());
    for (const TimeMention& time : w_.times.mentions)
      document_.times.push_back({analysis_.span_of(time.range), time.type, time.value, time.mod,
                                 analysis_.rule_name(time.rule), time.anchor});
    if (w_.times.year_open)
      document_.notes.push_back(
          {"no-reference-date", "the report has no date, so some times stay without a year", kNoIndex});
  }

  Mention mention_of(const EntityMention& mention) const {
    return {analysis_.span_of(mention.range), mention.form, analysis_.rule_name(mention.rule)};
  }

  void add_entities() {
    document_.entities.reserve(w_.entities.entities.size());
    for (const EntityRecord& record : w_.entities.entities) {
      Entity& entity = document_.entities.emplace_back();
      entity.type = record.type;
      entity.name = on_one_line(record.name);
      entity.office = on_one_line(record.office);
      entity.affiliation = record.affiliation;
      entity.acronym = on_one_line(record.acronym);
      entity.country = record.country;
      entity.mentions.reserve(record.mentions.size());
      for (const std::uint32_t mention : record.mentions)
        entity.mentions.push_back(mention_of(w_.mentions.mentions[mention]));
    }
    add_plurals();
  }

  // `the two countries` is a mention of both. They come behind the others of their entity, in the order of the text.
  void add_plurals() {
    std::vector<std::size_t> own(document_.entities.size());
    for (std::size_t i = 0; i < own.size(); ++i) own[i] = document_.entities[i].mentions.size();
    for (std::size_t i = 0; i < w_.entities.several.size(); ++i)
      for (const std::uint32_t entity : w_.entities.several[i])
        document_.entities[entity].mentions.push_back(mention_of(w_.mentions.mentions[i]));
    for (std::size_t i = 0; i < own.size(); ++i) {
      std::vector<Mention>& mentions = document_.entities[i].mentions;
      if (mentions.size() == own[i]) continue;
      std::ranges::inplace_merge(mentions, mentions.begin() + static_cast<std::ptrdiff_t>(own[i]), {},
                                 [](const Mention& mention) { return mention.span.begin; });
    }
  }

  void add_head() {
    for (const Block& block : w_.layout.blocks)
      if (block.kind == BlockKind::headline) {
        document_.headline = block.span;
        break;
      }
    add_dateline(w_.layout.dateline);
  }

  // Where neither agency nor date is told, only a place makes a dateline: `SMITH: ` is none.
  void add_dateline(const DatelineSpans& dateline) {
    if (dateline.whole.empty()) return;
    const Index place = place_in(dateline.place);
    if (place == kNoIndex && dateline.agency.empty() && dateline.date.empty()) return;
    document_.dateline = Dateline{dateline.whole, place, dateline.agency, dateline.date};
  }

  // A person speaks, and so does `OPEC`; but `UNITED NATIONS` is the seat of an organisation.
  bool may_be_place(const Entity& entity, Span mention) const {
    if (entity.type == EntityType::person) return false;
    return entity.type != EntityType::organisation || !w_.layout.dateline.date.empty() ||
           analysis_.text.substr(mention.begin, mention.size()).find(' ') != std::string_view::npos;
  }

  // The first place that is named inside `span`.
  Index place_in(Span span) const {
    Index found = kNoIndex;
    std::uint32_t begin = span.end;
    for (Index i = 0; i < document_.entities.size(); ++i)
      for (const Mention& mention : document_.entities[i].mentions)
        if (mention.span.begin < begin && span.contains(mention.span) &&
            may_be_place(document_.entities[i], mention.span))
          found = i, begin = mention.span.begin;
    return found;
  }

  void add_sectors() {
    for (const SectorRecord& record : w_.events.sectors) {
      Sector& sector = document_.sectors.emplace_back();
      sector.sector = record.id;
      sector.isic = record.isic;
      for (std::size_t i = 0; i < record.mentions.size(); ++i) {
        const std::uint32_t rule = record.found_by[i];
        sector.mentions.push_back({analysis_.span_of(record.mentions[i]), MentionForm::name,
                                   rule == kNoIndex ? std::string_view("sector list") : analysis_.rule_name(rule)});
      }
    }
  }

  void add_events() {
    for (const EventRecord& record : w_.events.events) {
      Event& event = document_.events.emplace_back();
      event.type = record.type;
      event.modality = record.modality;
      for (const TriggerRecord& trigger : record.triggers)
        event.triggers.push_back({analysis_.span_of(trigger.range), analysis_.rule_name(trigger.rule)});
      if (!record.time.empty()) event.time = EventTime{record.time, record.times};
      event.places = record.places;
      for (const ArgumentRecord& argument : record.arguments)
        event.arguments.push_back({argument.role, argument.entity, analysis_.rule_name(argument.rule)});
      event.sectors = record.sectors;
      if (record.instrument)
        event.instrument =
            Instrument{record.instrument->kind, record.instrument->count, analysis_.span_of(record.instrument->range)};
      event.name = on_one_line(record.name);
      event.edition = record.edition;
      event.occasion = record.occasion;
    }
    document_.notes.insert(document_.notes.end(), w_.events.notes.begin(), w_.events.notes.end());
  }

  const Analysis& analysis_;
  const Workspace& w_;
  Document document_;
};

}  // namespace

Document build_document(const Analysis& analysis, NormalisedText&& text, const DocumentOptions& options,
                        const Workspace& workspace) {
  return DocumentBuilder(analysis, workspace).build(std::move(text), options);
}

}  // namespace copydesk
