#!/usr/bin/env bash
# How the code is laid out, held by grep. `check.sh list` names the checks; `check.sh NAME [ROOT]` runs one and prints
# every place that breaks it, as file:line: text.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=${2:-$here/../..}
cd "$root" || exit 2

rooms="text tokens lexicon rules times entities coref events report"
code() { find "$@" \( -name '*.h' -o -name '*.cc' \) -type f 2>/dev/null | LC_ALL=C sort; }
# search PATTERN FILE...: places of the pattern outside of comments.
search() {
  local pattern=$1
  shift
  [[ $# -gt 0 ]] || return 0
  LC_ALL=C grep -nHE "$pattern" "$@" | LC_ALL=C grep -vE '^[^:]+:[0-9]+: *(//|\*)'
}

# A room includes rooms before it, and never one after it.
layers() {
  local room higher="" pattern
  for room in $(printf '%s\n' $rooms | tac); do
    [[ -d lib/$room ]] || { higher="$higher${higher:+|}$room"; continue; }
    [[ -z $higher ]] || search "#include [\"<]($higher)/" $(code "lib/$room")
    search '#include "\.\.?/|#include "lib/' $(code "lib/$room")
    higher="$higher${higher:+|}$room"
  done
}

# A public header says what threads may do and how long things live, unless it is the umbrella or has nothing of the kind.
header_rules() {
  local file
  for file in $(code include | grep -vE '/(copydesk|export|span|version)\.h$'); do
    grep -q 'Threads: ' "$file" && grep -q 'Lifetime: ' "$file" || printf '%s:1: tells no rule of threads and lifetime\n' "$file"
  done
}

# What users include names no outside library and no room.
public_headers() {
  search "#include [\"<](unicode|re2|boost|toml\+\+|nlohmann|CLI)/|#include [\"<](${rooms// /|})/" $(code include)
  search 'icu::|re2::|boost::|toml::|U_NAMESPACE' $(code include)
}

third_party() {
  local toml='#include [<"]toml\+\+' re2='#include [<"]re2/' icu='#include [<"](unicode|boost/locale)' users
  search "$toml|$re2" $(code lib | grep -v '^lib/rules/')
  search "$icu" $(code lib | grep -vE '^lib/(text|tokens|times)/')
  search '#include [<"](nlohmann|CLI|gtest|gmock|benchmark)/' $(code lib)
  search '#include [<"]pybind11/' $(code lib examples | grep -vx 'lib/python/binding\.cc')
  users=$(search "$toml" $(code lib/rules) | cut -d: -f1 | sort -u)
  [[ $(printf '%s\n' "$users" | wc -l) -le 1 ]] || printf '%s: toml++ belongs into one file only\n' $users
}

# Nothing that changes behind a const Extractor: variables of a file or a class are constant.
globals() {
  local value='[^()]*(;|=.*;|\{.*\};) *(//.*)?$'
  search "^((static|inline|thread_local|extern) )*(std::|unsigned |bool |char |int |long |size_t |double )$value" $(code lib) |
    grep -vE '\b(const|constexpr|using|typedef)\b|extern "C"'
  search "^ *(static|inline static|thread_local) $value" $(code lib include) | grep -vE '\b(const|constexpr)\b'
}

file_size() {
  local file lines
  for file in $(code lib); do
    lines=$(wc -l <"$file")
    [[ $lines -le 500 ]] || printf '%s:%s: more than 500 lines\n' "$file" "$lines"
  done
  for file in $(code include); do
    lines=$(wc -l <"$file")
    [[ $lines -le 200 ]] || printf '%s:%s: a public header of more than 200 lines\n' "$file" "$lines"
  done
}

# The library never prints, ends the process, or touches the global locale or the clock. The packer is a program.
side_effects() {
  search '\bstd::(cout|cerr|clog)\b|\b(printf|fprintf|puts|fputs|putchar|perror)\(|\b(exit|_exit|quick_exit|abort|terminate)\(|\bstd::locale::global\b|\bsetlocale\(|\bassert\(|system_clock|\btime\(nullptr\)|\bsetenv\(|\brand\(' \
    $(code lib include | grep -v '^lib/packs/packer\.cc$')
}

# The engine knows no language: its words stand in packs.
no_words() {
  search '"(january|monday|tomorrow|yesterday|said|signed|sign|agreement|meeting|met|talks|summit|forum|minister|president|mr|united states|iran|china|the|and|of)"' \
    $(code lib | grep -v '^lib/packs/') | grep -viE 'EventType|"(forum|meeting|signing)"'
  search 'found_by *(==|!=)|found_by\.(find|starts_with|ends_with|contains|compare)' $(code lib)
}

checks="layers header_rules public_headers third_party globals file_size side_effects no_words"
case " list $checks " in
  *" ${1:-} "*) ;;
  *) echo "check.sh: no check '${1:-}'; there are: $checks" >&2; exit 2 ;;
esac
if [[ $1 == list ]]; then
  printf '%s\n' $checks
  exit
fi
found=$("$1")
[[ -z $found ]] || { printf '%s: broken at\n%s\n' "$1" "$found"; exit 1; }
