"""A timeline of all events in a folder of reports, those of which only the month or the year is known too.

Usage: timeline.py FOLDER; without a folder, three reports of its own.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Iterator

import copydesk

SAMPLE = {
    "bridge": "TALLINN - Estonia and Latvia signed a contract for a railway bridge on Tuesday. Talks had begun in May 2024.",
    "forum": "RIGA - The fourth Baltic Rail Forum will be held in Riga from 3 to 5 March 2026.",
    "history": "The two countries signed their first rail agreement in 1993.",
}


def rows(arguments: list[str]) -> Iterator[dict[str, str]]:
    """The reports of the folder, one at a time."""
    if not arguments:
        yield from ({"id": id, "text": text, "date": "2025-12-05"} for id, text in SAMPLE.items())
        return
    for path in sorted(Path(arguments[0]).glob("*.txt")):
        yield {"id": path.stem, "text": path.read_text(encoding="utf-8", errors="replace")}


def main() -> None:
    """Prints a line for each event that has a time, the earliest first."""
    events = [event for doc in copydesk.load().pipe(rows(sys.argv[1:])) for event in doc.events if event.period]
    for event in sorted(events, key=lambda event: event.period or ()):
        what = event.name or ", ".join(map(str, event.arguments)) or event.text
        print(f"{event.time:<22} {event.modality:<9} {event.type:<8} {what}  [{event.doc.id}]")


if __name__ == "__main__":
    main()
