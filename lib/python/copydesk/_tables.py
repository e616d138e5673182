"""Events as tables; pandas and pyarrow are imported only here, when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Iterator

if TYPE_CHECKING:
    from ._document import Document
    from ._layers import Event

COLUMNS = ("document", "event", "type", "modality", "begin_date", "end_date", "time", "name", "edition", "instrument",
           "count", "places", "sectors", "arguments", "begin", "end", "trigger", "found_by")  # fmt: skip


def _row(number: int, event: Event) -> dict[str, Any]:
    first, last = event.dates or (None, None)
    instrument = event.instrument
    return {
        "document": event.doc.id,
        "event": number,
        "type": event.type,
        "modality": event.modality,
        "begin_date": first,
        "end_date": last,
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
        "found_by": event.found_by,
    }


def _rows(docs: Iterable[Document]) -> Iterator[dict[str, Any]]:
    for doc in docs:
        for number, event in enumerate(doc.events):
            yield _row(number, event)


def events_frame(docs: Iterable[Document]) -> Any:
    """A pandas.DataFrame with one row for each event of the documents.

    Columns: document (id), event (its number in the document, from 0), type, modality, begin_date and end_date
    (datetime64, missing where the time is no exact day or days), time (TIMEX3), name, edition, instrument, count,
    places, sectors (lists of str), arguments (lists of {role, name, type}), begin and end of the first trigger in code
    points, trigger (its text), found_by. Numbers are Int64, texts string. Raises ImportError without pandas.
    """
    import pandas

    frame = pandas.DataFrame(list(_rows(docs)), columns=list(COLUMNS))
    for column in ("begin_date", "end_date"):
        frame[column] = pandas.to_datetime(frame[column])
    numbers = {column: "Int64" for column in ("event", "edition", "count", "begin", "end")}
    texts = ("document", "type", "modality", "time", "name", "instrument", "trigger", "found_by")
    return frame.astype({**numbers, **{column: "string" for column in texts}})


def event_schema() -> Any:
    """The pyarrow.Schema of :func:`events_batch`; it is the same for every batch. Raises ImportError without pyarrow."""
    import pyarrow

    text, strings = pyarrow.string(), pyarrow.list_(pyarrow.string())
    argument = pyarrow.struct([("role", text), ("name", text), ("type", text)])
    types = {"event": pyarrow.int32(), "begin_date": pyarrow.date32(), "end_date": pyarrow.date32(), "edition": pyarrow.int32(),
             "count": pyarrow.int32(), "places": strings, "sectors": strings, "arguments": pyarrow.list_(argument),
             "begin": pyarrow.int64(), "end": pyarrow.int64()}  # fmt: skip
    return pyarrow.schema([(column, types.get(column, text)) for column in COLUMNS])


def events_batch(docs: Iterable[Document]) -> Any:
    """A pyarrow.RecordBatch with the rows of :func:`events_frame`. Raises ImportError without pyarrow."""
    import pyarrow

    return pyarrow.RecordBatch.from_pylist(list(_rows(docs)), schema=event_schema())
