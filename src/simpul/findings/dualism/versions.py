"""Which version of a rule a name stands for, where its words changed over time.

A rule that an act changed stands in the graph as several norms of one provision, one
after the other: ``n-tppo-4`` until 2 January 2026, ``n-tppo-4-2026`` since.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from simpul.findings.dualism.rulebook import Norm

__all__ = ["current"]


def current(norms: Iterable[Norm], as_of: str | None = None) -> list[Norm]:
    """The norms with, of versions of one rule, the one in force on a day, or the latest.

    A rule that no version of is in force on the day is stood for by its latest.
    """
    rules: dict[tuple[object, ...], list[Norm]] = defaultdict(list)
    for norm in norms:
        rules[norm.rule].append(norm)
    kept: list[Norm] = []
    for versions in rules.values():
        versions.sort(key=lambda norm: norm.start)
        if any(one.end > other.start for one, other in pairwise(versions)):
            kept += versions
            continue
        then = [one for one in versions if as_of and one.holds_on(as_of)]
        kept += then or versions[-1:]
    return sorted(kept, key=lambda norm: norm.iri)
