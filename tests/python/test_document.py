"""Documents: layers, spans, reports, equality, pickling."""

from __future__ import annotations

import copy
import datetime
import html.parser
import json
import multiprocessing
import pickle
import time
import weakref
from random import Random

import pytest
from conftest import REPORT, program, reports

import copydesk
from copydesk import Document, Extractor


def spans(doc: Document) -> list[copydesk.Span]:
    """Everything of a document that has a span."""
    found: list[copydesk.Span] = [*doc.tokens, *doc.sentences, *doc.entities, *doc.times, *doc.sectors, *doc.events]
    for owner in (*doc.entities, *doc.sectors):
        found += owner.mentions
    found += doc.mentions
    for event in doc.events:
        found += event.triggers
        if event.instrument:
            found.append(event.instrument)
    return found + [span for span in (doc.headline, doc.dateline) if span]


@pytest.mark.parametrize("before", ["", "\ufeff", "🐟 ", "é\r\n\r\n", "\0", "þÿ\x85 "])
def test_spans_are_code_points_of_the_text(extractor: Extractor, before: str) -> None:
    for text in (REPORT, *reports()[:5]):
        doc = extractor(before + text, date="2025-12-06")
        assert doc.events
        for span in spans(doc):
            assert doc.text[span.begin : span.end] == span.text
            assert span.doc is doc
        for row in doc.to_dict()["entities"] + doc.to_dict()["sectors"]:
            assert all(doc.text[m["begin"] : m["end"]] == m["text"] for m in row["mentions"])
        for row in doc.to_dict()["times"]:
            assert doc.text[row["begin"] : row["end"]] == row["text"]


def test_any_characters(extractor: Extractor) -> None:
    random = Random(7)
    pieces = ["Norway", " signed ", "a treaty", " with Chile", " on Friday", ". ", "\n\n", "\r\n", "\0", "\ufeff", "é", "e\u0301", "🐟", "\u202e",
              "<b>", "\x85", "\u2028", "‘", "中国", "\U0010ffff", "OSLO - ", "03/04/2025", "http://a.b/c?d", "\ufffd"]  # fmt: skip
    for _ in range(300):
        doc = extractor("".join(random.choices(pieces, k=random.randrange(1, 60))), date="2025-12-06")
        rows = [row for layer in ("entities", "sectors") for owner in doc.to_dict()[layer] for row in owner["mentions"]]
        for row in rows + doc.to_dict()["times"]:
            assert doc.text[row["begin"] : row["end"]] == row["text"]
        assert all(before.end <= after.begin for before, after in zip(doc, doc[1:]))
        assert all(0 <= span.begin <= span.end <= len(doc.text) for span in spans(doc))
        assert all(not any(letter.isspace() for letter in token.text) for token in doc)
        assert all(mention.entity == entity for entity in doc.entities for mention in entity.mentions)


def test_walking_a_long_document_takes_linear_time(extractor: Extractor) -> None:
    def seconds(times: int) -> float:
        doc = extractor("Norway and Chile signed a treaty in Oslo on Friday.\n\n" * times)
        begin = time.process_time()
        tokens = [token for sentence in doc.sentences for token in sentence.tokens]
        owners = [mention.entity for entity in doc.entities for mention in entity.mentions]
        assert len(tokens) == len(doc.tokens) and owners
        return time.process_time() - begin

    assert seconds(4000) < 40 * min(seconds(400) for _ in range(3))


def test_tokens_are_the_sentences_words(doc: Document) -> None:
    assert [token for sentence in doc.sentences for token in sentence.tokens] == doc.tokens
    assert "".join(token.text for token in doc.tokens) == "".join(REPORT.split())
    assert {token.kind for token in doc.tokens} >= {"word", "number", "punctuation"}


def test_layers(doc: Document) -> None:
    signing, forum = doc.events[:2]
    assert (signing.type, signing.modality, signing.date) == ("signing", "asserted", datetime.date(2025, 12, 5))
    assert [party.name for party in signing.filling("party")] == ["Mozambique", "Norway"]
    assert signing.arguments[0].entity.country == "MZ"
    assert signing.instrument is not None and signing.instrument.count == 2
    assert signing.occasion == forum and signing.occasion is not signing
    assert [friday.text for friday in signing.times] == ["Friday"]
    assert signing.places[0].text == "MAPUTO"
    assert "fisheries" in [sector.id for sector in signing.sectors]
    assert (forum.name, forum.edition) == ("Indian Ocean Energy Forum", 3)
    assert {person.name: person.office for person in doc.people}["Carla Tembe"] == "Energy Minister"
    assert doc.dateline is not None and doc.dateline.place == doc.places[0]
    assert doc.reference_date == datetime.date(2025, 12, 6) and doc.reference_from == "option"
    assert (doc.id, doc.language, doc.error) == ("maputo", "en", None)
    for entity in doc.entities:
        assert all(mention.entity == entity for mention in entity.mentions)
    assert all(span.found_by for span in (*doc.events, *doc.times))


