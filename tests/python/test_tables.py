"""Events as tables."""

from __future__ import annotations

import csv
import datetime
import io
import sys
from typing import Any

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


def test_arguments_frame(extractor: Extractor, doc: Document) -> None:
    pandas = pytest.importorskip("pandas")
    frame = copydesk.arguments_frame([doc])
    assert len(frame) == sum(len(event.arguments) for event in doc.events)
    met = frame[frame["type"] == "meeting"]
    assert list(met["name"]) == ["Carla Tembe", "Erik Solvang"] and list(met["named"]) == [True, True]
    assert met["office"].iloc[0] == "Energy Minister" and pandas.isna(met["office"].iloc[1])
    home = copydesk.arguments_frame(extractor("Norway met Ana Ruiz, president of the Fisheries Council, in Oslo."))
    assert list(home["affiliation"][1:]) == ["Fisheries Council"]
    assert pandas.isna(home["affiliation"][0]) and list(frame["country"][:2]) == ["MZ", "NO"]
    empty = copydesk.arguments_frame([])
    assert len(empty) == 0 and list(empty.dtypes) == list(frame.dtypes)


def test_periods_of_a_frame(extractor: Extractor) -> None:
    pandas = pytest.importorskip("pandas")
    frame = copydesk.events_frame(extractor("Spain and Portugal signed a treaty in May 1994."))
    assert pandas.isna(frame["begin_date"][0])
    assert [str(frame[column][0].date()) for column in ("earliest", "latest")] == ["1994-05-01", "1994-05-31"]
    old = copydesk.events_frame(extractor("Spain and Portugal signed a treaty on 7 June 1494 in Tordesillas."))
    assert pandas.isna(old["earliest"][0]) or old["earliest"][0].year == 1494


def test_rows_need_nothing(doc: Document) -> None:
    rows = list(copydesk.event_rows(doc))
    assert rows == list(copydesk.event_rows([doc])) and [row["type"] for row in rows] == ["signing", "forum", "meeting"]
    assert rows[0]["sentence"] == doc.sentences[1].text
    table = io.StringIO()
    writer = csv.DictWriter(table, next(copydesk.argument_rows(doc)).keys(), lineterminator="\n")
    writer.writerows(copydesk.argument_rows(doc))
    assert (
        table.getvalue()
        .splitlines()[0]
        .startswith("maputo,0,signing,asserted,2025-12-05,2025-12-05,2025-12-05,2025-12-05,party,Mozambique,country,True,MZ,,,")
    )


def test_what_is_no_document_is_told(doc: Document) -> None:
    for docs, found in (("abc", "str"), ([doc, 1], "int")):
        with pytest.raises(TypeError, match=f"docs: expected a Document or several, found {found}"):
            list(copydesk.event_rows(docs))  # type: ignore[arg-type]


@pytest.mark.parametrize(("table", "module"), [(copydesk.events_frame, "pandas"), (copydesk.arguments_batch, "pyarrow")])
def test_what_is_not_installed_is_told(doc: Document, monkeypatch: pytest.MonkeyPatch, table: Any, module: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ImportError, match=f"{module} is not installed; pip install {module}, or take event_rows"):
        table(doc)


def test_arguments_batch(doc: Document) -> None:
    pytest.importorskip("pyarrow")
    batch = copydesk.arguments_batch(doc)
    assert batch.schema == copydesk.argument_schema() == copydesk.arguments_batch([]).schema
    assert batch.to_pylist() == list(copydesk.argument_rows(doc))


def test_events_batch(extractor: Extractor, doc: Document) -> None:
    pytest.importorskip("pyarrow")
    batch = copydesk.events_batch([doc, extractor("It rained.")])
    assert batch.schema == copydesk.event_schema() == copydesk.events_batch([]).schema
    assert batch.num_rows == len(doc.events)
    row = batch.to_pylist()[0]
    assert (row["document"], row["event"], row["begin_date"]) == ("maputo", 0, datetime.date(2025, 12, 5))
    assert doc.text[row["begin"] : row["end"]] == row["trigger"]
    assert row["sectors"] == [sector.id for sector in doc.events[0].sectors]
