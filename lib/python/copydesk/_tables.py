"""Events as tables; pandas and pyarrow are imported only here, when they are asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Iterable, Iterator, Sequence, Union

from ._document import Document
from ._layers import Person

if TYPE_CHECKING:
    from ._events import Event
    from ._layers import Entity

Docs = Union[Document, Iterable[Document]]
EVENT_COLUMNS = ("document", "event", "type", "modality", "begin_date", "end_date", "earliest", "latest", "time", "name",
                 "edition", "instrument", "count", "places", "sectors", "arguments", "begin", "end", "trigger", "sentence",
                 "found_by")  # fmt: skip
ARGUMENT_COLUMNS = ("document", "event", "type", "modality", "begin_date", "end_date", "earliest", "latest", "role", "name",
                    "entity_type", "named", "country", "office", "affiliation", "sentence", "found_by")  # fmt: skip
_DATES = ("begin_date", "end_date", "earliest", "latest")
_LISTS = ("places", "sectors", "arguments")
_NUMBERS = {"event": 32, "edition": 32, "count": 32, "begin": 64, "end": 64}  # and their bits


def _common(number: int, event: Event) -> dict[str, Any]:
    first, last = event.dates or (None, None)
    earliest, latest = event.period or (None, None)
    return {
        "document": event.doc.id,
        "event": number,
        "type": event.type,
        "modality": event.modality,
        "begin_date": first,
        "end_date": last,
        "earliest": earliest,
        "latest": latest,
    }


def _event_row(number: int, event: Event) -> dict[str, Any]:
    instrument = event.instrument
    return {
        **_common(number, event),
        "time": event.time,
        "name": event.name or None,
        "edition": event.edition,
        "instrument": instrument.kind if instrument else None,
        "count": instrument.count if instrument else None,
        "places": [place.name for place in event.places],
        "sectors": [sector.id for sector in event.sectors],
        "arguments": [{"role": part.role, "name": part.entity.name, "type": part.entity.type} for part in event.arguments],
        "begin": event.begin,
        "end": event.end,
        "trigger": event.text,
        "sentence": str(event.sentence or "") or None,
        "found_by": event.found_by,
    }


def _entity_cells(entity: Entity) -> dict[str, Any]:
    office, home = (entity.office, entity.affiliation) if isinstance(entity, Person) else ("", None)
    return {
        "name": entity.name,
        "entity_type": entity.type,
        "named": entity.named,
        "country": entity.country or None,
        "office": office or None,
        "affiliation": home.name if home else None,
    }


def _numbered(docs: Docs) -> Iterator[tuple[int, Event]]:
    for doc in [docs] if isinstance(docs, Document) else docs:
        if not isinstance(doc, Document):
            raise TypeError(f"docs: expected a Document or several, found {type(doc).__name__}")
        yield from enumerate(doc.events)


def event_rows(docs: Docs) -> Iterator[dict[str, Any]]:
    """The rows of :func:`events_frame` as plain dicts, one at a time; it needs no pandas."""
    for number, event in _numbered(docs):
        yield _event_row(number, event)


def argument_rows(docs: Docs) -> Iterator[dict[str, Any]]:
    """The rows of :func:`arguments_frame` as plain dicts, one at a time; it needs no pandas, and suits csv.DictWriter.

    >>> import copydesk
    >>> doc = copydesk.load()("Norway met Chile in Oslo in May 2024.", id="oslo")
    >>> [(row["event"], row["role"], row["name"], row["earliest"].isoformat()) for row in copydesk.argument_rows(doc)]
    [(0, 'participant', 'Norway', '2024-05-01'), (0, 'participant', 'Chile', '2024-05-01')]
    """
    for number, event in _numbered(docs):
        for part in event.arguments:
            cells = {"role": part.role, **_entity_cells(part.entity), "sentence": str(event.sentence or "") or None}
            yield {**_common(number, event), **cells, "found_by": part.found_by}


def _optional(module: str) -> Any:
    """A module that only tables need."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        text = f"{module} is not installed; pip install {module}, or take event_rows() and argument_rows(), which need nothing"
        raise ModuleNotFoundError(text, name=module) from None


