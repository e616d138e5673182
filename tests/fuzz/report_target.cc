#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "copydesk/copydesk.h"
#include "targets.h"

namespace copydesk::fuzz {
namespace {

void require(bool holds, const char* promise) {
  if (!holds) throw std::logic_error(promise);
}

void check_span(const Document& document, Span span) {
  require(span.begin <= span.end && span.end <= document.text.size(), "spans lie inside the text");
  const auto begins_character = [&](std::size_t at) {
    return at == document.text.size() || (document.text[at] & 0xC0) != 0x80;
  };
  require(begins_character(span.begin) && begins_character(span.end), "spans cut no character");
}

void check_layers(const Document& document) {
  std::uint32_t end = 0;
  for (const Token& token : document.tokens) {
    check_span(document, token.span);
    require(end <= token.span.begin && !token.span.empty(), "tokens stand in order");
    end = token.span.end;
  }
  for (const Sentence& sentence : document.sentences) {
    check_span(document, sentence.span);
    require(sentence.tokens.end <= document.tokens.size(), "sentences have tokens");
  }
  for (const TimeExpression& time : document.times) check_span(document, time.span);
  for (const Entity& entity : document.entities) {
    require(!entity.mentions.empty(), "entities are mentioned");
    for (const Mention& mention : entity.mentions) check_span(document, mention.span);
  }
  for (const Event& event : document.events) {
    require(!event.triggers.empty(), "events have triggers");
    for (const Trigger& trigger : event.triggers) check_span(document, trigger.span);
    for (const Argument& argument : event.arguments)
      require(argument.entity < document.entities.size(), "arguments are entities");
    require(event.occasion == kNoIndex || event.occasion < document.events.size(), "occasions are events");
  }
}

std::string written(const Document& document, ReportFormat format, OffsetUnit unit) {
  std::string report;
  write_report(document, format, {.offsets = unit}, report);
  return report;
}

}  // namespace

void fuzz_report(std::string_view bytes) {
  static const Extractor extractor = Extractor::open().value();
  DocumentOptions options{.reference_date = "2025-12-06"};
  constexpr std::string_view kCharset = "charset=";
  if (const std::size_t line_end = bytes.find('\n'); bytes.starts_with(kCharset) && line_end != bytes.npos) {
    options.charset = bytes.substr(kCharset.size(), line_end - kCharset.size());
    bytes.remove_prefix(line_end + 1);
  }
  const Document document = extractor.extract(bytes, options);
  check_layers(document);
  for (const OffsetUnit unit : {OffsetUnit::utf8, OffsetUnit::utf16, OffsetUnit::codepoint})
    require(nlohmann::json::accept(written(document, ReportFormat::json, unit)), "a report is JSON");
  const std::string row = written(document, ReportFormat::jsonl, OffsetUnit::utf8);
  require(row.find('\n') == row.size() - 1, "a JSONL report is one line");
  written(document, ReportFormat::line, OffsetUnit::utf8);
}

}  // namespace copydesk::fuzz
