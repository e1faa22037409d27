"""Two sets of findings side by side: on two days, or before and after a change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simpul.findings.dualism.finding import Finding

__all__ = ["Comparison", "compare"]

_PairKey = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Findings only in the first set, only in the second, in both, and with another status.

    A finding counts as the same when some pair of its norms is in both sets.
    """

    closed: tuple[Finding, ...]
    opened: tuple[Finding, ...]
    stayed: tuple[Finding, ...]
    changed: tuple[tuple[Finding, Finding], ...]


def compare(before: Iterable[Finding], after: Iterable[Finding]) -> Comparison:
    """What closed, opened, stayed and changed from one set of findings to another."""
    before, after = tuple(before), tuple(after)
    old, new = _by_pair(before), _by_pair(after)
    shared = [(a, new[pair]) for a in before for pair in _pairs(a)[:1] if pair in new]
    changed = tuple((a, b) for a, b in shared if _stand(a) != _stand(b))
    return Comparison(
        closed=tuple(f for f in before if not any(pair in new for pair in _pairs(f))),
        opened=tuple(f for f in after if not any(pair in old for pair in _pairs(f))),
        stayed=tuple(b for a, b in shared if _stand(a) == _stand(b)),
        changed=changed,
    )


def _stand(finding: Finding) -> tuple[str, str, str | None]:
    resolution = finding.resolution
    return resolution.status, resolution.canon, resolution.prevails


def _pairs(finding: Finding) -> list[_PairKey]:
    return [(finding.kind, a, b) for a, b in finding.pairs]


def _by_pair(findings: Iterable[Finding]) -> dict[_PairKey, Finding]:
    return {pair: finding for finding in findings for pair in _pairs(finding)}
