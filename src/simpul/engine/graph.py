"""What every engine can do: answer SPARQL 1.1 queries over the whole dataset."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Protocol

from simpul.errors import WrongUse
from simpul.model import IRI, Answers, Literal, Term
from simpul.terms import PREFIXES

if TYPE_CHECKING:
    from pyoxigraph import Quad

__all__ = ["Answering", "Graph", "plain", "prefixed"]

_USED = re.compile(r"(?<![\w-])([A-Za-z][\w-]*):(?!//)")
_DECLARED = re.compile(r"^\s*PREFIX\s+([\w-]*):", re.IGNORECASE | re.MULTILINE)


class Graph(Protocol):
    """A dataset that answers SPARQL; its default graph is the union of all graphs."""

    @property
    def quads(self) -> Collection[Quad]:
        """Every statement of every named graph."""

    def solutions(self, query: str, *, base: str | None = None) -> Any:
        """What pyoxigraph gives for a query: solutions, a boolean, or triples."""

    def select(self, query: str) -> Answers:
        """The rows of a SELECT query."""

    def ask(self, query: str) -> bool:
        """The answer of an ASK query."""

    def construct(self, query: str) -> list[tuple[object, object, object]]:
        """The triples of a CONSTRUCT or DESCRIBE query."""

    def holds(self, graph: str) -> bool:
        """Whether a named graph is there."""


class Answering:
    """The three ways to ask, for an engine that gives ``solutions``."""

    def solutions(self, query: str, *, base: str | None = None) -> Any:
        """What pyoxigraph gives for a query: solutions, a boolean, or triples."""
        raise NotImplementedError

    def select(self, query: str) -> Answers:
        """The rows of a SELECT query."""
        from pyoxigraph import QuerySolutions

        found = self.solutions(query)
        if not isinstance(found, QuerySolutions):
            raise WrongUse("the query is not a SELECT", todo="Begin it with SELECT.")
        names = [variable.value for variable in found.variables]
        rows = [tuple(plain(row[name]) for name in names) for row in found]
        return Answers(tuple(names), rows)

    def ask(self, query: str) -> bool:
        """The answer of an ASK query."""
        from pyoxigraph import QueryBoolean

        found = self.solutions(query)
        if not isinstance(found, QueryBoolean):
            raise WrongUse("the query is not an ASK", todo="Begin it with ASK.")
        return bool(found)

    def construct(self, query: str) -> list[tuple[object, object, object]]:
        """The triples of a CONSTRUCT or DESCRIBE query."""
        found = self.solutions(query)
        return [(plain(t.subject), plain(t.predicate), plain(t.object)) for t in found]

    def holds(self, graph: str) -> bool:
        """Whether a named graph is there."""
        return self.ask(f"ASK {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")


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


def prefixed(query: str) -> str:
    """The query with a declaration for each known prefix it uses and does not declare.

    The declarations stand in one line before the query, so that line numbers in
    error messages need only one subtracted.
    """
    declared = set(_DECLARED.findall(query))
    used = [name for name in PREFIXES if name in set(_USED.findall(query)) - declared]
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in used) + "\n" + query
