"""Opening packs and reading texts."""

from __future__ import annotations

import datetime
import functools
import json
import os
import re
from typing import Any, Iterable, Iterator, Literal, Mapping, Sequence, TypeVar, Union, overload

from . import _lists, _pipe
from ._copydesk import Extractor as Native
from ._copydesk import Reading
from ._document import Document, Stored
from ._errors import OptionError, PackError, PackMistake

PackPath = Union[str, "os.PathLike[str]"]
Date = Union[str, datetime.date, None]
Row = Union[str, Mapping[str, Any]]
Context = TypeVar("Context")
_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?", re.ASCII)
DateOrder = Literal["day-first", "month-first"]


def load(
    packs: PackPath | Sequence[PackPath] = (),
    lists: Mapping[str, _lists.Source] | None = None,
    *,
    embedded: bool = True,
    date_order: DateOrder | None = None,
) -> Extractor:
    """Open language packs and give an :class:`Extractor`; takes some tens of milliseconds.

    packs: a folder, or several, laid over the built-in English pack, the last on top.
    lists: entries of your own by the name of the list: the path of a TSV file, or rows as mappings from column to cell.
        ``names`` has the columns ``surface``, ``kind`` (person, organisation, place, nothing) and ``country``.
    embedded: False reads ``packs`` alone.
    date_order: how dates such as 03/04/2025 are written; None goes by the evidence of each report.

    Raises PackError with every mistake of every pack, OptionError, TypeError.

    >>> import copydesk
    >>> extractor = copydesk.load(lists={"names": [{"surface": "Kestrel Yards", "kind": "organisation"}]})
    >>> extractor("Workers of Kestrel Yards went home.").organisations
    [<Organisation 'Kestrel Yards'>]
    """
    folders = [packs] if isinstance(packs, (str, os.PathLike)) else list(packs)
    for folder in folders:
        if not isinstance(folder, (str, os.PathLike)):
            raise TypeError(f"packs: expected paths of folders, found {type(folder).__name__}")
    if date_order not in (None, "day-first", "month-first"):
        raise OptionError(f"date_order: expected 'day-first', 'month-first' or None, found {date_order!r}")
    return Extractor([os.fspath(folder) for folder in folders], _lists.settle(lists), bool(embedded), date_order or "")


def _open(packs: list[str], lists: _lists.Settled, embedded: bool, date_order: str) -> Native:
    with _lists.as_pack(lists) as folder:
        native, errors = Native.open([*packs, *([folder] if folder else [])], embedded, date_order)
    if native is None:
        raise PackError([_lists.named(PackMistake(*error), folder) for error in errors])
    return native


