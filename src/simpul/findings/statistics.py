"""Counts of a graph, its canonical hash, and who stands at its centre."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simpul.engine import Graph
from simpul.engine.canonical import canonicalized
from simpul.network import network
from simpul.terms import curie

if TYPE_CHECKING:
    from pyoxigraph import Quad

__all__ = ["Centrality", "canonical_hash", "centralities", "class_counts", "read_by_rdflib"]

_CLASSES = "SELECT ?class (COUNT(DISTINCT ?thing) AS ?n) WHERE { ?thing a ?class } GROUP BY ?class"


@dataclass(frozen=True, slots=True)
class Centrality:
    """Degree (statements) and betweenness (0 to 1) of one labelled thing."""

    iri: str
    label: str
    kind: str
    degree: int
    betweenness: float


def class_counts(graph: Graph) -> list[tuple[str, int]]:
    """How many things each class has, most first."""
    counts = {curie(str(row["class"])): int(str(row["n"])) for row in graph.select(_CLASSES)}
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def canonical_hash(quads: Iterable[Quad]) -> str:
    """SHA-256 over the sorted N-Quads of the dataset, blank nodes named by RDFC-1.0."""
    lines = sorted({f"{quad} .\n" for quad in canonicalized(quads)})
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def read_by_rdflib(quads: Iterable[Quad]) -> str:
    """The canonical hash after rdflib has read the dataset and written it again."""
    import rdflib
    from pyoxigraph import RdfFormat, parse, serialize

    text = serialize(sorted(set(quads), key=str), format=RdfFormat.N_QUADS) or b""
    kept, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    try:
        dataset = rdflib.Dataset()
        dataset.parse(data=text, format="nquads")
        again = dataset.serialize(format="nquads")
    finally:
        rdflib.NORMALIZE_LITERALS = kept
    return canonical_hash(parse(again, format=RdfFormat.N_QUADS))


def centralities(graph: Graph, *, lang: str = "en", most: int = 15) -> list[Centrality]:
    """The things with the highest betweenness in the undirected network, concepts left out."""
    import networkx

    found = network(graph)
    found.remove_nodes_from([n for n, kind in found.nodes(data="kind") if kind == "concept"])
    between = networkx.betweenness_centrality(networkx.Graph(found))
    ranked = sorted(between, key=lambda iri: (-between[iri], iri))[:most]
    return [
        Centrality(
            iri,
            found.nodes[iri][f"label_{lang}"],
            found.nodes[iri]["kind"],
            found.degree(iri),
            round(between[iri], 4),
        )
        for iri in ranked
    ]
