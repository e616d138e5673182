"""Events of a document, and what only they have."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from ._layers import Entity, Span, Time, Trigger, short
from ._periods import day, period


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

    def __str__(self) -> str:
        return self.id

    def __repr__(self) -> str:
        return f"<Sector {self.id} {short(self.text)}>" if self.text else f"<Sector {self.id}>"


class Argument(NamedTuple):
    """One filler of a role of an event."""

    role: str
    entity: Entity
    found_by: str

    def __str__(self) -> str:
        return f"{self.role}={self.entity}"


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
    """Something that the report says happened; its span is that of the clearest of its triggers.

    ``str`` gives it in one line, as ``doc.to_lines()``.
    """

    __slots__ = ()

    @property
    def _place(self) -> dict[str, Any]:
        first: dict[str, Any] = self._row["triggers"][0]
        return first

    @property
    def id(self) -> str:
        """Its id in the report, such as ``v1``."""
        return str(self._row["id"])

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
        """The day, where it is exactly one; ``period`` is there for months and years too."""
        first, last = self.dates or (None, None)
        return first if first == last else None

    @property
    def dates(self) -> tuple[datetime.date, datetime.date] | None:
        """The first and the last day, where both are exact."""
        ends = [day(value) for value in (self.time or "").split("/")]
        return (ends[0], ends[-1]) if ends[0] and ends[-1] else None

    @property
    def period(self) -> tuple[datetime.date, datetime.date] | None:
        """The first and the last day of its time, exact or not: of a month its own, of a season those of its year."""
        return period(self.time)

    @property
    def times(self) -> list[Time]:
        """The expressions that tell when."""
        ids = self._row["time"]["times"] if self._row["time"] else []
        return [time for time in map(self.doc._time, ids) if time]

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
    def parties(self) -> list[Entity]:
        """Those between whom something was signed."""
        return self.filling("party")

    @property
    def signatories(self) -> list[Entity]:
        """The people who signed."""
        return self.filling("signatory")

    @property
    def hosts(self) -> list[Entity]:
        """Those who held a forum or received others."""
        return self.filling("host")

    @property
    def participants(self) -> list[Entity]:
        """Those who met or took part."""
        return self.filling("participant")

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

    def __str__(self) -> str:
        return self.doc._line_of(self.id)
