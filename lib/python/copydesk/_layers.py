"""What a document holds. Every object knows its document and its span, in code points of the text."""

from __future__ import annotations

import copy
import datetime
import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from ._document import Document

_LONGEST_SHOWN = 32
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=$|T)")


def short(text: str) -> str:
    """The text as a repr shows it."""
    flat = " ".join(text.split())
    return repr(flat if len(flat) <= _LONGEST_SHOWN else flat[: _LONGEST_SHOWN - 1] + "…")


def day(value: str | None) -> datetime.date | None:
    """The day that a TIMEX3 value names; None where it is none, or only a part of one is known."""
    found = _DAY.match(value or "")
    try:
        return datetime.date.fromisoformat(found.group()) if found else None
    except ValueError:
        return None


class Span:
    """A stretch of a document: code points ``[begin, end)`` of ``doc.text``. Equal when all it tells is equal."""

    __slots__ = ("doc", "_row")

    def __init__(self, doc: Document, row: dict[str, Any]) -> None:
        self.doc = doc
        self._row = row

    @property
    def _place(self) -> dict[str, Any]:
        """The row that has the span."""
        return self._row

    @property
    def begin(self) -> int:
        """The first code point."""
        return int(self._place["begin"])

    @property
    def end(self) -> int:
        """The code point behind the last."""
        return int(self._place["end"])

    @property
    def text(self) -> str:
        """``doc.text[begin:end]``."""
        return self.doc.text[self.begin : self.end]

    @property
    def found_by(self) -> str:
        """The name of the rule that found it; empty for layers that no rule makes."""
        return str(self._place.get("found_by", ""))

    def to_dict(self) -> dict[str, Any]:
        """What the report tells of it, as plain Python values."""
        return copy.deepcopy(self._row)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {short(self.text)}>"

    def __len__(self) -> int:
        return self.end - self.begin

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        assert isinstance(other, Span)
        return self._row == other._row and (self.doc is other.doc or self.doc == other.doc)

    def __hash__(self) -> int:
        return hash((type(self), self.begin, self.end))

    def __reduce__(self) -> Any:
        return type(self), (self.doc, self._row)


class Token(Span):
    """A word, number or mark."""

    __slots__ = ()

    @property
    def kind(self) -> str:
        """word, number, punctuation, symbol, url, email."""
        return str(self._row["kind"])


