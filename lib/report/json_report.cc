#include "report/json_report.h"

#include <vector>

#include "report/json_writer.h"
#include "report/offset_map.h"

namespace copydesk {
namespace {

constexpr std::string_view kSchema = "copydesk.report/1";

// Writes one document; the functions stand in the order of the keys.
class JsonReport {
 public:
  JsonReport(const Document& document, OffsetUnit unit, bool indented, std::string& out)
      : document_(document), unit_(unit), offset_(document, unit), json_(out, indented) {}

  void write() {
    json_.begin_object();
    head();
    headline();
    dateline();
    reference();
    list("sentences", document_.sentences);
    list("entities", document_.entities);
    list("times", document_.times);
    list("sectors", document_.sectors);
    list("events", document_.events);
    list("notes", document_.notes);
    json_.end_object();
  }

 private:
  using Shape = JsonWriter::Shape;

  template <std::size_t N, class Item>
  void list(const char (&key)[N], const std::vector<Item>& items) {
    json_.key(key).begin_list();
    for (std::size_t i = 0; i < items.size(); ++i) {
      json_.item();
      write(items[i], i);
    }
    json_.end_list();
  }

  template <std::size_t N>
  void text_key(const char (&key)[N], std::string_view value) {
    if (!value.empty()) json_.key(key).string(value);
  }

  template <std::size_t N>
  void text_or_null(const char (&key)[N], std::string_view value) {
    json_.key(key);
    value.empty() ? json_.null() : json_.string(value);
  }

  template <std::size_t N>
  void ids(const char (&key)[N], char letter, const std::vector<Index>& indices) {
    json_.key(key).begin_list(Shape::line);
    for (const Index index : indices) json_.item().id(letter, index);
    json_.end_list();
  }

  void offsets(Span span) {
    json_.key("begin").number(offset_(span.begin));
    json_.key("end").number(offset_(span.end));
  }

  void span_with_text(Span span) {
    offsets(span);
    json_.key("text").string(document_.text_of(span));
  }

  void bare_span(Span span) {
    json_.begin_object(Shape::line);
    offsets(span);
    json_.end_object();
  }

  void head() {
    json_.key("schema").string(kSchema);
    json_.key("id").string(document_.id);
    json_.key("offsets").string(to_string(unit_));
    text_key("charset", document_.charset);
    json_.key("language").string(document_.language);
  }

  void headline() {
    json_.key("headline");
    document_.headline ? bare_span(*document_.headline) : json_.null();
  }

  void dateline() {
    json_.key("dateline");
    if (!document_.dateline) return json_.null();
    const Dateline& dateline = *document_.dateline;
    json_.begin_object(Shape::line);
    offsets(dateline.span);
    json_.key("place");
    dateline.place == kNoIndex ? json_.null() : json_.id('e', dateline.place);
    text_or_null("agency", document_.text_of(dateline.agency));
    text_or_null("date", document_.text_of(dateline.date));
    json_.end_object();
  }

  void reference() {
    text_or_null("reference_date", document_.reference_date);
    text_or_null("reference_from", to_string(document_.reference_from));
  }

  void write(const Sentence& sentence, std::size_t) { bare_span(sentence.span); }

  void write(const Entity& entity, std::size_t index) {
    json_.begin_object();
    json_.key("id").id('e', index);
    json_.key("type").string(to_string(entity.type));
    json_.key("name").string(entity.name);
    list("mentions", entity.mentions);
    text_key("office", entity.office);
    if (entity.affiliation != kNoIndex) json_.key("affiliation").id('e', entity.affiliation);
    text_key("acronym", entity.acronym);
    text_key("country", entity.country);
    json_.end_object();
  }

  void write(const Mention& mention, std::size_t) {
    json_.begin_object(Shape::line);
    span_with_text(mention.span);
    json_.key("form").string(to_string(mention.form));
    text_key("found_by", mention.found_by);
    json_.end_object();
  }

