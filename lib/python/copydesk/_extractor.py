"""Opening packs and reading texts."""

from __future__ import annotations

import functools
import json
import operator
import os
from typing import Any, Callable, Generator, Iterable, Iterator, Literal, Mapping, NamedTuple, Sequence, TypeVar, Union, overload

from . import _copydesk, _lists, _pipe
from ._copydesk import Extractor as Native
from ._copydesk import Reading
from ._document import Document, Stored
from ._errors import OptionError, PackError, PackMistake
from ._hints import wrong_reports
from ._inputs import Date, check_text, date_text, id_text, lone_surrogate, path_text, row_id

PackPath = Union[str, "os.PathLike[str]"]
Row = Union[str, Mapping[str, Any]]
Context = TypeVar("Context")
Opened = TypeVar("Opened")
DateOrder = Literal["day-first", "month-first"]


class Recipe(NamedTuple):
    """How an extractor is opened."""

    packs: list[str]
    lists: _lists.Settled
    rules: dict[str, str]
    embedded: bool
    date_order: str  # empty for none


def load(
    packs: PackPath | Sequence[PackPath] = (),
    lists: _lists.Lists | None = None,
    rules: Mapping[str, str] | None = None,
    *,
    embedded: bool = True,
    date_order: DateOrder | None = None,
) -> Extractor:
    """Open language packs and give an :class:`Extractor`; takes some tens of milliseconds.

    packs: a folder, or several, laid over the built-in English pack, the last on top.
    lists: entries of your own by the name of the list: the path of a TSV file, or rows as mappings from column to cell.
        ``names`` has the columns ``surface``, ``kind`` (person, organisation, place, nothing) and ``country``. A path
        alone is that of a list named as its file: ``names.tsv``.
    rules: rules of your own by the cascade that they join, such as ``triggers``: the text of a rule file, TOML.
    embedded: False reads ``packs`` alone.
    date_order: how dates such as 03/04/2025 are written; None goes by the evidence of each report.

    Raises PackError with every mistake of every pack, OptionError, TypeError.

    >>> import copydesk
    >>> extractor = copydesk.load(lists={"names": [{"surface": "Kestrel Yards", "kind": "organisation"}]})
    >>> extractor("Workers of Kestrel Yards went home.").organisations
    [<Organisation 'Kestrel Yards'>]
    """
    folders = [packs] if isinstance(packs, (str, os.PathLike)) else packs
    if not isinstance(folders, Iterable) or isinstance(folders, (bytes, Mapping)):
        raise TypeError(f"packs: expected a path or several, found {type(packs).__name__}")
    if date_order not in (None, "day-first", "month-first"):
        raise OptionError(f"date_order: expected 'day-first', 'month-first' or None, found {date_order!r}")
    paths = [path_text("packs", folder) for folder in folders]
    own_rules = _lists.settle_rules(rules)
    own_lists = _lists.settle(lists, bool(paths or own_rules) or not embedded)
    return Extractor._opened(Recipe(paths, own_lists, own_rules, bool(embedded), date_order or ""))


def _checked(given: tuple[Opened, list[tuple[str, int, int, str]]]) -> Opened:
    """What packs gave; raises what is wrong with them."""
    opened, errors = given
    if errors:
        raise PackError([_lists.named(PackMistake(*error)) for error in errors])
    return opened


