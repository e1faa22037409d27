"""Answers of raw queries in the W3C result formats and as rows of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simpul.engine.graph import Graph, plain
from simpul.errors import LimitReached, WrongUse
from simpul.model import IRI
from simpul.terms import PREFIXES, curie

if TYPE_CHECKING:
    from pyoxigraph import Triple

__all__ = ["Boolean", "Rows", "Triples", "answer"]

_DEEPEST = 300
_UPDATE = re.compile(
    r"^\s*(?:(?:PREFIX|BASE)\b[^>]*>\s*)*(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\b",
    re.I,
)
_SERVICE = re.compile(r"\bSERVICE\b", re.IGNORECASE)
_QUIET = re.compile(r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>\s]*>|\#[^\n]*)""")


@dataclass(frozen=True, slots=True)
class Triples:
    """The triples of a CONSTRUCT or DESCRIBE."""

    triples: Sequence[Triple]

    def serialized(self, form: str) -> bytes:
        """Turtle, N-Triples or JSON-LD; sorted, so that equal graphs give equal bytes."""
        from pyoxigraph import RdfFormat, serialize

        media = {
            "ttl": "text/turtle",
            "nt": "application/n-triples",
            "jsonld": "application/ld+json",
        }
        if form not in media:
            raise WrongUse(f"triples cannot be written as {form}", todo="Use ttl, nt or jsonld.")
        prefixes = {name: str(space) for name, space in PREFIXES.items()} if form == "ttl" else None
        ordered = sorted(self.triples, key=str)
        return (
            serialize(ordered, format=RdfFormat.from_media_type(media[form]), prefixes=prefixes)
            or b""
        )


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a SELECT, or the one row of an ASK."""

    columns: tuple[str, ...]
    found: Sequence[Any]
    source: Any
    cut: bool = False

    def limited(self, most: int | None) -> Rows:
        """At most so many rows; ``cut`` says whether some were left out."""
        if most is None or len(self.found) <= most:
            return self
        return Rows(self.columns, self.found[:most], self.source, cut=True)

    def shown(self) -> list[list[str]]:
        """The rows as text, IRIs in short form."""
        return [[_text(term) for term in row] for row in self.found]

    def serialized(self, form: str) -> bytes:
        """SPARQL results JSON, XML, CSV or TSV."""
        from simpul.engine.formats import serialized

        return serialized(self.columns, self.found, form)


@dataclass(frozen=True, slots=True)
class Boolean(Rows):
    """The answer of an ASK."""

    value: bool = False

    def limited(self, most: int | None) -> Rows:
        """An ASK has one answer."""
        return self

    def serialized(self, form: str) -> bytes:
        """SPARQL results JSON or XML; in CSV and TSV the word alone."""
        from simpul.engine.formats import serialized_boolean

        return serialized_boolean(self.value, form)


def answer(graph: Graph, query: str) -> Rows | Triples:
    """The answer of any read-only query on any engine."""
    from pyoxigraph import QueryBoolean, QuerySolutions

    _admit(query)
    found = graph.solutions(query)
    if isinstance(found, QueryBoolean):
        return Boolean(("answer",), [[bool(found)]], found, value=bool(found))
    if isinstance(found, QuerySolutions):
        names = tuple(variable.value for variable in found.variables)
        return Rows(names, [[row[name] for name in names] for row in found], found)
    return Triples(list(found))


def _admit(query: str) -> None:
    """Refuses what would change data, leave the machine, or crash the parser."""
    told = _QUIET.sub(" ", query)
    if _UPDATE.match(told):
        raise WrongUse("the graph is read-only", todo="Change the tables, then ask again.")
    if _SERVICE.search(told):
        raise WrongUse(
            "the query asks another server (SERVICE), which simpul does not do",
            todo="Load the other data with --data.",
        )
    depth = deepest = 0
    for character in told:
        if character in "{([":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "})]":
            depth -= 1
    if deepest > _DEEPEST:
        raise LimitReached(f"the query is nested {deepest} deep", todo=f"Keep below {_DEEPEST}.")


def _text(term: Any) -> str:
    if term is None:
        return ""
    if isinstance(term, bool):
        return "true" if term else "false"
    value = plain(term)
    return curie(value) if isinstance(value, IRI) else str(value)
