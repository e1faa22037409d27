"""How much is at stake in a finding, by stated measures; none is added to another.

- ``gap_min_months``, ``gap_max_months``: distance between the highest and lowest
  minimum and maximum imprisonment (months; no minimum counts as 0)
- ``gap_max_fine``: distance between the highest and lowest maximum fine (rupiah)
- ``bearers``: how many classes of bearers, themselves or within, both sides bind
- ``overlap_days``: days both sides were or will be in force together, up to a day
- ``bodies``: how many authorities and bearing bodies the sides name
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from simpul.findings.dualism.finding import Finding
from simpul.findings.dualism.rulebook import ALWAYS, NEVER, RuleBook

__all__ = ["Severity", "severity"]


@dataclass(frozen=True, slots=True)
class Severity:
    """The measures of one finding; None where a measure does not apply."""

    gap_min_months: int | None
    gap_max_months: int | None
    gap_max_fine: int | None
    bearers: int
    overlap_days: int | None
    bodies: int

    def as_json(self) -> dict[str, int | None]:
        """The measures by name."""
        return asdict(self)


def severity(finding: Finding, book: RuleBook, *, until: str | None = None) -> Severity:
    """The measures of a finding; ``until`` ends an overlap that is still open."""
    penalties = [side.norm.penalty for side in finding.sides if side.norm.penalty]
    bodies = {
        iri
        for side in finding.sides
        for iri in (*side.norm.authorities, *(side.norm.bearers & book.bodies))
    }
    return Severity(
        gap_min_months=_gap([p.min_months or 0 for p in penalties]),
        gap_max_months=_gap([p.max_months for p in penalties if p.max_months is not None]),
        gap_max_fine=_gap([p.max_fine for p in penalties if p.max_fine is not None]),
        bearers=len(_bound(finding, book)),
        overlap_days=_days(finding.start, finding.end, until),
        bodies=len(bodies),
    )


def _gap(numbers: list[int]) -> int | None:
    return max(numbers) - min(numbers) if len(numbers) > 1 else None


def _bound(finding: Finding, book: RuleBook) -> set[str]:
    """Classes of bearers that lie within some bearer of every side that names one."""
    scopes = [side.norm.bearers for side in finding.sides if side.norm.bearers]
    return {
        iri
        for iri, above in book.within.items()
        if scopes and all(above & scope for scope in scopes)
    }


def _days(start: str, end: str, until: str | None) -> int | None:
    last = until if end == NEVER else end
    if last is None or start == ALWAYS:
        return None
    return max(0, (date.fromisoformat(last) - date.fromisoformat(start)).days)
