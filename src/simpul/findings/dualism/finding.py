"""Findings: conflicting pairs grouped by what they are about, told in words."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
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
    """Findings of pairs: one for each kind, common ground, period and resolution.

    The common ground of a pair is the narrower of its two matters and conducts,
    its period the days on which both norms are in force.
    With ``as_of`` only pairs of which both norms are in force on that day count.
    """
    groups: dict[tuple[str, ...], list[tuple[Norm, Norm, Resolution]]] = defaultdict(list)
    for kind, first, second in sorted(pairs):
        a, b = book.norms[first], book.norms[second]
        if as_of is not None and not (a.holds_on(as_of) and b.holds_on(as_of)):
            continue
        resolution = resolve(kind, a, b, book, as_of=as_of)
        ground = (
            _narrower(a.matters, b.matters, book),
            _narrower(a.conducts, b.conducts, book),
        )
        period = overlap(a, b) or (ALWAYS, NEVER)
        stands = (resolution.status, resolution.canon, resolution.prevails or "")
        groups[kind, *ground, *period, *stands].append((a, b, resolution))
    found = [_finding(key, members, names, evidence) for key, members in groups.items()]
    return sorted(found, key=_order)


_STATUS = {"open": 0, "parallel": 1, "resolved": 2}


def _order(finding: Finding) -> tuple[object, ...]:
    return finding.matter, _STATUS[finding.status], finding.kind, finding.id


def _finding(
    key: tuple[str, ...],
    members: list[tuple[Norm, Norm, Resolution]],
    names: Names,
    evidence: Mapping[str, tuple[Evidence, ...]],
) -> Finding:
    kind, matter, conduct, start, end, *_ = key
    norms = {norm.iri: norm for a, b, _ in members for norm in (a, b)}
    a, b, resolution = members[0]
    return Finding(
        id=_name(kind, norms),
        kind=kind,
        matter=matter,
        conduct=conduct,
        start=start,
        end=end,
        sides=tuple(_side(norms[iri], names, evidence) for iri in sorted(norms)),
        pairs=tuple((a.iri, b.iri) for a, b, _ in members),
        difference=difference(kind, a, b, names),
        resolution=resolution,
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
