"""The findings of the dualism detector as the page shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from simpul.findings.dualism.words import changes, cited
from simpul.model import Bilingual
from simpul.views.explorer.facts import Names
from simpul.views.explorer.scene import (
    Canon,
    Change,
    Evidence,
    Finding,
    Penalty,
    Resolution,
    Side,
    Status,
    Test,
    Text,
)

if TYPE_CHECKING:
    from simpul.findings import dualism

__all__ = ["shown"]

_OPEN_ENDS = ("0001-01-01", "9999-12-31")
"""How the detector writes the beginning and the end of time."""


def shown(
    finding: dualism.Finding,
    study: dualism.Study,
    named: Names,
    evidence: dict[str, tuple[Evidence, ...]],
) -> Finding:
    """One finding with its sides, the tests that made it and its history."""
    resolution = finding.resolution
    return Finding(
        id=finding.id,
        kind=finding.kind,
        status=cast(Status, finding.status),
        matter=_text(study.name(finding.matter)),
        conduct=_text(study.name(finding.conduct)),
        difference=_text(finding.difference),
        begins=_day(finding.start),
        ends=_day(finding.end),
        pairs=tuple(finding.pairs),
        sides=tuple(_side(side, study, named, evidence) for side in finding.sides),
        resolution=Resolution(
            cast(Canon, resolution.canon), resolution.prevails or "", _text(resolution.why)
        ),
        told_of=_text(finding.told_of) if finding.told_of else Text(),
        stale=finding.stale,
        trace=_trace(finding, study),
        history=tuple(
            Change(_day(moment.day), _text(moment.why)) for moment in study.history(finding)
        ),
    )


def _side(
    side: dualism.Side,
    study: dualism.Study,
    named: Names,
    evidence: dict[str, tuple[Evidence, ...]],
) -> Side:
    norm = side.norm
    authorities = [named(iri) for iri in sorted(norm.authorities)]
    return Side(
        norm=norm.iri,
        label=_text(side.label),
        provision=_text(side.provision),
        instrument=_text(side.instrument),
        authority=Text("; ".join(a.id for a in authorities), "; ".join(a.en for a in authorities)),
        penalty=_penalty(norm.penalty) if norm.penalty else None,
        begins=_day(norm.start),
        ends=_day(norm.end),
        changed=_text(changes(side.changed_by, study.name)) if side.changed_by else Text(),
        evidence=evidence.get(norm.iri, ()),
    )


def _penalty(found: dualism.Penalty) -> Penalty:
    return Penalty(
        found.min_months,
        found.max_months,
        found.life,
        found.min_fine,
        found.max_fine,
        found.join or "",
    )


def _trace(finding: dualism.Finding, study: dualism.Study) -> tuple[Test, ...]:
    """Every test on the first pair, then the canons that were tried on it."""
    tests = study.explain(*finding.pairs[0]).tests
    steps = [(step, cited(step, study.name)) for step in finding.resolution.trace]
    return (
        *(Test(test.test, test.holds, _text(test.why)) for test in tests),
        *(Test(step.canon, bool(step.favours), _text(why), step.outcome) for step, why in steps),
    )


def _text(words: Bilingual) -> Text:
    return Text(words.id, words.en)


def _day(day: str) -> str:
    """A day, or nothing where the detector writes the beginning or end of time."""
    return "" if day in _OPEN_ENDS else day
