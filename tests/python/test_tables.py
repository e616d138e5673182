"""Events as tables."""

from __future__ import annotations

import datetime

import pytest

import copydesk
from copydesk import Document, Extractor


def test_events_frame(extractor: Extractor, doc: Document) -> None:
    pandas = pytest.importorskip("pandas")
    frame = copydesk.events_frame([doc, doc])
    assert frame.equals(pandas.concat([doc.to_pandas()] * 2, ignore_index=True))
    assert list(frame["type"][:3]) == [event.type for event in doc.events]
    assert frame["begin_date"][0] == pandas.Timestamp("2025-12-05")
    assert frame["count"][0] == 2 and pandas.isna(frame["edition"][0])
    assert frame["arguments"][0][0] == {"role": "party", "name": "Mozambique", "type": "country"}
    empty = copydesk.events_frame([extractor("It rained.")])
    assert len(empty) == 0 and list(empty.dtypes) == list(frame.dtypes)


def test_events_batch(extractor: Extractor, doc: Document) -> None:
    pytest.importorskip("pyarrow")
    batch = copydesk.events_batch([doc, extractor("It rained.")])
    assert batch.schema == copydesk.event_schema() == copydesk.events_batch([]).schema
    assert batch.num_rows == len(doc.events)
    row = batch.to_pylist()[0]
    assert (row["document"], row["event"], row["begin_date"]) == ("maputo", 0, datetime.date(2025, 12, 5))
    assert doc.text[row["begin"] : row["end"]] == row["trigger"]
    assert row["sectors"] == [sector.id for sector in doc.events[0].sectors]