def _days(column: Any) -> Any:
    """Dates as a column of pandas: in seconds, or before version 2 in nanoseconds, which hold the years from 1678 to 2261."""
    numpy, pandas = _optional("numpy"), _optional("pandas")
    if pandas.__version__.startswith("1."):
        return pandas.to_datetime(column, errors="coerce")
    return numpy.array([None if pandas.isna(day) else day for day in column], dtype="datetime64[s]")


def _frame(rows: Iterable[dict[str, Any]], columns: Sequence[str]) -> Any:
    pandas = _optional("pandas")
    frame = pandas.DataFrame(list(rows), columns=list(columns))
    for column in _DATES:
        frame[column] = _days(frame[column])
    kinds = {column: "Int64" if column in _NUMBERS else "bool" if column == "named" else "string" for column in columns}
    return frame.astype({column: kind for column, kind in kinds.items() if column not in _DATES + _LISTS})


def events_frame(docs: Docs) -> Any:
    """A pandas.DataFrame with one row for each event of a document, or of many.

    Columns: document (id), event (its number in the document, from 0), type, modality, begin_date and end_date
    (datetime64, missing where the time is no exact day or days), earliest and latest (the first and the last day of
    its period, such as a month), time (TIMEX3), name, edition, instrument, count,
    places, sectors (lists of str), arguments (lists of {role, name, type}), begin and end of the first trigger in code
    points, trigger (its text), sentence (that of the trigger), found_by. Numbers are Int64, texts string. Raises ImportError
    without pandas.
    """
    return _frame(event_rows(docs), EVENT_COLUMNS)


def arguments_frame(docs: Docs) -> Any:
    """A pandas.DataFrame with one row for each argument of each event of a document, or of many: who took part in what.

    Columns: document, event, type, modality, begin_date, end_date, earliest, latest as of :func:`events_frame`; role,
    name, entity_type, named (False of ``the minister``), country, office, affiliation (a name), sentence, found_by.
    Raises ImportError without pandas.
    """
    return _frame(argument_rows(docs), ARGUMENT_COLUMNS)


def _schema(columns: Sequence[str]) -> Any:
    pyarrow = _optional("pyarrow")
    text, strings = pyarrow.string(), pyarrow.list_(pyarrow.string())
    argument = pyarrow.struct([("role", text), ("name", text), ("type", text)])
    types = {column: pyarrow.int32() if bits == 32 else pyarrow.int64() for column, bits in _NUMBERS.items()}
    types |= {column: pyarrow.date32() for column in _DATES}
    types |= {"places": strings, "sectors": strings, "arguments": pyarrow.list_(argument), "named": pyarrow.bool_()}
    return pyarrow.schema([(column, types.get(column, text)) for column in columns])


def event_schema() -> Any:
    """The pyarrow.Schema of :func:`events_batch`; it is the same for every batch. Raises ImportError without pyarrow."""
    return _schema(EVENT_COLUMNS)


def argument_schema() -> Any:
    """The pyarrow.Schema of :func:`arguments_batch`; it is the same for every batch. Raises ImportError without pyarrow."""
    return _schema(ARGUMENT_COLUMNS)


def _batch(rows: Iterable[dict[str, Any]], schema: Any) -> Any:
    pyarrow = _optional("pyarrow")
    return pyarrow.RecordBatch.from_pylist(list(rows), schema=schema)


def events_batch(docs: Docs) -> Any:
    """A pyarrow.RecordBatch with the rows of :func:`events_frame`. Raises ImportError without pyarrow."""
    return _batch(event_rows(docs), event_schema())


def arguments_batch(docs: Docs) -> Any:
    """A pyarrow.RecordBatch with the rows of :func:`arguments_frame`. Raises ImportError without pyarrow."""
    return _batch(argument_rows(docs), argument_schema())
