"""The sides of a finding: each norm with where it stands, what it rests on, what changed it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from simpul.findings.dualism.acts import Act
from simpul.findings.dualism.canons import Canons
from simpul.findings.dualism.grounds import Grounds
from simpul.findings.dualism.rulebook import ALWAYS, NEVER, Norm
from simpul.findings.dualism.words import Names
from simpul.model import Bilingual, Evidence

__all__ = ["Record", "Side", "Telling", "side", "written"]


@dataclass(frozen=True, slots=True)
class Side:
    """One norm of a finding, with where it stands and what it rests on.

    ``changed_by`` are the acts that changed its provision, or what contains it, after
    the norm began and while it is held to be in force: its text may be another by now.
    An act whose text is among the sources of the norm has been looked at.
    """

    norm: Norm
    label: Bilingual
    provision: Bilingual
    instrument: Bilingual
    evidence: tuple[Evidence, ...] = ()
    changed_by: tuple[Act, ...] = ()

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
            "from": written(norm.start),
            "until": written(norm.end),
            "evidence": [
                {"source": e.source, "locator": e.locator, "confidence": e.confidence}
                for e in self.evidence
            ],
        }


@dataclass(frozen=True, slots=True)
class Record:
    """What a graph says around its norms: names, evidence, canons, and acts of change."""

    names: Names
    evidence: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    canons: Canons = field(default_factory=Canons)
    acts: Mapping[str, Sequence[Act]] = field(default_factory=dict)
    read: Mapping[str, Collection[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Telling:
    """What the words of findings are made from."""

    grounds: Grounds
    record: Record


def side(norm: Norm, telling: Telling) -> Side:
    """The side a norm makes."""
    record = telling.record
    provision, instrument = record.names(norm.provision), record.names(norm.instrument)
    return Side(
        norm=norm,
        label=record.names(norm.iri),
        provision=Bilingual(
            _placed(provision.id, instrument.id), _placed(provision.en, instrument.en)
        ),
        instrument=instrument,
        evidence=record.evidence.get(norm.iri, ()),
        changed_by=_changes(norm, telling),
    )


def _changes(norm: Norm, telling: Telling) -> tuple[Act, ...]:
    record = telling.record
    end = min(norm.end, telling.grounds.as_of or norm.end)
    seen = record.read.get(norm.iri, ())
    found = {
        act
        for place in norm.places
        for act in record.acts.get(place, ())
        if norm.start < act.day < end and act.act not in seen
    }
    return tuple(sorted(found, key=lambda act: (act.day, act.act, act.place)))


def _placed(provision: str, instrument: str) -> str:
    return provision if instrument in provision else f"{instrument}, {provision}"


def written(day: str) -> str | None:
    """A day for JSON; None for the beginning or the end of time."""
    return None if day in (ALWAYS, NEVER) else day
