"""Words, times and entities of a document. Each knows its document and its span, in code points of the text."""

from __future__ import annotations

import copy
import datetime
from typing import TYPE_CHECKING, Any

from ._hints import Hinting
from ._periods import day, period

if TYPE_CHECKING:
    from ._document import Document

_LONGEST_SHOWN = 32


def short(text: str) -> str:
    """The text as a repr shows it."""
    flat = " ".join(text.split())
    return repr(flat if len(flat) <= _LONGEST_SHOWN else flat[: _LONGEST_SHOWN - 1] + "…")


class Span(Hinting):
    """A stretch of a document: code points ``[begin, end)`` of ``doc.text``.

    Equal when all it tells is equal; ``str`` gives its text.
    """

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

    @property
    def tokens(self) -> list[Token]:
        """The tokens of it."""
        return self.doc._tokens_between(self.begin, self.end)

    @property
    def sentence(self) -> Sentence | None:
        """The sentence that it begins in."""
        return self.doc._sentence_at(self.begin)

    def to_dict(self) -> dict[str, Any]:
        """What the report tells of it, as plain Python values."""
        return copy.deepcopy(self._row)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {short(self.text)}>"

    def __str__(self) -> str:
        return self.text

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


class Mention(Span):
    """One place of the text that speaks of an entity; ``they`` is a mention of each entity that it stands for."""

    __slots__ = ("_owner",)

    def __init__(self, doc: Document, row: dict[str, Any], owner: str) -> None:
        super().__init__(doc, row)
        self._owner = owner

    @property
    def form(self) -> str:
        """name, acronym, alias, nominal, pronoun."""
        return str(self._row["form"])

    @property
    def entity(self) -> Entity:
        """The entity it speaks of."""
        return self.doc._entity(self._owner)

    def __eq__(self, other: object) -> bool:
        equal = super().__eq__(other)
        return isinstance(other, Mention) and self._owner == other._owner if equal is True else equal

    __hash__ = Span.__hash__

    def __reduce__(self) -> Any:
        return Mention, (self.doc, self._row, self._owner)


class Trigger(Span):
    """A word or phrase that names an event, or a sector."""

    __slots__ = ()


class Time(Span):
    """A time expression with its TIMEX3 value."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id in the report, such as ``t1``."""
        return str(self._row["id"])

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

    @property
    def period(self) -> tuple[datetime.date, datetime.date] | None:
        """The first and the last day of the value: of a month its own, of a season those of its year; of a duration none."""
        return period(self.value)

    @property
    def anchor(self) -> Time | datetime.date | None:
        """What a relative value was counted from: another time, or the reference date."""
        anchor = self._row.get("anchor")
        return self.doc.reference_date if anchor == "reference" else self.doc._time(anchor)

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
    def id(self) -> str:
        """Its id in the report, such as ``e1``."""
        return str(self._row["id"])

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
        return [Mention(self.doc, row, self.id) for row in self._row["mentions"]]

    @property
    def named(self) -> bool:
        """Whether a name of it stands in the text, as of ``Carla Tembe``; ``the minister`` alone is none."""
        return any(row["form"] in ("name", "acronym", "alias") for row in self._row["mentions"])

    @property
    def country(self) -> str:
        """ISO 3166-1 alpha-2 such as ``NO``; empty where it is not known."""
        return str(self._row.get("country", ""))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {short(self.name)}>"

    def __str__(self) -> str:
        return self.name


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
        id = self._row.get("affiliation")
        return self.doc._entity(id) if id else None


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
