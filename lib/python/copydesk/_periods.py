"""The days that a TIMEX3 value spans."""

from __future__ import annotations

import datetime
import re
from typing import Optional, Tuple

Period = Optional[Tuple[datetime.date, datetime.date]]
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=$|T)", re.ASCII)
_PERIOD = re.compile(r"(\d{2,4})(?:-([QHW]?)(\d\d?)(-WE)?|-(?:SP|SU|FA|WI))?", re.ASCII)
_MONTHS = {"": 1, "Q": 3, "H": 6}  # of a unit


def day(value: str | None) -> datetime.date | None:
    """The day that a value names; None where it is none, or only a part of one is known."""
    found = _DAY.match(value or "")
    try:
        return datetime.date.fromisoformat(found.group()) if found else None
    except ValueError:
        return None


def period(value: str | None) -> Period:
    """The first and the last day of a value, which may be ``BEGIN/END``; None where they are not known."""
    first, _, last = (value or "").partition("/")
    try:
        begin, end = _days(first), _days(last or first)
    except (ValueError, OverflowError):  # such as a thirteenth month
        return None
    return (begin[0], end[1]) if begin and end else None


def _days(value: str) -> Period:
    exact = day(value)
    if exact:
        return exact, exact
    found = _PERIOD.fullmatch(value)
    if not found:
        return None
    digits, unit, number, weekend = found.groups()
    year = int(digits)
    if len(digits) < 4 or number is None:  # centuries, decades, years, and seasons, whose months depend on the place
        years = 10 ** (4 - len(digits))
        return datetime.date(year * years, 1, 1), datetime.date(year * years + years - 1, 12, 31)
    if unit == "W":
        monday = datetime.date.fromisocalendar(year, int(number), 1)
        return monday + datetime.timedelta(5 if weekend else 0), monday + datetime.timedelta(6)
    return _months(year, _MONTHS[unit], int(number))


def _months(year: int, length: int, number: int) -> Period:
    last = length * number
    next_month = datetime.date(year, last, 28) + datetime.timedelta(4)
    return datetime.date(year, last - length + 1, 1), next_month - datetime.timedelta(next_month.day)
