#include "report/documents.h"

#include <stdexcept>

namespace copydesk::testing {

Span find(std::string_view text, std::string_view words, int nth) {
  std::size_t at = text.find(words);
  for (; nth > 0 && at != text.npos; --nth) at = text.find(words, at + 1);
  if (at == text.npos) throw std::logic_error("not in the text: " + std::string(words));
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

namespace {

constexpr std::string_view kText =
    "Café ministers meet\n"
    "MOSCOW, Dec. 6 (IRNA) — Minister José Abedi of Iran signed five MOUs on fintech with Russia 🤝 on Friday at "
    "the "
    "fifth Iran-Russia ICT Forum, some 20 days late. It was hosted by the SCO.\n";

Entity entity(EntityType type, std::string name, std::vector<Mention> mentions) {
  Entity made;
  made.type = type;
  made.name = std::move(name);
  made.mentions = std::move(mentions);
  return made;
}

Mention mention(std::string_view words, MentionForm form = MentionForm::name, int nth = 0) {
  return {find(kText, words, nth), form, "name: plain"};
}

void add_entities(Document& document) {
  Entity moscow = entity(EntityType::place, "Moscow", {mention("MOSCOW")});
  moscow.country = "RU";
  Entity abedi =
      entity(EntityType::person, "José Abedi", {mention("José Abedi"), mention("Minister José", MentionForm::nominal)});
  abedi.office = "Minister";
  abedi.affiliation = 2;
  Entity iran = entity(EntityType::country, "Iran", {mention("Iran", MentionForm::alias)});
  iran.country = "IR";
  Entity russia = entity(EntityType::country, "Russia", {mention("Russia 🤝", MentionForm::pronoun)});
  Entity sco = entity(EntityType::organisation, "Shanghai Cooperation Organization, The",
                      {mention("SCO", MentionForm::acronym, 1)});
  sco.acronym = "SCO";
  document.entities = {moscow, abedi, iran, russia, sco};
}

void add_times(Document& document) {
  document.times = {{find(kText, "Friday"), TimeType::date, "2025-12-05", "", "time: weekday", kReferenceAnchor},
                    {find(kText, "some 20 days"), TimeType::duration, "P20D", "APPROX", "time: length"},
                    {find(kText, "Dec. 6"), TimeType::time, "2025-12-06TMO", "", "", 0},
                    {find(kText, "late"), TimeType::set, "P1D", "", ""}};
}

Event signing() {
  Event event;
  event.type = "signing";
  event.triggers = {{find(kText, "signed"), "signed: parties"}, {find(kText, "MOUs"), ""}};
  event.time = EventTime{"2025-12-05", {0}};
  event.places = {0, 2};
  event.arguments = {{"party", 2, "signed: parties"}, {"party", 3, ""}, {"signatory", 1, "signed: by"}};
  event.sectors = {0};
  event.instrument = Instrument{"memorandum-of-understanding", 5, find(kText, "five MOUs")};
  event.occasion = 1;
  return event;
}

Event forum() {
  Event event;
  event.type = "forum";
  event.modality = Modality::planned;
  event.triggers = {{find(kText, "Forum"), "forum: named"}};
  event.arguments = {{"host", 4, "forum: hosted"}};
  event.name = "Iran-Russia \"ICT\" Forum";
  event.edition = 5;
  return event;
}

}  // namespace

Document full_document() {
  Document document;
  document.id = "ict-forum";
  document.text = kText;
  document.language = "en";
  document.headline = find(kText, "Café ministers meet");
  document.dateline = Dateline{find(kText, "MOSCOW, Dec. 6 (IRNA) —"), 0, find(kText, "IRNA"), find(kText, "Dec. 6")};
  document.reference_date = "2025-12-06";
  document.reference_from = ReferenceFrom::dateline;
  document.sentences = {{find(kText, "Café ministers meet"), {}}, {find(kText, "It was hosted by the SCO."), {}}};
  add_entities(document);
  add_times(document);
  document.sectors = {{"fintech", "K64", {mention("fintech")}}, {"ict", "", {mention("ICT")}}};
  document.events = {signing(), forum()};
  document.notes = {{"time-conflict", "the signing lies outside of the forum", 0},
                    {"repaired", "one byte was no UTF-8", kNoIndex}};
  return document;
}

Document bare_document() {
  Document document;
  document.text = "Nothing.";
  document.language = "en";
  return document;
}

}  // namespace copydesk::testing
