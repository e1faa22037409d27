"""Findings: conflicting pairs grouped by what they are about, told in words."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from simpul.findings.dualism.decision import Resolution
from simpul.findings.dualism.differences import KINDS
from simpul.findings.dualism.grounds import Ground, Grounds, Meeting
from simpul.findings.dualism.meeting import common_ground, one_day
from simpul.findings.dualism.resolution import resolve
from simpul.findings.dualism.rulebook import NEVER, Norm, RuleBook
from simpul.findings.dualism.search import Pair
from simpul.findings.dualism.side import Record, Side, Telling, side, written
from simpul.findings.dualism.sweep import Standing, Stretch, standings
from simpul.findings.dualism.words import difference
from simpul.model import Bilingual

__all__ = ["Finding", "findings", "group"]


# No slots: sentences are made when first asked for, and kept. A large book has more
# findings than anybody reads.
@dataclass(frozen=True)
class Finding:
    """One dualism: two or more norms on one matter that pull apart.

    ``prevails`` is the norm that prevails in every pair; None if there is no such
    norm, or (``mixed``) if it is another one from pair to pair.
    """

    id: str
    kind: str
    status: str
    canon: str
    prevails: str | None
    mixed: bool
    matter: str
    conduct: str
    start: str
    end: str
    norms: tuple[str, ...]
    pairs: Sequence[tuple[str, str]]
    telling: Telling = field(repr=False, compare=False)

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """The norms of the finding, in the order of their IRIs."""
        book = self.telling.grounds.book
        return tuple(side(book.norms[iri], self.telling) for iri in self.norms)

    @property
    def stale(self) -> bool:
        """Whether a side rests on a provision with a later known change."""
        return any(one.changed_by for one in self.sides)

    @cached_property
    def _first(self) -> tuple[Norm, Norm]:
        norms = self.telling.grounds.book.norms
        a, b = self.pairs[0]
        return norms[a], norms[b]

    @cached_property
    def difference(self) -> Bilingual:
        """One sentence on what the norms of the first pair differ in."""
        return difference(self.kind, *self._first, self.telling.record.names)

    @cached_property
    def told_of(self) -> Bilingual | None:
        """Which pair words, canons and history are told of; None where there is only one."""
        if len(self.pairs) == 1:
            return None
        names, count = self.telling.record.names, len(self.pairs)
        first, second = (names(norm.provision) for norm in self._first)
        return Bilingual(
            f"Untuk {first.id} dan {second.id}; {count} pasangan berkedudukan sama.",
            f"Told of {first.en} and {second.en}; {count} pairs stand alike.",
        )

    @cached_property
    def resolution(self) -> Resolution:
        """How the first pair is resolved; with several that prevail, it is one of many."""
        grounds = self.telling.grounds
        found = resolve(self.kind, *self._first, grounds.book, as_of=grounds.as_of)
        days = one_day(grounds.as_of) if grounds.as_of else (self.start, self.end)
        found = self.telling.record.canons.cited(found, self.kind, *days)
        return replace(found, prevails=None, why=_MIXED[self.canon]) if self.mixed else found

    def as_json(self) -> dict[str, Any]:
        """The finding under the keys of the command line."""
        resolution = self.resolution
        return {
            "id": self.id,
            "kind": self.kind,
            "status": self.status,
            "matter": self.matter,
            "conduct": self.conduct,
            "from": written(self.start),
            "until": written(self.end),
            "stale": [
                {"norm": one.norm.iri} | act.as_json()
                for one in self.sides
                for act in one.changed_by
            ],
            "difference": self.difference.as_json(),
            "sides": [one.as_json() for one in self.sides],
            "pairs": [list(pair) for pair in self.pairs],
            "resolution": {
                "canon": resolution.canon,
                "prevails": resolution.prevails,
                "why": resolution.why.as_json(),
                "trace": [step.as_json() for step in resolution.trace],
            },
        }


def findings(
    book: RuleBook,
    record: Record,
    *,
    kinds: Sequence[str] = KINDS,
    matter: str | None = None,
    as_of: str | None = None,
) -> list[Finding]:
    """The findings of a rule book, as ``group`` tells them, without listing all pairs.

    With ``matter`` only those on this matter or within it.
    """
    grounds = Grounds(book, kinds, as_of)
    telling = Telling(grounds, record)
    found = [
        finding for ground in grounds.within(matter) for finding in _of_ground(ground, telling)
    ]
    return sorted(found, key=_order)


_LISTED = 100
"""Up to so many pairs on a ground it is quicker to list them than to sweep."""


def _of_ground(ground: Ground, telling: Telling) -> Iterator[Finding]:
    if ground.size > _LISTED:
        for standing in standings(ground, telling.grounds):
            yield from _of_standing(standing, ground, telling)
        return
    groups: dict[tuple[str, ...], list[Meeting]] = defaultdict(list)
    for pair in telling.grounds.pairs(ground):
        groups[pair.kind, pair.status, pair.canon].append(pair)
    for meetings in groups.values():
        yield from _of_meetings(meetings, (ground.matter, ground.conduct), telling)


def _of_standing(standing: Standing, ground: Ground, telling: Telling) -> Iterator[Finding]:
    if 1 < len(standing.winners) <= _TOLD_APART:
        key = (standing.kind, standing.status, standing.canon)
        meetings = [
            pair
            for pair in telling.grounds.pairs(ground, key=key)
            if (pair.kind, pair.status, pair.canon) == key
        ]
        yield from _of_meetings(meetings, (ground.matter, ground.conduct), telling)
        return
    mixed = len(standing.winners) > 1
    prevails = None if mixed else next(iter(standing.winners))
    for stretch in standing.stretches:
        yield Finding(
            id=_name(standing.kind, stretch.norms, _apart(mixed, standing.status, standing.canon)),
            kind=standing.kind,
            status=standing.status,
            canon=standing.canon,
            prevails=prevails,
            mixed=mixed,
            matter=ground.matter,
            conduct=ground.conduct,
            start=stretch.start,
            end=stretch.end,
            norms=tuple(sorted(stretch.norms)),
            pairs=_Pairs(standing, stretch, ground.matter, ground.conduct, telling.grounds),
            telling=telling,
        )


def group(
    pairs: Iterable[Pair],
    book: RuleBook,
    record: Record,
    *,
    as_of: str | None = None,
) -> list[Finding]:
    """Findings of pairs: one for each kind, common ground, resolution and stretch of time.

    The common ground of a pair is the narrower of its two matters and conducts.
    Where few norms prevail on a ground, each has a finding of its own. Pairs whose
    days in force do not run into each other are findings apart, so that an old law
    and its successor never stand in one. With ``as_of`` only pairs of which both
    norms are in force on that day count.
    """
    grounds = Grounds(book, KINDS, as_of)
    telling = Telling(grounds, record)
    groups: dict[tuple[str, ...], list[Meeting]] = defaultdict(list)
    for kind, first, second in pairs:
        a, b = book.norms[first], book.norms[second]
        if as_of is not None and not (a.holds_on(as_of) and b.holds_on(as_of)):
            continue
        meeting = grounds.meeting(kind, a, b)
        ground = common_ground(a, b, book) or ("", "")
        groups[kind, *ground, meeting.status, meeting.canon].append(meeting)
    found = [
        finding
        for (_, matter, conduct, *_), meetings in groups.items()
        for finding in _of_meetings(meetings, (matter, conduct), telling)
    ]
    return sorted(found, key=_order)


_TOLD_APART = 5
"""How many norms may prevail on a ground before they are told of in one finding."""


def _of_meetings(
    meetings: Iterable[Meeting], ground: tuple[str, str], telling: Telling
) -> Iterator[Finding]:
    """The findings of pairs of one kind, ground, status and canon."""
    by_winner: dict[str | None, list[Meeting]] = defaultdict(list)
    for meeting in sorted(meetings):
        by_winner[meeting.prevails].append(meeting)
    mixed = len(by_winner) > _TOLD_APART
    sets = [sorted(meetings)] if mixed else list(by_winner.values())
    for stretch in (part for members in sets for part in _stretches(members)):
        norms = {iri for meeting in stretch for iri in (meeting.a, meeting.b)}
        first = stretch[0]
        yield Finding(
            id=_name(first.kind, norms, _apart(mixed, first.status, first.canon)),
            kind=first.kind,
            status=first.status,
            canon=first.canon,
            prevails=None if mixed else first.prevails,
            mixed=mixed,
            matter=ground[0],
            conduct=ground[1],
            start=first.start,
            end=max(meeting.end for meeting in stretch),
            norms=tuple(sorted(norms)),
            pairs=tuple((meeting.a, meeting.b) for meeting in stretch),
            telling=telling,
        )


def _stretches(meetings: Iterable[Meeting]) -> Iterator[list[Meeting]]:
    """Meetings, in order of their days, whose periods run into each other, kept together."""
    stretch: list[Meeting] = []
    end = NEVER
    for meeting in meetings:
        if stretch and meeting.start >= end:
            yield stretch
            stretch = []
        end = max(end, meeting.end) if stretch else meeting.end
        stretch.append(meeting)
    yield stretch


class _Pairs(Sequence[tuple[str, str]]):
    """The pairs of a stretch of a standing, looked up when they are asked for."""

    def __init__(
        self, standing: Standing, stretch: Stretch, matter: str, conduct: str, grounds: Grounds
    ) -> None:
        self._key = (standing.kind, standing.status, standing.canon)
        self._start, self._end, self._count = stretch.start, stretch.end, stretch.pairs
        self._place, self._grounds = (matter, conduct), grounds

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._listed(self._end))

    def __getitem__(self, index: Any) -> Any:
        # The first pair makes the words of a finding, and begins on its first day.
        return self._listed(self._start if index == 0 else self._end)[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def _listed(self, latest: str) -> list[tuple[str, str]]:
        ground = self._grounds.at(*self._place)
        return [
            (pair.a, pair.b)
            for pair in sorted(self._grounds.pairs(ground, key=self._key, latest=latest))
            if (pair.kind, pair.status, pair.canon) == self._key
            and self._start <= pair.start < self._end
        ]


_MIXED = {
    canon: Bilingual(
        f"Yang menang berbeda dari pasangan ke pasangan (lex {canon}).",
        f"Which norm prevails differs from pair to pair (lex {canon}).",
    )
    for canon in ("superior", "specialis", "posterior")
} | {
    "express": Bilingual(
        "Yang menang berbeda dari pasangan ke pasangan, menurut aturan konflik atau putusan.",
        "Which norm prevails differs from pair to pair, by conflict rule or ruling.",
    )
}


_STATUS = {"open": 0, "parallel": 1, "resolved": 2}


def _order(finding: Finding) -> tuple[object, ...]:
    stands = (finding.matter, _STATUS[finding.status], finding.kind, finding.id)
    return *stands, finding.canon, finding.conduct, finding.start


def _apart(mixed: bool, *words: str) -> Iterable[str]:
    """What tells apart findings between the same many norms."""
    return words if mixed else ()


def _name(kind: str, norms: Iterable[str], more: Iterable[str] = ()) -> str:
    said = "\n".join([kind, *sorted(norms), *more])
    return f"{kind}-{hashlib.sha256(said.encode()).hexdigest()[:8]}"
