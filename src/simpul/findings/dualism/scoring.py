"""The detector held against a table of what it should find and what it should not."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from simpul.errors import Place, UnreadableInput
from simpul.findings.dualism.search import Pair
from simpul.findings.dualism.study import Study
from simpul.terms import local_name

__all__ = ["Expectation", "Score", "read_expectations", "score"]

_COLUMNS = ("id", "kind", "a", "b", "expected")


@dataclass(frozen=True, slots=True)
class Expectation:
    """One row of the table: a pair of provisions or norms, and whether it is a dualism.

    ``expected`` is a status (open, parallel, resolved), ``yes`` for any, or ``no``.
    """

    id: str
    kind: str
    a: str
    b: str
    expected: str


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs found as expected, rightly quiet, missed, found in spite of a no, or in no row."""

    found: tuple[Expectation, ...]
    quiet: tuple[Expectation, ...]
    missed: tuple[Expectation, ...]
    wrong: tuple[Expectation, ...]
    extra: tuple[Pair, ...]

    @property
    def precision(self) -> float:
        """Pairs found that were expected, among all found."""
        hits = len(self.found)
        return hits / (hits + len(self.wrong) + len(self.extra) or 1)

    @property
    def recall(self) -> float:
        """Pairs expected that were found, among all expected."""
        return len(self.found) / (len(self.found) + len(self.missed) or 1)


def read_expectations(path: Path) -> list[Expectation]:
    """The rows of a table with the columns id, kind, a, b, expected."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except OSError as error:
        raise UnreadableInput(
            f"cannot open the table: {error.strerror}", where=str(path)
        ) from error
    for number, row in enumerate(rows, 2):
        if any(not row.get(name) for name in _COLUMNS):
            raise UnreadableInput(
                "the row is not complete",
                where=Place(str(path), number, rows=True),
                todo=f"Fill in {', '.join(_COLUMNS)}.",
            )
    return [Expectation(*(row[name] for name in _COLUMNS)) for row in rows]


def score(study: Study, expectations: Iterable[Expectation]) -> Score:
    """The findings of a study against expectations; a pair is named by its places."""
    status = {
        (finding.kind, *pair): finding.status for finding in study.find() for pair in finding.pairs
    }
    found: list[Expectation] = []
    quiet: list[Expectation] = []
    missed: list[Expectation] = []
    wrong: list[Expectation] = []
    met: set[Pair] = set()
    for row in expectations:
        hits = {pair for pair in status if _is(row, pair, study)}
        met |= hits
        if row.expected == "no":
            (wrong if hits else quiet).append(row)
        elif any(row.expected in ("yes", status[pair]) for pair in hits):
            found.append(row)
        else:
            missed.append(row)
    return Score(
        tuple(found), tuple(quiet), tuple(missed), tuple(wrong), tuple(sorted(status.keys() - met))
    )


def _is(row: Expectation, pair: Pair, study: Study) -> bool:
    kind, first, second = pair
    if row.kind not in ("any", kind):
        return False
    a, b = (_names(iri, study) for iri in (first, second))
    return (row.a in a and row.b in b) or (row.a in b and row.b in a)


def _names(iri: str, study: Study) -> set[str]:
    return {local_name(place) for place in study.book.norms[iri].places}
