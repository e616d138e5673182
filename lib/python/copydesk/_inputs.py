"""What may be given to an extractor, and what is told of anything else."""

from __future__ import annotations

import datetime
import os
import re
from typing import Any, Mapping, Union

from ._errors import OptionError
from ._hints import wrong_text

Date = Union[str, datetime.date, None]
_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?", re.ASCII)


def check_text(text: object) -> None:
    """Raise TypeError unless the text is a str."""
    if not isinstance(text, str):
        raise TypeError(wrong_text(text))


def absent(value: Any) -> bool:
    """Whether it is None or one of the values that tables have for nothing: NaN, NaT, NA."""
    try:
        return value is None or bool(value != value)
    except TypeError:  # NA has no truth value
        return True


def date_text(date: Date) -> str:
    """The date as ``YYYY-MM-DD``; empty for none."""
    if absent(date):
        return ""
    if isinstance(date, datetime.datetime):
        date = date.date()
    if isinstance(date, datetime.date):
        return date.isoformat()
    if not isinstance(date, str):
        raise TypeError(f"date: expected str, datetime.date or None, found {type(date).__name__}")
    found = _DATE.fullmatch(date)
    try:
        if found:
            return datetime.date.fromisoformat(found[1]).isoformat()
    except ValueError:
        pass
    raise OptionError(f"date: expected YYYY-MM-DD, found {date!r}")


def id_text(id: object) -> str:
    """The id as it stands in a report."""
    if not isinstance(id, str):
        raise TypeError(f"id: expected str, found {type(id).__name__}")
    if not id.isascii():
        try:
            id.encode()
        except UnicodeEncodeError:
            raise OptionError(f"id: expected text without lone surrogates, found {id!r}") from None
    return id


def row_id(item: Any) -> str:
    """The id of an item of a pipe; of a number its digits."""
    id = item.get("id") if isinstance(item, Mapping) else None
    return "" if absent(id) else str(id)


def lone_surrogate(error: UnicodeEncodeError) -> ValueError:
    """Tells where the surrogate is."""
    return ValueError(
        f"text: a lone surrogate at code point {error.start}; decode the bytes with errors='replace' or hand over whole pairs"
    )


def path_text(option: str, path: Any) -> str:
    """A path as the reader of packs takes it."""
    if not isinstance(path, (str, os.PathLike)):
        raise TypeError(f"{option}: expected a path, found {type(path).__name__}")
    text = os.fsdecode(path)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise OptionError(f"{option}: expected a path in UTF-8, found {text!r}") from None
    if "\0" in text:
        raise OptionError(f"{option}: expected a path without NUL, found {text!r}")
    return text
