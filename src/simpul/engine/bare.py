"""Files as they are: the dataset a query names, with nothing of simpul's added."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simpul.engine.embedded import run
from simpul.engine.graph import Answering
from simpul.sources import read_source

if TYPE_CHECKING:
    from pyoxigraph import Quad

__all__ = ["BareGraph"]

_DEFAULT = "urn:simpul:default"


class BareGraph(Answering):
    """Files as default graph and named graphs, as SPARQL 1.1 section 13 has it."""

    def __init__(self, data: Iterable[Path], named: Iterable[tuple[str, Path]]) -> None:
        from pyoxigraph import NamedNode, Quad, Store

        default = NamedNode(_DEFAULT)
        self.quads: list[Quad] = []
        for path in data:
            for quad in read_source(path, graph=_DEFAULT):
                home = quad.graph_name
                triple = (quad.subject, quad.predicate, quad.object)
                self.quads.append(Quad(*triple) if home == default else quad)
        for name, path in named:
            self.quads += read_source(path, graph=name)
        self.store = Store()
        self.store.bulk_extend(self.quads)

    def solutions(self, query: str, *, base: str | None = None) -> Any:
        """What pyoxigraph gives for a query: solutions, a boolean, or triples."""
        return run(self.store, query, base=base)
