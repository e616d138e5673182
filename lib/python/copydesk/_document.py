"""Document: one report with all its layers."""

from __future__ import annotations

import datetime
import json
from bisect import bisect_left, bisect_right
from typing import Any, Iterator, NamedTuple, Union, overload

from . import _layers, _periods
from ._copydesk import Reading, error_reports
from ._events import Event, Sector
from ._hints import Hinting
from ._layers import Entity, Mention, Organisation, Person, Place, Sentence, Span, Time, Token


class Stored(NamedTuple):
    """What a Reading told, as an unpickled document has it."""

    json_text: str
    jsonl_text: str
    line_text: str
    token_rows: list[tuple[int, int, str]]

    def json(self) -> str:
        return self.json_text

    def jsonl(self) -> str:
        return self.jsonl_text

    def line(self) -> str:
        return self.line_text

    def tokens(self) -> list[tuple[int, int, str]]:
        return self.token_rows

    @classmethod
    def of_error(cls, id: str, error: Exception) -> Stored:
        """The record of a document that could not be read."""
        id = id.encode(errors="replace").decode()
        return cls(*error_reports(id, str(error)), [])


class Dateline(Span):
    """Where and when the report was filed."""

    __slots__ = ()

    @property
    def place(self) -> Entity | None:
        """The place, where it is one that copydesk knows."""
        return self.doc._entity(self._row["place"]) if self._row["place"] else None

    @property
    def agency(self) -> str:
        """The agency as it is written; empty when none is named."""
        return self._row["agency"] or ""

    @property
    def date(self) -> str:
        """The date as it is written; empty when none is given."""
        return self._row["date"] or ""


class Note(NamedTuple):
    """Something a reader should know of the document."""

    kind: str
    message: str
    event: Event | None


