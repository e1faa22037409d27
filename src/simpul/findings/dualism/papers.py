"""What findings are told with: labels and evidence, read when first asked for.

A large graph has a label for every provision and evidence for every norm, and most
runs tell of few of them or of none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Generic, TypeVar

from simpul.engine import Graph
from simpul.findings.dualism.rulebook import bilingual
from simpul.model import Bilingual, Evidence, Literal

__all__ = ["AskedLabels", "Lazy", "evidence_of", "labels"]

V = TypeVar("V")


class Lazy(Mapping[str, V], Generic[V]):
    """A mapping by IRI that is made when something is first looked up in it."""

    def __init__(self, make: Callable[[], Mapping[str, V]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Mapping[str, V]:
        return self._make()

    def __getitem__(self, iri: str) -> V:
        return self._made[iri]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


class AskedLabels(Mapping[str, Bilingual]):
    """The labels of a large graph, each asked for when it is told."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._known: dict[str, Bilingual | None] = {}

    def __getitem__(self, iri: str) -> Bilingual:
        if iri not in self._known:
            self._known[iri] = labels(self._graph, f"VALUES ?thing {{ <{iri}> }}").get(iri)
        found = self._known[iri]
        if found is None:
            raise KeyError(iri)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(labels(self._graph))

    def __len__(self) -> int:
        return len(labels(self._graph))


def labels(graph: Graph, which: str = "") -> dict[str, Bilingual]:
    """The labels of everything in a graph that has one, or of what a pattern names."""
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    for row in graph.select(_LABELS.replace("# which", which)):
        label = row["label"]
        if isinstance(label, Literal):
            texts[str(row["thing"])].setdefault(label.language or "", label.value)
    return {iri: bilingual(found, iri) for iri, found in texts.items()}


_MANY_NORMS = 2_000
"""Above this it is quicker to read all evidence than to name the norms it is wanted for."""


def evidence_of(graph: Graph, norms: Iterable[str]) -> Mapping[str, tuple[Evidence, ...]]:
    """What each norm rests on: source, locator, confidence."""
    wanted = sorted(norms)
    if len(wanted) > _MANY_NORMS:
        return Lazy(lambda: _evidence(graph, "?norm a pol:Norm ."))
    named = " ".join(f"<{iri}>" for iri in wanted)
    return _evidence(graph, f"VALUES ?norm {{ {named} }}") if wanted else {}


def _evidence(graph: Graph, which: str) -> dict[str, tuple[Evidence, ...]]:
    found: dict[str, set[Evidence]] = defaultdict(set)
    for row in graph.select(_EVIDENCE.replace("# which", which)):
        found[str(row["norm"])].add(
            Evidence(
                source=str(row["source"]),
                locator=str(row.get("locator", "")),
                confidence=str(row.get("confidence", "")),
                phrase=str(row.get("phrase", "")),
            )
        )
    return {
        iri: tuple(sorted(pieces, key=lambda e: (e.source, e.locator)))
        for iri, pieces in found.items()
    }


_EVIDENCE = """
SELECT ?norm ?source ?locator ?confidence ?phrase WHERE {
  # which
  ?norm pol:evidence ?evidence . ?evidence oa:hasSource ?source .
  OPTIONAL { ?evidence pol:locator ?locator }
  OPTIONAL { ?evidence pol:confidence ?confidence }
  OPTIONAL { ?evidence pol:phrase ?phrase }
}
"""
_LABELS = """
SELECT ?thing ?label WHERE {
  {
    # which
    ?thing rdfs:label ?label
  } UNION {
    # which
    ?thing skos:prefLabel ?label
  }
}
"""
