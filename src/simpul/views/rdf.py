"""The graph written out as RDF: equal graphs give equal bytes.

Written from the quads as they were read, never from the store, which rewrites
literals. Quads are sorted; where blank nodes are present they are named by
RDFC-1.0 (W3C, RDF Dataset Canonicalization) first.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from simpul.terms import PREFIXES

if TYPE_CHECKING:
    from pyoxigraph import Quad

__all__ = ["FORMATS", "written"]

FORMATS = {
    "ttl": "text/turtle",
    "trig": "application/trig",
    "nt": "application/n-triples",
    "nq": "application/n-quads",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
}
"""Media type by format name."""

_WITH_GRAPHS = {"trig", "nq", "jsonld"}


def written(quads: Iterable[Quad], form: str) -> bytes:
    """The quads in a format; those without named graphs get the merge of all.

    The ontology and what is derived at load are left out of neither, so that the
    file answers every question and rule on any engine.
    """
    from pyoxigraph import RdfFormat, Triple, serialize

    named = list(_canonical(quads))
    prefixes = {name: str(space) for name, space in PREFIXES.items()}
    if form in ("nt", "nq", "jsonld"):
        prefixes = {}
    media = RdfFormat.from_media_type(FORMATS[form])
    if form in _WITH_GRAPHS:
        ordered = sorted(set(named), key=_graph_first)
        return serialize(ordered, format=media, prefixes=prefixes or None) or b""
    merged = {Triple(quad.subject, quad.predicate, quad.object) for quad in named}
    return serialize(sorted(merged, key=str), format=media, prefixes=prefixes or None) or b""


def _graph_first(quad: Quad) -> tuple[str, str]:
    return str(quad.graph_name), str(quad)


def _canonical(quads: Iterable[Quad]) -> Iterable[Quad]:
    from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset

    found = list(quads)
    if not any(isinstance(t, BlankNode) for q in found for t in (q.subject, q.object)):
        return found
    dataset = Dataset(found)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return list(dataset)
