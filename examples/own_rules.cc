// Adds names, an event type and rules of one's own while the program runs, and reads a report with them.
#include <iostream>
#include <string>
#include <vector>

#include "copydesk/copydesk.h"

namespace {

// In the notation of lib/packs/RULES.md. Rules of `triggers` find the words that tell of an event, those of `arguments` who
// takes part; the names of their captures are the roles.
constexpr std::string_view kTriggers = R"toml(
[[rule]]
name = "launch: launch a ship"
gives = "trigger:launch"
pattern = '''this:(launched|launches) (<determiner>|<any_adjective>){0,3} (ship|ferry|vessel)'''
examples = ["Norway launched a new ferry."]
counter_examples = ["Norway launched an appeal."]
)toml";

constexpr std::string_view kArguments = R"toml(
[[rule]]
name = "argument: who launches a ship"
gives = "argument"
pattern = '''builder:<group> <adverb>* trigger:<trigger:launch>'''
examples = ["Norway launched a ferry."]
)toml";

// Names could come from a database as well.
copydesk::PackText harbour_pack() {
  copydesk::PackText pack("harbour");
  pack.add_list("event_type", {{"surface", "type"}, {"launch", "launch"}});
  pack.add_list("names", {{"surface", "kind", "country"}, {"Kestrel Yards", "organisation", "NO"}});
  pack.add_rules("triggers", kTriggers).add_rules("arguments", kArguments);
  return pack;
}

int fail(const std::vector<copydesk::Error>& errors) {
  for (const copydesk::Error& error : errors) std::cerr << error.to_string() << '\n';
  return 1;
}

}  // namespace

int main() {
  const copydesk::Options options{.pack_texts = {harbour_pack()}};

  // Runs the examples of all rules. It takes a moment: a thing for tests and for packs that users of a program write.
  const auto check = copydesk::check_pack(options);
  if (!check.ok()) return fail(check.errors());

  auto extractor = copydesk::Extractor::open(options);
  if (!extractor.ok()) return fail(extractor.errors());
  const copydesk::Document document =
      extractor.value().extract("Kestrel Yards launched a ferry on Friday.", {.reference_date = "2025-12-06"});
  for (const copydesk::Event& event : document.events) {
    std::cout << event.type << (event.time ? " on " + event.time->value : "") << '\n';
    for (const copydesk::Argument& argument : event.arguments)
      std::cout << argument.role << ' ' << document.entities[argument.entity].name << ", by the rule \""
                << argument.found_by << "\"\n";
  }

  // What is wrong with a pack is told all at once, with its place, and nothing is loaded.
  copydesk::PackText bad("bad");
  bad.add_list("names", {{"surface", "kind"}, {"Kestrel Yards", "shipyard"}});
  bad.add_rules("triggers", "[[rule]]\nname = \"no pattern\"\ngives = \"trigger:launch\"\n");
  const auto none = copydesk::Extractor::open({.pack_texts = {bad}});
  for (const copydesk::Error& error : none.errors()) std::cout << error.to_string() << '\n';
}