@pytest.mark.parametrize(
    ("value", "dates"),
    [
        ("2025-12-05", ("2025-12-05", "2025-12-05")),
        ("2025-12-05T10:00", ("2025-12-05", "2025-12-05")),
        ("2025-12-05/2025-12-07", ("2025-12-05", "2025-12-07")),
        ("2025-12", None),
        ("2025-W49", None),
        ("XXXX-12-06", None),
        ("2025-13-77", None),
        ("PAST_REF", None),
    ],
)
def test_dates_are_dates_where_exact(doc: Document, value: str, dates: tuple[str, str] | None) -> None:
    event = copydesk.Event(doc, {"time": {"value": value, "times": []}})
    expected = dates and tuple(datetime.date.fromisoformat(date) for date in dates)
    assert event.dates == expected
    assert event.date == (expected[0] if expected and expected[0] == expected[1] else None)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-12-05", "2025-12-05", "2025-12-05"),
        ("2025-12-05TEV", "2025-12-05", "2025-12-05"),
        ("2025-12-05/2025-12-07", "2025-12-05", "2025-12-07"),
        ("2025-11/2026-02", "2025-11-01", "2026-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-12", "2025-12-01", "2025-12-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-SP", "2025-01-01", "2025-12-31"),
        ("2025-Q3", "2025-07-01", "2025-09-30"),
        ("2025-H2", "2025-07-01", "2025-12-31"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2025-W01-WE", "2025-01-04", "2025-01-05"),
        ("199", "1990-01-01", "1999-12-31"),
        ("18", "1800-01-01", "1899-12-31"),
    ],
)
def test_periods(doc: Document, value: str, first: str, last: str) -> None:
    expected = (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))
    assert copydesk.Event(doc, {"time": {"value": value, "times": []}}).period == expected
    assert copydesk.Time(doc, {"value": value}).period == expected


@pytest.mark.parametrize(
    "value",
    ["", "PAST_REF", "XXXX-12-06", "XXXX-WXX-5", "P3Y", "2025-13", "2025-Q5", "2025-W60", "0000", "2025-12-05/XXXX", "9999-12"],
)
def test_no_periods(doc: Document, value: str) -> None:
    assert copydesk.Time(doc, {"value": value}).period is None


def test_a_document_is_its_tokens(extractor: Extractor, doc: Document) -> None:
    assert len(doc) == len(doc.tokens) and list(doc) == doc.tokens and doc[0].text == "MAPUTO" and doc[-2:] == doc.tokens[-2:]
    assert doc.signings + doc.forums + doc.meetings == doc.events
    assert doc.mentions == sorted(doc.mentions, key=lambda mention: mention.begin) and doc.mentions[0].entity.name == "Maputo"
    empty = extractor("")
    assert empty and len(empty) == 0 and empty.mentions == []


def test_sentences_and_words_of_an_event(doc: Document) -> None:
    meeting = doc.meetings[0]
    assert meeting.sentence is not None and meeting.sentence.text.startswith("Energy Minister Carla Tembe met")
    assert meeting.sentence == doc.sentences[-1] and meeting.tokens[0].text == "met"
    assert [str(participant) for participant in meeting.participants] == ["Carla Tembe", "Erik Solvang"]
    assert [str(party) for party in doc.signings[0].parties] == ["Mozambique", "Norway"]
    assert (doc.signings[0].signatories, doc.forums[0].hosts) == ([], [])


def test_str_is_what_one_would_print(doc: Document) -> None:
    assert "".join(f"{event}\n" for event in doc.events) == doc.to_lines().split("\n", 1)[1]
    assert (str(doc), str(doc.people[0]), str(doc.times[0]), str(doc[0])) == (REPORT, "Carla Tembe", "Friday", "MAPUTO")
    assert str(doc.meetings[0].arguments[0]) == "participant=Carla Tembe"


def test_ids_are_the_reports(doc: Document) -> None:
    report = doc.to_dict()
    for layer, spans_of in (("entities", doc.entities), ("times", doc.times), ("events", doc.events)):
        assert [row["id"] for row in report[layer]] == [span.id for span in spans_of]


def test_anchors(extractor: Extractor) -> None:
    doc = extractor("The talks began on 3 March 2024. They ended two days later. On Friday it rained.", date="2025-12-06")
    first, later, friday = doc.times
    assert (first.anchor, later.anchor, friday.anchor) == (None, first, datetime.date(2025, 12, 6))
    assert later.date == datetime.date(2024, 3, 5)


def test_a_plural_is_a_mention_of_each(extractor: Extractor) -> None:
    doc = extractor("President Ana Ruiz met Prime Minister Kari Holm in Oslo. They signed a treaty on fisheries.")
    they = [mention for mention in doc.mentions if mention.text == "They"]
    assert [mention.entity.name for mention in they] == ["Ana Ruiz", "Kari Holm"]
    assert they[0] != they[1] and pickle.loads(pickle.dumps(they)) == they


