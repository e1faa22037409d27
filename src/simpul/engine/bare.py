"""Files as they are: the dataset a query names, with nothing of simpul's added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simpul.engine.embedded import run
from simpul.engine.graph import Answering
from simpul.sources import PLAIN, Reading, apart, read_source

if TYPE_CHECKING:
    from pyoxigraph import Quad

__all__ = ["BareGraph"]

_DEFAULT = "urn:simpul:default"


class BareGraph(Answering):
    """Files as default graph and named graphs, as SPARQL 1.1 section 13 has it.

    The base of a file that is a named graph is the name of the graph, as if it had
    been fetched from there (RFC 3986, section 5.1.3).
    """

    def __init__(
        self,
        data: Iterable[Path],
        named: Iterable[tuple[str, Path]] = (),
        reading: Reading = PLAIN,
    ) -> None:
        from pyoxigraph import NamedNode, Store

        self.quads: list[Quad] = []
        self.store = Store()
        files = list(data)
        for number, path in enumerate(files):
            quads = read_source(path, graph=_DEFAULT, reading=reading)
            self.quads += (_in_default(quad) for quad in apart(quads, number))
        for number, (name, path) in enumerate(named, len(files)):
            own = replace(reading, base=name)
            self.quads += apart(read_source(path, graph=name, reading=own), number)
            self.store.add_graph(NamedNode(name))
        self.store.bulk_extend(self.quads)

    def holds(self, graph: str) -> bool:
        """Whether a named graph was given; it may be empty."""
        from pyoxigraph import NamedNode

        return self.store.contains_named_graph(NamedNode(graph))

    def solutions(self, query: str, *, base: str | None = None) -> Any:
        """What pyoxigraph gives for a query: solutions, a boolean, or triples."""
        return run(self.store, query, base=base)


def _in_default(quad: Quad) -> Quad:
    from pyoxigraph import NamedNode, Quad

    if quad.graph_name == NamedNode(_DEFAULT):
        return Quad(quad.subject, quad.predicate, quad.object)
    return quad
