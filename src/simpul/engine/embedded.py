"""The embedded engine: Oxigraph in this process, through pyoxigraph itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simpul.engine.graph import prefixed
from simpul.errors import Place, UnreadableInput, WrongUse
from simpul.model import IRI, Answers, Literal, Term
from simpul.sources import gather

if TYPE_CHECKING:
    from pyoxigraph import Quad, Store

__all__ = ["EmbeddedGraph", "load", "plain"]


class EmbeddedGraph:
    """A dataset in memory, with the quads it was made of.

    The default graph is the merge of all named graphs, held as a graph of its own:
    Oxigraph's union of graphs gives a triple once for each graph it stands in.

    ``quads`` keeps every literal as it was written; the store may rewrite them
    (``"01"^^xsd:integer`` becomes ``"1"``), so exports read from ``quads``.
    """

    def __init__(self, quads: Iterable[Quad]) -> None:
        from pyoxigraph import Quad, Store

        self.quads: list[Quad] = list(quads)
        self.store: Store = Store()
        merged = {Quad(quad.subject, quad.predicate, quad.object) for quad in self.quads}
        self.store.bulk_extend([*self.quads, *merged])

    def select(self, query: str) -> Answers:
        """The rows of a SELECT query."""
        from pyoxigraph import QuerySolutions

        found = self._run(query)
        if not isinstance(found, QuerySolutions):
            raise WrongUse("the query is not a SELECT", todo="Begin it with SELECT.")
        names = [variable.value for variable in found.variables]
        rows = [tuple(plain(row[name]) for name in names) for row in found]
        return Answers(tuple(names), rows)

    def ask(self, query: str) -> bool:
        """The answer of an ASK query."""
        return bool(self._run(query))

    def construct(self, query: str) -> list[tuple[object, object, object]]:
        """The triples of a CONSTRUCT or DESCRIBE query."""
        return [(plain(t.subject), plain(t.predicate), plain(t.object)) for t in self._run(query)]

    def _run(self, query: str) -> Any:
        try:
            return self.store.query(prefixed(query))
        except SyntaxError as error:
            raise _told(error) from error


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


def load(sources: Iterable[Path] = (), *, bundled: bool = True) -> EmbeddedGraph:
    """The graph of the bundled data, of other sources, or of both."""
    return EmbeddedGraph(gather(sources, bundled=bundled))


def plain(term: Any) -> Term | None:
    """A pyoxigraph term as a value of ``simpul.model``."""
    from pyoxigraph import BlankNode, NamedNode
    from pyoxigraph import Literal as Lit

    if term is None:
        return None
    if isinstance(term, NamedNode):
        return IRI(term.value)
    if isinstance(term, Lit):
        return Literal(term.value, term.datatype.value, term.language)
    if isinstance(term, BlankNode):
        return IRI(f"_:{term.value}")
    return IRI(str(term))