def test_entities_of_the_text_have_names(extractor: Extractor) -> None:
    doc = extractor("The minister met Kari Holm in Oslo.")
    assert {person.name: person.named for person in doc.people} == {"The minister": False, "Kari Holm": True}


def test_documents_never_change(doc: Document) -> None:
    for name in ("text", "error", "id", "events"):
        with pytest.raises(AttributeError):
            setattr(doc, name, None)


def test_a_str_is_never_read_as_another_charset(extractor: Extractor) -> None:
    text = "".join(letter + "\0" for letter in "They met. " * 9)
    doc = extractor(text)
    assert doc.tokens[0].text == "T" and "charset" not in doc.to_dict()


@pytest.mark.parametrize(
    ("name", "message"),
    [("ents", "here: entities"), ("sents", "here: sentences"), ("organizations", "here: organisations"), ("evnts", "'evnts'")],
)
def test_other_names_are_told(doc: Document, name: str, message: str) -> None:
    with pytest.raises(AttributeError, match=message):
        getattr(doc, name)
    with pytest.raises(AttributeError, match="no attribute 'ents'$"):
        doc[0].ents  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="here: type"):
        doc.people[0].label_  # type: ignore[attr-defined]


def test_reports_are_the_programs(extractor: Extractor) -> None:
    arguments = ["extract", "--from", "text", "--offsets", "codepoint", "--date", "2025-12-06", "--to"]
    for text in (REPORT, "\ufeff" + REPORT, "", "a\0b", *reports()):
        doc = extractor(text, date="2025-12-06", id="stdin")
        written = {"json": doc.to_json(), "jsonl": doc.to_json(lines=True), "line": doc.to_lines()}
        for form in ["json"] if text in reports()[3:] else ["json", "jsonl", "line"]:
            assert program(*arguments, form, text=text).stdout == written[form].encode()
        assert json.loads(doc.to_json()) == doc.to_dict() == json.loads(doc.to_json(lines=True))


def test_dict_is_the_callers(doc: Document) -> None:
    doc.to_dict()["events"].clear()
    doc.events[0].to_dict().clear()
    assert doc.to_dict()["events"] and doc.events[0].to_dict()


def test_equality(extractor: Extractor, doc: Document) -> None:
    same = extractor(REPORT, date=datetime.date(2025, 12, 6), id="maputo")
    other = extractor(REPORT, id="maputo")
    assert same == doc and same.events == doc.events and hash(same) == hash(doc)
    assert other != doc and other.events != doc.events
    assert doc.tokens[0] != doc.entities[0] and doc != REPORT


def test_pickling(doc: Document) -> None:
    again = pickle.loads(pickle.dumps(doc))
    assert again == doc and spans(again) == spans(doc)
    assert (again.to_json(), again.to_json(lines=True), again.to_lines()) == (
        doc.to_json(),
        doc.to_json(lines=True),
        doc.to_lines(),
    )
    event = pickle.loads(pickle.dumps(doc.events[0]))
    assert event == doc.events[0] and event.occasion == doc.events[1]


def events_of(text: str) -> Document:
    """Reads in another process."""
    return shared(text)


shared = copydesk.load()


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_documents_come_from_other_processes(extractor: Extractor, method: str) -> None:
    with multiprocessing.get_context(method).Pool(2) as pool:
        assert pool.map(events_of, [REPORT] * 4) == [extractor(REPORT)] * 4
        assert pool.map(extractor, [REPORT] * 4) == [extractor(REPORT)] * 4


def test_copies_and_weak_references(doc: Document) -> None:
    assert copy.copy(doc) == doc == copy.deepcopy(doc)
    assert weakref.ref(doc)() is doc


def test_reprs_are_short(doc: Document) -> None:
    assert repr(doc.events[0]) == "<Event signing 2025-12-05 'signed'>"
    assert repr(doc.people[0]) == "<Person 'Carla Tembe'>"
    assert repr(doc).startswith("<Document maputo 3 events 'MAPUTO")
    assert max(len(repr(part)) for part in (doc, *spans(doc))) < 80


class Tags(html.parser.HTMLParser):
    """Collects the tags and the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_escapes_all(extractor: Extractor) -> None:
    text = "<script>alert('\"')</script>\n\nNorway and Chile signed a treaty on <b>Friday</b> in \"Oslo' onload='x &amp; y."
    page = extractor(text, date="2025-12-06", id="<i>'\"")._repr_html_()
    tags = Tags()
    tags.feed(page)
    assert tags.tags == {"div", "mark", "ul", "li", "code"} and tags.attributes == {"class", "style", "title"}
    assert tags.text.startswith(text)
