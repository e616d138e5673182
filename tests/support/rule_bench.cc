#include "support/rule_bench.h"

#include "support/run_program.h"
#include "tokens/tokenizer.h"

namespace copydesk::testing {
namespace {

constexpr std::string_view kManifest = R"(name = "small"
language = "xx"
[words]
classes = ["noun", "verb", "past"]
files = ["words.tsv"]
[words.groups]
any_verb = ["verb", "past"]
[[list]]
name = "clause_end"
file = "clause_end.tsv"
[[list]]
name = "city"
file = "city.tsv"
[[cascade]]
name = "first"
room = "times"
keep = "longest"
rules = ["rules.toml"]
)";

std::string range_text(TokenRange range) {
  return "[" + std::to_string(range.begin) + "," + std::to_string(range.end) + ")";
}

}  // namespace

std::vector<std::pair<std::string, std::string>> small_pack(std::string_view rules) {
  return {{"pack.toml", std::string(kManifest)},
          {"words.tsv",
           "surface\tclass\tlemma\tcount\nsign\tverb\tsign\t9\nsigned\tpast\tsign\t9\nsign\tnoun\tsign\t1\nplan\tnoun\t"
           "plan\t9\n"},
          {"clause_end.tsv", "surface\n;\n"},
          {"city.tsv", "surface\tkind\tid\nOslo\tcapital\to1\nNew Oslo\ttown\tn1\nlima\tcapital\tl1\n"},
          {"rules.toml", std::string(rules)}};
}

std::string rule_of(std::string_view pattern, std::string_view more) {
  static int number = 0;
  return "[[rule]]\nname = \"rule " + std::to_string(++number) + "\"\ngives = \"hit\"\npattern = '''" +
         std::string(pattern) + "'''\n" + std::string(more) + "\n";
}

RuleBench::RuleBench(std::string_view rules) {
  const TemporaryFolder folder;
  for (const auto& [name, text] : small_pack(rules)) write_file(folder / name, text);
  std::vector<Error> errors;
  std::vector<PackFiles> packs;
  packs.push_back(read_pack_folder(folder.path().string(), errors));
  auto language = load_language(std::move(packs), false, std::move(errors));
  if (language.ok()) language_ = language.value();
  for (const Error& error : language.errors()) {
    const std::string line = error.to_string();
    errors_ += (errors_.empty() ? "" : "\n") +
               (line.starts_with(folder.path().string()) ? line.substr(folder.path().string().size() + 1) : line);
  }
}

void RuleBench::read(std::string_view text) {
  tokens.clear();
  tokenize_phrase(text, language_->abbreviations, tokens);
  tokens.sentences = {{0, static_cast<std::uint32_t>(tokens.tokens.size()), 0}};
  find_words(*language_, tokens, words_);
  language_->classifier.classify(tokens);
  lattice.reset(tokens);
  find_hits(*language_, lattice, words_);
  language_->grammar.prepare(lattice, state);
}

std::string RuleBench::matches(std::string_view text) {
  read(text);
  const Grammar& grammar = language_->grammar;
  grammar.run(grammar.names.find("times"), lattice, state);
  std::string all;
  for (const Annotation& annotation : lattice.annotations)
    all += (all.empty() ? "" : "; ") + annotation_text(annotation);
  return all;
}

std::string RuleBench::annotation_text(const Annotation& annotation) const {
  const Names& names = language_->grammar.names;
  std::string text(names.text(annotation.label));
  if (annotation.kind != kAnyKind) text.append(":").append(names.text(annotation.kind));
  text += range_text(annotation.range);
  for (const Capture& capture : lattice.captures_of(annotation))
    text.append(" ").append(names.text(capture.name)).append(range_text(capture.range));
  return text;
}

}  // namespace copydesk::testing
