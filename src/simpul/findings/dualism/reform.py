"""The smallest sets of changes to the law that close all open findings of a matter.

A change is a repeal of a provision or a settlement between two instruments or
provisions. Which pairs a change closes is found by making it; the smallest set
of changes that closes all pairs is a minimum cover. It is searched exactly while
there are few changes, and by taking the change that closes most where there are
many; the answer says which.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from simpul.findings.dualism.assumptions import Change, assume
from simpul.findings.dualism.resolution import resolve
from simpul.findings.dualism.rulebook import RuleBook
from simpul.findings.dualism.search import Pair, conflicts, pairs_by_groups
from simpul.terms import DATA

__all__ = ["Plan", "closers", "open_pairs", "plans"]

_MOST_SETS = 200_000
"""How many sets of changes are tried before the search gives up being exact."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Changes that together close all open pairs, and what else they do."""

    changes: tuple[Change, ...]
    exact: bool
    opens: frozenset[Pair]
    leaves: frozenset[str]
    """Norms that no longer stand after the changes."""


def closers(book: RuleBook, pairs: Iterable[Pair], *, most: int = 4) -> list[tuple[Change, ...]]:
    """The smallest sets of changes that close these open pairs, up to ``most``."""
    wanted = set(pairs)
    closes = {}
    for change in _candidates(wanted, book):
        after = assume(book, [change])
        closed = frozenset(pair for pair in wanted if not _is_open(pair, after))
        if closed:
            closes[change] = closed
    return _covers(wanted, closes)[0][:most] if closes else []


def _is_open(pair: Pair, book: RuleBook) -> bool:
    kind, first, second = pair
    if first not in book.norms or second not in book.norms:
        return False
    a, b = book.norms[first], book.norms[second]
    return kind in conflicts(a, b, book, (kind,)) and resolve(kind, a, b, book).status == "open"


def open_pairs(
    book: RuleBook, kinds: Sequence[str], *, matter: str | None = None, as_of: str | None = None
) -> set[Pair]:
    """The conflicting pairs that no canon resolves, of a matter and on a day if asked."""
    found = set()
    for kind, first, second in pairs_by_groups(book, kinds):
        a, b = book.norms[first], book.norms[second]
        if as_of is not None and not (a.holds_on(as_of) and b.holds_on(as_of)):
            continue
        if matter is not None and not _about(a.matters | b.matters, matter, book):
            continue
        if resolve(kind, a, b, book, as_of=as_of).status == "open":
            found.add((kind, first, second))
    return found


def _about(matters: Iterable[str], wanted: str, book: RuleBook) -> bool:
    return any(wanted in book.above(matter) for matter in matters)


def plans(
    book: RuleBook,
    kinds: Sequence[str],
    *,
    matter: str | None = None,
    as_of: str | None = None,
    most: int = 5,
) -> list[Plan]:
    """Up to ``most`` smallest plans, those that break least first; none when nothing is open."""
    wanted = open_pairs(book, kinds, matter=matter, as_of=as_of)
    if not wanted:
        return []
    before = open_pairs(book, kinds, as_of=as_of)
    closes = {}
    for change in _candidates(wanted, book):
        left = open_pairs(assume(book, [change]), kinds, as_of=as_of)
        closed = wanted - left
        if closed:
            closes[change] = frozenset(closed)
    sets, exact = _covers(wanted, closes)
    found = [_plan(changes, exact, book, kinds, before, as_of) for changes in sets[:_TRIED]]
    return sorted(found, key=_cost)[:most]


_TRIED = 60


def _cost(plan: Plan) -> tuple[int, int, tuple[str, ...]]:
    return len(plan.opens), len(plan.leaves), tuple(str(change) for change in plan.changes)


def _candidates(pairs: Iterable[Pair], book: RuleBook) -> Iterator[Change]:
    """Changes worth trying: settle between instruments or provisions, or repeal one."""
    seen: set[Change] = set()
    for _, first, second in sorted(pairs):
        a, b = book.norms[first], book.norms[second]
        sides = [(a.provision, b.provision), (a.instrument, b.instrument)]
        options = [
            Change("settle", (_short(x), _short(y), "prevails", _short(winner)))
            for x, y in sides
            for winner in (x, y)
        ]
        options += [Change("repeal", (_short(norm.provision),)) for norm in (a, b)]
        for change in options:
            if change not in seen:
                seen.add(change)
                yield change


def _short(iri: str) -> str:
    return iri.removeprefix(DATA)


def _covers(
    wanted: set[Pair], closes: dict[Change, frozenset[Pair]]
) -> tuple[list[tuple[Change, ...]], bool]:
    changes = sorted(closes, key=lambda change: (-len(closes[change]), str(change)))
    tried = 0
    for size in range(1, len(changes) + 1):
        found = []
        for group in combinations(changes, size):
            tried += 1
            if tried > _MOST_SETS:
                return [_greedy(wanted, closes)], False
            if wanted <= frozenset().union(*(closes[change] for change in group)):
                found.append(group)
        if found:
            return found, True
    return [], True


def _greedy(wanted: set[Pair], closes: dict[Change, frozenset[Pair]]) -> tuple[Change, ...]:
    left, chosen = set(wanted), []
    while left:
        best = max(sorted(closes, key=str), key=lambda change: len(closes[change] & left))
        if not closes[best] & left:
            break
        chosen.append(best)
        left -= closes[best]
    return tuple(chosen)


def _plan(
    changes: tuple[Change, ...],
    exact: bool,
    book: RuleBook,
    kinds: Sequence[str],
    before: set[Pair],
    as_of: str | None,
) -> Plan:
    after = assume(book, changes)
    return Plan(
        changes=changes,
        exact=exact,
        opens=frozenset(open_pairs(after, kinds, as_of=as_of) - before),
        leaves=frozenset(book.norms.keys() - after.norms.keys()),
    )
