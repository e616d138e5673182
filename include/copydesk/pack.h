// check_pack, list_pack: what an author of a language pack asks.
//
//     auto report = copydesk::check_pack({.packs = {"my-pack"}});
//     for (const copydesk::Error& error : report.errors()) std::cerr << error.to_string() << '\n';
//     if (report.ok()) std::cout << report.value().examples << " examples hold\n";
//
// Threads: safe to call from many at once. Lifetime: results own what they hold.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "copydesk/export.h"
#include "copydesk/extractor.h"
#include "copydesk/result.h"

namespace copydesk {

/// What a check ran, all of it passed.
struct PackCheck {
  std::uint32_t rules = 0;
  std::uint32_t lists = 0;
  std::uint32_t entries = 0;
  std::uint32_t examples = 0;
  std::uint32_t counter_examples = 0;
};

/// Loads the packs of `options` and runs the examples and counter-examples of every rule.
/// Errors: mistakes of form, and every example that does not give what it says, each with its place.
COPYDESK_EXPORT Result<PackCheck> check_pack(const Options& options);

/// One rule or list of the packs of `options`, in the order in which they apply.
struct PackItem {
  std::string kind;   ///< `rule` or `list`
  std::string stage;  ///< of a rule: the stage it runs in
  std::string name;
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t entries = 0;  ///< of a list
};

COPYDESK_EXPORT Result<std::vector<PackItem>> list_pack(const Options& options);

}  // namespace copydesk
