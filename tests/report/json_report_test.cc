#include "report/json_report.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "report/documents.h"
#include "support/json_schema.h"

namespace copydesk::testing {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;
using Json = nlohmann::json;

const JsonSchema& schema() {
  static const JsonSchema schema = JsonSchema::load(COPYDESK_SOURCE_DIR "/lib/report/report.schema.json");
  return schema;
}

std::string written(const Document& document, ReportFormat format, OffsetUnit unit = OffsetUnit::utf8) {
  std::string out;
  write_report(document, format, {unit}, out);
  return out;
}

// The golden reports stand beside the tests; a report that is meant to change is copied from the message.
std::string golden(const std::string& name) {
  std::ifstream in(COPYDESK_SOURCE_DIR "/tests/report/" + name);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

TEST(JsonReport, FullDocument) { EXPECT_EQ(written(full_document(), ReportFormat::json), golden("full.golden.json")); }

TEST(JsonReport, BareDocument) {
  EXPECT_EQ(written(bare_document(), ReportFormat::jsonl),
            R"({"schema":"copydesk.report/1","id":"","offsets":"utf8","language":"en","headline":null,"dateline":null,)"
            R"("reference_date":null,"reference_from":null,"sentences":[],"entities":[],"times":[],"sectors":[],)"
            R"("events":[],"notes":[]})"
            "\n");
}

TEST(JsonReport, OneLineAndIndentedSayTheSame) {
  const std::string row = written(full_document(), ReportFormat::jsonl);
  EXPECT_EQ(row.find('\n'), row.size() - 1);
  EXPECT_EQ(Json::parse(row), Json::parse(written(full_document(), ReportFormat::json)));
}

TEST(JsonReport, AppendsToWhatIsThere) {
  std::string out = "before\n";
  write_report(bare_document(), ReportFormat::jsonl, {}, out);
  write_report(bare_document(), ReportFormat::jsonl, {}, out);
  EXPECT_EQ(out,
            "before\n" + written(bare_document(), ReportFormat::jsonl) + written(bare_document(), ReportFormat::jsonl));
}

TEST(JsonReport, FitsTheSchema) {
  Document converted = bare_document();
  converted.charset = "windows-1252";
  Document datelined = full_document();
  datelined.dateline = Dateline{find(datelined.text, "MOSCOW"), kNoIndex, {}, {}};
  datelined.events[0].instrument = Instrument{"treaty", std::nullopt, {}};
  for (const Document& document : {full_document(), bare_document(), converted, datelined})
    for (const OffsetUnit unit : {OffsetUnit::utf8, OffsetUnit::utf16, OffsetUnit::codepoint})
      EXPECT_THAT(schema().problems(Json::parse(written(document, ReportFormat::jsonl, unit))), IsEmpty());
}

TEST(JsonReport, ErrorRecordsFitTheSchema) {
  struct Case {
    Error error;
    const char* expected;
  };
  const Case cases[] = {
      {{"a.jsonl", 3, 7, "no JSON"},
       R"({"schema":"copydesk.report/1","id":"x","error":{"file":"a.jsonl","line":3,"column":7,"message":"no JSON"}})"},
      {{"a.txt", 0, 0, "cannot read"},
       R"({"schema":"copydesk.report/1","id":"x","error":{"file":"a.txt","message":"cannot read"}})"},
      {{"", 0, 0, "bad \xFF"},
       "{\"schema\":\"copydesk.report/1\",\"id\":\"x\",\"error\":{\"message\":\"bad \uFFFD\"}}"},
  };
  for (const auto& [error, expected] : cases) {
    std::string out;
    write_error("x", error, ReportFormat::jsonl, out);
    EXPECT_EQ(out, std::string(expected) + "\n");
    EXPECT_THAT(schema().problems(Json::parse(out)), IsEmpty()) << out;
    std::string indented;
    write_error("x", error, ReportFormat::json, indented);
    EXPECT_EQ(Json::parse(indented), Json::parse(out));
  }
}

// Everything the schema must refuse: one change each to a good report.
TEST(JsonReport, TheSchemaIsStrict) {
  const char* patches[] = {
      R"([{"op": "remove", "path": "/events"}])",
      R"([{"op": "add", "path": "/extra", "value": 1}])",
      R"([{"op": "replace", "path": "/schema", "value": "copydesk.report/2"}])",
      R"([{"op": "replace", "path": "/offsets", "value": "bytes"}])",
      R"([{"op": "replace", "path": "/reference_date", "value": "6 Dec"}])",
      R"([{"op": "replace", "path": "/reference_from", "value": ""}])",
      R"([{"op": "add", "path": "/charset", "value": ""}])",
      R"([{"op": "add", "path": "/headline/text", "value": "a"}])",
      R"([{"op": "replace", "path": "/dateline/place", "value": "Moscow"}])",
      R"([{"op": "replace", "path": "/sentences/0/begin", "value": -1}])",
      R"([{"op": "replace", "path": "/entities/0/id", "value": "e0"}])",
      R"([{"op": "replace", "path": "/entities/0/type", "value": "city"}])",
      R"([{"op": "replace", "path": "/entities/0/mentions", "value": []}])",
      R"([{"op": "replace", "path": "/entities/0/country", "value": "Russia"}])",
      R"([{"op": "replace", "path": "/times/0/type", "value": "date"}])",
      R"([{"op": "remove", "path": "/times/0/value"}])",
      R"([{"op": "replace", "path": "/events/0/modality", "value": "done"}])",
      R"([{"op": "replace", "path": "/events/0/triggers", "value": []}])",
      R"([{"op": "replace", "path": "/events/0/instrument/count", "value": 0}])",
      R"([{"op": "replace", "path": "/events/0/place", "value": null}])",
      R"([{"op": "replace", "path": "/events/0/occasion", "value": 1}])",
      R"([{"op": "replace", "path": "/events/0/arguments/0/role", "value": "The party"}])",
      R"([{"op": "add", "path": "/notes/0/event", "value": "e1"}])",
      R"([{"op": "add", "path": "/error", "value": {"message": "a"}}])",
  };
  const Json good = Json::parse(written(full_document(), ReportFormat::jsonl));
  for (const char* patch : patches)
    EXPECT_THAT(schema().problems(good.patch(Json::parse(patch))), Not(IsEmpty())) << patch;
}

TEST(JsonReport, AnyBytesGiveValidJson) {
  Document document = full_document();
  document.id = "a\xFF\x80\"\n\x01";
  document.entities[0].name = "\xED\xA0\x80 \xF0\x9F";
  document.notes[0].message = std::string("zero \0 byte", 11);
  const Json report = Json::parse(written(document, ReportFormat::jsonl));
  EXPECT_EQ(report["id"], "a\uFFFD\uFFFD\"\n\x01");
  EXPECT_EQ(report["entities"][0]["name"], "\uFFFD\uFFFD\uFFFD \uFFFD\uFFFD");
  EXPECT_EQ(report["notes"][0]["message"], document.notes[0].message);
}

}  // namespace
}  // namespace copydesk::testing
