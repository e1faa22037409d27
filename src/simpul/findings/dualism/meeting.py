"""Whether two norms meet: time, territory, bearer, conduct, matter, instrument, link."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum

from simpul.findings.dualism.rulebook import Norm, RuleBook

__all__ = [
    "Relation",
    "common_ground",
    "comparable",
    "excused",
    "incomparable",
    "meet",
    "overlap",
    "relation",
    "scopes_meet",
]


class Relation(Enum):
    """How one scope stands to another in one dimension."""

    EQUAL = "equal"
    NARROWER = "narrower"
    BROADER = "broader"
    APART = "apart"


def overlap(a: Norm, b: Norm) -> tuple[str, str] | None:
    """The half-open days on which both are in force, or None."""
    start, end = max(a.start, b.start), min(a.end, b.end)
    return (start, end) if start < end else None


def relation(a: frozenset[str], b: frozenset[str], book: RuleBook) -> Relation:
    """How ``a`` stands to ``b``; an empty scope is any, hence the broadest.

    A scope of several concepts is narrower when each of them lies within one of
    the other's.
    """
    if a == b:
        return Relation.EQUAL
    if not a or not b:
        return Relation.BROADER if not a else Relation.NARROWER
    if _inside(a, b, book):
        return Relation.NARROWER
    if _inside(b, a, book):
        return Relation.BROADER
    return Relation.APART


def comparable(a: frozenset[str], b: frozenset[str], book: RuleBook) -> bool:
    """Whether some concept of one is, or is broader than, one of the other."""
    return any(x in book.above(y) or y in book.above(x) for x in a for y in b)


def incomparable(a: frozenset[str], b: frozenset[str], book: RuleBook) -> bool:
    """Whether both name something, and neither is part of the other."""
    return bool(a) and bool(b) and not comparable(a, b, book)


def excused(a: Norm, b: Norm, book: RuleBook) -> tuple[str, str] | None:
    """The two places an excusing link joins, or None.

    Places are the norm, its provision with all it is part of, and its instrument.
    """
    for place in sorted(a.places):
        for other in sorted(book.excuses.get(place, frozenset()) & b.places):
            return place, other
    return None


def meet(a: Norm, b: Norm, book: RuleBook, *, bearer: bool = True) -> bool:
    """Whether the two meet, stand in different instruments, and no link excuses them."""
    return (
        a.start < b.end
        and b.start < a.end
        and a.instrument != b.instrument
        and comparable(a.conducts, b.conducts, book)
        and comparable(a.matters, b.matters, book)
        and scopes_meet(a, b, book, bearer=bearer)
        and excused(a, b, book) is None
    )


def scopes_meet(a: Norm, b: Norm, book: RuleBook, *, bearer: bool = True) -> bool:
    """Whether the territories and, unless waived, the bearers of two norms meet."""
    return _any_or_comparable(a.territories, b.territories, book) and (
        not bearer or _any_or_comparable(a.bearers, b.bearers, book)
    )


def common_ground(a: Norm, b: Norm, book: RuleBook) -> tuple[str, str] | None:
    """The narrower of two norms' matters and of their conducts, or None if they are apart.

    Where several are shared, the first by name stands for all.
    """
    matters = _shared(a.matters, b.matters, book)
    conducts = _shared(a.conducts, b.conducts, book)
    return (min(matters), min(conducts)) if matters and conducts else None


def _shared(a: frozenset[str], b: frozenset[str], book: RuleBook) -> set[str]:
    return {x for x in a if book.above(x) & b} | {y for y in b if book.above(y) & a}


def _any_or_comparable(a: frozenset[str], b: frozenset[str], book: RuleBook) -> bool:
    return not a or not b or comparable(a, b, book)


def _inside(a: Iterable[str], b: frozenset[str], book: RuleBook) -> bool:
    return all(book.above(x) & b for x in a)


def one_day(day: str) -> tuple[str, str]:
    """A day as a half-open period: the day and the one after it."""
    return day, (date.fromisoformat(day) + timedelta(days=1)).isoformat()