class Extractor:
    """Reads press reports; made by :func:`load`. It never changes: any number of threads may call one."""

    __slots__ = ("_recipe", "_native")

    def __init__(self, packs: list[str], lists: _lists.Settled, embedded: bool, date_order: str) -> None:
        self._recipe = (packs, lists, embedded, date_order)
        self._native = _open(*self._recipe)

    def __call__(self, text: str, *, date: Date = None, id: str = "") -> Document:
        """Read one report.

        text: any str; time grows linearly with its length, and the interpreter's lock is released meanwhile.
        date: reference date, ``YYYY-MM-DD`` (a time behind it is read over) or datetime.date, for a report that has no date of its own.
        id: copied into the report.

        Raises TypeError for what is no str, ValueError for lone surrogates and beyond 1 GiB, OptionError for a wrong date.

        >>> import copydesk
        >>> doc = copydesk.load()("Peru and Chile signed a pact on Friday.", date="2025-12-06", id="a1")
        >>> doc.times
        [<Time 2025-12-05 'Friday'>]
        """
        check_text(text)
        try:
            return Document(text, self._native.extract(text, date_text(date), id_text(id)))
        except UnicodeEncodeError as error:
            raise lone_surrogate(error) from None

    @overload
    def pipe(
        self, iterable: Iterable[Row], jobs: int = 0, as_tuples: Literal[False] = False, *, date: Date = None
    ) -> Iterator[Document]: ...

    @overload
    def pipe(
        self, iterable: Iterable[tuple[Row, Context]], jobs: int = 0, *, as_tuples: Literal[True], date: Date = None
    ) -> Iterator[tuple[Document, Context]]: ...

    def pipe(
        self, iterable: Iterable[Any], jobs: int = 0, as_tuples: bool = False, *, date: Date = None
    ) -> Iterator[Any]:
        """Read many reports, in their order.

        iterable: of str, or of mappings with ``text`` and, where known, ``date`` and ``id``, as the rows of the program.
        jobs: threads that extract; 0 is one for each core. With 1 each report is read when it is asked for; with more, some
            of the reports that follow are read ahead: at most 64 for each thread, so memory stays flat.
        as_tuples: the iterable gives ``(report, context)``, the pipe ``(document, context)``.
        date: reference date of reports that bring none.

        A report that cannot be read (None, bytes, a lone surrogate) gives a document whose ``error`` tells why, and the run
        goes on; a wrong date of a row costs the date alone, and ``error`` tells of it too. What the iterable raises is raised after the reports before it. Raises OptionError, TypeError.

        >>> import copydesk
        >>> [doc.error or doc.sentences for doc in copydesk.load().pipe(["It rained.", None])]
        [[<Sentence 'It rained.'>], TypeError('text: expected str, found NoneType')]
        """
        if isinstance(jobs, bool) or not isinstance(jobs, int):
            raise TypeError(f"jobs: expected int, found {type(jobs).__name__}")
        if not 0 <= jobs <= 256:
            raise OptionError(f"jobs: expected 0 to 256, found {jobs}")
        pairs: Iterator[tuple[Any, Any]] = _pipe.split(iterable) if as_tuples else ((item, None) for item in iterable)
        read = _pipe.run(self._native.extract_all, _prepare(date_text(date)), _finish, pairs, jobs or _cores())
        if as_tuples:
            return read
        return (document for document, _ in read)

    def __repr__(self) -> str:
        packs = (["embedded"] if self._recipe[2] else []) + self._recipe[0] + list(self._recipe[1])
        return f"<Extractor {' + '.join(packs)}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Extractor) and self._recipe == other._recipe

    def __hash__(self) -> int:
        return hash(json.dumps(self._recipe))

    def __reduce__(self) -> Any:
        return _reopen, (json.dumps(self._recipe),)


@functools.lru_cache(maxsize=4)
def _reopen(recipe: str) -> Extractor:
    """Unpickles: opens the packs anew, once in a process."""
    return Extractor(*json.loads(recipe))


def _cores() -> int:
    return len(os.sched_getaffinity(0))


def check_text(text: object) -> None:
    """Raise TypeError unless the text is a str."""
    if not isinstance(text, str):
        raise TypeError(f"text: expected str, found {type(text).__name__}")


def date_text(date: Date) -> str:
    """The date as ``YYYY-MM-DD``; empty for None."""
    if date is None:
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


def lone_surrogate(error: UnicodeEncodeError) -> ValueError:
    """Tells where the surrogate is."""
    return ValueError(
        f"text: a lone surrogate at code point {error.start}; decode the bytes with errors='replace' or hand over whole pairs"
    )


def _prepare(default_date: str) -> _pipe.Prepare:
    def prepare(item: Any) -> tuple[_pipe.Row, Exception | None]:
        if not isinstance(item, Mapping):
            check_text(item)
            return (item, default_date, ""), None
        if "text" not in item:
            raise ValueError("text: the row has none")
        check_text(item["text"])
        id = id_text(_row_id(item))
        try:
            return (item["text"], date_text(item.get("date") or None) or default_date, id), None
        except (TypeError, OptionError) as error:
            return (item["text"], "", id), error  # costs the date alone

    return prepare


def _row_id(item: Any) -> str:
    id = item.get("id") if isinstance(item, Mapping) else None
    return "" if id is None else str(id)


def _finish(item: Any, result: Reading | Exception, error: Exception | None) -> Document:
    """The document of an item of a pipe; `result` is a reading, or the exception in its place."""
    text: Any = item.get("text") if isinstance(item, Mapping) else item
    if not isinstance(result, Exception):
        return Document(text, result, error)
    if isinstance(result, UnicodeEncodeError):
        result = lone_surrogate(result)
    return Document(text if isinstance(text, str) else "", Stored.of_error(_row_id(item), result), result)
