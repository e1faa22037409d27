"""The embedded engine: Oxigraph in this process, through pyoxigraph itself."""

from __future__ import annotations

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

    ``quads`` keeps every literal as it was written; the store may rewrite them
    (``"01"^^xsd:integer`` becomes ``"1"``), so exports read from ``quads``.
    """

    def __init__(self, quads: Iterable[Quad]) -> None:
        from pyoxigraph import Store

        self.quads: list[Quad] = list(quads)
        self.store: Store = Store()
        self.store.bulk_extend(self.quads)

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
            return self.store.query(prefixed(query), use_default_graph_as_union=True)
        except SyntaxError as error:
            line = max(1, (error.lineno or 1) - 1)
            raise UnreadableInput(
                f"the query is not valid SPARQL: {error.msg}",
                where=Place("query", line, str(error.offset) if error.offset else None),
            ) from error


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
