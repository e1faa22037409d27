"""Dates and periods as Indonesian laws write them, from 1945 to now."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

from simpul.laws.written.numerals import WORDS, amount, digits

__all__ = ["DATE", "PERIOD", "Period", "later", "read_date", "read_period"]

_MONTHS = {
    "januari": 1, "djanuari": 1, "januan": 1, "pebruari": 2, "februari": 2, "maret": 3,
    "april": 4, "mei": 5, "juni": 6, "djuni": 6, "juli": 7, "djuli": 7, "agustus": 8,
    "september": 9, "oktober": 10, "nopember": 11, "november": 11, "desember": 12,
}  # fmt: skip
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_GARBLED = r"(?:j[aeu]n?t?'?u?|[fp]e\W?[bt]|m[ae]r|ap|me|\.?j[ut]+|ag|sep|sc|o[kl]|no|de)[a-z]{1,7}"
"""The names of months as scans garble them; ``_month`` says which is meant."""


DATE = re.compile(
    r"(?P<day>[0-9OIl]{1,2}|[1-3] [0-9]|[Ss]atu)\s*(?:\([a-z ]+\)\s*)?"
    rf"(?P<month>{_NAMES}|{_GARBLED})"
    r"[\s'.,]*(?:[Tt]ahun\s*)?(?P<year>[0-9OoIlLtTrzZQB]{4}|[12](?: ?[0-9O]){3})(?![0-9])",
    re.IGNORECASE,
)
"""One date; ``read_date`` turns its match into a day."""

PERIOD = re.compile(
    r"(?:(?<!\w)(?P<figure>[0-9OIl]{1,3})(?![A-Za-z])\s*(?:\(\s*(?P<words>[a-z\s-]{3,40}?)\s*[)0f]?)?"
    rf"|(?<![a-z])(?P<spelt>{WORDS}))\s*\)?\s*(?P<unit>[Tt]ahun|[Bb]ulan|[Mm]inggu|[Hh]ari)\b"
)
"""A period such as ``3 (tiga) tahun`` or ``enam bulan``."""


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time in the unit the law uses."""

    count: int
    unit: str

    @property
    def months(self) -> int | None:
        """The length in whole months, or None where the law counts days or weeks."""
        return {"tahun": self.count * 12, "bulan": self.count}.get(self.unit)

    @property
    def days(self) -> int | None:
        """The length in days, or None where the law counts months or years."""
        return {"hari": self.count, "minggu": self.count * 7}.get(self.unit)


def read_date(found: re.Match[str]) -> date | None:
    """The day a match of ``DATE`` names, or None when there is no such day."""
    day = 1 if found["day"].lower() == "satu" else digits(found["day"].replace(" ", ""))
    year = digits(found["year"].replace(" ", ""))
    if not day or not year or not 1900 <= year <= 2100:
        return None
    try:
        return date(year, _month(found["month"]), day)
    except ValueError:
        return None


@lru_cache(maxsize=512)
def _month(name: str) -> int:
    """The month a name means, a garbled one the nearest; 0 where none is near."""
    plain = name.lower().strip(".'")
    if plain not in _MONTHS:
        plain = next(iter(get_close_matches(plain, _MONTHS, 1, 0.7)), "")
    return _MONTHS.get(plain, 0)


def read_period(found: re.Match[str]) -> tuple[Period | None, bool]:
    """The period a match of ``PERIOD`` names, and whether figure and words agree."""
    count, agree = amount(found["figure"] or "", found["words"] or found["spelt"])
    return (Period(count, found["unit"].lower()), agree) if count is not None else (None, False)


def later(start: date, period: Period) -> date:
    """The day a period after a day, at the end of a shorter month if need be.

    >>> later(date(2023, 1, 2), Period(3, "tahun"))
    datetime.date(2026, 1, 2)
    """
    if period.months is None:
        return date.fromordinal(start.toordinal() + (period.days or 0))
    month = start.month - 1 + period.months
    year, month = start.year + month // 12, month % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
