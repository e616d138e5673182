"""A document in a notebook: names, times and events marked in the text. Whatever the text holds is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Iterator, Tuple

if TYPE_CHECKING:
    from ._document import Document

_COLOURS = {"person": "#dbe9ff", "organisation": "#e8dcff", "place": "#d9f2dd", "country": "#d9f2dd",
            "time": "#fff0c2", "event": "#ffd9d4"}  # fmt: skip

Mark = Tuple[int, int, str, str]  # begin, end, kind, title


def _marks(doc: Document) -> Iterator[Mark]:
    for event in doc.events:
        for trigger in event.triggers:
            yield trigger.begin, trigger.end, "event", f"{event.type}, {event.modality}: {trigger.found_by}"
    for time in doc.times:
        yield time.begin, time.end, "time", f"{time.type} {time.value}: {time.found_by}"
    for entity in doc.entities:
        for mention in entity.mentions:
            if mention.form != "pronoun":
                yield mention.begin, mention.end, entity.type, f"{entity.type} {entity.name}: {mention.found_by}"


def _apart(marks: Iterator[Mark]) -> Iterator[Mark]:
    """The marks from left to right; of those that overlap the first and longest."""
    end = 0
    for mark in sorted(marks, key=lambda mark: (mark[0], -mark[1])):
        if mark[0] >= end:
            yield mark
            end = mark[1]


def document(doc: Document) -> str:
    """The document as an HTML fragment."""
    pieces, at = [f"<em>{escape(str(doc.error))}</em>\n"] if doc.error is not None else [], 0
    for begin, end, kind, title in _apart(_marks(doc)):
        pieces.append(escape(doc.text[at:begin]))
        style = f"background:{_COLOURS[kind]};padding:0 .15em;border-radius:.2em"
        pieces.append(f"<mark style='{style}' title='{escape(title)}'>{escape(doc.text[begin:end])}</mark>")
        at = end
    pieces.append(escape(doc.text[at:]))
    events = "".join(f"<li><code>{escape(line)}</code></li>" for line in doc.to_lines().splitlines()[1:])
    text = "".join(pieces)
    return f"<div class='copydesk'><div style='white-space:pre-wrap'>{text}</div><ul>{events}</ul></div>"
