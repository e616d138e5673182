#!/usr/bin/env bash
# check_exports.sh PREFIX INCLUDE: what a shared copydesk shows. Nothing but names of its own namespace, all of them in its
# headers, the central ones among them; and it needs no library that only a static one leaves to its users.
set -euo pipefail
library=$(find "$1" -name libcopydesk.so) include=$2
shown=$(nm -D --defined-only --format=posix -C "$library" | sed -E 's/ [A-Za-z] [0-9a-f]+( [0-9a-f]+)?$//' | LC_ALL=C sort -u)
failed=0

fail() { printf '%s\n' "$*"; failed=1; }

stray=$(grep -vE '^(typeinfo for |typeinfo name for |vtable for |VTT for )?copydesk::' <<<"$shown" | grep -vE '^COPYDESK_|^copydesk_[0-9.]+$' || true)
[[ -z $stray ]] || fail "shown, and not of the namespace copydesk:" "$stray"

# The last name before the arguments stands in a header, as do the classes it belongs to.
while read -r symbol; do
  plain=${symbol#* for }
  plain=${plain%%(*}
  plain=${plain%%\[*}
  for name in $(tr ':' ' ' <<<"${plain#copydesk}"); do
    grep -qwF -- "${name#\~}" "$include"/copydesk/*.h || fail "shown, and in no header: $symbol"
  done
done <<<"$(grep -E '^([a-z ]+ for )?copydesk::' <<<"$shown")"

for name in 'Extractor::open(' 'Extractor::extract(' 'write_report(' 'check_pack(' 'PackText::PackText(' 'version()' \
            'Document::tokens_in(' 'DateLanguage::open(' 'Error::to_string'; do
  grep -qF "copydesk::$name" <<<"$shown" || fail "not shown: copydesk::$name"
done
grep -qF 'typeinfo for copydesk::ResultError' <<<"$shown" || fail "not shown: the type of ResultError, so none could catch it"

[[ $failed == 0 ]] || exit 1
printf '%s names shown\n' "$(wc -l <<<"$shown")"
