"""The part of a large store that lies near one entity, as a graph of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from simpul.engine.embedded import EmbeddedGraph
from simpul.errors import LimitReached
from simpul.terms import OA, POL, RDF, RDFS

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Quad, Store

    from simpul.engine.stored import StoredGraph

__all__ = ["LARGE", "nearby"]

LARGE = 1_000_000
"""Statements from which on a store is asked in parts."""

_HUB = 300
"""What more statements than this point at is shown and not walked through."""

_MOST = 6000
_BOOKKEEPING = frozenset(
    {RDF["type"], POL["assertedBy"], OA["hasSource"], POL["evidence"], RDF["predicate"]}
)


def nearby(graph: StoredGraph, start: str, depth: int) -> EmbeddedGraph:
    """The statements about an entity and all that lies within some steps of it.

    Raises LimitReached where that is more than a page can show.
    """
    from pyoxigraph import DefaultGraph, NamedNode

    reached = {NamedNode(start)}
    rim = list(reached)
    for step in range(depth):
        found = {other for node in rim for other in _neighbours(graph.store, node, first=not step)}
        rim = sorted(found - reached, key=str)
        reached |= found
        if len(reached) > _MOST:
            raise LimitReached(
                f"more than {_MOST} things lie within {step + 1} steps",
                todo="Draw fewer steps with --depth.",
            )
    quads = {quad for node in reached for quad in _told(graph.store, node)}
    named = {quad.object for quad in quads if isinstance(quad.object, NamedNode)} - reached
    for node in sorted(named, key=str):
        quads |= {
            quad
            for name in ("label", "type")
            for quad in graph.store.quads_for_pattern(node, _term(name), None, None)
        }
    kept = [quad for quad in quads if quad.graph_name != DefaultGraph()]
    return EmbeddedGraph(sorted(kept, key=str))


def _term(name: str) -> NamedNode:
    from pyoxigraph import NamedNode

    return NamedNode(RDFS[name] if name == "label" else RDF[name])


def _neighbours(store: Store, node: NamedNode, *, first: bool) -> Iterator[NamedNode]:
    """What a node points at, and what points at it unless that is too much."""
    from pyoxigraph import DefaultGraph, NamedNode

    default = DefaultGraph()
    for quad in store.quads_for_pattern(node, None, None, default):
        if quad.predicate.value not in _BOOKKEEPING and isinstance(quad.object, NamedNode):
            yield quad.object
    pointing = []
    for quad in store.quads_for_pattern(None, None, node, default):
        if quad.predicate.value not in _BOOKKEEPING and isinstance(quad.subject, NamedNode):
            pointing.append(quad.subject)
        if len(pointing) > _HUB and not first:
            return
    yield from pointing


def _told(store: Store, node: NamedNode) -> Iterator[Quad]:
    """What is said of a node, with its evidence and the claims that say so."""
    from pyoxigraph import NamedNode

    waiting: list[Any] = [node]
    for quad in store.quads_for_pattern(None, NamedNode(RDF["subject"]), node, None):
        waiting.append(quad.subject)
    seen = set()
    while waiting:
        thing = waiting.pop()
        if thing in seen:
            continue
        seen.add(thing)
        for quad in store.quads_for_pattern(thing, None, None, None):
            yield quad
            if quad.predicate.value in (POL["evidence"], OA["hasSource"]):
                waiting.append(quad.object)
