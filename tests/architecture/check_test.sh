#!/usr/bin/env bash
# check_test.sh SCRATCH: plants one fault for each check in a tree of its own and asks that the check finds it there.
set -u
check=$(cd "$(dirname "$0")" && pwd)/check.sh
scratch=${1:?a scratch folder}
failed=0

# expect CHECK FILE LINE: the check is content without the file, and finds the file once it holds the line.
expect() {
  rm -rf "$scratch"
  mkdir -p "$scratch/include/copydesk" "$scratch/lib/text" "$scratch/lib/rules" "$scratch/lib/events"
  printf '#include "text/good.h"\n#include <toml++/toml.h>\n' >"$scratch/lib/rules/toml_reader.cc"
  printf '// std::cout << "signed"\nstatic constexpr int kSize = 3;\n' >"$scratch/lib/text/good.h"
  bash "$check" "$1" "$scratch" >/dev/null || { echo "$1 finds a fault where none is"; failed=1; }
  printf '%s\n' "$3" >"$scratch/$2"
  if bash "$check" "$1" "$scratch" | grep -q "$2"; then return; fi
  echo "$1 does not find '$3' in $2"
  failed=1
}

expect layers lib/text/bad.cc '#include "rules/matcher.h"'
expect layers lib/rules/bad.cc '#include "events/merge.h"'
expect header_rules include/copydesk/bad.h '// Threads: plain data.'
expect public_headers include/copydesk/bad.h '#include <unicode/uchar.h>'
expect public_headers include/copydesk/bad.h 'void f(const icu::Locale&);'
expect third_party lib/events/bad.cc '#include <re2/re2.h>'
expect third_party lib/events/bad.cc '#include <unicode/uchar.h>'
expect third_party lib/rules/bad.cc '#include <toml++/toml.h>'
expect third_party lib/text/bad.cc '#include <pybind11/pybind11.h>'
expect globals lib/text/bad.cc 'static int counter = 0;'
expect globals lib/text/bad.cc 'std::vector<int> cache;'
expect globals lib/text/bad.cc '  static std::string last;'
expect file_size lib/text/bad.cc "$(printf '%*s' 501 '' | tr ' ' '\n'; echo end)"
expect file_size include/copydesk/bad.h "$(printf '%*s' 201 '' | tr ' ' '\n'; echo end)"
expect side_effects lib/text/bad.cc '  std::cerr << "repaired";'
expect side_effects lib/text/bad.cc '  abort();'
expect side_effects lib/text/bad.cc '  std::locale::global(locale);'
expect no_words lib/events/bad.cc '  if (word == "signed") return;'
expect no_words lib/events/bad.cc '  if (mention.found_by == "name: title") return;'
rm -rf "$scratch"
exit $failed
