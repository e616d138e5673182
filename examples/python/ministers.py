"""Who met whom: people of all meetings in a stream of reports, with memory that stays flat.

Reads rows of {"id", "date", "text"} as JSON lines from standard input; without input, two reports of its own.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from itertools import combinations
from typing import Any, Iterator

import copydesk

SAMPLE = [
    {
        "id": "oslo",
        "date": "2025-12-06",
        "text": "OSLO - Foreign Minister Ana Ruiz met her Norwegian counterpart Kari Holm here on Friday.",
    },
    {
        "id": "lima",
        "date": "2025-12-08",
        "text": "LIMA - Ana Ruiz met President Jorge Paz on Sunday. She will meet Kari Holm in May.",
    },
]


def rows() -> Iterator[dict[str, Any]]:
    """The rows of standard input, one at a time."""
    lines = (line for line in sys.stdin if line.strip())
    first = next(lines, None)
    if first is None:
        yield from SAMPLE
        return
    yield json.loads(first)
    yield from map(json.loads, lines)


def main() -> None:
    """Prints each pair with the number of their meetings."""
    meetings: Counter[tuple[str, str]] = Counter()
    for doc in copydesk.load().pipe(rows()):
        if doc.error is not None:
            print(doc.id, doc.error, file=sys.stderr)
        for meeting in doc.meetings:
            if meeting.modality == "asserted":
                people = {who.name for who in meeting.participants if isinstance(who, copydesk.Person) and who.named}
                meetings.update(combinations(sorted(people), 2))
    for (one, other), count in sorted(meetings.items()):
        print(count, one, "and", other)


if __name__ == "__main__":
    main()
