"""The embedded engine: Oxigraph in this process, through pyoxigraph itself."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from simpul.engine.graph import Answering, prefixed
from simpul.errors import Place, UnreadableInput

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Quad, Store

__all__ = ["EmbeddedGraph", "UnknownFunction", "merged", "run"]


class EmbeddedGraph(Answering):
    """A dataset in memory, with the quads it was made of.

    The default graph is the merge of all named graphs, held as a graph of its own:
    Oxigraph's union of graphs gives a triple once for each graph it stands in.

    ``quads`` keeps every literal as it was written; the store may rewrite them
    (``"01"^^xsd:integer`` becomes ``"1"``), so exports read from ``quads``.
    """

    def __init__(self, quads: Iterable[Quad]) -> None:
        from pyoxigraph import Store

        self.quads: list[Quad] = list(quads)
        self.store: Store = Store()
        self.store.bulk_extend([*self.quads, *merged(self.quads)])

    def solutions(self, query: str, *, base: str | None = None) -> Any:
        """What pyoxigraph gives for a query: solutions, a boolean, or triples."""
        return run(self.store, query, base=base)


def merged(quads: Iterable[Quad]) -> set[Quad]:
    """Each statement once, in the default graph."""
    from pyoxigraph import Quad

    return {Quad(quad.subject, quad.predicate, quad.object) for quad in quads}


class UnknownFunction(UserWarning):
    """A query calls a function that is not known; it gives no value (SPARQL 1.1, 17.6)."""


def run(store: Store, query: str, *, base: str | None = None) -> Any:
    """What a store answers; a fault of the query is told with its line and column."""
    unknown: dict[NamedNode, Callable[..., Any]] = {}
    while True:
        try:
            return store.query(prefixed(query), base_iri=base, custom_functions=unknown)
        except SyntaxError as error:
            raise _told(error) from error
        except RuntimeError as error:
            name = _function(error)
            if name is None or name in unknown:
                raise
            warnings.warn(f"no function {name} is known; it gives no value", UnknownFunction, 2)
            unknown[name] = _no_value


_NO_FUNCTION = re.compile(r"custom function (<[^<>]*>) is not supported")


def _function(error: RuntimeError) -> NamedNode | None:
    """The function Oxigraph does not know, if it says that."""
    from pyoxigraph import NamedNode

    hit = _NO_FUNCTION.search(str(error))
    return NamedNode(hit[1].strip("<>")) if hit else None


def _no_value(*_: object) -> None:
    return None


_POSITION = re.compile(r"error at (\d+):(\d+): ")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)+"')


def _told(error: SyntaxError) -> UnreadableInput:
    """A syntax error of Oxigraph with its place in the query as the user wrote it."""
    message = str(error.msg)
    place = _POSITION.search(message)
    line, column = (int(place[1]), place[2]) if place else (error.lineno or 2, None)
    tokens = [token.strip('"') for token in _TOKEN.findall(message)]
    expected = f"; expected {' or '.join(tokens[:6])}" if tokens and "expected" in message else ""
    reason = f"it cannot be read on from here{expected}" if place else message
    return UnreadableInput(
        f"the query is not valid SPARQL: {reason}",
        where=Place("query", max(1, line - 1), column),
    )
