"""Words that users of other libraries try first, and what they are called here."""

from __future__ import annotations

from typing import TYPE_CHECKING

_CALLED = {
    "ents": "entities, or mentions for each place of the text",
    "sents": "sentences",
    "sent": "sentence",
    "orgs": "organisations",
    "organizations": "organisations",
    "persons": "people",
    "locations": "places",
    "dates": "times",
    "label": "type",
    "label_": "type",
    "start": "begin",
    "start_char": "begin",
    "end_char": "end",
}


class Hinting:
    """Tells in an AttributeError what a thing is called here."""

    __slots__ = ()

    if not TYPE_CHECKING:  # a checker of types is to find them all

        def __getattr__(self, name: str) -> None:
            message = f"{type(self).__name__!r} object has no attribute {name!r}"
            if name not in _CALLED or not hasattr(type(self), _CALLED[name].split(",")[0]):
                raise AttributeError(message)
            error = AttributeError(f"{message}; here: {_CALLED[name]}")
            error.name = name  # so that Python guesses no other
            raise error


def wrong_text(text: object) -> str:
    """What was expected of a text, and a way there."""
    way = ""
    if isinstance(text, (bytes, bytearray, memoryview)):
        way = "; decode it first"
    elif hasattr(text, "read_text"):
        way = "; read it first, as with read_text()"
    elif isinstance(text, list):
        way = "; pipe() takes many"
    elif isinstance(text, Hinting):
        way = "; it has been read"
    return f"text: expected str, found {type(text).__name__}{way}"


def wrong_reports(iterable: object) -> str | None:
    """Why something is not what a pipe reads, where that can be told at once."""
    found = f"pipe: expected reports, each a str or a mapping, found {type(iterable).__name__}"
    if isinstance(iterable, Hinting):
        return f"{found}; it has been read"
    if isinstance(iterable, (str, bytes)) or (hasattr(iterable, "keys") and hasattr(iterable, "get")):
        if hasattr(iterable, "to_dict"):  # of pandas
            return None if hasattr(iterable, "to_list") else f"{found}; hand over its to_dict('records')"
        return f"{found}; the extractor itself reads one"
    if hasattr(iterable, "__iter__") or hasattr(iterable, "__getitem__"):
        return None
    return found
