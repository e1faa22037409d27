"""Where a state does something and where nothing: measures by type, stage, dimension."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from simpul.engine import Graph
from simpul.model import Bilingual, Literal
from simpul.terms import POL, TIP

__all__ = ["AXES", "Coverage", "coverage"]

AXES = {
    "type": (POL["responseType"], TIP["response-scheme"]),
    "stage": (POL["stage"], TIP["stage-scheme"]),
    "dimension": (POL["dimension"], TIP["security-scheme"]),
}
"""Axes of the table: the property of a measure and the scheme of its concepts."""

_MEASURES = """
SELECT ?measure ?axis ?concept WHERE {
  VALUES ?axis { pol:responseType pol:stage pol:dimension }
  ?measure a pol:Measure . OPTIONAL { ?measure ?axis ?concept }
}
"""
_CONCEPTS = """
SELECT ?concept ?scheme ?label WHERE { ?concept skos:inScheme ?scheme ; skos:prefLabel ?label }
"""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many measures stand at each crossing of two axes; zeros are the gaps."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: dict[tuple[str, str], tuple[str, ...]]
    labels: dict[str, Bilingual]

    @property
    def gaps(self) -> list[tuple[str, str]]:
        """Crossings at which there is no measure."""
        return [(r, c) for r in self.rows for c in self.columns if not self.counts.get((r, c))]


def coverage(graph: Graph, row: str = "type", column: str = "dimension") -> Coverage:
    """The measures of a graph by two of ``AXES``, concepts without any included.

    A measure that names no concept of an axis is counted nowhere on it.
    """
    placed: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for found in graph.select(_MEASURES):
        if "concept" in found:
            placed[str(found["axis"])][str(found["measure"])].add(str(found["concept"]))
    schemes, labels = _concepts(graph)
    (row_property, row_scheme), (column_property, column_scheme) = AXES[row], AXES[column]
    counts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for measure, rows in placed[row_property].items():
        for r in rows:
            for c in placed[column_property].get(measure, ()):
                counts[r, c].add(measure)
    return Coverage(
        rows=tuple(sorted(schemes[row_scheme])),
        columns=tuple(sorted(schemes[column_scheme])),
        counts={key: tuple(sorted(members)) for key, members in counts.items()},
        labels=labels,
    )


def _concepts(graph: Graph) -> tuple[dict[str, set[str]], dict[str, Bilingual]]:
    schemes: dict[str, set[str]] = defaultdict(set)
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    for row in graph.select(_CONCEPTS):
        label = row["label"]
        schemes[str(row["scheme"])].add(str(row["concept"]))
        if isinstance(label, Literal):
            texts[str(row["concept"])][label.language or "en"] = label.value
    labels = {
        iri: Bilingual(found.get("id") or found["en"], found.get("en") or found["id"])
        for iri, found in texts.items()
    }
    return schemes, labels