class Extractor:
    """Reads press reports; made by :func:`load`. It never changes: any number of threads may call one."""

    __slots__ = ("_recipe", "_native", "__weakref__")
    _recipe: Recipe
    _native: Native

    def __init__(self) -> None:
        raise TypeError("an Extractor is made by copydesk.load()")

    @classmethod
    def _opened(cls, recipe: Recipe) -> Extractor:
        self = object.__new__(cls)
        tables, rules = _lists.tables(recipe.lists), list(recipe.rules.items())
        native = _checked(Native.open(recipe.packs, tables, rules, recipe.embedded, recipe.date_order))
        assert native is not None
        self._native = native
        self._recipe = recipe._replace(packs=[os.path.abspath(pack) for pack in recipe.packs])
        return self

    def __call__(self, text: str, *, date: Date = None, id: str = "") -> Document:
        """Read one report.

        text: any str; time grows linearly with its length, and the interpreter's lock is released meanwhile. Ctrl-C ends
            the wait for a text of megabytes, which is read to its end in the background.
        date: reference date for a report that has no date of its own: ``YYYY-MM-DD`` (a time behind it is read over) or
            datetime.date.
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

    def explain(self, text: str, *, date: Date = None) -> str:
        """Why the report of a text is as it is, as the program's command ``explain`` tells it: of each event the words and
        the rule behind every slot, of each sentence without one which rule came nearest. It opens the packs anew: for
        people, not for speed.

        text, date: as of a call. Raises what a call raises.

        >>> import copydesk
        >>> print(copydesk.load().explain("Norway met Chile."), end="")  # doctest: +ELLIPSIS
        v1 meeting(participant=Norway, participant=Chile...) asserted
          trigger "met" by meeting: meet
        ...
        """
        check_text(text)
        packs, lists, rules, embedded, order = self._recipe
        own = _lists.tables(lists), list(rules.items())
        try:
            return _checked(_copydesk.explain(packs, *own, embedded, order, text, date_text(date)))
        except UnicodeEncodeError as error:
            raise lone_surrogate(error) from None

    @overload
    def pipe(
        self, iterable: Iterable[Row], jobs: int = 0, as_tuples: Literal[False] = False, *, date: Date = None
    ) -> Generator[Document, None, None]: ...

    @overload
    def pipe(
        self, iterable: Iterable[tuple[Row, Context]], jobs: int = 0, *, as_tuples: Literal[True], date: Date = None
    ) -> Generator[tuple[Document, Context], None, None]: ...

    def pipe(
        self, iterable: Iterable[Any], jobs: int = 0, as_tuples: bool = False, *, date: Date = None
    ) -> Generator[Any, None, None]:
        """Read many reports, in their order.

        iterable: of str, or of mappings with ``text`` and, where known, ``date`` and ``id``, as the rows of the program.
        jobs: threads that extract; 0 is one for each core. With 1 each report is read when it is asked for; with more, some
            of the reports that follow are read ahead: at most 64 for each thread, so memory stays flat.
        as_tuples: the iterable gives ``(report, context)``, the pipe ``(document, context)``.
        date: reference date of reports that bring none.

        A report that cannot be read (None, bytes, a lone surrogate) gives a document whose ``error`` tells why, and the run
        goes on; a wrong date of a row costs the date alone, and ``error`` tells of it too. What the iterable raises is raised
        after the reports before it. Raises OptionError, TypeError; RuntimeError in the child of a process that was forked
        meanwhile.

        >>> import copydesk
        >>> [doc.error or doc.sentences for doc in copydesk.load().pipe(["It rained.", None])]
        [[<Sentence 'It rained.'>], TypeError('text: expected str, found NoneType')]
        """
        mistake = wrong_reports(iterable)
        if mistake is not None:
            raise TypeError(mistake)
        try:
            jobs = operator.index(None if isinstance(jobs, bool) else jobs)  # type: ignore[arg-type]
        except TypeError:
            raise TypeError(f"jobs: expected int, found {type(jobs).__name__}") from None
        if not 0 <= jobs <= 256:
            raise OptionError(f"jobs: expected 0 to 256, found {jobs}")
        pairs: Iterator[tuple[Any, Any]] = _pipe.split(iterable) if as_tuples else _pipe.alone(iterable)
        read = _pipe.run(self._native.extract_all, _prepare(date_text(date)), _finish, pairs, jobs or _cores())
        if as_tuples:
            return read
        return (document for document, _ in read)

    def __repr__(self) -> str:
        recipe = self._recipe
        packs = [*(["embedded"] if recipe.embedded else []), *recipe.packs, *recipe.lists, *recipe.rules]
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
    return Extractor._opened(Recipe(*json.loads(recipe)))


def _cores() -> int:
    return len(os.sched_getaffinity(0))


def _prepare(default_date: str) -> _pipe.Prepare:
    def prepare(item: Any) -> tuple[_pipe.Row, Exception | None]:
        if not isinstance(item, Mapping):
            check_text(item)
            return (item, default_date, ""), None
        if "text" not in item:
            raise ValueError(f"text: the row has none, but {', '.join(map(str, item)) or 'nothing'}")
        check_text(item["text"])
        id = id_text(row_id(item))
        try:
            return (item["text"], date_text(item.get("date")) or default_date, id), None
        except (TypeError, OptionError) as error:
            return (item["text"], "", id), error  # costs the date alone

    return prepare


def _finish(item: Any, result: Reading | Exception, error: Exception | None) -> Document:
    """The document of an item of a pipe; `result` is a reading, or the exception in its place."""
    text: Any = item.get("text") if isinstance(item, Mapping) else item
    if not isinstance(result, Exception):
        return Document(text, result, error)
    if isinstance(result, UnicodeEncodeError):
        result = lone_surrogate(result)
    return Document(text if isinstance(text, str) else "", Stored.of_error(row_id(item), result), result)