class Sentence(Span):
    """A sentence."""

    __slots__ = ()

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the sentence."""
        return self.doc._tokens_between(self.begin, self.end)


class Mention(Span):
    """One place of the text that speaks of an entity."""

    __slots__ = ()

    @property
    def form(self) -> str:
        """name, acronym, alias, nominal, pronoun."""
        return str(self._row["form"])

    @property
    def entity(self) -> Entity:
        """The entity it speaks of."""
        return self.doc._entity_at(self.begin, self.end)


class Trigger(Span):
    """A word or phrase that names an event, or a sector."""

    __slots__ = ()


class Time(Span):
    """A time expression with its TIMEX3 value."""

    __slots__ = ()

    @property
    def type(self) -> str:
        """DATE, TIME, DURATION, SET."""
        return str(self._row["type"])

    @property
    def value(self) -> str:
        """ISO or TIMEX3: ``2025-12-05``, ``2025-W49``, ``P3Y``, ``PAST_REF``, ``XXXX-12-06``."""
        return str(self._row["value"])

    @property
    def mod(self) -> str:
        """APPROX, EARLY, LATE, MORE_THAN ...; empty when none."""
        return str(self._row.get("mod", ""))

    @property
    def date(self) -> datetime.date | None:
        """The day, where the value is exactly one, with or without a time of it."""
        return day(self.value)

    def __repr__(self) -> str:
        return f"<Time {self.value} {short(self.text)}>"


class Entity(Span):
    """A person, organisation or place with all its mentions; its span is that of the first of them."""

    __slots__ = ()

    @property
    def _place(self) -> dict[str, Any]:
        first: dict[str, Any] = self._row["mentions"][0]
        return first

    @property
    def type(self) -> str:
        """person, organisation, place, country."""
        return str(self._row["type"])

    @property
    def name(self) -> str:
        """The fullest name that the report gives."""
        return str(self._row["name"])

    @property
    def mentions(self) -> list[Mention]:
        """All places where the text speaks of it, in order; never empty."""
        return [Mention(self.doc, row) for row in self._row["mentions"]]

    @property
    def country(self) -> str:
        """ISO 3166-1 alpha-2 such as ``NO``; empty where it is not known."""
        return str(self._row.get("country", ""))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {short(self.name)}>"


class Person(Entity):
    """A person."""

    __slots__ = ()

    @property
    def office(self) -> str:
        """The office as the report gives it; empty where it gives none."""
        return str(self._row.get("office", ""))

    @property
    def affiliation(self) -> Entity | None:
        """The organisation or country that the person stands for."""
        return self.doc._entity(self._row.get("affiliation"))


class Organisation(Entity):
    """An organisation."""

    __slots__ = ()

    @property
    def acronym(self) -> str:
        """Such as ``SCO``; empty where the report gives none."""
        return str(self._row.get("acronym", ""))


class Place(Entity):
    """A place; a country that acts has the type ``country``."""

    __slots__ = ()


def entity(doc: Document, row: dict[str, Any]) -> Entity:
    """The entity of a row, by its type."""
    kind = {"person": Person, "organisation": Organisation}.get(row["type"], Place)
    return kind(doc, row)


class Sector(Span):
    """A subject of the report; its span is that of the first of the words that name it, or empty where none does."""

    __slots__ = ()

    @property
    def _place(self) -> dict[str, Any]:
        first: dict[str, Any] = next(iter(self._row["mentions"]), {"begin": 0, "end": 0})
        return first

    @property
    def id(self) -> str:
        """Such as ``renewable-energy``."""
        return str(self._row["sector"])

    @property
    def isic(self) -> str:
        """The division of ISIC Rev. 4, such as ``D35``; empty where there is none."""
        return str(self._row.get("isic", ""))

    @property
    def mentions(self) -> list[Trigger]:
        """The words that name it; none where it follows from an event."""
        return [Trigger(self.doc, row) for row in self._row["mentions"]]

    def __repr__(self) -> str:
        return f"<Sector {self.id} {short(self.text)}>" if self.text else f"<Sector {self.id}>"


class Argument(NamedTuple):
    """One filler of a role of an event."""

    role: str
    entity: Entity
    found_by: str


class Instrument(Span):
    """What was signed; its span is empty where the text does not name it."""

    __slots__ = ()

    @property
    def _place(self) -> dict[str, Any]:
        return self._row if "begin" in self._row else {"begin": 0, "end": 0}

    @property
    def kind(self) -> str:
        """agreement, treaty and so on."""
        return str(self._row["kind"])

    @property
    def count(self) -> int | None:
        """How many; None for several that are told without a number."""
        return self._row.get("count")


class Event(Span):
    """Something that the report says happened; its span is that of the clearest of its triggers."""

    __slots__ = ()

    @property
    def _place(self) -> dict[str, Any]:
        first: dict[str, Any] = self._row["triggers"][0]
        return first

    @property
    def type(self) -> str:
        """signing, forum, meeting, or a type of a pack's own."""
        return str(self._row["type"])

    @property
    def modality(self) -> str:
        """asserted, planned, possible, negated."""
        return str(self._row["modality"])

    @property
    def triggers(self) -> list[Trigger]:
        """The words that name the event, the clearest first; never empty."""
        return [Trigger(self.doc, row) for row in self._row["triggers"]]

    @property
    def time(self) -> str | None:
        """When it happens, a TIMEX3 value; ``BEGIN/END`` for a span of days."""
        return self._row["time"]["value"] if self._row["time"] else None

    @property
    def date(self) -> datetime.date | None:
        """The day, where it is exactly one."""
        first, last = self.dates or (None, None)
        return first if first == last else None

    @property
    def dates(self) -> tuple[datetime.date, datetime.date] | None:
        """The first and the last day, where both are exact."""
        ends = [day(value) for value in (self.time or "").split("/")]
        return (ends[0], ends[-1]) if ends[0] and ends[-1] else None

    @property
    def times(self) -> list[Time]:
        """The expressions that tell when."""
        ids = self._row["time"]["times"] if self._row["time"] else []
        return [self.doc.times[int(id[1:]) - 1] for id in ids]

    @property
    def places(self) -> list[Entity]:
        """Where, the most exact place first."""
        return [self.doc.entities[int(id[1:]) - 1] for id in self._row["place"]]

    @property
    def arguments(self) -> list[Argument]:
        """Who or what takes part, and as what."""
        entities = self.doc.entities
        return [
            Argument(row["role"], entities[int(row["entity"][1:]) - 1], row.get("found_by", ""))
            for row in self._row["arguments"]
        ]

    def filling(self, role: str) -> list[Entity]:
        """The entities that fill a role: party, signatory, host, participant, or one of a pack's own."""
        return [argument.entity for argument in self.arguments if argument.role == role]

    @property
    def sectors(self) -> list[Sector]:
        """The subjects of the event."""
        return [self.doc.sectors[int(id[1:]) - 1] for id in self._row["sectors"]]

    @property
    def instrument(self) -> Instrument | None:
        """What was signed."""
        row = self._row.get("instrument")
        return Instrument(self.doc, row) if row else None

    @property
    def name(self) -> str:
        """The name of a forum as the report gives it; empty where it gives none."""
        return str(self._row.get("name", ""))

    @property
    def edition(self) -> int | None:
        """5 for the fifth."""
        return self._row.get("edition")

    @property
    def occasion(self) -> Event | None:
        """The event during which this one took place."""
        return self.doc._event(self._row.get("occasion"))

    def __repr__(self) -> str:
        return " ".join(["<Event", self.type, *([self.time] if self.time else []), short(self.text) + ">"])
