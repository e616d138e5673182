// The promise of every report: the input sliced at `begin` and `end` is `text`, in each unit.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "copydesk/report.h"
#include "report/documents.h"

namespace copydesk::testing {
namespace {

using Json = nlohmann::json;

// What a program reads that decodes the input with U+FFFD for a bad byte; `\xFF` is the only one in these tests.
std::u32string decoded(std::string_view input) {
  std::u32string out;
  for (std::size_t i = 0; i < input.size();) {
    const auto lead = static_cast<unsigned char>(input[i]);
    const std::size_t size = lead < 0x80 || lead == 0xFF ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = lead < 0x80 ? lead : lead == 0xFF ? 0xFFFD : lead & (0x7F >> size);
    for (std::size_t k = 1; k < size; ++k) c = c << 6 | (input[i + k] & 0x3F);
    out += c;
    i += size;
  }
  return out;
}

std::string encoded(std::u32string_view text) {
  std::string out;
  const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  for (const char32_t c : text) {
    if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
    } else {
      put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
    }
  }
  return out;
}

std::u32string slice_utf16(const std::u32string& text, std::size_t begin, std::size_t end) {
  std::u32string out;
  std::size_t at = 0;
  for (const char32_t c : text) {
    if (at >= begin && at < end) out += c;
    at += c >= 0x10000 ? 2 : 1;
  }
  return out;
}

std::string slice(const std::string& input, const std::string& unit, std::size_t begin, std::size_t end) {
  if (unit == "utf8") return encoded(decoded(std::string_view(input).substr(begin, end - begin)));
  const std::u32string text = decoded(input);
  return encoded(unit == "utf16" ? slice_utf16(text, begin, end) : text.substr(begin, end - begin));
}

// Checks every object below `value` that has a text; tells how many there were.
int check_slices(const Json& value, const std::string& input, const std::string& unit) {
  int count = 0;
  if (value.is_object() && value.contains("text")) {
    EXPECT_EQ(slice(input, unit, value["begin"], value["end"]), value["text"]) << unit << " " << value;
    ++count;
  }
  if (value.is_structured())
    for (const Json& item : value) count += check_slices(item, input, unit);
  return count;
}

void check_all_units(const Document& document, const std::string& input) {
  for (const OffsetUnit unit : {OffsetUnit::utf8, OffsetUnit::utf16, OffsetUnit::codepoint}) {
    std::string out;
    write_report(document, ReportFormat::jsonl, {unit}, out);
    const Json report = Json::parse(out);
    EXPECT_EQ(check_slices(report, input, report["offsets"]), 16) << out;
  }
}

TEST(Slices, TextOfManyBytes) { check_all_units(full_document(), full_document().text); }

// Moves every span whose text a report holds, and forgets the rest.
template <class Move>
void move_spans(Document& document, Move move) {
  for (Sentence& sentence : document.sentences) move(sentence.span);
  for (TimeExpression& time : document.times) move(time.span);
  for (Entity& entity : document.entities)
    for (Mention& mention : entity.mentions) move(mention.span);
  for (Sector& sector : document.sectors)
    for (Mention& mention : sector.mentions) move(mention.span);
  for (Event& event : document.events) {
    for (Trigger& trigger : event.triggers) move(trigger.span);
    if (event.instrument) move(event.instrument->span);
  }
  document.headline.reset();
  document.dateline.reset();
}

TEST(Slices, RepairedText) {
  for (const char* words : {"Minister", "José", "signed", "Friday", "Abedi"}) {
    Document document = full_document();
    const std::uint32_t at = find(document.text, words).begin + 2;  // inside a mention, a time or a trigger
    std::string input = document.text;
    input.insert(at, "\xFF");
    document.text.insert(at, "\uFFFD");
    document.offset_shifts = {{at + 3, -2}};
    move_spans(document, [&](Span& span) {
      if (span.begin >= at) span.begin += 3;
      if (span.end > at) span.end += 3;
    });
    check_all_units(document, input);
  }
}

TEST(Slices, AfterAByteOrderMark) {
  Document document = full_document();
  document.offset_shifts = {{0, 3}};
  check_all_units(document, "\uFEFF" + document.text);
}

}  // namespace
}  // namespace copydesk::testing
