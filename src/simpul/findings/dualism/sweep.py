"""Confirming the norms of a ground along time, without comparing all pairs.

Norms are taken by the day they begin. Partner cells to which a norm stands alike
make one *bloc*; of each, the norm meets those that began before it and have not
ended: how many they are, and how long the last of them lasts, is read off the sorted
end days. So a ground costs little more than its norms times the blocs they meet,
however many pairs that makes.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain, groupby

from simpul.findings.dualism.grounds import Cell, Ground, Grounds, Outcome, Verdict, Verdicts
from simpul.findings.dualism.rulebook import ALWAYS, Norm

__all__ = ["Standing", "Stretch", "standings"]

Barred = dict[str, Norm]
"""Norms by IRI that another one does not conflict with, for instrument or link."""
Bloc = frozenset[Cell]
"""Cells to which some cell stands alike, with one list of verdicts."""


@dataclass(slots=True, eq=False)
class Stretch:
    """Days without a gap on which some pair of a standing is in force, and its norms."""

    start: str
    end: str
    norms: set[str] = field(default_factory=set)
    pairs: int = 0


@dataclass(slots=True, eq=False)
class Standing:
    """What conflicts in one kind on a ground and stands in one way.

    ``winners`` are the norms that prevail in some pair, None where neither does.
    """

    kind: str
    status: str
    canon: str
    winners: set[str | None] = field(default_factory=set)
    stretches: list[Stretch] = field(default_factory=list)

    def during(self, start: str, end: str) -> Stretch:
        """The stretch that a pair in force from ``start`` belongs to, made longer by it."""
        if not self.stretches or start >= self.stretches[-1].end:
            self.stretches.append(Stretch(start, end))
        found = self.stretches[-1]
        found.end = max(found.end, end)
        return found


def standings(ground: Ground, grounds: Grounds) -> list[Standing]:
    """The standings of a ground, each with its stretches of time in order."""
    sweep = _Sweep(ground, grounds)
    sweep.run()
    return list(sweep.found.values())


class _Crowd:
    """The norms of a bloc that have begun; their end days sorted."""

    __slots__ = ("ends", "new", "norms")

    def __init__(self) -> None:
        self.norms: list[Norm] = []
        self.ends: list[str] = []
        self.new: dict[tuple[Standing, int | None], tuple[Stretch, int, list[Norm]]] = {}

    def add(self, norm: Norm) -> None:
        self.norms.append(norm)
        insort(self.ends, norm.end)

    def last_end(self, without: Barred) -> str:
        """The latest end day, leaving out some of the norms."""
        if not without:
            return self.ends[-1]
        skipped = [norm.end for norm in without.values()]
        for end in reversed(self.ends):
            if end not in skipped:
                return end
            skipped.remove(end)
        return ALWAYS

    def unseen(
        self, standing: Standing, wins: int | None, stretch: Stretch, barred: Barred
    ) -> list[Norm]:
        """Norms not yet told of a stretch of a standing; those barred wait for another."""
        known, upto, waiting = self.new.get((standing, wins), _NOTHING)
        if known is not stretch:
            upto, waiting = 0, []
        elif upto == len(self.norms) and not waiting:
            return waiting
        fresh = [*waiting, *self.norms[upto:]]
        waiting = [norm for norm in fresh if norm.iri in barred] if barred else []
        self.new[standing, wins] = (stretch, len(self.norms), waiting)
        return [norm for norm in fresh if norm.iri not in barred] if waiting else fresh


_NOTHING: tuple[Stretch | None, int, list[Norm]] = (None, 0, [])


class _Sweep:
    def __init__(self, ground: Ground, grounds: Grounds) -> None:
        self.grounds = grounds
        self.found: dict[tuple[str, str, str], Standing] = {}
        self.begun: dict[Bloc, _Crowd] = defaultdict(_Crowd)
        self.order = sorted(
            ((norm.start, norm.iri, norm, cell) for cell in ground.partners for norm in cell.norms),
            key=lambda row: row[:2],
        )
        self.blocs = {cell: _blocs(others) for cell, others in ground.partners.items()}
        self.within: dict[Cell, list[Bloc]] = defaultdict(list)
        for bloc in {bloc for blocs in self.blocs.values() for bloc, _ in blocs}:
            for cell in bloc:
                self.within[cell].append(bloc)
        self.by_instrument: dict[str, list[tuple[Cell, Norm]]] = defaultdict(list)
        self.by_place: dict[str, list[tuple[Cell, Norm]]] = defaultdict(list)

    def run(self) -> None:
        for start, rows in groupby(self.order, key=lambda row: row[0]):
            today: dict[Bloc, _Crowd] = defaultdict(_Crowd)
            for _, _, norm, cell in rows:
                barred = self._barred(norm)
                for bloc, verdicts in self.blocs[cell]:
                    if (crowd := self.begun.get(bloc)) and crowd.ends[-1] > start:
                        self._meet(norm, crowd, verdicts, 0, _within(bloc, barred, norm, 0))
                    if crowd := today.get(bloc):
                        self._meet(norm, crowd, verdicts, 1, _within(bloc, barred, norm, 1))
                for bloc in self.within[cell]:
                    today[bloc].add(norm)
                self._remember(norm, cell)
            for bloc, crowd in today.items():
                begun = self.begun[bloc]
                for norm in crowd.norms:
                    begun.add(norm)

    def _remember(self, norm: Norm, cell: Cell) -> None:
        self.by_instrument[norm.instrument].append((cell, norm))
        for place in self.grounds.linked.get(norm.iri, ()):
            self.by_place[place].append((cell, norm))

    def _barred(self, norm: Norm) -> list[tuple[Cell, Norm]]:
        """Norms of the same instrument, and those that a link excuses, with their cells."""
        barred = self.by_instrument.get(norm.instrument, [])
        if places := self.grounds.linked.get(norm.iri):
            excuses = self.grounds.book.excuses
            excused = (self.by_place.get(other, ()) for place in places for other in excuses[place])
            return [*barred, *chain.from_iterable(excused)]
        return barred

    def _meet(
        self,
        norm: Norm,
        crowd: _Crowd,
        verdicts: tuple[Verdict, ...],
        same_day: int,
        barred: Barred,
    ) -> None:
        count = len(crowd.ends) - bisect_right(crowd.ends, norm.start) - len(barred)
        if count <= 0:
            return
        end = min(norm.end, crowd.last_end(barred))
        for kind, outcomes in verdicts:
            if outcomes is None:
                self._one_by_one(kind, norm, crowd, barred)
                continue
            outcome = outcomes[same_day]
            standing = self._standing(kind, outcome)
            stretch = standing.during(norm.start, end)
            stretch.pairs += count
            others = [
                other.iri
                for other in crowd.unseen(standing, outcome.wins, stretch, barred)
                if other.end > norm.start
            ]
            self._tell(standing, stretch, norm, others, outcome.wins)

    def _one_by_one(self, kind: str, norm: Norm, crowd: _Crowd, barred: Barred) -> None:
        for other in crowd.norms:
            if other.end > norm.start and other.iri not in barred:
                outcome = self.grounds.resolved(kind, norm, other)
                standing = self._standing(kind, outcome)
                stretch = standing.during(norm.start, min(norm.end, other.end))
                stretch.pairs += 1
                self._tell(standing, stretch, norm, [other.iri], outcome.wins)

    def _standing(self, kind: str, outcome: Outcome) -> Standing:
        key = (kind, outcome.status, outcome.canon)
        if key not in self.found:
            self.found[key] = Standing(*key)
        return self.found[key]

    def _tell(
        self, standing: Standing, stretch: Stretch, norm: Norm, others: list[str], wins: int | None
    ) -> None:
        stretch.norms.add(norm.iri)
        stretch.norms.update(others)
        if wins is None:
            standing.winners.add(None)
        else:
            standing.winners.update((norm.iri,) if wins == 0 else others)


def _blocs(others: Iterable[tuple[Cell, Verdicts]]) -> list[tuple[Bloc, Verdicts]]:
    """The partners of a cell, those with one list of verdicts together."""
    found: dict[Verdicts, list[Cell]] = defaultdict(list)
    for cell, verdicts in others:
        found[verdicts].append(cell)
    return [(frozenset(cells), verdicts) for verdicts, cells in found.items()]


def _within(bloc: Bloc, barred: Iterable[tuple[Cell, Norm]], norm: Norm, same_day: int) -> Barred:
    """Those barred that stand in a bloc, are still in force, and began when it is asked."""
    return {
        other.iri: other
        for cell, other in barred
        if cell in bloc and other.end > norm.start and (other.start == norm.start) == bool(same_day)
    }
