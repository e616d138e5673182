#include "report/notation.h"

#include <charconv>
#include <string_view>

#include "report/utf8.h"

namespace copydesk {
namespace {

constexpr std::string_view kOurs = ",;()=\"";  // what the notation itself is made of

// Text as it stands, but on one line and in valid UTF-8; with `escaped` characters after a backslash.
void append_plain(std::string_view text, std::string& out, std::string_view escaped = {}) {
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at != end; ++at) {
    const auto byte = static_cast<unsigned char>(*at);
    if (byte >= 0x80) {
      const std::size_t size = utf8_length(at, end);
      out += size == 0 ? kReplacement : std::string_view(at, size);
      if (size != 0) at += size - 1;
      continue;
    }
    if (escaped.find(*at) != escaped.npos) out += '\\';
    out += byte < 0x20 ? ' ' : *at;
  }
}

void append_quoted(std::string_view text, std::string& out) {
  out += '"';
  append_plain(text, out, "\"\\");
  out += '"';
}

void append_number(std::uint64_t number, std::string& out) {
  char digits[20];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

// The name of an entity; `?` where an event has a filler that the document does not hold.
std::string_view name_at(const Document& document, Index index) {
  return index < document.entities.size() ? std::string_view(document.entities[index].name) : "?";
}

std::string_view sector_at(const Document& document, Index index) {
  return index < document.sectors.size() ? document.sectors[index].sector : "?";
}

// The slots between the brackets, each `key=value`, with `, ` between them.
class Slots {
 public:
  explicit Slots(std::string& out) : out_(out) {}

  std::string& open(std::string_view key) {
    if (!first_) out_ += ", ";
    first_ = false;
    return (out_ += key) += '=';
  }

 private:
  std::string& out_;
  bool first_ = true;
};

// ` x5` for five of them, ` x?` for several without a number, nothing for one.
void append_instrument(const Instrument& instrument, std::string& out) {
  out += instrument.kind;
  if (!instrument.count) {
    out += " x?";
  } else if (*instrument.count != 1) {
    append_number(*instrument.count, out += " x");
  }
}

void append_slots(const Document& document, const Event& event, std::string& out) {
  Slots slots(out);
  for (const Argument& argument : event.arguments)
    append_name(name_at(document, argument.entity), slots.open(argument.role));
  if (event.instrument) append_instrument(*event.instrument, slots.open("instrument"));
  for (const Index sector : event.sectors) slots.open("sector") += sector_at(document, sector);
  if (!event.name.empty()) append_quoted(event.name, slots.open("name"));
  if (event.edition) append_number(*event.edition, slots.open("edition"));
  if (event.occasion != kNoIndex) append_number(std::uint64_t{event.occasion} + 1, slots.open("occasion") += 'v');
}

void append_detail(std::string_view key, std::string_view value, std::string& out) {
  if (value.empty()) return;
  ((out += "; ") += key) += '=';
  append_name(value, out);
}

}  // namespace

void append_name(std::string_view name, std::string& out) {
  name.find_first_of(kOurs) == name.npos ? append_plain(name, out) : append_quoted(name, out);
}

void append_date(std::string_view value, const DateLanguage* dates, std::string& out) {
  out += value;
  const std::string written = dates == nullptr ? std::string() : dates->written(value);
  if (!written.empty()) append_plain(written, out += " [", "]"), out += ']';
}

void append_event_notation(const Document& document, const Event& event, const DateLanguage* dates, std::string& out) {
  (out += event.type) += '(';
  append_slots(document, event, out);
  out += ')';
  if (event.time) append_date(event.time->value, dates, out += '@');
  for (std::size_t i = 0; i < event.places.size(); ++i)
    append_name(name_at(document, event.places[i]), out += i == 0 ? " in " : ", ");
  (out += ' ') += to_string(event.modality);
}

std::string event_notation(const Document& document, const Event& event) {
  std::string out;
  append_event_notation(document, event, nullptr, out);
  return out;
}

std::string time_notation(const Document& document, const TimeExpression& time) {
  std::string out = "time(";
  append_plain(document.text_of(time.span), out);
  (out += ")=") += time.value;
  if (!time.mod.empty()) (out += ' ') += time.mod;
  return out;
}

std::string entity_notation(const Document& document, const Entity& entity) {
  std::string out(to_string(entity.type));
  append_name(entity.name, out += '(');
  append_detail("office", entity.office, out);
  if (entity.affiliation != kNoIndex) append_detail("affiliation", name_at(document, entity.affiliation), out);
  append_detail("acronym", entity.acronym, out);
  append_detail("country", entity.country, out);
  return out += ')';
}

}  // namespace copydesk
