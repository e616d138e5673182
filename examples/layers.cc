// Walks the layers of a document without any report: reads a report from standard input and prints each sentence with the
// names, times and events in it, in the order of the text:
//
//     layers < report.txt
#include <algorithm>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "copydesk/copydesk.h"

namespace {

// Something found in the text, and what is to be said of it.
struct Finding {
  copydesk::Span span;
  std::string line;
};

std::string line(std::string_view what, std::string_view words, std::string_view rest) {
  return std::string(what) + " \"" + std::string(words) + "\"" + std::string(rest);
}

// Layers refer to each other by index: an argument to an entity, an event to its times and places.
std::string told(const copydesk::Document& document, const copydesk::Event& event) {
  std::string text = ": " + std::string(to_string(event.modality));
  for (const copydesk::Argument& argument : event.arguments)
    text += ", " + std::string(argument.role) + " " + document.entities[argument.entity].name;
  for (const copydesk::Index place : event.places) text += ", in " + document.entities[place].name;
  if (event.time) text += ", " + event.time->value;
  return text;
}

std::vector<Finding> find_all(const copydesk::Document& document) {
  std::vector<Finding> found;
  for (const copydesk::Entity& entity : document.entities)
    for (const copydesk::Mention& mention : entity.mentions)
      found.push_back({mention.span, line(to_string(entity.type), document.text_of(mention.span),
                                          entity.country.empty() ? "" : " (" + entity.country + ")")});
  for (const copydesk::TimeExpression& time : document.times)
    found.push_back({time.span, line(to_string(time.type), document.text_of(time.span), " = " + time.value)});
  for (const copydesk::Event& event : document.events)
    found.push_back(
        {event.triggers[0].span, line(event.type, document.text_of(event.triggers[0].span), told(document, event))});
  std::ranges::stable_sort(found, {}, [](const Finding& one) { return one.span.begin; });
  return found;
}

}  // namespace

int main() {
  auto extractor = copydesk::Extractor::open();
  if (!extractor.ok()) {
    for (const copydesk::Error& error : extractor.errors()) std::cerr << error.to_string() << '\n';
    return 1;
  }
  const std::string text(std::istreambuf_iterator<char>(std::cin), {});
  const copydesk::Document document = extractor.value().extract(text, {.reference_date = "2025-03-05"});

  const std::vector<Finding> found = find_all(document);
  for (copydesk::Index i = 0; i < document.sentences.size(); ++i) {
    const auto tokens = document.tokens_of(document.sentences[i]);
    const auto words = std::ranges::count(tokens, copydesk::TokenKind::word, &copydesk::Token::kind);
    std::cout << document.text_of(document.sentences[i].span) << "\n  " << tokens.size() << " tokens, " << words
              << " words\n";
    for (const Finding& one : found)
      if (document.sentence_of(one.span) == i) std::cout << "  " << one.line << '\n';
  }
}