  void write(const TimeExpression& time, std::size_t index) {
    json_.begin_object(Shape::line);
    json_.key("id").id('t', index);
    span_with_text(time.span);
    json_.key("type").string(to_string(time.type));
    json_.key("value").string(time.value);
    text_key("mod", time.mod);
    if (time.anchor < document_.times.size()) json_.key("anchor").id('t', time.anchor);
    if (time.anchor == kReferenceAnchor) json_.key("anchor").string("reference");
    text_key("found_by", time.found_by);
    json_.end_object();
  }

  void write(const Sector& sector, std::size_t index) {
    json_.begin_object();
    json_.key("id").id('s', index);
    json_.key("sector").string(sector.sector);
    text_key("isic", sector.isic);
    json_.key("mentions").begin_list();
    for (const Mention& mention : sector.mentions) words(mention.span, mention.found_by);
    json_.end_list();
    json_.end_object();
  }

  void write(const Event& event, std::size_t index) {
    json_.begin_object();
    json_.key("id").id('v', index);
    json_.key("type").string(event.type);
    json_.key("modality").string(to_string(event.modality));
    json_.key("triggers").begin_list();
    for (const Trigger& trigger : event.triggers) words(trigger.span, trigger.found_by);
    json_.end_list();
    event_time(event);
    ids("place", 'e', event.places);
    list("arguments", event.arguments);
    ids("sectors", 's', event.sectors);
    instrument(event);
    text_key("name", event.name);
    if (event.edition) json_.key("edition").number(*event.edition);
    if (event.occasion != kNoIndex) json_.key("occasion").id('v', event.occasion);
    json_.end_object();
  }

  // An item of a list: words of the text that name a sector or an event.
  void words(Span span, std::string_view found_by) {
    json_.item().begin_object(Shape::line);
    span_with_text(span);
    text_key("found_by", found_by);
    json_.end_object();
  }

  void event_time(const Event& event) {
    json_.key("time");
    if (!event.time) return json_.null();
    json_.begin_object(Shape::line);
    json_.key("value").string(event.time->value);
    ids("times", 't', event.time->times);
    json_.end_object();
  }

  void write(const Argument& argument, std::size_t) {
    json_.begin_object(Shape::line);
    json_.key("role").string(argument.role);
    json_.key("entity").id('e', argument.entity);
    text_key("found_by", argument.found_by);
    json_.end_object();
  }

  void instrument(const Event& event) {
    if (!event.instrument) return;
    json_.key("instrument").begin_object(Shape::line);
    json_.key("kind").string(event.instrument->kind);
    if (event.instrument->count) json_.key("count").number(*event.instrument->count);
    if (!event.instrument->span.empty()) span_with_text(event.instrument->span);
    json_.end_object();
  }

  void write(const Note& note, std::size_t) {
    json_.begin_object(Shape::line);
    json_.key("kind").string(note.kind);
    if (note.event != kNoIndex) json_.key("event").id('v', note.event);
    json_.key("message").string(note.message);
    json_.end_object();
  }

  const Document& document_;
  OffsetUnit unit_;
  OffsetMap offset_;
  JsonWriter json_;
};

}  // namespace

void write_json(const Document& document, OffsetUnit unit, bool indented, std::string& out) {
  JsonReport(document, unit, indented, out).write();
  out += '\n';
}

void write_json_error(std::string_view id, const Error& error, bool indented, std::string& out) {
  {
    JsonWriter json(out, indented);
    json.begin_object();
    json.key("schema").string(kSchema);
    json.key("id").string(id);
    json.key("error").begin_object(JsonWriter::Shape::line);
    if (!error.file.empty()) json.key("file").string(error.file);
    if (error.line != 0) json.key("line").number(error.line);
    if (error.column != 0) json.key("column").number(error.column);
    json.key("message").string(error.message);
    json.end_object();
    json.end_object();
  }
  out += '\n';
}

}  // namespace copydesk
