"""Grounds: a matter and a conduct on which norms meet, and the norms that meet there.

Every conflicting pair has one ground: the narrower of its two matters and the
narrower of its two conducts. Norms that differ in nothing but provision and dates
share a *cell*, and what two cells are to each other is decided once for all their
norms. Only days, instruments and links are left to test norm by norm (``sweep``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from simpul.findings.dualism.decision import Resolution
from simpul.findings.dualism.differences import BEARER_WAIVED, differ, of_kind
from simpul.findings.dualism.meeting import common_ground, comparable, excused, scopes_meet
from simpul.findings.dualism.resolution import resolve, scope_relations
from simpul.findings.dualism.rulebook import ALWAYS, NEVER, Norm, RuleBook

__all__ = ["Cell", "Ground", "Grounds", "Meeting", "Outcome", "Verdict", "Verdicts"]


@dataclass(slots=True, eq=False)
class Cell:
    """Norms alike in all but provision, days and links, those of one rank."""

    sample: Norm
    facet: int
    rank: int | None
    backed: bool
    settled: bool
    aged: bool
    """Older than its own first day, as a penalty that was only changed."""
    plain: bool
    """One matter, one conduct, no ruling, nothing implemented, not aged."""
    norms: list[Norm] = field(default_factory=list)


class Outcome(NamedTuple):
    """How two norms stand; ``wins`` is 0 or 1 for the first or second, None for neither."""

    status: str
    canon: str
    wins: int | None


class Verdict(NamedTuple):
    """One kind of conflict between two cells, and how their norms stand.

    ``outcomes`` holds the case where the norm of the first cell is the later and the
    case where both are of one day; None where each pair is resolved for itself.
    """

    kind: str
    outcomes: tuple[Outcome, Outcome] | None


Verdicts = tuple[Verdict, ...]
Partners = dict[Cell, list[tuple[Cell, Verdicts]]]


class Meeting(NamedTuple):
    """A conflicting pair: the days both are in force, and how it stands."""

    start: str
    end: str
    a: str
    b: str
    kind: str
    status: str
    canon: str
    prevails: str | None


class Ground(NamedTuple):
    """A matter and a conduct, and for each cell there its partners with their verdicts."""

    matter: str
    conduct: str
    partners: Partners

    @property
    def size(self) -> int:
        """How many pairs of norms may conflict here, at most."""
        return (
            sum(
                len(cell.norms) * len(other.norms)
                for cell, others in self.partners.items()
                for other, _ in others
            )
            // 2
        )


class Grounds:
    """The grounds of a rule book, for some kinds and, if asked, one day."""

    def __init__(self, book: RuleBook, kinds: Sequence[str], as_of: str | None = None) -> None:
        self.book, self.kinds, self.as_of = book, tuple(kinds), as_of
        self._facets: dict[tuple[object, ...], int] = {}
        self._samples: list[Norm] = []
        self._conflicts: dict[tuple[int, int], tuple[str, ...]] = {}
        self._outcomes: dict[tuple[object, ...], tuple[Outcome, Outcome]] = {}
        self._known: dict[tuple[object, ...], tuple[Verdicts, Verdicts]] = {}
        self._backing: dict[tuple[str, str, Cell], bool] = {}
        self._settled = {place for rule in book.settlements for place in rule.settles}
        self._cells: dict[str, Cell] = {}
        self._anchors = self._anchored()

    def __iter__(self) -> Iterator[Ground]:
        """Every ground on which some two cells conflict."""
        return self.within(None)

    def within(self, wanted: str | None) -> Iterator[Ground]:
        """The grounds on a matter and all that is narrower; on any, if none is named."""
        for matter, conduct in sorted({*self._anchors, *self._crossings()}):
            if wanted is None or wanted in self.book.above(matter):
                ground = self.at(matter, conduct)
                if ground.partners:
                    yield ground

    def at(self, matter: str, conduct: str) -> Ground:
        """The ground of a matter and a conduct."""
        return Ground(matter, conduct, self._partners(matter, conduct))

    def _anchored(self) -> dict[tuple[str, str], list[Cell]]:
        """The cells by each matter and conduct that their norms name themselves."""
        cells: dict[tuple[object, ...], Cell] = {}
        for norm in self.book.norms.values():
            if self.as_of is None or norm.holds_on(self.as_of):
                cell = self._cells[norm.iri] = self._cell(norm, cells)
                cell.norms.append(norm)
        anchors: dict[tuple[str, str], list[Cell]] = defaultdict(list)
        for cell in cells.values():
            for matter in cell.sample.matters:
                for conduct in cell.sample.conducts:
                    anchors[matter, conduct].append(cell)
        return anchors

    def _cell(self, norm: Norm, cells: dict[tuple[object, ...], Cell]) -> Cell:
        rank = self.book.ranks.get(norm.instrument)
        backed = norm.instrument in self.book.implements
        settled = not self._settled.isdisjoint(norm.places)
        aged = norm.begun != norm.start
        plain = len(norm.matters) == len(norm.conducts) == 1 and not (backed or settled or aged)
        facet = self._facet(norm)
        # A ruling may name the norm itself, and what a rule implements belongs to
        # its instrument: such norms keep to themselves, as do those that are older than they seem.
        apart = norm.iri if settled or aged else norm.instrument if backed else None
        key = (facet, norm.matters, norm.conducts, rank, apart)
        if key not in cells:
            cells[key] = Cell(norm, facet, rank, backed, settled, aged, plain)
        return cells[key]

    def _facet(self, norm: Norm) -> int:
        """A number for all that a norm says, apart from conduct, matter and days."""
        said = (
            norm.types,
            norm.penalty,
            norm.authorities,
            norm.bearers,
            norm.territories,
            norm.requires,
            norm.provides,
            norm.procedures,
            norm.deadline,
            norm.threshold,
            tuple(sorted(norm.definitions.items())),
        )
        facet = self._facets.setdefault(said, len(self._samples))
        if facet == len(self._samples):
            self._samples.append(norm)
        return facet

    def _crossings(self) -> Iterator[tuple[str, str]]:
        """Grounds between a norm narrower in matter and one narrower in conduct."""
        narrower: dict[tuple[str, str], set[str]] = defaultdict(set)
        above = self.book.above
        for matter, conduct in self._anchors:
            for broad in above(conduct):
                if broad != conduct:
                    narrower[matter, broad].add(conduct)
        for matter, conduct in self._anchors:
            for broad in above(matter):
                if broad != matter:
                    for narrow in narrower.get((broad, conduct), ()):
                        yield matter, narrow

    def _partners(self, matter: str, conduct: str) -> Partners:
        own, left, right, wide = self._sides(matter, conduct)
        partners: Partners = defaultdict(list)
        for index, a in enumerate(own):
            for side, others in enumerate((own[index:], left, right, wide)):
                self._join(a, others, side, (matter, conduct), partners)
        for a in left:
            self._join(a, right, _CROSSING, (matter, conduct), partners)
        return dict(partners)

    def _sides(self, matter: str, conduct: str) -> tuple[list[Cell], ...]:
        """Cells with this matter and conduct, with one of the two, and with broader ones."""
        cells = dict.fromkeys(
            cell
            for broad in self.book.above(matter)
            for act in self.book.above(conduct)
            for cell in self._anchors.get((broad, act), ())
        )
        sides: tuple[list[Cell], ...] = ([], [], [], [])
        for cell in cells:
            place = (matter not in cell.sample.matters) * 2 + (conduct not in cell.sample.conducts)
            sides[place].append(cell)
        return sides

    def _join(
        self,
        a: Cell,
        others: Iterable[Cell],
        side: int,
        ground: tuple[str, str],
        partners: Partners,
    ) -> None:
        for b in others:
            if not self._conflict(a.facet, b.facet):
                continue
            if a.plain and b.plain:
                forth, back = self._verdicts(a, b, side)
            elif common_ground(a.sample, b.sample, self.book) == ground:
                forth, back = self._verdicts_apart(a, b)
            else:
                continue
            partners[a].append((b, forth))
            if a is not b:
                partners[b].append((a, back))

    def _verdicts(self, a: Cell, b: Cell, side: int) -> tuple[Verdicts, Verdicts]:
        """The verdicts on two cells, either first: of plain norms, the side says all of scope."""
        key = (a.facet, b.facet, a.rank, b.rank, side)
        if key not in self._known:
            self._known[key] = self._verdicts_apart(a, b)
        return self._known[key]

    def _verdicts_apart(self, a: Cell, b: Cell) -> tuple[Verdicts, Verdicts]:
        kinds = self._conflict(a.facet, b.facet)
        return (
            tuple(self._verdict(kind, a, b) for kind in kinds),
            tuple(self._verdict(kind, b, a) for kind in kinds),
        )

    def _conflict(self, a: int, b: int) -> tuple[str, ...]:
        """The kinds in which norms that say these things conflict, if they meet."""
        if (a, b) not in self._conflicts:
            first, second, book = self._samples[a], self._samples[b], self.book
            found = tuple(
                kind
                for kind in self.kinds
                if of_kind(kind, first, second, book)
                and scopes_meet(first, second, book, bearer=kind not in BEARER_WAIVED)
                and differ(kind, first, second, book)
            )
            self._conflicts[a, b] = self._conflicts[b, a] = found
        return self._conflicts[a, b]

    def _verdict(self, kind: str, a: Cell, b: Cell) -> Verdict:
        alone = (a.settled and b.settled) or a.aged or b.aged
        if alone or self._backed(kind, a, b) or self._backed(kind, b, a):
            return Verdict(kind, None)
        # Outside rulings, delegations and older offences nothing else decides: see ``resolution``.
        scopes = tuple(scope_relations(a.sample, b.sample, self.book, kind).values())
        rights = "Right" in a.sample.types and "Right" in b.sample.types
        key = (kind, rights, a.rank, b.rank, scopes)
        if key not in self._outcomes:
            self._outcomes[key] = self._resolved(kind, a.sample, b.sample)
        return Verdict(kind, self._outcomes[key])

    def _backed(self, kind: str, low: Cell, high: Cell) -> bool:
        """Whether the lower rule implements one that conflicts with the higher, if they meet."""
        if not low.backed or low.rank is None or high.rank is None or low.rank <= high.rank:
            return False
        key = (kind, low.sample.instrument, high)
        if key not in self._backing:
            self._backing[key] = any(
                kind in self._conflict(self._facet(norm), high.facet)
                and comparable(norm.conducts, high.sample.conducts, self.book)
                and comparable(norm.matters, high.sample.matters, self.book)
                for norm in self._behind(low.sample.instrument)
            )
        return self._backing[key]

    def _behind(self, instrument: str) -> Iterator[Norm]:
        """The norms of all that an instrument implements."""
        waiting, seen = [instrument], {instrument}
        while waiting:
            for parent in self.book.implements.get(waiting.pop(), ()):
                if parent not in seen:
                    seen.add(parent)
                    waiting.append(parent)
                    yield from map(self.book.norms.get, self.book.by_instrument.get(parent, ()))

    def _resolved(self, kind: str, a: Norm, b: Norm) -> tuple[Outcome, Outcome]:
        """How two norms stand if the first is later, and if both are of one day.

        Outside rulings and delegations days count by their order only, so that one
        pair of days stands for all.
        """
        later, first = replace(a, start=_NEXT_DAY), replace(a, start=ALWAYS)
        b = replace(b, start=ALWAYS)
        return self.resolved(kind, later, b), self.resolved(kind, first, b)

    def resolved(self, kind: str, a: Norm, b: Norm) -> Outcome:
        """How two norms stand, resolved for themselves."""
        found: Resolution = resolve(kind, a, b, self.book, as_of=self.as_of)
        prevails = None if found.prevails is None else int(found.prevails != a.iri)
        return Outcome(found.status, found.canon, prevails)

    def meeting(self, kind: str, a: Norm, b: Norm) -> Meeting:
        """How two conflicting norms stand, as decided for their cells."""
        if a.start < b.start:
            a, b = b, a
        return _meeting(self, self._verdict(kind, self._cells[a.iri], self._cells[b.iri]), a, b)

    def pairs(
        self, ground: Ground, *, key: Sequence[str] = (), latest: str = NEVER
    ) -> Iterator[Meeting]:
        """All pairs that conflict on a ground, or those of a key that began by a day.

        A key is a kind, a status and a canon.
        """
        for cell, others in ground.partners.items():
            for other, verdicts in others:
                wanted = [v for v in verdicts if _gives(v, key)] if key else verdicts
                for a in cell.norms if wanted else ():
                    for b in self._earlier(a, other.norms) if a.start <= latest else ():
                        for verdict in wanted:
                            yield _meeting(self, verdict, a, b)

    def _earlier(self, a: Norm, others: Iterable[Norm]) -> Iterator[Norm]:
        """Those that began before a norm (by name if on one day) and may conflict with it.

        Each pair stands under both cells: it is told of the later norm.
        """
        start = a.start
        for b in others:
            if (
                b.start <= start < b.end
                and (b.start < start or b.iri < a.iri)
                and a.instrument != b.instrument
                and (not self.linked.get(a.iri) or excused(a, b, self.book) is None)
            ):
                yield b

    @cached_property
    def linked(self) -> Mapping[str, frozenset[str]]:
        """For each norm that has any, its places that a link joins to others."""
        joined = self.book.excuses.keys()
        return {
            norm.iri: norm.places & joined
            for norm in self.book.norms.values()
            if not joined.isdisjoint(norm.places)
        }


_NEXT_DAY = "0001-01-02"
_CROSSING = 4


def _meeting(grounds: Grounds, verdict: Verdict, a: Norm, b: Norm) -> Meeting:
    """The meeting of two norms, of which the first is not the earlier."""
    kind, outcomes = verdict
    outcome = outcomes[a.start == b.start] if outcomes else grounds.resolved(kind, a, b)
    status, canon, wins = outcome
    first, second = sorted((a.iri, b.iri))
    prevails = None if wins is None else (a, b)[wins].iri
    return Meeting(a.start, min(a.end, b.end), first, second, kind, status, canon, prevails)


def _gives(verdict: Verdict, key: Sequence[str]) -> bool:
    """Whether some pair of two cells may be of a kind, a status and a canon."""
    kind, outcomes = verdict
    return kind == key[0] and (
        outcomes is None or any(found[:2] == tuple(key[1:]) for found in outcomes)
    )
