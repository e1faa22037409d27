"""Findings: conflicting pairs grouped by what they are about, told in words."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from simpul.findings.dualism.meeting import overlap
from simpul.findings.dualism.resolution import Resolution, resolve
from simpul.findings.dualism.rulebook import ALWAYS, NEVER, Norm, RuleBook
from simpul.findings.dualism.search import Pair
from simpul.findings.dualism.words import Names, difference
from simpul.model import Bilingual, Evidence

__all__ = ["Finding", "Side", "group"]


@dataclass(frozen=True, slots=True)
class Side:
    """One norm of a finding, with where it stands and what it rests on."""

    norm: Norm
    label: Bilingual
    provision: Bilingual
    instrument: Bilingual
    evidence: tuple[Evidence, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The side under the keys of the command line."""
        norm = self.norm
        authorities = sorted(norm.authorities)
        return {
            "norm": norm.iri,
            "label": self.label.as_json(),
            "provision": norm.provision,
            "instrument": norm.instrument,
            "authority": authorities[0] if authorities else None,
            "penalty": norm.penalty.as_json() if norm.penalty else None,
            "from": _day(norm.start),
            "until": _day(norm.end),
            "evidence": [
                {"source": e.source, "locator": e.locator, "confidence": e.confidence}
                for e in self.evidence
            ],
        }


@dataclass(frozen=True, slots=True)
class Finding:
    """One dualism: two or more norms on one matter that pull apart."""

    id: str
    kind: str
    matter: str
    conduct: str
    start: str
    end: str
    sides: tuple[Side, ...]
    pairs: tuple[tuple[str, str], ...]
    difference: Bilingual
    resolution: Resolution

    @property
    def status(self) -> str:
        """``resolved``, ``parallel`` or ``open``."""
        return self.resolution.status

    def as_json(self) -> dict[str, Any]:
        """The finding under the keys of the command line."""
        resolution = self.resolution
        return {
            "id": self.id,
            "kind": self.kind,
            "status": self.status,
            "matter": self.matter,
            "conduct": self.conduct,
            "from": _day(self.start),
            "until": _day(self.end),
            "difference": self.difference.as_json(),
            "sides": [side.as_json() for side in self.sides],
            "pairs": [list(pair) for pair in self.pairs],
            "resolution": {
                "canon": resolution.canon,
                "prevails": resolution.prevails,
                "why": resolution.why.as_json(),
                "trace": [
                    {
                        "canon": step.canon,
                        "outcome": step.outcome,
                        "favours": step.favours,
                        "premises": list(step.premises),
                        "why": step.why.as_json(),
                    }
                    for step in resolution.trace
                ],
            },
        }


def group(
    pairs: Iterable[Pair],
    book: RuleBook,
    names: Names,
    evidence: Mapping[str, tuple[Evidence, ...]],
    *,
    as_of: str | None = None,
) -> list[Finding]:
    """Findings of pairs: one for each kind, common ground, resolution and stretch of time.

    The common ground of a pair is the narrower of its two matters and conducts.
    Pairs whose days in force do not run into each other are findings apart, so
    that an old law and its successor never stand in one. With ``as_of`` only
    pairs of which both norms are in force on that day count.
    """
    groups: dict[tuple[str, ...], list[_Member]] = defaultdict(list)
    for kind, first, second in sorted(pairs):
        a, b = book.norms[first], book.norms[second]
        if as_of is not None and not (a.holds_on(as_of) and b.holds_on(as_of)):
            continue
        resolution = resolve(kind, a, b, book, as_of=as_of)
        ground = (
            _narrower(a.matters, b.matters, book),
            _narrower(a.conducts, b.conducts, book),
        )
        stands = (resolution.status, resolution.canon, resolution.prevails or "")
        member = _Member(a, b, resolution, *(overlap(a, b) or (ALWAYS, NEVER)))
        groups[kind, *ground, *stands].append(member)
    found = [
        _finding(key, stretch, names, evidence)
        for key, members in groups.items()
        for stretch in _stretches(members)
    ]
    return sorted(found, key=_order)


@dataclass(frozen=True, slots=True)
class _Member:
    """One pair of a group, with its resolution and the days both are in force."""

    a: Norm
    b: Norm
    resolution: Resolution
    start: str
    end: str


def _stretches(members: Iterable[_Member]) -> Iterator[list[_Member]]:
    """Members whose periods overlap, directly or through others, kept together."""
    stretch: list[_Member] = []
    for member in sorted(members, key=lambda m: (m.start, m.end, m.a.iri, m.b.iri)):
        if stretch and member.start >= max(m.end for m in stretch):
            yield stretch
            stretch = []
        stretch.append(member)
    yield stretch


_STATUS = {"open": 0, "parallel": 1, "resolved": 2}


def _order(finding: Finding) -> tuple[object, ...]:
    return finding.matter, _STATUS[finding.status], finding.kind, finding.id


def _finding(
    key: tuple[str, ...],
    members: list[_Member],
    names: Names,
    evidence: Mapping[str, tuple[Evidence, ...]],
) -> Finding:
    kind, matter, conduct, *_ = key
    norms = {norm.iri: norm for member in members for norm in (member.a, member.b)}
    first = members[0]
    return Finding(
        id=_name(kind, norms),
        kind=kind,
        matter=matter,
        conduct=conduct,
        start=min(member.start for member in members),
        end=max(member.end for member in members),
        sides=tuple(_side(norms[iri], names, evidence) for iri in sorted(norms)),
        pairs=tuple((member.a.iri, member.b.iri) for member in members),
        difference=difference(kind, first.a, first.b, names),
        resolution=first.resolution,
    )


def _side(norm: Norm, names: Names, evidence: Mapping[str, tuple[Evidence, ...]]) -> Side:
    provision, instrument = names(norm.provision), names(norm.instrument)
    return Side(
        norm=norm,
        label=names(norm.iri),
        provision=Bilingual(
            _placed(provision.id, instrument.id), _placed(provision.en, instrument.en)
        ),
        instrument=instrument,
        evidence=evidence.get(norm.iri, ()),
    )


def _placed(provision: str, instrument: str) -> str:
    return provision if instrument in provision else f"{instrument}, {provision}"


def _name(kind: str, norms: Iterable[str]) -> str:
    said = "\n".join([kind, *sorted(norms)])
    return f"{kind}-{hashlib.sha256(said.encode()).hexdigest()[:8]}"


def _narrower(a: frozenset[str], b: frozenset[str], book: RuleBook) -> str:
    shared = {x for x in a if book.above(x) & b} | {y for y in b if book.above(y) & a}
    return min(shared)


def _day(day: str) -> str | None:
    return None if day in (ALWAYS, NEVER) else day