class Document(Hinting):
    """One report with its layers; what an Extractor gives. It never changes.

    Layers are made when they are first asked for; each is a list in the order of the text.
    The document is the sequence of its tokens: ``len(doc)``, ``doc[0]``, ``for token in doc``.
    """

    __slots__ = ("_text", "_error", "_source", "_parsed", "_made", "__weakref__")

    def __init__(self, text: str, source: Reading | Stored, error: Exception | None = None) -> None:
        self._text = text
        self._error = error
        self._source: Union[Reading, Stored] = source
        self._parsed: dict[str, Any] | None = None
        self._made: dict[str, list[Any]] = {}

    @property
    def text(self) -> str:
        """The str that was read."""
        return self._text

    @property
    def error(self) -> Exception | None:
        """Of a pipe: why it could not be read, or what was wrong with its date; else None."""
        return self._error

    @property
    def _report(self) -> dict[str, Any]:
        if self._parsed is None:
            self._parsed = json.loads(self._source.jsonl())
        return self._parsed

    def _layer(self, name: str, kind: Any) -> list[Any]:
        if name not in self._made:
            self._made[name] = [kind(self, row) for row in self._report.get(name, ())]
        return self._made[name]

    def _entity(self, id: str) -> Entity:
        return self.entities[int(id[1:]) - 1]

    def _time(self, id: str | None) -> Time | None:
        return None if id is None else self.times[int(id[1:]) - 1]

    @property
    def id(self) -> str:
        """The id that was given; empty when none was."""
        return str(self._report["id"])

    @property
    def language(self) -> str:
        """The code of the language, such as ``en``."""
        return str(self._report.get("language", ""))

    @property
    def reference_date(self) -> datetime.date | None:
        """The date from which relative times count."""
        return _periods.day(self._report.get("reference_date"))

    @property
    def reference_from(self) -> str:
        """Where the reference date comes from: option, metadata, dateline; empty where there is none."""
        return self._report.get("reference_from") or ""

    @property
    def headline(self) -> Span | None:
        """The headline."""
        row = self._report.get("headline")
        return Span(self, row) if row else None

    @property
    def dateline(self) -> Dateline | None:
        """Where and when the report was filed."""
        row = self._report.get("dateline")
        return Dateline(self, row) if row else None

    @property
    def tokens(self) -> list[Token]:
        """Words, numbers, punctuation."""
        if "tokens" not in self._made:
            self._made["tokens"] = [
                Token(self, {"begin": begin, "end": end, "kind": kind}) for begin, end, kind in self._source.tokens()
            ]
        return self._made["tokens"]

    @property
    def sentences(self) -> list[Sentence]:
        """Sentences."""
        return self._layer("sentences", Sentence)

    @property
    def entities(self) -> list[Entity]:
        """People, organisations and places, each with all its mentions."""
        return self._layer("entities", _layers.entity)

    @property
    def mentions(self) -> list[Mention]:
        """All mentions of all entities: each place of the text that speaks of one."""
        if "mentions" not in self._made:
            mentions = (mention for entity in self.entities for mention in entity.mentions)
            self._made["mentions"] = sorted(mentions, key=lambda mention: (mention.begin, mention.end))
        return self._made["mentions"]

    @property
    def people(self) -> list[Person]:
        """The people among the entities."""
        return [entity for entity in self.entities if isinstance(entity, Person)]

    @property
    def organisations(self) -> list[Organisation]:
        """The organisations among the entities."""
        return [entity for entity in self.entities if isinstance(entity, Organisation)]

    @property
    def places(self) -> list[Place]:
        """The places among the entities, countries that act too."""
        return [entity for entity in self.entities if isinstance(entity, Place)]

    @property
    def times(self) -> list[Time]:
        """Time expressions with their resolved values."""
        return self._layer("times", Time)

    @property
    def sectors(self) -> list[Sector]:
        """Subjects of the report."""
        return self._layer("sectors", Sector)

    @property
    def events(self) -> list[Event]:
        """What the report says happened."""
        return self._layer("events", Event)

    @property
    def signings(self) -> list[Event]:
        """The events of the type ``signing``."""
        return [event for event in self.events if event.type == "signing"]

    @property
    def forums(self) -> list[Event]:
        """The events of the type ``forum``."""
        return [event for event in self.events if event.type == "forum"]

    @property
    def meetings(self) -> list[Event]:
        """The events of the type ``meeting``."""
        return [event for event in self.events if event.type == "meeting"]

    @property
    def notes(self) -> list[Note]:
        """Contradictions, dates without a year and the like."""
        return [Note(row["kind"], row["message"], self._event(row.get("event"))) for row in self._report.get("notes", ())]

    def _event(self, id: str | None) -> Event | None:
        return None if id is None else self.events[int(id[1:]) - 1]

    def _begins(self, layer: str) -> list[int]:
        key = f"begins of {layer}"
        if key not in self._made:
            self._made[key] = [span.begin for span in getattr(self, layer)]
        return self._made[key]

    def _tokens_between(self, begin: int, end: int) -> list[Token]:
        begins = self._begins("tokens")
        return self.tokens[bisect_left(begins, begin) : bisect_left(begins, end)]

    def _sentence_at(self, begin: int) -> Sentence | None:
        index = bisect_right(self._begins("sentences"), begin) - 1
        return self.sentences[index] if index >= 0 and begin < self.sentences[index].end else None

    def _line_of(self, id: str) -> str:
        if "lines" not in self._made:
            self._made["lines"] = self.to_lines().split("\n")
        line: str = self._made["lines"][int(id[1:])]
        return line

    def to_dict(self) -> dict[str, Any]:
        """The report as plain Python values, in the form ``copydesk.report/1``; yours to change."""
        result: dict[str, Any] = json.loads(self._source.jsonl())
        return result

    def to_json(self, lines: bool = False) -> str:
        """The report as the program writes it with ``--offsets codepoint``, to the byte; ends with a line feed.

        lines: on one line, as ``--to jsonl``; else indented, as ``--to json``.
        """
        return self._source.jsonl() if lines else self._source.json()

    def to_lines(self) -> str:
        """A line for the document and one for each event, as ``--to line``."""
        return self._source.line()

    def to_pandas(self) -> Any:
        """The events as a pandas.DataFrame, see :func:`copydesk.events_frame`. Raises ImportError without pandas."""
        from ._tables import events_frame

        return events_frame(self)

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.tokens)

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, index: int) -> Token: ...

    @overload
    def __getitem__(self, index: slice) -> list[Token]: ...

    def __getitem__(self, index: int | slice) -> Token | list[Token]:
        return self.tokens[index]

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        name = f" {self.id}" if self.id else ""
        if self.error is not None:
            name += f" {type(self.error).__name__}"
        return f"<Document{name} {len(self.events)} events {_layers.short(self.text)}>"

    def _repr_html_(self) -> str:
        from . import _html

        return _html.document(self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Document):
            return NotImplemented
        return self is other or (self.text == other.text and self._source.jsonl() == other._source.jsonl())

    def __hash__(self) -> int:
        return hash((self.text, self.id))

    def __reduce__(self) -> Any:
        source = self._source
        stored = Stored(source.json(), source.jsonl(), source.line(), source.tokens())
        return Document, (self.text, stored, self.error)
