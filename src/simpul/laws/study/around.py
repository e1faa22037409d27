"""What lies around a curated graph: laws that touch its field and it does not hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from simpul.laws.study.rows import Select, instrument_of, name_of
from simpul.laws.study.scope import Touching
from simpul.laws.study.status import Status

__all__ = ["Around", "Tie", "around"]

_TIES = """SELECT ?from ?p ?to WHERE {
  VALUES ?p { pol:refersTo eli:amends eli:repeals pol:repealsInPart } ?from ?p ?to }"""
_KINDS = {"refersTo": "refers to", "amends": "amends", "repeals": "repeals",
          "repealsInPart": "repeals in part"}  # fmt: skip
ACTS = frozenset({"amends", "repeals", "repeals in part"})
"""Ties that change the law they lead to."""


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """How often one law refers to another, or that it amends or repeals it."""

    source: str
    target: str
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Around:
    """A law the curated graph lacks, what of the field it touches, its ties to the graph."""

    law: Touching
    ties: tuple[Tie, ...]

    @property
    def weight(self) -> int:
        """The number of its ties; a law that quotes another a hundred times has one."""
        return len(self.ties)

    @property
    def acts(self) -> bool:
        """Whether it changes a law of the curated graph, or is changed by one."""
        return any(tie.kind in ACTS for tie in self.ties)

    @property
    def why(self) -> str:
        """Its ties in words, strongest first."""
        told = []
        for tie in sorted(self.ties, key=lambda one: (one.kind not in ACTS, -one.count, one)):
            times = f" ({tie.count} times)" if tie.count > 1 and tie.kind not in ACTS else ""
            if tie.source == self.law.law:
                told.append(f"{tie.kind} {tie.target}{times}")
            else:
                told.append(f"{tie.source} {tie.kind} it{times}")
        return "; ".join(told)


def around(
    select: Select,
    status: Status,
    touching: Sequence[Touching],
    curated: Collection[str],
    as_of: str | None = None,
) -> list[Around]:
    """Laws that touch the field, or change a curated law, and are not curated; most ties first.

    Laws repealed on the day are left out: the question is what to look at now.
    """
    ties: dict[str, list[Tie]] = defaultdict(list)
    for tie in _ties(select):
        inside, outside = tie.target in curated, tie.source in curated
        if inside != outside:
            ties[tie.source if inside else tie.target].append(tie)
    found = {one.law: one for one in touching}
    for law, joined in ties.items():
        acting = any(tie.kind in ACTS and tie.source == law for tie in joined)
        if acting and law not in found and law in status.start:
            state = status.state(law, as_of)
            found[law] = Touching(law, status.titles.get(law, ""), state, False, 0, 0)
    lacking = [
        Around(one, tuple(sorted(ties.get(name, ()))))
        for name, one in found.items()
        if name not in curated and one.state != "repealed"
    ]
    return sorted(lacking, key=lambda one: (-one.weight, -one.law.provisions, one.law.law))


def _ties(select: Select) -> list[Tie]:
    """How the laws of a store are tied, two laws and a kind at a time."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for row in select(_TIES):
        aim = name_of(row["to"])
        source, target = instrument_of(name_of(row["from"])), instrument_of(aim)
        kind = _KINDS[row["p"].rpartition("#")[2]]
        if kind == "repeals" and aim != target:
            kind = "repeals in part"
        if source != target:
            counts[source, target, kind] += 1
    return [Tie(*names, count) for names, count in sorted(counts.items())]
